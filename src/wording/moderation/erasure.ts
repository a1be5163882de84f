// What is said about subject access and erasure.
import type { ErasureRefusal, ErasureStage } from '../../core/erasure/erasure.ts'
import { count } from '../numbers.ts'
import { nameOf, type Setting } from '../people.ts'
import { moment } from '../time.ts'

export type ErasureAction = 'approve-erasure' | 'reject-erasure'

export const erasureLabels: Record<ErasureAction, string> = {
  'approve-erasure': 'Löschen',
  'reject-erasure': 'Nicht löschen',
}

/** For screen readers: "Löschen: Löschersuchen 2". */
export function erasureAloud(action: ErasureAction, number: number): string {
  return `${erasureLabels[action]}: Löschersuchen ${number}`
}

export const erasureConfirm = {
  title: 'Endgültig löschen?',
  text: 'Alle gespeicherten Texte dieses Kontos werden gelöscht, auch auf den Karten in Slack. Das lässt sich nicht rückgängig machen.',
  confirm: 'Löschen',
  deny: 'Abbrechen',
}

/** "Löschersuchen 2: Wartet auf eine zweite Person" */
export function erasureTitle(number: number, stage: ErasureStage): string {
  const states = {
    requested: 'Wartet auf eine zweite Person',
    rejected: 'Nicht gelöscht',
    done: 'Gelöscht',
  }
  return `Löschersuchen ${number}: ${states[stage.is]}`
}

/** The state as a sentence. The account is named only while it must be decided about. */
export function erasureSentence(
  stage: ErasureStage,
  handle: string | null,
  setting: Setting,
): string {
  const when = moment(stage.at, setting.zone)
  const who = nameOf(setting, stage.by)
  switch (stage.is) {
    case 'requested':
      return `${who} möchte alles löschen, was zu @${handle ?? '…'} gespeichert ist. Eine zweite Person der Pressestelle entscheidet. Beweissicherungen bleiben.`
    case 'rejected':
      return `Entschieden von ${who} am ${when}: Es bleibt alles gespeichert.`
    case 'done': {
      const held =
        stage.evidence === 0
          ? ''
          : ` ${count(stage.evidence)} ${stage.evidence === 1 ? 'Beweissicherung bleibt' : 'Beweissicherungen bleiben'} bis zur Entscheidung darüber.`
      return `Entschieden von ${who} am ${when}: ${count(stage.mentions)} ${stage.mentions === 1 ? 'Erwähnung ist' : 'Erwähnungen sind'} gelöscht.${held}`
    }
  }
}

export function erasureRefusal({ refused }: ErasureRefusal): string {
  switch (refused) {
    case 'outsider':
    case 'not-an-officer':
      return 'Auskunft und Löschung bearbeitet die Pressestelle. Bitte wenden Sie sich an sie.'
    case 'own-erasure':
      return 'Vier-Augen-Prinzip: Sie haben die Löschung selbst beantragt. Bitte lassen Sie eine zweite Person der Pressestelle entscheiden.'
    case 'unknown-erasure':
      return 'Dieses Löschersuchen gibt es nicht.'
    case 'erasure-decided':
      return 'Darüber ist schon entschieden. Den Stand sehen Sie auf der Karte.'
    case 'nothing-kept':
      return 'Zu diesem Konto ist nichts gespeichert.'
    case 'handle-missing':
      return 'Bitte nennen Sie das Konto so: /auskunft @name oder /loeschung @name'
  }
}

export const erasureAsked =
  'Das Löschersuchen steht jetzt im Moderationskanal. Eine zweite Person der Pressestelle entscheidet.'
export const accessSent = 'Die Auskunft steht als Datei in Ihren Direktnachrichten.'
export const accessFile = 'auskunft.txt'
export const accessComment =
  'Auskunft nach Art. 15 DSGVO. Nur Sie sehen diese Datei; bitte löschen Sie sie nach dem Versand.'

type Kept = {
  number: number
  text: string
  handle: string
  name: string
  address: string
  postedAt: number
  receivedAt: number
}

/** Everything kept about an account, readable without the program. */
export function accessText(
  handle: string,
  given: {
    /** `earlier` are the words the person changed since. */
    mentions: readonly (Kept & { state: string; earlier: readonly { text: string }[] })[]
    evidence: readonly (Kept & { sha256: string })[]
    at: number
    zone: string
  },
): string {
  const { mentions, evidence, at, zone } = given
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
    '',
    mentions.length === 0
      ? 'Erwähnungen: keine gespeichert.'
      : `Erwähnungen: ${count(mentions.length)}`,
    ...mentions.flatMap((kept) => [
      '',
      `--- Erwähnung ${kept.number}`,
      ...entry(kept),
      ...kept.earlier.flatMap(({ text }) => ['Frühere Fassung:', text]),
      `Stand der Bearbeitung: ${kept.state}`,
    ]),
    '',
    evidence.length === 0
      ? 'Beweissicherungen: keine.'
      : `Beweissicherungen: ${count(evidence.length)}`,
    ...evidence.flatMap((kept) => [
      '',
      `--- Beweissicherung ${kept.number}`,
      ...entry(kept),
      `SHA-256: ${kept.sha256}`,
    ]),
    '',
  ].join('\n')
}
