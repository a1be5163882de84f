// What the moderation desk says besides its cards: every label, every refusal, every hint.
import { expect, test } from 'vitest'
import { concerns } from '../../src/core/conversation/concerns.ts'
import { awaited, fachaemter, referrals } from '../../src/core/conversation/conversation.ts'
import type { MeasureRefusal } from '../../src/core/measure/refusal.ts'
import type { ErasureRefusal } from '../../src/core/erasure/erasure.ts'
import { measureKinds, milderMeans, rules } from '../../src/core/measure/measure.ts'
import type { ConversationRefusal } from '../../src/core/conversation/refusal.ts'
import { accessText } from '../../src/wording/moderation/access.ts'
import { answeredAfterLine } from '../../src/wording/moderation/conversation.ts'
import { erasureRefusal } from '../../src/wording/moderation/erasure.ts'
import { stepFormWords } from '../../src/wording/moderation/forms.ts'
import {
  awaitedLabels,
  concernLabels,
  fachamtLabels,
  measureLabels,
  milderLabels,
  referralLabels,
  ruleLabels,
  ruleOption,
} from '../../src/wording/moderation/lists.ts'
import { moderationRefusal } from '../../src/wording/moderation/refusals.ts'
import { measured, proposal } from '../support/measures.ts'
import { noon, setting, zone } from '../slack/stories.ts'

test.each<[string, readonly (string | number)[], Record<string, string>]>([
  ['concerns', concerns, concernLabels],
  ['awaited', awaited, awaitedLabels],
  ['referrals', referrals, referralLabels],
  ['fachaemter', fachaemter, fachamtLabels],
  ['kinds of measure', measureKinds, measureLabels],
  ['milder means', milderMeans, milderLabels],
  ['rules', rules, ruleLabels],
])('every one of the %s has a label of its own that fits into a menu', (_, all, labels) => {
  const said = all.map((one) => labels[one] ?? '')
  expect(new Set(said).size).toBe(all.length)
  expect(said.filter((label) => label === '' || label.length > 75)).toEqual([])
})

test('only the last rule says that it is never for more than a hint', () => {
  expect(rules.map(ruleOption).filter((option) => option.includes('nur ein Hinweis'))).toEqual([
    '8 Ohne Bezug zum Thema (nur ein Hinweis)',
  ])
})

type Refusal = ConversationRefusal | MeasureRefusal
// A Record over every refusal: a new one without an example does not compile.
const refusals: { [Name in Refusal['refused']]: Extract<Refusal, { refused: Name }>[] } = {
  outsider: [{ refused: 'outsider' }],
  'not-an-officer': [{ refused: 'not-an-officer' }],
  own: [{ refused: 'own' }],
  'not-yours': [{ refused: 'not-yours' }],
  'unknown-mention': [{ refused: 'unknown-mention' }],
  'unknown-measure': [{ refused: 'unknown-measure' }],
  'already-claimed': [{ refused: 'already-claimed', by: 3, at: noon }],
  'already-closed': [{ refused: 'already-closed', as: 'noted' }],
  'not-seen': [{ refused: 'not-seen' }],
  'already-so': [{ refused: 'already-so' }],
  'not-reopenable': [{ refused: 'not-reopenable' }],
  'date-past': [{ refused: 'date-past' }],
  'fachamt-missing': [{ refused: 'fachamt-missing' }],
  'nothing-said': [{ refused: 'nothing-said' }],
  erased: [{ refused: 'erased' }],
  'evidence-held': [{ refused: 'evidence-held' }],
  'no-evidence': [{ refused: 'no-evidence' }],
  'rule-only-hint': [{ refused: 'rule-only-hint' }],
  'milder-missing': [{ refused: 'milder-missing' }],
  'reason-missing': [{ refused: 'reason-missing' }],
  'review-missing': [{ refused: 'review-missing' }],
  'review-past': [{ refused: 'review-past' }],
  'not-hideable': [{ refused: 'not-hideable' }],
  'address-gone': [{ refused: 'address-gone' }],
  'words-changed': [{ refused: 'words-changed' }],
  'measure-moved-on': (
    [
      ...(['proposed', 'rejected', 'withdrawn', 'approved'] as const),
      ...(['in-force', 'lifting', 'lifted', 'lapsed'] as const),
    ] as const
  ).map((now) => ({ refused: 'measure-moved-on' as const, now })),
}

const wellSaid = /^[„A-ZÄÖÜ].*[.@a-z]$/

test.each(Object.values(refusals).flat())('a refusal reads as a sentence: %j', (refusal) => {
  const said = moderationRefusal(refusal, setting)
  expect(said).toMatch(wellSaid)
  expect(said).not.toMatch(/undefined|null|\[object|leider nicht möglich/)
  expect(said.length).toBeLessThanOrEqual(300)
})

test('who comes second reads who has it, since when, and how to take over', () => {
  const refusal = { refused: 'already-claimed', by: 3, at: noon } as const
  expect(moderationRefusal(refusal, setting)).toBe(
    'Petra Petersen hat diese Erwähnung schon in Bearbeitung (seit Mo., 23.11.2026, 14:30 Uhr). Wenn Sie sie übernehmen möchten, nutzen Sie bitte die Schaltfläche auf der Karte.',
  )
})

test.each<ErasureRefusal['refused']>([
  'outsider',
  'not-an-officer',
  'own',
  'not-yours',
  'unknown-erasure',
  'erasure-decided',
  'nothing-kept',
  'handle-missing',
])('a refusal about erasure reads as a sentence: %s', (refused) => {
  expect(erasureRefusal({ refused })).toMatch(wellSaid)
})

test('titles and buttons of forms fit into Slack', () => {
  for (const { title, submit } of Object.values(stepFormWords)) {
    expect(title.length).toBeLessThanOrEqual(24)
    expect(submit.length).toBeLessThanOrEqual(24)
  }
})

test('who asks what is kept gets it whole, or reads that there is nothing', () => {
  const kept = {
    number: 12,
    text: 'Hallo!\n<!channel>',
    handle: 'kim_beispiel',
    name: 'Kim Beispiel',
    address: 'https://x.com/kim_beispiel/status/1',
    postedAt: noon,
    receivedAt: noon + 60_000,
  }
  const given = { at: noon, zone }
  const measure = measured(proposal(), { type: 'approved' }, { type: 'taken' })
  const whole = accessText(
    'kim_beispiel',
    {
      mentions: [
        { ...kept, state: 'Beantwortet.', earlier: [{ text: 'Halo!' }], said: ['Seit wann?'] },
      ],
      answers: [
        { mention: 12, text: 'Um neun.', addresses: ['https://x.com/b/status/9'], said: [] },
        { mention: 12, text: 'Um zehn?', addresses: [], said: ['Stimmt die Uhrzeit?'] },
      ],
      measures: [
        { measure, reason: 'Grobe Beleidigung.' },
        { measure, reason: null },
      ],
      evidence: [{ ...kept, number: 1, sha256: 'abc' }],
    },
    given,
  )
  expect(whole).toContain('Auskunft über die gespeicherten Daten zu @kim_beispiel')
  expect(whole.split(kept.text)).toHaveLength(3)
  expect(whole).toContain('Stand der Bearbeitung: Beantwortet.')
  expect(whole).toContain('Antworten des Bezirksamts: 2')
  expect(whole).toContain('Adresse: https://x.com/b/status/9\nText:\nUm neun.')
  expect(whole).toContain('--- Maßnahme 3 zu Erwähnung 12\nArt: Verbergen\n')
  expect(whole).toContain('Stand: In Kraft')
  expect(whole).toContain('Begründung: Grobe Beleidigung.')
  expect(whole).toContain('Begründung: gelöscht')
  expect(whole).toContain('SHA-256: abc')
  const none = { mentions: [], answers: [], measures: [], evidence: [] }
  const nothing = accessText('kim_beispiel', none, given)
  for (const title of [
    'Erwähnungen',
    'Antworten des Bezirksamts',
    'Maßnahmen',
    'Beweissicherungen',
  ]) {
    expect(nothing).toContain(`${title}: keine gespeichert.`)
  }
})

test.each([
  [0, 'Erste Antwort außerhalb der Servicezeiten'],
  [20_000, 'Erste Antwort nach weniger als einer Minute in den Servicezeiten'],
  [61 * 60_000, 'Erste Antwort nach 1 Std. 1 Min. in den Servicezeiten'],
])('how long the first answer took, of %i milliseconds: %s', (time, line) => {
  expect(answeredAfterLine(time)).toBe(line)
})
