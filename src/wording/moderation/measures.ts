// What is said about measures: the card, the form, the count.
import type { Measure, RecordedInMeasure } from '../../core/measure/measure.ts'
import { isForNetwork, needsApproval } from '../../core/measure/measure.ts'
import type { DoubtBecause, RefusalByNetwork } from '../../core/outcome.ts'
import { nameOf, type Setting } from '../people.ts'
import { moment } from '../time.ts'
import { measureLabels, milderLabels, ruleLabels } from './lists.ts'

export type MeasureAction =
  | 'approve-measure'
  | 'reject-measure'
  | 'withdraw-measure'
  | 'tell-done'
  | 'lift'
  | 'tell-informed'
  | 'try-again'
  | 'reviewed'

export const measureActionLabels: Record<MeasureAction, string> = {
  'approve-measure': 'Freigeben',
  'reject-measure': 'Ablehnen',
  'withdraw-measure': 'Zurückziehen',
  'tell-done': 'Ausgeführt',
  lift: 'Aufheben',
  'tell-informed': 'Person informiert',
  'try-again': 'Erneut versuchen',
  reviewed: 'Geprüft, bleibt bestehen',
}

export function measureAloud(action: MeasureAction, number: number): string {
  return `${measureActionLabels[action]}: Maßnahme ${number}`
}

/** "Maßnahme 3, Verbergen: Wartet auf Freigabe" */
export function measureTitle(measure: Measure): string {
  return `Maßnahme ${measure.number}, ${measureLabels[measure.kind]}: ${stateTitle(measure)}`
}

function stateTitle({ kind, stage }: Measure): string {
  switch (stage.is) {
    case 'proposed':
      return 'Wartet auf Freigabe'
    case 'rejected':
      return 'Abgelehnt'
    case 'withdrawn':
      return 'Zurückgezogen'
    case 'approved':
      return 'Freigegeben'
    case 'acting':
      return stage.lifts ? 'Wird aufgehoben' : 'Wird ausgeführt'
    case 'in-force':
      return needsApproval(kind) ? 'In Kraft' : 'Festgehalten'
    case 'lifting':
      return 'Wird aufgehoben'
    case 'lifted':
      return 'Aufgehoben'
    case 'check-needed':
      return 'Prüfung nötig'
  }
}

/** The state as sentences: what happened, what is to do. */
export function measureSentence(measure: Measure, setting: Setting): string {
  const { stage, approvedBy } = measure
  const { zone } = setting
  const by = approvedBy === null ? '' : ` Freigegeben von ${nameOf(setting, approvedBy)}.`
  switch (stage.is) {
    case 'proposed':
      return 'Die Pressestelle entscheidet. Wer die Maßnahme vorschlägt, gibt sie nicht selbst frei.'
    case 'rejected':
      return `Abgelehnt von ${nameOf(setting, stage.by)} am ${moment(stage.at, zone)}. Es geschieht nichts.`
    case 'withdrawn':
      return `Zurückgezogen von ${nameOf(setting, stage.by)} am ${moment(stage.at, zone)}. Es geschieht nichts.`
    case 'approved':
      return isForNetwork(measure)
        ? `${by.trim()} Amtsfunk verbirgt die Antwort gleich.`
        : `${by.trim()} Bitte führen Sie die Maßnahme jetzt auf X aus und wählen Sie dann „Ausgeführt“.`
    case 'acting':
      return `Amtsfunk fragt gerade bei X an.${by}`
    case 'in-force':
      return needsApproval(measure.kind)
        ? `In Kraft seit ${moment(stage.since, zone)}.${by}`
        : `Festgehalten am ${moment(stage.since, zone)}.`
    case 'lifting':
      return 'Amtsfunk hebt die Maßnahme bei X auf.'
    case 'lifted':
      return `Aufgehoben am ${moment(stage.at, zone)}.`
    case 'check-needed':
      return `${checkReason(stage.because)} Bitte sehen Sie auf X nach. „Ausgeführt“, wenn es dort schon so ist, sonst „Erneut versuchen“.`
  }
}

function checkReason(because: RefusalByNetwork | DoubtBecause): string {
  switch (because) {
    case 'no-permission':
    case 'unauthorized':
    case 'account-locked':
      return 'X erlaubt das dem Konto gerade nicht.'
    case 'timeout':
    case 'cut-connection':
    case 'server-error':
    case 'unreadable-answer':
    case 'crash':
    case 'duplicate':
      return 'X hat mehrmals nicht klar geantwortet.'
    case 'target-missing':
      return 'X zeigt den Beitrag nicht mehr.'
    case 'too-long':
    case 'reply-not-allowed':
    case 'bad-media':
    case 'other':
      return 'X hat das nicht angenommen.'
  }
}

/** The facts of a measure, one line each. */
export function measureFacts(measure: Measure, setting: Setting): string[] {
  const { rule, milder, informed, reviewOn, by, at } = measure
  const means = milder.map((mean) => milderLabels[mean]).join(', ')
  return [
    `Netiquette, Regel ${rule}: ${ruleLabels[rule]}`,
    `Milderes Mittel geprüft: ${means === '' ? 'nicht nötig' : means}`,
    `Person informiert: ${informed ? 'ja' : 'nein'}`,
    ...(reviewOn === null ? [] : [`Erneut prüfen am ${moment(reviewOn, setting.zone)}`]),
    `Vorgeschlagen von ${nameOf(setting, by)} am ${moment(at, setting.zone)}`,
  ]
}

export const reasonLabel = 'Begründung:'
export const reasonForgotten = 'Die Begründung ist gelöscht.'
/** To which mention it belongs. */
export function measureAbout(mention: number): string {
  return `Zu Erwähnung ${mention}`
}

/** A word in the thread of a measure. */
export function measureNote(event: RecordedInMeasure): string {
  return event.type === 'review-due'
    ? 'Bitte prüfen Sie, ob diese Maßnahme noch nötig ist: „Aufheben“ oder „Geprüft, bleibt bestehen“.'
    : 'X hat das nicht angenommen. Was zu tun ist, steht auf der Karte.'
}

export const measuresTitle = 'Maßnahmen'
export const noMeasures = 'Bisher gibt es keine Maßnahmen.'
/** One line of the count. */
export function measuresLine(row: {
  kind: Measure['kind']
  rule: Measure['rule']
  count: number
  informed: number
  lifted: number
}): string {
  return `${measureLabels[row.kind]}, Regel ${row.rule} (${ruleLabels[row.rule]}): ${row.count} ${row.count === 1 ? 'Fall' : 'Fälle'}, davon informiert ${row.informed}, aufgehoben ${row.lifted}`
}
