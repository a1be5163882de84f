// Sentences as people read them.
import { expect, test } from 'vitest'
import type { PreElection } from '../../src/core/house-rules.ts'
import type { Flaw } from '../../src/core/proposal/draft.ts'
import type { Refusal } from '../../src/core/proposal/refusal.ts'
import { faultSentence } from '../../src/wording/faults.ts'
import { flawSentence } from '../../src/wording/flaws.ts'
import { help } from '../../src/wording/help.ts'
import { count, money, partsFromTo } from '../../src/wording/numbers.ts'
import { refusalSentence } from '../../src/wording/refusals.ts'
import { moment, momentInZone, momentToTheSecond } from '../../src/wording/time.ts'
import { noon, setting, zone } from '../slack/stories.ts'

const summer = Date.UTC(2026, 6, 1, 22, 5, 9)

test.each([
  [moment(noon, zone), 'Mo., 23.11.2026, 14:30 Uhr'],
  [momentInZone(noon, zone), 'Mo., 23.11.2026, 14:30 Uhr MEZ'],
  [momentInZone(summer, zone), 'Do., 02.07.2026, 00:05 Uhr MESZ'],
  [momentToTheSecond(summer, zone), 'Do., 02.07.2026, 00:05:09 Uhr'],
  // Twice the same wall clock: only the zone tells them apart.
  [momentInZone(Date.UTC(2026, 9, 25, 0, 30), zone), 'So., 25.10.2026, 02:30 Uhr MESZ'],
  [momentInZone(Date.UTC(2026, 9, 25, 1, 30), zone), 'So., 25.10.2026, 02:30 Uhr MEZ'],
  [money(0.015), '0,015 USD'],
  [money(0.2), '0,20 USD'],
  [money(0.2 + 0.015), '0,215 USD'],
  [money(1234.5), '1.234,50 USD'],
  [count(1234), '1.234'],
  [partsFromTo(2, 2), 'Teil 2'],
  [partsFromTo(1, 2), 'Teil 1 und 2'],
  [partsFromTo(2, 5), 'Teil 2 bis 5'],
])('%s', (said, expected) => {
  expect(said).toBe(expected)
})

test.each<[Flaw, string]>([
  [
    { field: 'text', flaw: 'too-long', part: 2, of: 3, surplus: 12, limit: 280 },
    'Teil 2 ist 12 Zeichen zu lang.',
  ],
  [
    { field: 'text', flaw: 'too-long', part: 1, of: 1, surplus: 1, limit: 25_000, withLink: true },
    'Der Text ist mit Link 1 Zeichen zu lang.',
  ],
  [
    { field: 'time', flaw: 'twice' },
    'Diese Uhrzeit gibt es an diesem Tag zweimal, weil die Sommerzeit endet. Bitte wählen Sie eine andere.',
  ],
])('%j', (flaw, sentence) => {
  expect(flawSentence(flaw)).toBe(sentence)
})

const flaws: Flaw[] = [
  { field: 'text', flaw: 'empty' },
  { field: 'text', flaw: 'empty-part', part: 2 },
  { field: 'text', flaw: 'too-long', part: 1, of: 1, surplus: 12, limit: 280 },
  { field: 'text', flaw: 'forbidden-character', part: 1, of: 1 },
  { field: 'text', flaw: 'unfilled' },
  { field: 'text', flaw: 'link-cut', link: 'http://intranet/a', linked: null },
  { field: 'link', flaw: 'link-cut', link: 'https://a.de/b^c', linked: 'https://a.de/b' },
  { field: 'text', flaw: 'forbidden-character', part: 2, of: 3 },
  { field: 'text', flaw: 'too-many-parts', parts: 26, limit: 25 },
  { field: 'text', flaw: 'too-much', surplus: 12, limit: 8000 },
  { field: 'topic', flaw: 'no-topic' },
  { field: 'link', flaw: 'not-a-link', typed: 'siehe Aushang' },
  { field: 'link', flaw: 'link-or-reason' },
  { field: 'date', flaw: 'date-missing' },
  { field: 'date', flaw: 'stock-with-date' },
  { field: 'date', flaw: 'embargo-without-date' },
  { field: 'date', flaw: 'not-a-date' },
  { field: 'time', flaw: 'time-missing' },
  { field: 'time', flaw: 'skipped' },
  { field: 'time', flaw: 'twice' },
  { field: 'time', flaw: 'past' },
  { field: 'text', flaw: 'warning-too-long', surplus: 12, limit: 280 },
  { field: 'reason', flaw: 'no-reason' },
  { field: 'cosigners', flaw: 'no-cosigner' },
  { field: 'area', flaw: 'missing' },
  { field: 'sourceDate', flaw: 'no-moment' },
  { field: 'sourceDate', flaw: 'in-future' },
  { field: 'validDate', flaw: 'past' },
  { picture: 1, field: 'altText', flaw: 'no-alt-text' },
  { picture: 1, field: 'altText', flaw: 'file-name' },
  { picture: 1, field: 'altText', flaw: 'alt-text-too-long', surplus: 12 },
  { picture: 1, field: 'credit', flaw: 'no-credit' },
  { picture: 1, field: 'people', flaw: 'people-unsaid' },
  { picture: 1, field: 'people', flaw: 'people-unfounded' },
  { picture: 1, field: 'reference', flaw: 'no-reference' },
  { picture: 1, field: 'until', flaw: 'consent-over' },
  { picture: 1, field: 'part', flaw: 'no-such-part', parts: 1 },
  { picture: 1, field: 'part', flaw: 'no-such-part', parts: 2 },
  { picture: 5, field: 'part', flaw: 'too-many-in-part', limit: 4 },
  { picture: 1, field: 'altText', flaw: 'gif-not-alone' },
]

const by = { by: 3, at: noon }
const period: PreElection = {
  ...{ name: 'Bürgerschaftswahl', from: '2027-01-12', until: '2027-02-23' },
  kinds: ['post'],
}
// A Record over every refusal: a new one without an example does not compile.
const refusals: { [Name in Refusal['refused']]: Extract<Refusal, { refused: Name }>[] } = {
  flawed: [{ refused: 'flawed', flaws }],
  outsider: [{ refused: 'outsider' }],
  'not-an-officer': [{ refused: 'not-an-officer' }],
  own: [{ refused: 'own' }],
  'not-yours': [{ refused: 'not-yours' }],
  'unknown-proposal': [{ refused: 'unknown-proposal' }],
  'outdated-version': [{ refused: 'outdated-version', current: 3 }],
  'nothing-changed': [{ refused: 'nothing-changed' }],
  'already-approved': [{ refused: 'already-approved', ...by }],
  stopped: [{ refused: 'stopped', ...by }],
  'already-ended': (['published', 'rejected', 'withdrawn', 'expired', 'failed'] as const).map(
    (stage) => ({ refused: 'already-ended', stage }),
  ),
  'in-stock': [{ refused: 'in-stock' }],
  'not-planned': [{ refused: 'not-planned' }],
  'in-the-past': [{ refused: 'in-the-past' }],
  embargo: [{ refused: 'embargo', until: noon }],
  'already-publishing': [{ refused: 'already-publishing' }],
  'in-doubt': [{ refused: 'in-doubt' }],
  'not-approved': [{ refused: 'not-approved' }],
  'nothing-to-check': [{ refused: 'nothing-to-check' }],
  'too-early': [{ refused: 'too-early' }],
  'changed-since-approval': [{ refused: 'changed-since-approval' }],
  'reason-missing': [{ refused: 'reason-missing' }],
  'reason-known': [{ refused: 'reason-known' }],
  'not-our-post': [{ refused: 'not-our-post' }],
  'cosignature-missing': [{ refused: 'cosignature-missing', departments: ['vs', 'mr'] }],
  'not-your-department': [{ refused: 'not-your-department' }],
  'over-budget': [{ refused: 'over-budget', spent: 40.12, budget: 40 }],
  'pictures-not-ready': [{ refused: 'pictures-not-ready' }],
  'post-known': [{ refused: 'post-known', number: 12 }],
  'follow-up-waiting': [{ refused: 'follow-up-waiting', number: 12, kind: 'all-clear' }],
  'warning-over': [{ refused: 'warning-over' }],
  'not-public': [{ refused: 'not-public' }],
  'office-stopped': [{ refused: 'office-stopped' }],
  'occasion-missing': [{ refused: 'occasion-missing', ...period }],
  'approved-once': [{ refused: 'approved-once', ...period }],
  'two-officers': [{ refused: 'two-officers', ...period }],
  'approval-missing': [{ refused: 'approval-missing' }],
}

const everything = [
  ...Object.values(refusals).flatMap((some: Refusal[]) =>
    some.map((refusal) => refusalSentence(refusal, setting)),
  ),
  ...flaws.map(flawSentence),
  faultSentence('7f3a'),
  help(),
]

test.each(everything)('a whole German sentence: %s', (sentence) => {
  expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\$\{| {2}/)
  expect(sentence).toMatch(/[.!]$|bergedorf$/)
  // Formal address, never the familiar one.
  expect(sentence).not.toMatch(/\b(?:du|dein|dich|dir)\b/i)
})

test('every refusal has a sentence of its own', () => {
  const sentences = everything.slice(0, -flaws.length - 2)
  expect(new Set(sentences).size).toBe(sentences.length)
})

test.each<[Refusal, string]>([
  [
    { refused: 'own' },
    'Sie haben diesen Text selbst verfasst oder zuletzt überarbeitet. Nach dem Vier-Augen-Prinzip entscheidet darüber eine andere Person der Pressestelle.',
  ],
  [
    { refused: 'already-approved', ...by },
    'Petra Petersen hat diesen Vorschlag schon freigegeben (Mo., 23.11.2026, 14:30 Uhr). Solange er nicht gesendet ist, können Sie ihn auf der Karte mit „Stopp“ anhalten.',
  ],
  [
    { refused: 'outdated-version', current: 3 },
    'Inzwischen gibt es Fassung 3. Bitte arbeiten Sie mit der Karte dieser Fassung weiter.',
  ],
])('%j', (refusal, sentence) => {
  expect(refusalSentence(refusal, setting)).toBe(sentence)
})
