// What is said about subject access: to who asks, and in the file.
import type { OrderStage } from '../../core/order.ts'
import type { Measure } from '../../core/measure/measure.ts'
import { count } from '../numbers.ts'
import { moment } from '../time.ts'
import { measureLabels, ruleLabels } from './lists.ts'
import { measureState } from './measures.ts'

export const accessComes = 'Die Auskunft kommt gleich in Ihre Direktnachrichten.'

export const accessComment =
  'Auskunft nach Art. 15 DSGVO. Nur Sie sehen diese Datei. Nach sieben Tagen wird sie hier gelöscht; bitte löschen Sie auch Ihre eigene Kopie nach dem Versand.'

/** "auskunft-3.txt": the account is not named where files are listed. */
export function accessFile(number: number): string {
  return `auskunft-${number}.txt`
}

/** The message that shows how far it is. */
export function accessProgress(number: number, stage: OrderStage): string {
  const name = `Auskunft ${number}`
  switch (stage.is) {
    case 'waiting':
    case 'drawing':
      return `⏳ ${name}: wird zusammengestellt.`
    case 'shared':
      return `✅ ${name}: Die Datei steht in der nächsten Nachricht.`
    case 'taken-back':
      return `${name}: Die Datei ist hier wieder gelöscht.`
    case 'failed':
      return `⚠️ ${name}: Das hat nicht geklappt (Kennung ${stage.id}). Bitte versuchen Sie es in einigen Minuten noch einmal mit /auskunft.`
  }
}

type Kept = {
  number: number
  text: string
  handle: string
  name: string
  address: string
  postedAt: number
  receivedAt: number
}

/** Everything that is kept about an account. `earlier` are the words of a mention before its author changed them,
 * `answers` what the office wrote for it. */
export type KeptAbout = {
  mentions: readonly (Kept & {
    state: string
    earlier: readonly { text: string }[]
    /** What a Fachamt was asked about it, and its Zuarbeit. */
    said: readonly string[]
  })[]
  answers: readonly {
    mention: number
    text: string
    /** Where the public can read it; empty for what was never published. */
    addresses: readonly string[]
    /** Questions and reasons of colleagues about it. */
    said: readonly string[]
  }[]
  measures: readonly { measure: Measure; reason: string | null }[]
  evidence: readonly (Kept & { sha256: string })[]
}

/** The same, readable without the program. */
export function accessText(
  handle: string,
  { mentions, answers, measures, evidence }: KeptAbout,
  { at, zone }: { at: number; zone: string },
): string {
  const entry = (kept: Kept) => [
    `Konto: ${kept.name} (@${kept.handle})`,
    `Adresse: ${kept.address}`,
    `Geschrieben: ${moment(kept.postedAt, zone)}`,
    `Empfangen: ${moment(kept.receivedAt, zone)}`,
    `Text:`,
    kept.text,
  ]
  return [
    `Auskunft über die gespeicherten Daten zu @${handle}`,
    `Stand: ${moment(at, zone)}`,
    '',
    'Zweck: Beantwortung von Anliegen an das Bezirksamt über das soziale Netzwerk X.',
    'Quelle: öffentliche Beiträge auf X, in denen das Bezirksamt genannt oder beantwortet wird.',
    'Weitere Daten (Bilder, Beschreibungen, Orte, Zahlen zum Konto) werden nicht gespeichert.',
    ...chapter('Erwähnungen', mentions, (kept) => [
      `--- Erwähnung ${kept.number}`,
      ...entry(kept),
      ...kept.earlier.flatMap(({ text }) => ['Frühere Fassung:', text]),
      `Stand der Bearbeitung: ${kept.state}`,
      ...kept.said.flatMap((words) => ['Intern dazu:', words]),
    ]),
    ...chapter('Antworten des Bezirksamts', answers, ({ mention, text, addresses, said }) => [
      `--- Antwort auf Erwähnung ${mention}`,
      `Adresse: ${addresses.length === 0 ? 'nicht veröffentlicht' : addresses.join(', ')}`,
      `Text:`,
      text,
      ...said.flatMap((words) => ['Anmerkung dazu:', words]),
    ]),
    ...chapter('Maßnahmen', measures, ({ measure, reason }) => [
      `--- Maßnahme ${measure.number} zu Erwähnung ${measure.mention}`,
      `Art: ${measureLabels[measure.kind]}`,
      `Netiquette, Regel ${measure.rule}: ${ruleLabels[measure.rule]}`,
      `Vorgeschlagen: ${moment(measure.at, zone)}`,
      `Stand: ${measureState(measure)}`,
      `Person informiert: ${measure.informed ? 'ja' : 'nein'}`,
      `Begründung: ${reason ?? 'gelöscht'}`,
    ]),
    ...chapter('Beweissicherungen', evidence, (kept) => [
      `--- Beweissicherung ${kept.number}`,
      ...entry(kept),
      `SHA-256: ${kept.sha256}`,
    ]),
    '',
  ].join('\n')
}

function chapter<One>(
  title: string,
  all: readonly One[],
  lines: (one: One) => readonly string[],
): string[] {
  return [
    '',
    all.length === 0 ? `${title}: keine gespeichert.` : `${title}: ${count(all.length)}`,
    ...all.flatMap((one) => ['', ...lines(one)]),
  ]
}
