// Whoever closes something closes what was there when it was decided; what a citizen wrote since stays open.
import { expect, test } from 'vitest'
import { eventually } from '../support/office.ts'
import {
  answered,
  cardOf,
  openModerationOffice,
  says,
  writes,
  type ModerationOffice,
} from '../support/moderation.ts'
import { labels, wordsOf } from '../support/person.ts'

const question = '@BABergedorf Wann öffnet das Freibad?'
const help = '@BABergedorf Hilfe, im Becken ist jemand bewusstlos!'

const reply = 'Das Freibad öffnet um zehn.'

function alertIn({ petra }: ModerationOffice) {
  return eventually(() =>
    petra.mentions().find((one) => wordsOf(one).includes('Kein Notruf über X')),
  )
}

test('who answers has it: nobody reads that nobody cares', async () => {
  await using office = await openModerationOffice()
  const { card } = await answered(office, question, reply)
  const shown = await says(office, card, 'Eine Antwort liegt zur Freigabe')
  expect(wordsOf(shown)).toContain('In Bearbeitung: Anna Ahlers')
  expect(wordsOf(shown)).not.toContain('Noch niemand')
})

test('a call for help that comes while an older answer waits keeps its alert and its own time', async () => {
  await using office = await openModerationOffice()
  const { petra, conversations } = office
  const { id: first, card, answer } = await answered(office, question, reply)
  await office.waits(60)
  writes(office, help, { inReplyTo: first })
  await office.reads()
  await office.waits(1)
  const alert = await alertIn(office)
  await petra.reacts('✅', answer)
  await eventually(() => office.published().length === 1)
  await office.settle()
  await office.waits(1)
  const open = await says(office, card, 'Noch offen: Erwähnung 2.')
  expect(wordsOf(open)).toContain('Davor: Beantwortet am')
  // An hour later than the first one's.
  const dues = conversations.open().map(({ due }) => new Date(due ?? 0).toISOString().slice(0, 16))
  expect(dues).toEqual(['2026-12-01T10:00'])
  expect(wordsOf(open)).toContain('rufen Sie bitte selbst 112 an')
  const still = await says(office, alert, 'Bitte sofort ansehen')
  expect(labels(still)).toEqual(['Übernehmen', 'Antwort vorbereiten'])

  await office.anna.presses('Zur Kenntnis', card)
  await says(office, alert, 'Bei Erwähnung 2 ist nichts mehr offen')
  expect(conversations.open()).toEqual([])
})

test('a button on a card that does not show the newest post closes only what it shows, and then says so', async () => {
  await using office = await openModerationOffice()
  const { anna, sandbox, conversations } = office
  const first = writes(office, question)
  await office.reads()
  const card = await cardOf(office, 1)
  // Slack takes no changes for a while: the card stays as it is.
  sandbox.slack.setFaults([{ kind: 'server-error', method: 'chat.update', times: null }])
  writes(office, help, { inReplyTo: first })
  await office.reads()
  await alertIn(office)
  await anna.presses('Zur Kenntnis', card)
  await eventually(() => conversations.load(1)?.settled?.is === 'noted')
  expect(conversations.load(1)?.stage.is).toBe('new')
  await anna.presses('Zur Kenntnis', card)
  await eventually(() =>
    anna.toldAtModeration().some((one) => one.includes('Inzwischen hat die Person')),
  )
  expect(conversations.open()).toHaveLength(1)
})

test('a reaction notes what was there when it was given', async () => {
  await using office = await openModerationOffice()
  const { anna, conversations } = office
  const first = writes(office, question)
  await office.reads()
  const card = await cardOf(office, 1)
  await office.waits(1)
  await anna.reacts('🗂️', card)
  await eventually(() => conversations.load(1)?.stage.is === 'noted')
  await office.waits(1)
  writes(office, '@BABergedorf Und am Sonntag?', { inReplyTo: first })
  await office.reads()
  await says(office, card, 'Noch niemand kümmert sich darum.')
  expect(conversations.load(1)?.stage.is).toBe('new')
})
