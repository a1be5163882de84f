// Many are closed at once: only what was seen, all of it, and nobody waits meanwhile.
import { setTimeout as rest } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Message } from '../../sandbox/contract.ts'
import { longestHoldUp } from '../support/held-up.ts'
import {
  cardOf,
  openModerationOffice,
  says,
  writes,
  type ModerationOffice,
} from '../support/moderation.ts'
import { eventually, openedOffice, publishedIn } from '../support/office.ts'
import { wordsOf } from '../support/person.ts'
import { shows } from '../support/steps.ts'

const everything = { closing: { do: 'mark-spam' }, of: 'all' } as const

/** So many write at once; resolves with the collecting card. */
async function flooded(office: ModerationOffice, count: number): Promise<Message> {
  office.sandbox.x.citizen({ act: 'flood', count })
  await office.reads()
  return eventually(() =>
    office.petra.mentions().find((one) => wordsOf(one).includes('sehr viele Erwähnungen')),
  )
}

/** Another program that has begun to write. */
function writerBeside({ config }: Pick<ModerationOffice, 'config'>) {
  const other = new Database(config.DATABASE_PATH)
  other.exec('BEGIN IMMEDIATE')
  return {
    leaves: () => void other.exec('ROLLBACK'),
    [Symbol.dispose]: () => void other.close(),
  }
}

test('what a citizen writes into a later flood is not closed with the list of an earlier one', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 0 })
  const { anna, conversations, floods } = office
  const first = writes(office, '@BABergedorf Wer ist zuständig?')
  await office.reads()
  await office.waits(11)
  const { seal } = floods.page(1, 1)!
  writes(office, '@BABergedorf Und was ist mit dem Weg?', { inReplyTo: first })
  await office.reads()
  expect(floods.load(2)?.listed).toMatchObject([{ conversation: 1 }])

  const { seen } = floods.seen(seal)!
  const visitor = { user: anna.id, standing: 'staff' } as const
  expect(await floods.close(1, { ...everything, seen }, visitor)).toEqual({ refused: 'not-listed' })
  expect(conversations.load(1)?.stage.is).toBe('new')
  const now = floods.seen(floods.page(1, 1)!.seal)!
  expect(await floods.close(1, { ...everything, seen: now.seen }, visitor)).toEqual({ closed: 1 })
  expect(conversations.load(1)?.mentions.map(({ wait }) => wait)).toEqual([null, null])
})

test('a collecting card forgets erased words though somebody else’s still wait there', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 0 })
  const { petra, conversations } = office
  const first = writes(office, '@BABergedorf Rosenkohl am Weidenbaumsweg?')
  writes(office, '@BABergedorf Hallo?', { inReplyTo: first })
  await office.reads()
  const card = await eventually(() => petra.mentions()[0])
  expect(wordsOf(card)).toContain('Rosenkohl')
  // The alarm that came after it is written, and the flood is over: nothing else will happen to the card.
  for (let minute = 0; minute < 13; minute += 1) await office.waits(1)
  await says(office, card, 'abgeebbt')
  await office.settle()
  await conversations.eraseInTurns([1], 'gone')
  await office.settle()
  const now = await says(office, card, 'auf X nicht mehr öffentlich')
  expect(JSON.stringify(now)).not.toContain('Rosenkohl')
})

test('eight hundred are closed at once while somebody else writes, and nobody is held up', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 5 })
  const { anna, conversations, floods } = office
  for (const count of [400, 400]) office.sandbox.x.citizen({ act: 'flood', count })
  await office.reads()
  const { seen } = floods.seen(floods.page(1, 1)!.seal)!
  const visitor = { user: anna.id, standing: 'staff' } as const
  let closed: unknown
  const heldUp = await longestHoldUp(async () => {
    const closing = floods.close(1, { ...everything, seen }, visitor)
    await rest(50)
    using other = writerBeside(office)
    await rest(1_000)
    other.leaves()
    closed = await closing
  })
  expect(closed).toEqual({ closed: 795 })
  expect(conversations.open()).toHaveLength(5)
  expect(floods.load(1)?.listed).toEqual([])
  // Slack, X and the office share this process.
  expect(heldUp).toBeLessThan(600)
}, 120_000)

test('who closed many hears with a Kennung when it breaks off later', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 0 })
  const { anna, conversations } = office
  const card = await flooded(office, 60)
  await anna.presses('Liste öffnen', card)
  await eventually(() => anna.form())
  using other = writerBeside(office)
  await anna.submits({ as: 'Spam', which: 'Alle in der Liste (60)' })
  await eventually(() => JSON.stringify(anna.form()?.view).includes('gerade ab'))
  await eventually(() => anna.letters().find(({ text }) => text.includes('Kennung')))
  other.leaves()
  expect(conversations.open()).toHaveLength(60)
}, 60_000)

test('whoever stops the office does not cut off what is being closed', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 0 })
  const { anna } = office
  const card = await flooded(office, 60)
  await anna.presses('Liste öffnen', card)
  await eventually(() => anna.form())
  const other = writerBeside(office)
  await anna.submits({ as: 'Spam', which: 'Alle in der Liste (60)' })
  const stopped = office.office.close()
  await rest(20)
  other.leaves()
  other[Symbol.dispose]()
  await stopped
  const again = await openedOffice(office)
  try {
    expect(again.conversations?.open()).toEqual([])
  } finally {
    await again.close()
  }
}, 60_000)

test('what is asked in the same words is noted together, and nobody else is closed with it', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 0 })
  const { anna, petra, conversations } = office
  const asks = (handle: string, text: string) => writes(office, text, { handle, name: handle })
  asks('kim_a', '@BABergedorf Wann öffnet das Freibad?')
  asks('kim_b', '@BABergedorf wann öffnet das FREIBAD')
  asks('kim_c', '@BABergedorf Wann öffnet die Bücherhalle?')
  const twice = asks('kim_d', '@BABergedorf Wann öffnet das Freibad?')
  await office.reads()
  writes(office, '@BABergedorf Bitte antworten!', { handle: 'kim_d', inReplyTo: twice })
  await office.reads()
  const card = await eventually(() => petra.mentions()[0])
  await anna.presses('Liste öffnen', card)
  const form = () => JSON.stringify(anna.form()?.view)
  await eventually(() => form().includes('2-mal dieselben Worte: „@BABergedorf Wann öffnet'))
  expect(form()).toContain('X lehnt viele gleiche Antworten als Spam ab')
  // Somebody who comes now was not seen.
  asks('kim_e', '@BABergedorf Wann öffnet das Freibad?')
  await office.reads()
  await anna.pressesInForm('Alle 2 zur Kenntnis')
  await eventually(() => form().includes('2 Erwähnungen sind abgeschlossen.'))
  const stages = [1, 2, 3, 4, 5].map((number) => conversations.load(number)?.stage.is)
  expect(stages).toEqual(['noted', 'noted', 'new', 'new', 'new'])
})

test('one post answers all who ask the same, with one approval', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 0 })
  const { anna, petra, conversations } = office
  const asks = (handle: string, text: string) => writes(office, text, { handle, name: handle })
  const question = '@BABergedorf Ist der Radweg frei?'
  asks('kim_a', question)
  asks('kim_b', question)
  const third = asks('kim_c', question)
  asks('kim_d', '@BABergedorf Wann öffnet die Bücherhalle?')
  await office.reads()
  const card = await eventually(() => petra.mentions()[0])
  const stages = () => [1, 2, 3, 4].map((number) => conversations.load(number)?.stage.is)
  const opensGroup = async () => {
    await anna.presses('Liste öffnen', card)
    await eventually(() => anna.formWords().includes('3-mal dieselben Worte'))
  }
  await opensGroup()
  await anna.pressesInForm('Gemeinsam beantworten')
  await eventually(() =>
    anna.formWords().includes('beantwortet 3 Erwähnungen mit denselben Worten'),
  )
  const said = { topic: 'Verkehr & Baustellen', noLinkBecause: 'steht noch nicht im Netz' }
  await anna.submits({ ...said, text: 'Der Radweg ist wieder frei.' })
  const proposed = await eventually(() =>
    petra.cards().find((one) => wordsOf(one).includes('Vorschlag 1')),
  )
  await shows(proposed, 'Beantwortet 3 Erwähnungen mit denselben Worten: 1, 2, 3.', office)
  await eventually(() => anna.toldIn(card.channel).some(({ text }) => text.includes('Vorschlag 1')))
  // Nobody got a card of their own for it, and whoever opens the list sees that they are cared for.
  expect(petra.mentions()).toHaveLength(1)
  // The list below still offers it: pressed again it says what is done, and becomes true.
  await anna.pressesInForm('Gemeinsam beantworten')
  await eventually(() => !anna.formWords().includes('Gemeinsam beantworten'))
  await anna.closes()
  await opensGroup()
  expect(anna.formWords()).toContain('Die gemeinsame Antwort ist Vorschlag 1.')
  expect(anna.formWords()).not.toContain('Gemeinsam beantworten')
  expect(stages()).toEqual(['claimed', 'claimed', 'claimed', 'new'])
  // Who asks something else meanwhile is not answered by it.
  office.sandbox.x.citizen({ act: 'edit', id: third, text: '@BABergedorf Und die Brücke?' })
  await office.reads()
  await petra.reacts('✅', proposed)
  await eventually(() => publishedIn(office).length === 1)
  await eventually(() => stages().join() === 'answered,answered,claimed,new')
  expect(publishedIn(office)).toEqual(['Der Radweg ist wieder frei.'])
})

test('where the common answer is rejected, everybody in it waits for another', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 0 })
  const { anna, petra, conversations } = office
  for (const handle of ['kim_a', 'kim_b']) {
    writes(office, '@BABergedorf Ist der Radweg frei?', { handle, name: handle })
  }
  await office.reads()
  const card = await eventually(() => petra.mentions()[0])
  await anna.presses('Liste öffnen', card)
  await eventually(() => anna.formWords().includes('2-mal dieselben Worte'))
  await anna.pressesInForm('Gemeinsam beantworten')
  await eventually(() => anna.formWords().includes('beantwortet 2 Erwähnungen'))
  const said = { topic: 'Verkehr & Baustellen', noLinkBecause: 'steht noch nicht im Netz' }
  await anna.submits({ ...said, text: 'Der Radweg ist wieder frei.' })
  const proposed = await eventually(() =>
    petra.cards().find((one) => wordsOf(one).includes('Vorschlag 1')),
  )
  const replies = () => [1, 2].map((number) => conversations.load(number)?.replies.length)
  expect(replies()).toEqual([1, 1])
  await petra.reacts('❌', proposed)
  await eventually(() => replies().join() === '0,0')
  await anna.closes()
  await anna.presses('Liste öffnen', card)
  await eventually(() => anna.formWords().includes('Gemeinsam beantworten'))
})

test('who answers the same words again reads how they were answered, and proposes just that for a decision of its own', async () => {
  await using office = await openModerationOffice()
  const { anna, petra } = office
  writes(office, '@BABergedorf Wann öffnet das Freibad?', { handle: 'kim_a', name: 'Kim A' })
  writes(office, '@BABergedorf wann öffnet das FREIBAD', { handle: 'kim_b', name: 'Kim B' })
  await office.reads()
  const form = () => JSON.stringify(anna.form()?.view)
  const card = (number: number) => cardOf(office, number)
  await office.waits(1)
  await anna.presses('Antworten', await card(1))
  await eventually(() => anna.form())
  expect(form()).not.toContain('Sprachregelung')
  await anna.submits({ text: 'Das Freibad öffnet am Samstag um 9 Uhr.' })
  const first = await eventually(() => petra.cards()[0])
  // What nobody has approved yet is no Sprachregelung.
  await anna.presses('Antworten', await card(2))
  await eventually(() => anna.form())
  expect(form()).not.toContain('Sprachregelung')
  await anna.closes()
  await petra.reacts('✅', first)
  await eventually(() => publishedIn(office).length === 1)
  await office.settle()

  await anna.presses('Antworten', await card(2))
  await eventually(() => form().includes('Sprachregelung: So sind dieselben Worte'))
  await anna.pressesInForm('In die Antwort übernehmen')
  await eventually(() => form().includes('initial_value'))
  await anna.submits({})
  const second = await eventually(() => petra.cards()[1])
  expect(wordsOf(second)).toContain('Das Freibad öffnet am Samstag um 9 Uhr.')
  expect(wordsOf(second)).toContain('Antwort auf Erwähnung 2')
  // Four eyes on each: nothing goes out with the first one's approval.
  await office.waits(5)
  expect(publishedIn(office)).toHaveLength(1)
})
