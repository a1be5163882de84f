// A conversation: what citizens wrote to the office at one place, and what became of it. Nothing here is
// anybody's words or name: these live in a table of their own that can be erased.
import type { Instant } from '../content.ts'
import type { Actor } from '../people.ts'
import type { Concern } from './concerns.ts'

/** What a conversation waits for. */
export const awaited = ['fachamt', 'freigabe', 'buerger'] as const
export type Awaited = (typeof awaited)[number]

/** Where citizens are pointed to, counted by target. */
export const referrals = [
  'melde-michel',
  '115',
  'stadtreinigung',
  'polizei-feuerwehr',
  'bukea',
  'lsbg',
  'hvv',
  'autobahn',
  'bezirksversammlung',
  'andere',
] as const
export type Referral = (typeof referrals)[number]

/** The Fachämter a conversation can be forwarded to or wait for (office.md section 5). */
export const fachaemter = [
  'interner-service',
  'personalservice',
  'ressourcensteuerung',
  'rechtsamt',
  'einwohnerwesen',
  'personenstandswesen',
  'grundsicherung',
  'jugend',
  'sozialraum',
  'gesundheit',
  'baupruefung',
  'stadtplanung',
  'mr',
  'vs',
  'wirtschaft',
  'rkd',
] as const
export type Fachamt = (typeof fachaemter)[number]

/** Why somebody's words are erased: gone or protected on X, their time is over, or the
 * person asked for it. */
export type ErasedBecause = 'gone' | 'retention' | 'request'

/** Which moment a reminder is for: half and full time to the first answer, or a Wiedervorlage. */
export type Reminder = 'half' | 'full' | 'resubmission'

/** Mentions are numbers from 1, across all conversations; who wrote them stands elsewhere. */
export type ConversationEvent =
  /** A citizen wrote. The first one opens the conversation, a later one reopens it. `postedAt` is X's time;
   * `about` the number of our proposal it answers, if any; `collected`: it came in a flood and has no card. */
  | {
      type: 'received'
      mention: number
      postedAt: Instant
      concern: Concern | null
      emergency: boolean
      about: number | null
      collected: boolean
    }
  /** The citizen changed a mention on X. Reopens the conversation if it has become a call for help. */
  | { type: 'edited'; mention: number; emergency: boolean }
  /** Somebody wants a card for what came in a flood. */
  | { type: 'card-wanted' }
  /** Taken, or taken over from `from`. */
  | { type: 'claimed'; from: Actor | null }
  | { type: 'set-waiting'; for: Awaited; fachamt: Fachamt | null; until: Instant }
  /** A person says what it is about. */
  | { type: 'sorted'; concern: Concern }
  | { type: 'noted' }
  | { type: 'forwarded'; to: Fachamt }
  | { type: 'referred'; to: Referral }
  | { type: 'not-responsible' }
  | { type: 'marked-spam' }
  | { type: 'measure-taken'; measure: number }
  /** An answer is up for approval. */
  | { type: 'reply-proposed'; proposal: number; mention: number }
  /** That answer was rejected, withdrawn, expired or failed. */
  | { type: 'reply-dropped'; proposal: number }
  /** The public can read an answer: through us (`proposal`), or posted by hand by a person (null). */
  | { type: 'answered'; proposal: number | null }
  | { type: 'reminded'; of: Reminder }
  /** Text, address and copies of a mention are kept as evidence until a decision. */
  | { type: 'evidence-held'; mention: number; evidence: number; until: Instant }
  /** So many days at most are left to decide. */
  | { type: 'evidence-reminded'; evidence: number; days: number }
  | { type: 'evidence-ended'; evidence: number; decision: 'handed-over' | 'released' }
  | { type: 'erased'; mention: number; because: ErasedBecause }

/** An event as history keeps it: `position` is its place in the life of its conversation, from 1. */
export type RecordedInConversation = ConversationEvent & {
  position: number
  at: Instant
  actor: Actor
}

export type Mention = {
  number: number
  postedAt: Instant
  receivedAt: Instant
  /** Whether it ever sounded like a call for help. */
  emergency: boolean
  about: number | null
  collected: boolean
  edited: boolean
  erased: ErasedBecause | null
}

export type Taken = { by: Actor; at: Instant }

export type ConversationStage =
  | { is: 'new' }
  | ({ is: 'claimed' } & Taken)
  | {
      is: 'waiting'
      for: Awaited
      fachamt: Fachamt | null
      until: Instant
      /** Who has it meanwhile, null if nobody took it. */
      taken: Taken | null
      reminded: boolean
    }
  | { is: 'answered'; at: Instant }
  | { is: 'noted'; at: Instant }
  | { is: 'forwarded'; to: Fachamt; at: Instant }
  | { is: 'referred'; to: Referral; at: Instant }
  | { is: 'not-responsible'; at: Instant }
  | { is: 'measure'; measure: number; at: Instant }
  | { is: 'spam'; at: Instant }

/** The stages in which nobody owes the citizen anything; a further post reopens each of them. */
export type Closed = Exclude<ConversationStage['is'], 'new' | 'claimed' | 'waiting'>

export type Evidence = {
  number: number
  mention: number
  until: Instant
  since: Instant
  /** For how many days left somebody was reminded last, null before. */
  remindedFor: number | null
}

export type Conversation = {
  number: number
  position: number
  mentions: readonly [Mention, ...Mention[]]
  /** What it is about: a person's word, else the suggestion made from the first mention's words. */
  concern: Concern | null
  sortedBy: Actor | null
  stage: ConversationStage
  /** The running wait for an answer began with this mention's arrival; null while none is awaited. */
  awaitsAnswerSince: Instant | null
  /** When the public could first read an answer, null before. */
  firstAnsweredAt: Instant | null
  reminders: readonly Reminder[]
  /** Proposals up for approval that answer it. */
  replies: readonly number[]
  evidence: readonly Evidence[]
  /** Measures that were carried out because of it. */
  measures: readonly number[]
  cardWanted: boolean
}

/** Whether nobody owes the citizen anything. */
export function isClosed({ stage }: Conversation): boolean {
  return stage.is !== 'new' && stage.is !== 'claimed' && stage.is !== 'waiting'
}
