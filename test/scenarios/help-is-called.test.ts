// Somebody calls for help on X: the press office is called by name and directly until somebody sees to it.
import { expect, test } from 'vitest'
import type { Message } from '../../sandbox/contract.ts'
import {
  cardOf,
  mondayTen,
  openModerationOffice,
  says,
  writes,
  type ModerationOffice,
} from '../support/moderation.ts'
import { eventually } from '../support/office.ts'
import { wordsOf, type TestPerson } from '../support/person.ts'

const change = { ESCALATION_CONTACT: 'U0JOERG' }
const help = '@BABergedorf Hilfe, am Bahnhof brennt ein Auto!'

/** The calls below the card of a mention, each with who is called. */
function calls({ petra }: ModerationOffice, card: Message): string[] {
  const now = petra.mentions().find(({ ts }) => ts === card.ts)
  return (now?.replies ?? [])
    .map(({ text }) => text)
    .filter((text) => text.includes('Möglicher Notfall'))
    .map((text) => text.replace(/(Möglicher Notfall[^.]*)\..*/s, '$1'))
}

function calledDirectly(one: TestPerson): number {
  return one.letters().filter((letter) => wordsOf(letter).includes('ansehen; ist ein Ort')).length
}

async function helpless(office: ModerationOffice): Promise<Message> {
  writes(office, help)
  await office.reads()
  const card = await cardOf(office, 1)
  await office.waits(1 / 30)
  return card
}

test('the press office is called at once, after ten minutes, and then whoever is named for that', async () => {
  await using office = await openModerationOffice(change)
  const { petra, deniz, joerg } = office
  const card = await helpless(office)
  await eventually(() => calls(office, card).length === 1)
  expect(calls(office, card)).toEqual(['<@U0PETRA> <@U0DENIZ> Möglicher Notfall'])
  await eventually(() => calledDirectly(petra) === 1 && calledDirectly(deniz) === 1)
  expect(calledDirectly(joerg)).toBe(0)
  await office.waits(10)
  await eventually(() => calls(office, card).length === 2)
  await office.waits(10)
  await eventually(() => calls(office, card).length === 3)
  expect(calls(office, card).slice(1)).toEqual([
    '<@U0PETRA> <@U0DENIZ> Möglicher Notfall, noch einmal',
    '<@U0JOERG> Möglicher Notfall: Seit 20 Minuten hat niemand reagiert',
  ])
  await eventually(() => calledDirectly(joerg) === 1)
  await office.waits(60)
  expect(calls(office, card)).toHaveLength(3)
  // No word of the citizen is in a call.
  expect(JSON.stringify(petra.letters())).not.toContain('Bahnhof')
})

test.each<[string, (office: ModerationOffice, card: Message) => Promise<void>]>([
  ['eyes on the card', ({ anna }, card) => anna.reacts('👀', card)],
  [
    '“Übernehmen” on the alert',
    async ({ petra, anna }) => {
      const alert = await eventually(() =>
        petra.mentions().find((one) => wordsOf(one).includes('Kein Notruf über X')),
      )
      await anna.presses('Übernehmen', alert)
    },
  ],
  ['“Zur Kenntnis”', ({ anna }, card) => anna.presses('Zur Kenntnis', card)],
])('%s ends the calls', async (_, act) => {
  await using office = await openModerationOffice(change)
  const card = await helpless(office)
  await eventually(() => calls(office, card).length === 1)
  await act(office, card)
  await eventually(() => office.conversations.load(1)?.alarm === null)
  await office.waits(30)
  expect(calls(office, card)).toHaveLength(1)
})

test('the card says what to do, at night as well, and not until when an answer is due', async () => {
  await using office = await openModerationOffice(change, mondayTen + 12 * 60 * 60_000)
  const card = await helpless(office)
  const now = await says(office, card, 'rufen Sie bitte selbst 112 an')
  expect(wordsOf(now)).not.toContain('Antwort bis')
  await eventually(() => calls(office, card).length === 1)
})

test('what is erased takes the hour of the call with it', async () => {
  await using office = await openModerationOffice(change)
  const card = await helpless(office)
  await eventually(() => calls(office, card).length === 1)
  office.conversations.erase([1], 'gone')
  await office.settle()
  const called = office.conversations.life(1).find(({ type }) => type === 'called')
  expect(new Date(called!.at).toISOString()).toBe('2026-11-30T00:00:00.000Z')
})
