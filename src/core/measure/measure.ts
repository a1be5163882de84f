// A measure: what the office does about a post that breaks the Netiquette, with four eyes and on record.
import type { Instant } from '../content.ts'
import type { NotSentBecause, RefusalByNetwork, DoubtBecause } from '../outcome.ts'
import type { Actor } from '../people.ts'

/** In the order of severity. Only hiding goes through the network; the rest a person did by hand. */
export const measureKinds = [
  'hinweis',
  'verbergen',
  'stummschalten',
  'blockieren',
  'melden',
] as const
export type MeasureKind = (typeof measureKinds)[number]

/** The office's Netiquette has eight rules (office.md section 8). */
export const rules = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type Rule = (typeof rules)[number]

/** What was considered before: milder means. */
export const milderMeans = ['hinweis', 'gespraech', 'verbergen', 'stummschalten', 'keine'] as const
export type MilderMeans = (typeof milderMeans)[number]

export type MeasureEvent =
  | {
      type: 'measure-proposed'
      kind: MeasureKind
      /** The conversation and the mention it is about. The reason in words stands in an erasable table. */
      conversation: number
      mention: number
      rule: Rule
      milder: readonly MilderMeans[]
      /** Whether the person was or will be told, and when the office will look again. */
      informed: boolean
      reviewOn: Instant | null
    }
  | { type: 'measure-approved' }
  | { type: 'measure-rejected' }
  | { type: 'measure-withdrawn' }
  /** A call to the network begins: hide, or unhide when lifting. */
  | { type: 'acting'; attempt: number; lifts: boolean }
  /** It is done: by the network's word, or by a person who did it by hand. */
  | { type: 'done'; how: 'sent' | 'told' }
  | { type: 'act-refused'; because: RefusalByNetwork; status: number; detail: string }
  | { type: 'act-not-sent'; because: NotSentBecause; until: Instant | null }
  | { type: 'act-in-doubt'; because: DoubtBecause }
  | { type: 'informed' }
  | { type: 'lift-wanted' }
  | { type: 'lifted'; how: 'sent' | 'told' }
  | { type: 'reviewed'; next: Instant | null }
  | { type: 'review-due' }
  /** A person wants a hide or unhide that ended in doubt tried again. */
  | { type: 'act-again' }

export type RecordedInMeasure = MeasureEvent & { position: number; at: Instant; actor: Actor }

export type MeasureStage =
  | { is: 'proposed' }
  | { is: 'rejected'; by: Actor; at: Instant }
  | { is: 'withdrawn'; by: Actor; at: Instant }
  /** Approved: hiding is owed to the network, the rest to a person's hands. */
  | { is: 'approved'; retryAt: Instant; attempts: number }
  | { is: 'acting'; attempt: number; lifts: boolean; since: Instant }
  | { is: 'in-force'; since: Instant }
  | { is: 'lifting'; retryAt: Instant; attempts: number }
  | { is: 'lifted'; at: Instant }
  /** The network refused for good, or three attempts ended in doubt: a person looks. */
  | { is: 'check-needed'; lifts: boolean; because: RefusalByNetwork | DoubtBecause }

export type Measure = {
  number: number
  position: number
  kind: MeasureKind
  conversation: number
  mention: number
  rule: Rule
  milder: readonly MilderMeans[]
  informed: boolean
  reviewOn: Instant | null
  reviewReminded: boolean
  by: Actor
  at: Instant
  approvedBy: Actor | null
  stage: MeasureStage
}

/** What the network carries out; hiding twice has the same end as hiding once, so it may be repeated. */
export function isForNetwork({ kind }: Pick<Measure, 'kind'>): boolean {
  return kind === 'verbergen'
}

/** What touches somebody's rights needs a second person. */
export function needsApproval(kind: MeasureKind): boolean {
  return kind === 'verbergen' || kind === 'stummschalten' || kind === 'blockieren'
}

/** How often the network is asked before a person looks, and how long to wait between, in milliseconds. */
const attemptsBeforeAsking = 3
const retryAfter = 60_000

/** What is true after an event. Null before the first one. Throws on an impossible history. */
export function evolveMeasure(
  before: Measure | null,
  event: RecordedInMeasure,
  number: number,
): Measure {
  const { at, actor: by, position } = event
  if (before === null) {
    if (event.type !== 'measure-proposed' || position !== 1) throw impossible(number, event)
    const { kind, conversation, mention, rule, milder, informed, reviewOn } = event
    return {
      number,
      position,
      kind,
      conversation,
      mention,
      rule,
      milder,
      informed,
      reviewOn,
      reviewReminded: false,
      by,
      at,
      approvedBy: null,
      stage: { is: 'proposed' },
    }
  }
  const fits =
    position === before.position + 1 && mayFollowInMeasure[before.stage.is].includes(event.type)
  if (event.type === 'measure-proposed' || !fits) throw impossible(number, event)
  return { ...before, ...change(before, event), position }
}

/** Folds a whole life; null for an empty one. */
export function replayMeasure(number: number, events: Iterable<RecordedInMeasure>): Measure | null {
  let measure: Measure | null = null
  for (const event of events) measure = evolveMeasure(measure, event, number)
  return measure
}

/** What can happen to a measure at each stage; what is missing here is impossible. */
export const mayFollowInMeasure: Record<MeasureStage['is'], readonly MeasureEvent['type'][]> = {
  proposed: ['measure-approved', 'measure-rejected', 'measure-withdrawn', 'done', 'informed'],
  rejected: [],
  withdrawn: [],
  approved: ['acting', 'done', 'measure-withdrawn', 'informed'],
  acting: ['done', 'lifted', 'act-refused', 'act-not-sent', 'act-in-doubt', 'informed'],
  'in-force': ['lift-wanted', 'lifted', 'informed', 'reviewed', 'review-due'],
  lifting: ['acting', 'lifted', 'informed'],
  lifted: ['informed'],
  'check-needed': ['act-again', 'done', 'lifted', 'measure-withdrawn', 'informed'],
}

function change(
  measure: Measure,
  event: Exclude<RecordedInMeasure, { type: 'measure-proposed' }>,
): Partial<Measure> {
  const { stage } = measure
  const { at, actor: by } = event
  switch (event.type) {
    case 'measure-approved':
      return { approvedBy: by, stage: { is: 'approved', retryAt: at, attempts: 0 } }
    case 'measure-rejected':
      return { stage: { is: 'rejected', by, at } }
    case 'measure-withdrawn':
      return { stage: { is: 'withdrawn', by, at } }
    case 'acting':
      return { stage: { is: 'acting', attempt: event.attempt, lifts: event.lifts, since: at } }
    case 'done':
      return { stage: { is: 'in-force', since: at } }
    case 'lifted':
      return { stage: { is: 'lifted', at } }
    case 'lift-wanted':
      return { stage: { is: 'lifting', retryAt: at, attempts: 0 } }
    case 'act-refused':
      return stage.is === 'acting'
        ? { stage: { is: 'check-needed', lifts: stage.lifts, because: event.because } }
        : {}
    case 'act-not-sent':
      return stage.is === 'acting'
        ? {
            stage: again(
              stage.lifts,
              Math.max(event.until ?? 0, at + retryAfter),
              stage.attempt - 1,
            ),
          }
        : {}
    case 'act-in-doubt':
      if (stage.is !== 'acting') return {}
      return stage.attempt < attemptsBeforeAsking
        ? { stage: again(stage.lifts, at + retryAfter, stage.attempt) }
        : { stage: { is: 'check-needed', lifts: stage.lifts, because: event.because } }
    case 'act-again':
      return stage.is === 'check-needed' ? { stage: again(stage.lifts, at, 0) } : {}
    case 'informed':
      return { informed: true }
    case 'reviewed':
      return { reviewOn: event.next, reviewReminded: false }
    case 'review-due':
      return { reviewReminded: true }
  }
}

function again(lifts: boolean, retryAt: Instant, attempts: number): MeasureStage {
  return lifts ? { is: 'lifting', retryAt, attempts } : { is: 'approved', retryAt, attempts }
}

function impossible(number: number, { position, type }: RecordedInMeasure): Error {
  return new Error(`impossible history: event ${position}, "${type}", in measure ${number}`)
}
