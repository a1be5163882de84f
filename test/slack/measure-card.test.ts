// What the team reads about a measure, and how measures are counted.
import { expect, test } from 'vitest'
import type { MeasureEvent } from '../../src/core/measure/measure.ts'
import { erasureCard } from '../../src/slack/erasure/card.ts'
import { measureCard, measureNoteMessage, measuresTable } from '../../src/slack/measure/card.ts'
import { measureAfter, mentionView, question } from './conversations.ts'
import { readAloud } from './read-aloud.ts'
import { noon, setting } from './stories.ts'

const card = 'https://amt.slack.com/archives/C1/p1'
const mention = mentionView()
const approved: MeasureEvent = { type: 'measure-approved' }
const done: MeasureEvent = { type: 'done', how: 'told' }
const reviewOn = Date.UTC(2027, 4, 31, 7)

test('a measure shows the passage, the rule, why, and what was tried before, but not whose it is', () => {
  const measure = measureAfter({ reviewOn })
  const drawn = measureCard({ ...setting, measure, reason: 'Grobe <Beleidigung>.', mention, card })
  expect(readAloud(drawn)).toEqual([
    '# Maßnahme 3, Verbergen: Wartet auf Freigabe',
    'Die Pressestelle entscheidet. Wer die Maßnahme vorschlägt, gibt sie nicht selbst frei.',
    'Zu Erwähnung 12',
    `> ${question}`,
    `Zur Erwähnung → ${card}`,
    'Auf X ansehen → https://x.com/kim_beispiel/status/1',
    'Begründung:',
    '> Grobe <Beleidigung>.',
    'Netiquette, Regel 1: Beleidigung, Verleumdung, Bedrohung',
    'Milderes Mittel geprüft: Hinweis auf die Netiquette',
    'Person informiert: nein',
    'Erneut prüfen am Mo., 31.05.2027, 09:00 Uhr',
    'Vorgeschlagen von Anna Ahlers am Mo., 23.11.2026, 14:30 Uhr',
    '[Freigeben] [Ablehnen] [Zurückziehen]',
  ])
  expect(JSON.stringify(drawn)).not.toContain('Kim Beispiel')
})

test.each<[string, ReturnType<typeof measureAfter>, string, string, string]>([
  [
    'hiding, approved',
    measureAfter({}, approved),
    'Verbergen: Freigegeben',
    'Freigegeben von Ben Behn. Amtsfunk verbirgt die Antwort gleich.',
    '[Zurückziehen]',
  ],
  [
    'a block, approved',
    measureAfter({ kind: 'blockieren' }, approved),
    'Blockieren: Freigegeben',
    'Freigegeben von Ben Behn. Bitte führen Sie die Maßnahme jetzt auf X aus und wählen Sie dann „Ausgeführt“.',
    '[Ausgeführt] [Zurückziehen]',
  ],
  [
    'a block in force',
    measureAfter({ kind: 'blockieren' }, approved, done),
    'Blockieren: In Kraft',
    'In Kraft seit Mo., 23.11.2026, 16:30 Uhr. Freigegeben von Ben Behn.',
    '[Aufheben] [Person informiert]',
  ],
  [
    'a block to be looked at again',
    measureAfter({ kind: 'blockieren', informed: true }, approved, done, { type: 'review-due' }),
    'Blockieren: In Kraft',
    'In Kraft seit Mo., 23.11.2026, 16:30 Uhr. Freigegeben von Ben Behn.',
    '[Aufheben] [Geprüft, bleibt bestehen]',
  ],
  [
    'a hint, which cannot be taken back',
    measureAfter({ kind: 'hinweis', rule: 8 }, done),
    'Hinweis geben: Festgehalten',
    'Festgehalten am Mo., 23.11.2026, 15:30 Uhr.',
    '[Person informiert]',
  ],
  [
    'lifted',
    measureAfter({ kind: 'blockieren' }, approved, done, { type: 'lifted', how: 'told' }),
    'Blockieren: Aufgehoben',
    'Aufgehoben am Mo., 23.11.2026, 17:30 Uhr.',
    '',
  ],
  [
    'in doubt',
    measureAfter(
      {},
      approved,
      { type: 'acting', attempt: 3, lifts: false },
      { type: 'act-in-doubt', because: 'timeout' },
    ),
    'Verbergen: Prüfung nötig',
    'X hat mehrmals nicht klar geantwortet. Bitte sehen Sie auf X nach. „Ausgeführt“, wenn es dort schon so ist, sonst „Erneut versuchen“.',
    '[Ausgeführt] [Erneut versuchen] [Zurückziehen]',
  ],
  [
    'rejected',
    measureAfter({}, { type: 'measure-rejected' }),
    'Verbergen: Abgelehnt',
    'Abgelehnt von Ben Behn am Mo., 23.11.2026, 15:30 Uhr. Es geschieht nichts.',
    '',
  ],
])('%s: the card says so and offers what can be done', (_, measure, title, says, row) => {
  const lines = readAloud(measureCard({ ...setting, measure, reason: 'Weil.', mention, card }))
  expect(lines[0]).toBe(`# Maßnahme 3, ${title}`)
  expect(lines[1]).toBe(says)
  expect(lines.find((line) => line.startsWith('[')) ?? '').toBe(row)
})

test('when its words are erased, the card keeps the rule and says that they are gone', () => {
  const measure = measureAfter()
  const lines = readAloud(measureCard({ ...setting, measure, reason: null, mention: null, card }))
  expect(lines).toContain('Die Begründung ist gelöscht.')
  expect(lines).toContain('Netiquette, Regel 1: Beleidigung, Verleumdung, Bedrohung')
})

test('the thread calls for a second look', () => {
  const event = { type: 'review-due', position: 4, at: noon, actor: 0 } as const
  expect(readAloud(measureNoteMessage(event))).toEqual([
    'Bitte prüfen Sie, ob diese Maßnahme noch nötig ist: „Aufheben“ oder „Geprüft, bleibt bestehen“.',
  ])
})

test('measures are counted by kind and rule, the mildest first; what did not happen is not', () => {
  const lifted: MeasureEvent = { type: 'lifted', how: 'told' }
  const all = [
    measureAfter({ kind: 'blockieren', rule: 2, informed: true }, approved, done, lifted),
    measureAfter(
      { kind: 'verbergen', rule: 6 },
      approved,
      { type: 'acting', attempt: 1, lifts: false },
      done,
    ),
    measureAfter({ kind: 'hinweis', rule: 8 }, done),
    measureAfter({ kind: 'hinweis', rule: 8, informed: true }, done),
    measureAfter({ kind: 'verbergen', rule: 1 }, { type: 'measure-rejected' }),
  ]
  expect(readAloud(measuresTable(all))).toEqual([
    'Hinweis geben, Regel 8 (Ohne Bezug zum Thema): 2 Fälle, davon informiert 1, aufgehoben 0',
    'Verbergen, Regel 6 (Werbung, Spam, Links ohne Bezug): 1 Fall, davon informiert 0, aufgehoben 0',
    'Blockieren, Regel 2 (Diskriminierung, Hass, Gewalt): 1 Fall, davon informiert 1, aufgehoben 1',
  ])
  expect(readAloud(measuresTable([]))).toEqual(['Bisher gibt es keine Maßnahmen.'])
})

test('a request for erasure names the account only while a second person must decide', () => {
  const draw = (stage: Parameters<typeof erasureCard>[0]['stage']) =>
    readAloud(erasureCard({ ...setting, number: 2, handle: 'kim_beispiel', stage }))
  expect(draw({ is: 'requested', by: 1, at: noon })).toEqual([
    '# Löschersuchen 2: Wartet auf eine zweite Person',
    'Anna Ahlers möchte alles löschen, was zu @kim_beispiel gespeichert ist. Eine zweite Person der Pressestelle entscheidet. Beweissicherungen bleiben.',
    '[Löschen] [Nicht löschen]',
  ])
  expect(draw({ is: 'done', by: 2, at: noon, mentions: 1, evidence: 1 })).toEqual([
    '# Löschersuchen 2: Gelöscht',
    'Entschieden von Ben Behn am Mo., 23.11.2026, 14:30 Uhr: 1 Erwähnung ist gelöscht. 1 Beweissicherung bleibt bis zur Entscheidung darüber.',
  ])
})
