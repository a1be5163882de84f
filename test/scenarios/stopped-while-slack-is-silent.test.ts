// A Stopp counts even where Slack does not tell of it, or of who says it, in time.
import { expect, test } from 'vitest'
import { openTestOffice } from '../support/office.ts'
import { happenedTo, offers, proposes, reaches, sends } from '../support/steps.ts'

const text = 'Der Sperrmüll wird morgen abgeholt.'

test('nothing is posted when the reading of the reaction taken back failed', async () => {
  await using office = await openTestOffice({ UNDO_SECONDS: 30 })
  const { anna, petra, sandbox } = office
  const card = await proposes(anna, text)
  await petra.reacts('✅', card)
  await reaches(office, 'approved')
  const readings = () => sandbox.slack.calls().filter((one) => one === 'reactions.get').length
  const before = readings()
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'reactions.get', times: 1 }])
  await petra.takesBack('✅', card)
  await expect.poll(readings).toBe(before + 1)
  await office.wait({ seconds: 31 })
  await reaches(office, 'submitted')
  expect(happenedTo(office)).toEqual(['proposed', 'approved', 'stopped'])
  expect(sends(office)).toBe(0)
})

test('while Slack does not tell the reactions a post waits, and then goes out once', async () => {
  await using office = await openTestOffice({ UNDO_SECONDS: 30 })
  const { anna, petra, sandbox } = office
  const card = await proposes(anna, text)
  await petra.reacts('✅', card)
  await reaches(office, 'approved')
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'reactions.get', times: null }])
  await office.wait({ seconds: 31 })
  expect(sends(office)).toBe(0)
  sandbox.slack.setFaults([])
  await office.wait({ seconds: 1 })
  await reaches(office, 'published')
  expect(sends(office)).toBe(1)
})

test('Stopp is heard even while Slack does not tell who pressed it', async () => {
  await using office = await openTestOffice({ UNDO_SECONDS: 30 })
  const { anna, joerg, petra, sandbox } = office
  const card = await proposes(anna, text)
  await petra.presses('Freigeben', card)
  await reaches(office, 'approved')
  await offers(card, ['Stopp', 'Überarbeiten', 'Zurückziehen'], office)
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'users.info', times: null }])
  await joerg.presses('Stopp', card)
  await reaches(office, 'submitted')
  await office.wait({ seconds: 31 })
  expect(sends(office)).toBe(0)
})

test('reactions on what the office did not write are nothing to ask Slack about', async () => {
  await using office = await openTestOffice()
  const { anna, joerg, petra, sandbox } = office
  const said = await anna.says('Wer bringt Kuchen mit?')
  const card = await proposes(anna, text)
  await joerg.reacts('✅', said)
  await petra.reacts('✅', card)
  await reaches(office, 'published')
  const looked = sandbox.slack.calls().filter((one) => one === 'reactions.get')
  expect(looked).toHaveLength(1)
})
