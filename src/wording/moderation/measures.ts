// What is said about measures: the card, the form, the count.
import {
  actOf,
  addressGone,
  isForNetwork,
  needsApproval,
  stuckErrand,
  type Measure,
  type RecordedInMeasure,
  type StuckErrand,
} from '../../core/measure/measure.ts'
import type { DoubtBecause, NotSentBecause, RefusalByNetwork } from '../../core/outcome.ts'
import { nameOf, type Setting } from '../people.ts'
import { atTime, moment } from '../time.ts'
import { measureLabels, milderLabels, ruleLabels } from './lists.ts'

export type MeasureAction =
  | 'approve-measure'
  | 'reject-measure'
  | 'withdraw-measure'
  | 'tell-done'
  | 'tell-gone'
  | 'try-again'
  | 'lift'
  | 'tell-informed'
  | 'reviewed'

export const measureActionLabels: Record<MeasureAction, string> = {
  'approve-measure': 'Freigeben',
  'reject-measure': 'Ablehnen',
  'withdraw-measure': 'Zurückziehen',
  'tell-done': 'Ausgeführt',
  'tell-gone': 'Beitrag ist weg',
  'try-again': 'Erneut versuchen',
  lift: 'Aufheben',
  'tell-informed': 'Person informiert',
  reviewed: 'Geprüft, bleibt bestehen',
}

export function measureAloud(action: MeasureAction, number: number): string {
  return `${measureActionLabels[action]}: Maßnahme ${number}`
}

/** "Maßnahme 3, Verbergen: Wartet auf Freigabe" */
export function measureTitle(measure: Measure): string {
  return `Maßnahme ${measure.number}, ${measureLabels[measure.kind]}: ${measureState(measure)}`
}

/** The state in a few words. */
export function measureState(measure: Measure): string {
  const { kind, stage } = measure
  if (stuckErrand(measure) !== null) return 'Prüfung nötig'
  switch (stage.is) {
    case 'proposed':
      return 'Wartet auf Freigabe'
    case 'rejected':
      return 'Abgelehnt'
    case 'withdrawn':
      return 'Zurückgezogen'
    case 'approved':
      return isUnderWay(measure) ? 'Wird ausgeführt' : 'Freigegeben'
    case 'in-force':
      return needsApproval(kind) ? 'In Kraft' : 'Festgehalten'
    case 'lifting':
      return isForNetwork(measure) ? 'Wird aufgehoben' : 'Soll aufgehoben werden'
    case 'lifted':
      return 'Aufgehoben'
    case 'lapsed':
      return 'Erledigt'
  }
}

function isUnderWay(measure: Measure): boolean {
  return actOf(measure)?.errand?.stage.is === 'under-way'
}

/** The state as sentences: what happened, what is to do. */
export function measureSentence(measure: Measure, setting: Setting): string {
  const { stage, approvedBy, kind } = measure
  const { zone } = setting
  const stuck = stuckErrand(measure)
  if (stuck !== null) return stuckSentence(stuck, isHiding(measure))
  const by = approvedBy === null ? '' : `Freigegeben von ${nameOf(setting, approvedBy)}.`
  switch (stage.is) {
    case 'proposed':
      return 'Die Pressestelle entscheidet. Wer die Maßnahme vorschlägt, gibt sie nicht selbst frei.'
    case 'rejected':
      return `Abgelehnt von ${nameOf(setting, stage.by)} am ${moment(stage.at, zone)}. Es geschieht nichts.`
    case 'withdrawn':
      return `Zurückgezogen von ${nameOf(setting, stage.by)} am ${moment(stage.at, zone)}. Es geschieht nichts.`
    case 'approved':
      return isForNetwork(measure)
        ? `${by} ${actSentence(measure, isHiding(measure) ? hidesSentence : mutesSentence, zone)}`
        : `${by} ${blockSentence}`
    case 'in-force':
      return needsApproval(kind)
        ? `In Kraft seit ${moment(stage.since, zone)}. ${by}`
        : `Festgehalten am ${moment(stage.since, zone)}.`
    case 'lifting':
      return isForNetwork(measure)
        ? actSentence(
            measure,
            isHiding(measure)
              ? 'Amtsfunk zeigt die Antwort auf X gleich wieder.'
              : 'Amtsfunk beendet das Stummschalten auf X gleich.',
            zone,
          )
        : 'Bitte heben Sie die Blockierung jetzt auf X auf und wählen Sie dann „Ausgeführt“.'
    case 'lifted':
      return `Aufgehoben am ${moment(stage.at, zone)}.`
    case 'lapsed':
      return `Den Beitrag gibt es auf X nicht mehr, festgestellt von ${nameOf(setting, stage.by)} am ${moment(stage.at, zone)}.`
  }
}

/** What the desk does at the network; `otherwise` where nothing is in its way. */
function actSentence(measure: Measure, otherwise: string, zone: string): string {
  const stage = actOf(measure)?.errand?.stage
  if (stage?.is === 'under-way') return 'Amtsfunk fragt gerade bei X an.'
  if (stage?.is !== 'waiting') return otherwise
  const { because, since, retryAt } = stage
  return `${waitingReasons[because]} Amtsfunk versucht es ${atTime(retryAt, since, zone)} wieder.`
}

const unclear = 'X hat nicht klar geantwortet.'

/** Why the network did not do it yet. */
export const waitingReasons: Record<NotSentBecause | DoubtBecause, string> = {
  'rate-limit': 'X nimmt gerade nichts mehr an.',
  'no-credit': 'Das Guthaben bei X ist aufgebraucht. Bitte laden Sie es auf.',
  unreachable: 'X ist gerade nicht erreichbar.',
  'not-visible': 'X zeigt den Beitrag noch nicht.',
  'held-back': 'Amtsfunk hat noch nichts getan.',
  'picture-gone': 'X kennt ein Bild nicht mehr.',
  timeout: unclear,
  'cut-connection': unclear,
  'server-error': unclear,
  'unreadable-answer': unclear,
  crash: unclear,
  duplicate: unclear,
}

function isHiding({ kind }: Measure): boolean {
  return kind === 'verbergen'
}

const hidesSentence = 'Amtsfunk verbirgt die Antwort gleich.'
const mutesSentence = 'Amtsfunk schaltet das Konto gleich stumm.'

// There is no call for it.
const blockSentence =
  'X lässt Blockieren nur von Hand zu: Bitte blockieren Sie das Konto dort und wählen Sie dann „Ausgeführt“.'

function stuckSentence({ stage }: StuckErrand, isHiding: boolean): string {
  const look = 'Bitte sehen Sie auf X nach.'
  const decide = '„Ausgeführt“, wenn es dort schon so ist, sonst „Erneut versuchen“.'
  if (stage.is === 'unsettled') {
    return `X hat mehrmals nicht klar geantwortet. ${look} ${decide}`
  }
  if (stage.because !== 'target-missing') return `${refusedReason(stage.because)} ${look} ${decide}`
  const reason =
    stage.status === addressGone.status
      ? 'Amtsfunk hat die Adresse des Beitrags nicht mehr und kann hier nichts tun.'
      : 'X zeigt den Beitrag nicht mehr.'
  return isHiding
    ? `${reason} ${look} „Beitrag ist weg“, wenn er dort nicht zu finden ist. ${decide}`
    : `${reason} Das Konto finden Sie nur noch auf X selbst. ${decide}`
}

function refusedReason(because: RefusalByNetwork): string {
  switch (because) {
    case 'no-permission':
    case 'unauthorized':
    case 'account-locked':
      return 'X erlaubt das dem Konto gerade nicht.'
    case 'duplicate':
    case 'target-missing':
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

/** Leads to where a person does it by hand. */
export const openOnX = 'Auf X öffnen'

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
    : 'Amtsfunk kommt hier bei X nicht weiter. Was zu tun ist, steht auf der Karte.'
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
