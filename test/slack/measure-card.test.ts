// What the team reads about a measure, and how measures are counted.
import { expect, test } from 'vitest'
import type { Erasure } from '../../src/core/erasure/erasure.ts'
import type { MeasureEvent } from '../../src/core/measure/measure.ts'
import { erasureCard } from '../../src/slack/erasure/card.ts'
import { measureCard, measureNoteMessage, measuresTable } from '../../src/slack/measure/card.ts'
import { begun, hide, show } from '../support/measures.ts'
import { measureAfter, mentionView, question } from './conversations.ts'
import { readAloud } from './read-aloud.ts'
import { noon, setting } from './stories.ts'

const card = 'https://amt.slack.com/archives/C1/p1'
const seal = 'measure/3/1/0123456789abcdef'
const mention = mentionView()
const approved: MeasureEvent = { type: 'approved' }
const taken: MeasureEvent = { type: 'taken' }
const hidden: MeasureEvent[] = [
  approved,
  begun('hide'),
  { type: 'done', ...hide, how: 'sent' },
  taken,
  { type: 'lift-wanted' },
]
const lift: MeasureEvent = { type: 'lift-wanted' }
const reviewOn = Date.UTC(2027, 4, 31, 7)

function doubted(attempt: number): MeasureEvent[] {
  return [begun('hide', attempt), { type: 'in-doubt', ...hide, because: 'timeout' }]
}

function refusedBy(because: 'no-permission' | 'target-missing', status: number): MeasureEvent {
  return { type: 'refused', ...show, because, status, detail: 'no' }
}

test('a measure shows the passage, the rule, why, and what was tried before, but not whose it is', () => {
  const measure = measureAfter({ reviewOn })
  const drawn = measureCard({
    ...setting,
    address: null,
    seal,
    measure,
    reason: 'Grobe <Beleidigung>.',
    mention,
    card,
  })
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
  // Each button carries which beginning was seen.
  expect(JSON.stringify(drawn).split(`"value":"${seal}"`)).toHaveLength(4)
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
    'Freigegeben von Ben Behn. X lässt Blockieren nur von Hand zu: Bitte blockieren Sie das Konto dort und wählen Sie dann „Ausgeführt“.',
    '[Ausgeführt] [Zurückziehen]',
  ],
  [
    'a block in force',
    measureAfter({ kind: 'blockieren' }, approved, taken),
    'Blockieren: In Kraft',
    'In Kraft seit Mo., 23.11.2026, 16:30 Uhr. Freigegeben von Ben Behn.',
    '[Aufheben] [Person informiert]',
  ],
  [
    'a block to be looked at again',
    measureAfter({ kind: 'blockieren', informed: true }, approved, taken, { type: 'review-due' }),
    'Blockieren: In Kraft',
    'In Kraft seit Mo., 23.11.2026, 16:30 Uhr. Freigegeben von Ben Behn.',
    '[Aufheben] [Geprüft, bleibt bestehen]',
  ],
  [
    'a hint, which cannot be taken back',
    measureAfter({ kind: 'hinweis', rule: 8 }, taken),
    'Hinweis geben: Festgehalten',
    'Festgehalten am Mo., 23.11.2026, 15:30 Uhr.',
    '[Person informiert]',
  ],
  [
    'lifted',
    measureAfter({ kind: 'blockieren' }, approved, taken, lift, { type: 'lifted' }),
    'Blockieren: Aufgehoben',
    'Aufgehoben am Mo., 23.11.2026, 18:30 Uhr.',
    '',
  ],
  [
    'a block that is to be lifted',
    measureAfter({ kind: 'blockieren' }, approved, taken, lift),
    'Blockieren: Soll aufgehoben werden',
    'Bitte heben Sie die Blockierung jetzt auf X auf und wählen Sie dann „Ausgeführt“.',
    '[Ausgeführt]',
  ],
  [
    'hiding, on its way',
    measureAfter({}, approved, begun('hide')),
    'Verbergen: Wird ausgeführt',
    'Freigegeben von Ben Behn. Amtsfunk fragt gerade bei X an.',
    '[Zurückziehen]',
  ],
  [
    'hiding, out of credit',
    measureAfter({}, approved, begun('hide'), {
      type: 'not-sent',
      ...hide,
      because: 'no-credit',
      until: null,
    }),
    'Verbergen: Freigegeben',
    'Freigegeben von Ben Behn. Das Guthaben bei X ist aufgebraucht. Bitte laden Sie es auf. Amtsfunk versucht es um 17:45 Uhr wieder.',
    '[Zurückziehen]',
  ],
  [
    'hiding, in doubt for the first time',
    measureAfter({}, approved, begun('hide'), { type: 'in-doubt', ...hide, because: 'timeout' }),
    'Verbergen: Freigegeben',
    'Freigegeben von Ben Behn. X hat nicht klar geantwortet. Amtsfunk versucht es um 17:31 Uhr wieder.',
    '[Zurückziehen]',
  ],
  [
    'in doubt',
    measureAfter({}, approved, ...doubted(1), ...doubted(2), ...doubted(3)),
    'Verbergen: Prüfung nötig',
    'X hat mehrmals nicht klar geantwortet. Bitte sehen Sie auf X nach. „Ausgeführt“, wenn es dort schon so ist, sonst „Erneut versuchen“.',
    '[Ausgeführt] [Erneut versuchen] [Zurückziehen]',
  ],
  [
    'about to be shown again',
    measureAfter({}, ...hidden),
    'Verbergen: Wird aufgehoben',
    'Amtsfunk zeigt die Antwort auf X gleich wieder.',
    '',
  ],
  [
    'not allowed to show it again',
    measureAfter({}, ...hidden, begun('show'), refusedBy('no-permission', 403)),
    'Verbergen: Prüfung nötig',
    'X erlaubt das dem Konto gerade nicht. Bitte sehen Sie auf X nach. „Ausgeführt“, wenn es dort schon so ist, sonst „Erneut versuchen“.',
    '[Ausgeführt] [Erneut versuchen]',
  ],
  [
    'gone on the network before it could be shown again',
    measureAfter({}, ...hidden, begun('show'), refusedBy('target-missing', 404)),
    'Verbergen: Prüfung nötig',
    'X zeigt den Beitrag nicht mehr. Bitte sehen Sie auf X nach. „Beitrag ist weg“, wenn er dort nicht zu finden ist. „Ausgeführt“, wenn es dort schon so ist, sonst „Erneut versuchen“.',
    '[Ausgeführt] [Beitrag ist weg] [Erneut versuchen]',
  ],
  [
    'its address gone before it could be shown again',
    measureAfter({}, ...hidden, begun('show'), refusedBy('target-missing', 0)),
    'Verbergen: Prüfung nötig',
    'Amtsfunk hat die Adresse des Beitrags nicht mehr und kann hier nichts tun. Bitte sehen Sie auf X nach. „Beitrag ist weg“, wenn er dort nicht zu finden ist. „Ausgeführt“, wenn es dort schon so ist, sonst „Erneut versuchen“.',
    '[Ausgeführt] [Beitrag ist weg] [Erneut versuchen]',
  ],
  [
    'gone, as somebody saw',
    measureAfter({}, ...hidden, begun('show'), refusedBy('target-missing', 404), {
      type: 'lapsed',
    }),
    'Verbergen: Erledigt',
    'Den Beitrag gibt es auf X nicht mehr, festgestellt von Petra Petersen am Mo., 23.11.2026, 22:30 Uhr.',
    '',
  ],
  [
    'rejected',
    measureAfter({}, { type: 'rejected' }),
    'Verbergen: Abgelehnt',
    'Abgelehnt von Ben Behn am Mo., 23.11.2026, 15:30 Uhr. Es geschieht nichts.',
    '',
  ],
])('%s: the card says so and offers what can be done', (_, measure, title, says, row) => {
  const lines = readAloud(
    measureCard({ ...setting, address: null, seal, measure, reason: 'Weil.', mention, card }),
  )
  expect(lines[0]).toBe(`# Maßnahme 3, ${title}`)
  expect(lines[1]).toBe(says)
  expect(lines.find((line) => line.startsWith('[')) ?? '').toBe(row)
})

test('when its words are erased, the card keeps the rule and says that they are gone', () => {
  const measure = measureAfter()
  const lines = readAloud(
    measureCard({ ...setting, address: null, seal, measure, reason: null, mention: null, card }),
  )
  expect(lines).toContain('Die Begründung ist gelöscht.')
  expect(lines).toContain('Netiquette, Regel 1: Beleidigung, Verleumdung, Bedrohung')
})

test('the thread calls for a second look, and whoever must look', () => {
  const event = { type: 'review-due', position: 4, at: noon, actor: 0 } as const
  const says =
    'Bitte prüfen Sie, ob diese Maßnahme noch nötig ist: „Aufheben“ oder „Geprüft, bleibt bestehen“.'
  expect(readAloud(measureNoteMessage({ event, to: null }))).toEqual([says])
  expect(readAloud(measureNoteMessage({ event, to: 'U0PETRA' }))).toEqual([`<@U0PETRA> ${says}`])
  expect(readAloud(measureNoteMessage({ event, to: '!channel' }))).toEqual([says])
})

test('measures are counted by kind and rule, the mildest first; what did not happen is not', () => {
  const lifted: MeasureEvent = { type: 'lifted' }
  const all = [
    measureAfter({ kind: 'blockieren', rule: 2, informed: true }, approved, taken, lift, lifted),
    measureAfter({ rule: 6 }, ...hidden),
    // Withdrawn while the network was asked: it never was in force.
    measureAfter({ rule: 5 }, approved, ...doubted(1), lift),
    measureAfter({ kind: 'hinweis', rule: 8 }, taken),
    measureAfter({ kind: 'hinweis', rule: 8, informed: true }, taken),
    measureAfter({ kind: 'verbergen', rule: 1 }, { type: 'rejected' }),
  ]
  expect(readAloud(measuresTable(all))).toEqual([
    'Hinweis geben, Regel 8 (Ohne Bezug zum Thema): 2 Fälle, davon informiert 1, aufgehoben 0',
    'Verbergen, Regel 6 (Werbung, Spam, Links ohne Bezug): 1 Fall, davon informiert 0, aufgehoben 0',
    'Blockieren, Regel 2 (Diskriminierung, Hass, Gewalt): 1 Fall, davon informiert 1, aufgehoben 1',
  ])
  expect(readAloud(measuresTable([]))).toEqual(['Bisher gibt es keine Maßnahmen.'])
})

test('a request for erasure names the account only while a second person must decide', () => {
  const draw = (stage: Erasure['stage']) =>
    readAloud(
      erasureCard({
        ...setting,
        seal: 'erasure/2/1/0123456789abcdef',
        erasure: { number: 2, position: 1, by: 1, at: noon, stage },
        handle: 'kim_beispiel',
      }),
    )
  expect(draw({ is: 'requested' })).toEqual([
    '# Löschersuchen 2: Wartet auf eine zweite Person',
    'Anna Ahlers möchte alles löschen, was zu @kim_beispiel gespeichert ist. Eine zweite Person der Pressestelle entscheidet. Beweissicherungen bleiben.',
    '[Löschen] [Nicht löschen]',
  ])
  expect(draw({ is: 'granted', by: 2, at: noon, mentions: 1, evidence: 1 })).toEqual([
    '# Löschersuchen 2: Gelöscht',
    'Entschieden von Ben Behn am Mo., 23.11.2026, 14:30 Uhr: 1 Erwähnung ist gelöscht. 1 Beweissicherung bleibt bis zur Entscheidung darüber.',
  ])
  expect(draw({ is: 'rejected', by: 2, at: noon })).toEqual([
    '# Löschersuchen 2: Nicht gelöscht',
    'Entschieden von Ben Behn am Mo., 23.11.2026, 14:30 Uhr: Es bleibt alles gespeichert.',
  ])
})
