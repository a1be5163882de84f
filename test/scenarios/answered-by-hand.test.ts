// Where X takes no answer from a program, a person posts it: approved all the same, and on record.
import { expect, test } from 'vitest'
import { eventually } from '../support/office.ts'
import { cardOf, openModerationOffice, says, writes } from '../support/moderation.ts'
import { labels, wordsOf } from '../support/person.ts'
import { sends } from '../support/steps.ts'

test('X refuses the answer: the card offers the link, and a person confirms', async () => {
  await using office = await openModerationOffice()
  const { anna, petra } = office
  writes(office, '@BABergedorf Wann ist Sperrmüll?', { closed: true })
  await office.reads()
  const card = await cardOf(office, 1)
  await anna.presses('Antworten', card)
  await anna.submits({ text: 'Am Freitag.' })
  const proposal = await eventually(() => petra.cards()[0])
  await petra.reacts('✅', proposal)
  const held = await eventually(() => {
    const [now] = petra.cards()
    return now !== undefined && labels(now).includes('Steht schon auf X') && now
  })
  expect(wordsOf(held)).toContain('von Hand')
  expect(office.published()).toEqual([])
  const before = sends(office)
  await office.waits(10)
  expect(sends(office)).toBe(before)
  await petra.presses('Steht schon auf X', held)
  await petra.submits({ sentence: 'https://x.com/BABergedorf/status/1830000000000000001' })
  await office.settle()
  await says(office, card, 'Beantwortet am')
})

test('the post is deleted on X before its answer is sent: the card says so, and nobody is to answer by hand', async () => {
  await using office = await openModerationOffice()
  const { anna, petra, sandbox } = office
  const id = writes(office, '@BABergedorf Wann ist Sperrmüll?')
  await office.reads()
  await anna.presses('Antworten', await cardOf(office, 1))
  await anna.submits({ text: 'Am Freitag.' })
  const proposal = await eventually(() => petra.cards()[0])
  sandbox.x.citizen({ act: 'delete', id })
  await petra.reacts('✅', proposal)
  await eventually(() => wordsOf(petra.cards()[0]).includes('ist inzwischen gelöscht'))
  expect(labels(petra.cards()[0]!)).not.toContain('Steht schon auf X')
  expect(wordsOf(petra.cards()[0])).not.toContain('von Hand')
  expect(office.published()).toEqual([])
})

test('the mention is erased before the approved answer is sent: nothing goes out', async () => {
  await using office = await openModerationOffice({ UNDO_SECONDS: 30 })
  const { anna, petra, conversations } = office
  writes(office, '@BABergedorf Wann ist Sperrmüll?')
  await office.reads()
  const card = await cardOf(office, 1)
  await anna.presses('Antworten', card)
  await anna.submits({ text: 'Am Freitag.' })
  const proposal = await eventually(() => petra.cards()[0])
  await petra.presses('Freigeben', proposal)
  await eventually(() => office.office.proposals.load(1)?.stage.is === 'approved')
  conversations.erase([1], 'request')
  await office.wait({ seconds: 31 })
  await eventually(() => wordsOf(petra.cards()[0]).includes('ist inzwischen gelöscht'))
  expect(sends(office)).toBe(0)
  await petra.presses('Zurückziehen', proposal)
  await eventually(() => office.office.proposals.load(1)?.stage.is === 'withdrawn')
  await office.settle()
  await says(office, card, 'Beendet am')
})
