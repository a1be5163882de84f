// More comes in than one card each could bear: nothing is lost, nobody is flooded.
import { expect, test } from 'vitest'
import { eventually } from '../support/office.ts'
import { cardOf, openModerationOffice, says, writes } from '../support/moderation.ts'
import { wordsOf } from '../support/person.ts'
import { proposes, reaches } from '../support/steps.ts'

test('a flood becomes one collecting card, an alarm, and each mention stays a record', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 5, UNDO_SECONDS: 30 })
  const { anna, petra, conversations } = office
  const planned = await proposes(anna, 'Morgen ist Markt.')
  await petra.reacts('✅', planned)
  await reaches(office, 'approved')
  for (let number = 1; number <= 30; number += 1) {
    writes(office, `@BABergedorf Frage ${number}?`, { handle: `kim${number}` })
  }
  await office.reads()
  for (let second = 0; second < 12; second += 1) await office.waits(1 / 30)
  const collecting = await eventually(() =>
    petra.mentions().find((one) => wordsOf(one).includes('sehr viele Erwähnungen: 25')),
  )
  // Five stand alone, the others on one card.
  expect(petra.mentions()).toHaveLength(6)
  expect(conversations.open()).toHaveLength(30)
  expect(wordsOf(collecting)).toContain('Frage 30?')
  expect(wordsOf(collecting)).toContain('… und 5 weitere in /erwaehnungen.')

  const alarm = await eventually(() =>
    petra.cards().find((one) => wordsOf(one).includes('Gerade kommen sehr viele Erwähnungen')),
  )
  await anna.presses('Geplantes anhalten', alarm)
  await eventually(() => anna.told()[0])
  await petra.presses('Geplantes anhalten', alarm)
  await reaches(office, 'submitted')
  expect(office.published()).toEqual([])

  await anna.chooses('want-card', 'Erwähnung 30', collecting)
  await office.waits(1 / 30)
  await cardOf(office, 30)
  await office.waits(60)
  await says(office, collecting, 'inzwischen abgeebbt: 25')
  expect(conversations.open()).toHaveLength(30)
})

test('five hundred at once, while Slack refuses and breaks: each is a record, none is lost', async () => {
  await using office = await openModerationOffice()
  const { petra, conversations, sandbox } = office
  sandbox.x.citizen({ act: 'flood', count: 500 })
  sandbox.slack.setFaults([
    { kind: 'rate-limit', method: 'chat.postMessage', times: 2, skips: 5, seconds: 2 },
    { kind: 'server-error', method: 'chat.postMessage', times: 2, skips: 9 },
    { kind: 'lost-answer', method: 'chat.update', times: 1 },
  ])
  await office.reads()
  const collecting = () =>
    petra.mentions().find((one) => wordsOf(one).includes('sehr viele Erwähnungen: 480'))
  for (let second = 0; second < 60; second += 1) {
    if (petra.mentions().length === 21 && collecting() !== undefined) break
    await office.waits(1 / 20)
  }
  expect(petra.mentions()).toHaveLength(21)
  expect(collecting()).toBeDefined()
  expect(conversations.open()).toHaveLength(500)
  const posts = sandbox.x.sight().posts.map(({ id }) => id)
  const records = conversations.open().map(({ view }) => conversations.postOf(view.number))
  expect(new Set(records)).toEqual(new Set(posts))
}, 60_000)

test('a backlog after an outage is no flood: what counts is when it was written', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 5 })
  for (let number = 1; number <= 8; number += 1) {
    writes(office, `@BABergedorf Frage ${number}?`, { handle: `kim${number}` })
    await office.wait({ minutes: 20 })
  }
  await office.reads()
  for (let second = 0; second < 10; second += 1) await office.waits(1 / 30)
  await eventually(() => office.petra.mentions().length === 8)
  await cardOf(office, 8)
})

test('a call for help in a flood still stands alone', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 2 })
  for (let number = 1; number <= 6; number += 1) {
    writes(office, `@BABergedorf Frage ${number}?`, { handle: `kim${number}` })
  }
  writes(office, '@BABergedorf Hilfe, hier brennt es am Sander Damm!', { handle: 'lea' })
  await office.reads()
  for (let second = 0; second < 10; second += 1) await office.waits(1 / 30)
  await eventually(() =>
    office.petra.mentions().find((one) => wordsOf(one).includes('Kein Notruf über X – 110/112')),
  )
  await cardOf(office, 7)
})
