// A measure: what the office does about a post that breaks the Netiquette, with four eyes and on record.
import type { Instant, NetworkName } from '../content.ts'
import type { Aim, Errand, ErrandEvent, ErrandKind, ErrandStage } from '../errand.ts'
import type { HideOutcome } from '../outcome.ts'
import type { Numbered, Recorded } from '../matter.ts'
import type { Actor } from '../people.ts'

export type MeasureNumber = number & { readonly is?: 'measure' }

/** In the order of severity. Hiding and muting go through the network; the rest a person does by hand. */
export const measureKinds = [
  'hinweis',
  'verbergen',
  'stummschalten',
  'blockieren',
  'melden',
] as const
export type MeasureKind = (typeof measureKinds)[number]

/** The office's Netiquette has eight rules. */
export const rules = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type Rule = (typeof rules)[number]

/** What was considered before: milder means. */
export const milderMeans = ['hinweis', 'gespraech', 'verbergen', 'stummschalten', 'keine'] as const
export type MilderMeans = (typeof milderMeans)[number]

/** A measure as asked for in the form. */
export type MeasureDraft = {
  kind: MeasureKind
  rule: Rule
  milder: readonly MilderMeans[]
  /** Whether the person was or will be told, and when the office will look again. */
  informed: boolean
  reviewOn: Instant | null
}

/** What it is about: a mention in the version somebody read. Its id on the network and the reason in words stand
 * in tables that can be erased. */
export type MeasureTarget = {
  conversation: number
  network: NetworkName
  mention: number
  version: number
}

export type MeasureEvent =
  | ({ type: 'proposed'; form: string } & MeasureDraft & MeasureTarget)
  | { type: 'approved' }
  | { type: 'rejected' }
  | { type: 'withdrawn' }
  /** What hiding or muting, or undoing that, goes through at the network. */
  | ErrandEvent
  /** It is in force: the network did it, or a person by hand. */
  | { type: 'taken' }
  | { type: 'informed' }
  /** The time to look again has come, and somebody has looked. */
  | { type: 'review-due' }
  | { type: 'reviewed'; next: Instant | null }
  /** It is to be undone: the network is asked, or a person's hands. */
  | { type: 'lift-wanted' }
  | { type: 'lifted' }
  /** The public sees the post no more: there is nothing left to hide or to show. */
  | { type: 'lapsed' }

export type RecordedInMeasure = Recorded<MeasureEvent>

export type MeasureStage =
  | { is: 'proposed' }
  | { is: 'rejected'; by: Actor; at: Instant }
  | { is: 'withdrawn'; by: Actor; at: Instant }
  /** Hiding and muting are owed to the network, the rest to a person's hands. */
  | { is: 'approved'; at: Instant }
  | { is: 'in-force'; since: Instant }
  | { is: 'lifting'; by: Actor; at: Instant }
  | { is: 'lifted'; at: Instant }
  | { is: 'lapsed'; by: Actor; at: Instant }

export type Measure = Numbered &
  MeasureDraft &
  MeasureTarget & {
    number: MeasureNumber
    /** Whether somebody was reminded of the coming review. */
    reviewReminded: boolean
    by: Actor
    at: Instant
    approvedBy: Actor | null
    /** Since when it was in force, null if it never was. */
    takenAt: Instant | null
    /** What was tried at the network: doing it, and undoing it when it is lifted. */
    doing: Errand | null
    undoing: Errand | null
    stage: MeasureStage
  }

/** What the network carries out, and what undoes it there; doing either twice has the same end as doing it once, so it
 * may be repeated. */
const acts = {
  verbergen: { does: 'hide', undoes: 'show' },
  stummschalten: { does: 'mute', undoes: 'unmute' },
} as const satisfies Partial<Record<MeasureKind, { does: ErrandKind; undoes: ErrandKind }>>

/** Whether the network carries it out. */
export function isForNetwork(measure: Pick<Measure, 'kind'>): boolean {
  return actsOf(measure) !== null
}

function actsOf({ kind }: Pick<Measure, 'kind'>): { does: ErrandKind; undoes: ErrandKind } | null {
  return kind === 'verbergen' || kind === 'stummschalten' ? acts[kind] : null
}

/** What touches somebody's rights needs a second person, and can be lifted. A hint that was given or a report to
 * the network cannot be taken back. */
export function needsApproval(kind: MeasureKind): boolean {
  return kind === 'verbergen' || kind === 'stummschalten' || kind === 'blockieren'
}

/** Nothing can happen any more but that the person is told. */
export function isOver({ stage }: Measure): boolean {
  return ['rejected', 'withdrawn', 'lifted', 'lapsed'].includes(stage.is)
}

/** The errand the measure is at; `errand` is null before it was begun. What is still under way when it is to be lifted
 * is brought to its end first. */
export function actOf(measure: Measure): { aim: Aim; errand: Errand | null } | null {
  const act = actsOf(measure)
  if (act === null) return null
  const { stage, network, doing, undoing } = measure
  const isAtIt = stage.is === 'lifting' && doing?.stage.is === 'under-way'
  if (stage.is === 'approved' || isAtIt) {
    return { aim: { errand: act.does, network, part: 0 }, errand: doing }
  }
  return stage.is === 'lifting'
    ? { aim: { errand: act.undoes, network, part: 0 }, errand: undoing }
    : null
}

/** An errand about which a person must say what is true. */
export type StuckErrand = Errand & {
  stage: Extract<ErrandStage, { is: 'refused' } | { is: 'unsettled' }>
}

/** The errand the measure is stuck in; null while the desk can act. */
export function stuckErrand(measure: Measure): StuckErrand | null {
  const errand = actOf(measure)?.errand ?? null
  return errand !== null && isStuck(errand) ? errand : null
}

function isStuck(errand: Errand): errand is StuckErrand {
  return errand.stage.is === 'refused' || errand.stage.is === 'unsettled'
}

/** Whether a person's hands are needed: the network cannot do it, or did not. */
export function isForHands(measure: Measure): boolean {
  const { is } = measure.stage
  const isOwed = is === 'approved' || is === 'lifting'
  return isOwed && (!isForNetwork(measure) || stuckErrand(measure) !== null)
}

/** Whether the network may have done it: then taking it back means undoing it there. */
export function mayBeDone({ doing }: Measure): boolean {
  return doing !== null && (doing.stage.is === 'under-way' || doing.doubted !== null)
}

/** What is recorded where the address of the post is not kept any more: nothing was asked of the network. */
export const addressGone = {
  outcome: 'refused',
  because: 'target-missing',
  status: 0,
  detail: '',
} as const satisfies HideOutcome
