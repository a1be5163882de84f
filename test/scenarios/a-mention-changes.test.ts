// Citizens change and delete what they wrote while the office works on an answer.
import { expect, test } from 'vitest'
import { eventually } from '../support/office.ts'
import { answered, cardOf, openModerationOffice, says, writes } from '../support/moderation.ts'
import { labels, wordsOf } from '../support/person.ts'

const question = '@BABergedorf Darf mein Sommerfest am Samstag im Park stattfinden?'
const other = '@BABergedorf Wollen Sie alle Feste in Bergedorf verbieten?'

const reply = 'Ja, sehr gern! Wir freuen uns mit Ihnen.'

test('an answer is never published below words it was not written for', async () => {
  await using office = await openModerationOffice({ UNDO_SECONDS: 30 })
  const { petra, sandbox } = office
  const { id, card, answer } = await answered(office, question, reply)
  await petra.presses('Freigeben', answer)
  await eventually(() => office.office.proposals.load(1)?.stage.is === 'approved')
  sandbox.x.citizen({ act: 'edit', id, text: other })
  await office.reads()
  await says(office, card, other)
  await office.waits(5)
  expect(office.published()).toEqual([])
  // The card of the answer shows the new words, and a person decides again.
  const shown = await eventually(() =>
    petra.cards().find((one) => wordsOf(one).includes(other) && labels(one).includes('Freigeben')),
  )
  await petra.presses('Freigeben', shown)
  await eventually(() => office.office.proposals.load(1)?.stage.is === 'approved')
  await office.waits(1)
  await eventually(() => office.published().length === 1)
  await office.settle()
  await says(office, card, 'Beantwortet am')
})

test('an answer written for words that changed while it was typed waits for a decision about the new ones', async () => {
  await using office = await openModerationOffice()
  const { anna, petra, sandbox, conversations } = office
  const id = writes(office, question)
  await office.reads()
  const card = await cardOf(office, 1)
  await anna.presses('Antworten', card)
  await eventually(() => anna.form())
  sandbox.x.citizen({ act: 'edit', id, text: other })
  await office.reads()
  await anna.submits({ text: 'Ja, sehr gern!' })
  await eventually(() => petra.cards().find((one) => wordsOf(one).includes(other)))
  expect(conversations.load(1)?.replies).toMatchObject([{ proposal: 1, mention: 1, version: 2 }])
  expect(conversations.life(1).map(({ type }) => type)).toEqual([
    'received',
    'edited',
    'reply-proposed',
    'reply-proposed',
  ])
})

test('where the mention is deleted before the answer is sent, the cards say so and offer no answer by hand', async () => {
  await using office = await openModerationOffice()
  const { petra, sandbox, inbox, conversations } = office
  const { id, card, answer } = await answered(office, question, reply)
  sandbox.x.citizen({ act: 'delete', id })
  await office.waits(19 * 60)
  expect(await inbox.recheck()).toBeNull()
  await office.waits(3 * 60)
  expect(await inbox.recheck()).toBeNull()
  await office.settle()
  await says(office, card, 'Beendet am')
  const over = await says(
    office,
    card,
    'Der Beitrag, auf den Vorschlag 1 antwortet, ist nicht mehr da',
  )
  expect(wordsOf(over)).not.toContain('von Hand')
  expect(labels(over)).not.toContain('Antworten')
  await eventually(() => {
    const now = petra.cards().find(({ ts }) => ts === answer.ts)
    return wordsOf(now).includes('gelöscht') && !wordsOf(now).includes('von Hand')
  })
  expect(conversations.load(1)).toMatchObject({
    stage: { is: 'forgotten', because: 'gone' },
    replies: [{ proposal: 1 }],
  })
  expect(conversations.open()).toEqual([])
  expect(office.published()).toEqual([])
})

test('where many vanish at once, people hear of it, and nothing is erased before a second look hours later', async () => {
  await using office = await openModerationOffice()
  const { petra, sandbox, inbox, conversations } = office
  const ids = Array.from({ length: 8 }, (_, index) =>
    writes(office, `@BABergedorf Frage ${index}?`, { handle: `kim${index}` }),
  )
  await office.reads()
  await office.waits(20 * 60)
  for (const id of ids.slice(0, 7)) sandbox.x.citizen({ act: 'delete', id })
  expect(await inbox.recheck()).toBeNull()
  expect(conversations.mention(1)?.view.words).not.toBeNull()
  await eventually(() =>
    petra.cards().find((one) => wordsOf(one).includes('7 Erwähnungen nicht mehr')),
  )
  await office.waits(30)
  expect(await inbox.recheck()).toBeNull()
  expect(conversations.mention(1)?.view.words).not.toBeNull()
  await office.waits(120)
  expect(await inbox.recheck()).toBeNull()
  expect(conversations.mention(1)?.view.words).toBeNull()
  expect(conversations.mention(8)?.view.words).not.toBeNull()
  expect(conversations.open()).toHaveLength(1)
})
