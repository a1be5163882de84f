// What is said about subject access and erasure.
import type { Erasure, ErasureRefusal, HowMuch } from '../../core/erasure/erasure.ts'
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
  text: 'Alle gespeicherten Texte dieses Kontos werden gelöscht, auch auf den Karten in Slack. Beweissicherungen bleiben. Das lässt sich nicht rückgängig machen.',
  confirm: 'Löschen',
  deny: 'Abbrechen',
}

const states = {
  requested: 'Wartet auf eine zweite Person',
  rejected: 'Nicht gelöscht',
  granted: 'Gelöscht',
}

/** "Löschersuchen 2: Wartet auf eine zweite Person" */
export function erasureTitle({ number, stage }: Erasure): string {
  return `Löschersuchen ${number}: ${states[stage.is]}`
}

/** The state as a sentence. The account is named only while it must be decided about. */
export function erasureSentence(
  { by, stage }: Erasure,
  handle: string | null,
  setting: Setting,
): string {
  if (stage.is === 'requested') {
    return `${nameOf(setting, by)} möchte alles löschen, was zu @${handle ?? '…'} gespeichert ist. Eine zweite Person der Pressestelle entscheidet. Beweissicherungen bleiben.`
  }
  const decided = `Entschieden von ${nameOf(setting, stage.by)} am ${moment(stage.at, setting.zone)}`
  return stage.is === 'rejected'
    ? `${decided}: Es bleibt alles gespeichert.`
    : `${decided}: ${erasedCount(stage)}`
}

/** "2 Erwähnungen sind gelöscht. 1 Beweissicherung bleibt bis zur Entscheidung darüber." */
export function erasedCount({ mentions, evidence }: HowMuch): string {
  const erased = `${count(mentions)} ${mentions === 1 ? 'Erwähnung ist' : 'Erwähnungen sind'} gelöscht.`
  if (evidence === 0) return erased
  const held = evidence === 1 ? 'Beweissicherung bleibt' : 'Beweissicherungen bleiben'
  return `${erased} ${count(evidence)} ${held} bis zur Entscheidung darüber.`
}

export function erasureRefusal({ refused }: ErasureRefusal): string {
  switch (refused) {
    case 'outsider':
    case 'not-an-officer':
    case 'not-yours':
      return 'Auskunft und Löschung bearbeitet die Pressestelle. Bitte wenden Sie sich an sie.'
    case 'own':
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
