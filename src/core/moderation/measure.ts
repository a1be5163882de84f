// A measure: what the office does about a post that breaks the Netiquette, with four eyes and on record.
import type { Instant } from '../content.ts'
import type { NotSentBecause, RefusalByNetwork, DoubtBecause } from '../outcome.ts'
import type { Actor } from '../proposal.ts'

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
      /** Whether the person was or will be told, and by what the office will look again. */
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

export type RecordedInMeasure = MeasureEvent & { position: number; at: Instant; actor: Actor }

export type MeasureStage =
  | { is: 'proposed' }
  | { is: 'rejected'; by: Actor; at: Instant }
  | { is: 'withdrawn'; by: Actor; at: Instant }
  /** Approved; hide and unhide are owed to the network, the rest to a person's hands. */
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
