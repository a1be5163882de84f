// A conversation: what citizens wrote to the office at one place, and what became of it. Nothing here is
// anybody's words or name: these live in tables of their own that can be erased.
import type { Instant } from '../content.ts'
import type { Recorded } from '../matter.ts'
import type { Actor } from '../people.ts'
import type { ProposalNumber, Round } from '../proposal/proposal.ts'
import type { Concern } from './concerns.ts'

/** Conversations are numbers from 1. */
export type ConversationNumber = number & { readonly is?: 'conversation' }

/** Mentions are numbers from 1 across all conversations, in the order they came; who wrote them stands
 * elsewhere. */
export type MentionNumber = number & { readonly is?: 'mention' }

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

/** The Fachämter a conversation can be forwarded to or wait for. */
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

/** Why somebody's words are erased: gone or protected on the network, their time is over, or the person asked
 * for it. */
export type ErasedBecause = 'gone' | 'retention' | 'request'

/** Half and full time to the answer a mention waits for. */
export type Reminder = 'half' | 'full'

/** What history says of a conversation. Whatever closes or puts off names the mentions it is about: those that
 * were there when it was decided. */
export type ConversationEvent =
  /** A citizen wrote: version 1 of a mention. The first one opens the conversation, a later one reopens it.
   * `postedAt` is the network's time; `about` the number of our proposal it answers, if any; `collected`: it came
   * in a flood and stands in the flood's list. */
  | {
      type: 'received'
      mention: MentionNumber
      postedAt: Instant
      concern: Concern | null
      emergency: boolean
      about: ProposalNumber | null
      collected: boolean
    }
  /** The citizen changed a mention on the network; `version` counts on from 2. It waits again if it has become a
   * call for help. */
  | { type: 'edited'; mention: MentionNumber; version: number; emergency: boolean }
  /** Somebody wants a card for what came in a flood. */
  | { type: 'card-wanted' }
  /** Taken, or taken over from `from`. */
  | { type: 'claimed'; from: Actor | null }
  /** Who had it gives it back, or an officer did it for them: nobody has it. */
  | { type: 'returned'; from: Actor }
  /** What closed these mentions was a slip: they wait as before. `undoes` is its position. */
  | ({ type: 'reopened'; undoes: number } & About)
  /** These mentions wait for somebody else until a day, the Wiedervorlage. */
  | ({ type: 'set-waiting'; for: Awaited; fachamt: Fachamt | null; until: Instant } & About)
  /** A Fachamt is sent these mentions and asked for its Zuarbeit until a day; `question` is what a person wants to know
   * of it. */
  | ({ type: 'passed-on'; fachamt: Fachamt; until: Instant; question: string } & About)
  /** The Zuarbeit of the Fachamt. `request` is the position at which it was asked for. */
  | ({ type: 'contributed'; request: number; text: string } & About)
  /** The day of the Wiedervorlage has come. */
  | { type: 'resubmitted' }
  /** A person says what it is about. */
  | { type: 'sorted'; concern: Concern }
  | ({ type: 'noted' } & About)
  | ({ type: 'forwarded'; to: Fachamt } & About)
  | ({ type: 'referred'; to: Referral } & About)
  | ({ type: 'not-responsible' } & About)
  | ({ type: 'marked-spam' } & About)
  | ({ type: 'measure-taken'; measure: number } & About)
  /** An answer to a version of a mention is up for approval; or an answer that was up already is now meant for a
   * later version. */
  | {
      type: 'reply-proposed'
      proposal: ProposalNumber
      mention: MentionNumber
      version: number
      /** A post of its own that answers others, too. */
      joint?: true
    }
  /** That answer was rejected, withdrawn, expired or failed. */
  | { type: 'reply-dropped'; proposal: ProposalNumber }
  /** The public can read an answer: through us (`proposal`), or posted by hand by a person (null). */
  | ({ type: 'answered'; proposal: ProposalNumber | null } & About)
  | { type: 'reminded'; mention: MentionNumber; of: Reminder }
  /** Who is on duty was called because of a call for help; the last call is for whoever the office has named. */
  | { type: 'called'; mention: MentionNumber; round: Round; people: readonly Actor[] }
  /** Text, address and copies of a mention are kept as evidence until a decision. */
  | { type: 'evidence-held'; mention: MentionNumber; evidence: number; until: Instant }
  /** So many days at most are left to decide. */
  | { type: 'evidence-reminded'; evidence: number; days: number }
  | { type: 'evidence-ended'; evidence: number; decision: 'handed-over' | 'released' }
  /** `waited`: how long the first answer took in service time (milliseconds, rounded up to quarters of an hour), where
   * the instants it is reckoned from go with these words. */
  | ({ type: 'erased'; because: ErasedBecause; waited?: number } & About)

/** Which mentions an event is about, in the order of their numbers. */
type About = { mentions: readonly MentionNumber[] }

/** An event as history keeps it. */
export type RecordedInConversation = Recorded<ConversationEvent>

/** A wait for an answer of the office. */
export type Wait = {
  since: Instant
  /** Of what somebody was reminded last. */
  reminded: Reminder | null
  /** It waits for the Wiedervorlage. */
  putOff: boolean
}

export type Mention = {
  number: MentionNumber
  postedAt: Instant
  receivedAt: Instant
  /** The position in the life of its conversation at which each version of its words came. */
  versions: readonly [number, ...number[]]
  /** Whether it ever sounded like a call for help. */
  emergency: boolean
  about: ProposalNumber | null
  collected: boolean
  erased: ErasedBecause | null
  /** Null while nobody owes the citizen anything for it. */
  wait: Wait | null
}

/** A call for help that nobody has seen to since it came, and the last call because of it. */
export type Alarm = {
  mention: MentionNumber
  since: Instant
  call: { round: Round; at: Instant } | null
}

export type Taken = { by: Actor; at: Instant }

/** How a conversation can be closed by the office. */
export type Settled =
  | { is: 'answered'; at: Instant }
  | { is: 'noted'; at: Instant }
  | { is: 'forwarded'; to: Fachamt; at: Instant }
  | { is: 'referred'; to: Referral; at: Instant }
  | { is: 'not-responsible'; at: Instant }
  | { is: 'measure'; measure: number; at: Instant }
  | { is: 'spam'; at: Instant }

export type ConversationStage =
  | { is: 'new' }
  | ({ is: 'claimed' } & Taken)
  | {
      is: 'waiting'
      for: Awaited
      fachamt: Fachamt | null
      until: Instant
      /** Who has it meanwhile. */
      taken: Taken
      /** Whether the Wiedervorlage has come up. */
      resubmitted: boolean
    }
  | Settled
  /** The last words that waited were erased before anybody settled anything. */
  | { is: 'forgotten'; because: ErasedBecause; at: Instant }

/** The stages in which nobody owes the citizen anything; a further post reopens each of them. */
export type Closed = Exclude<ConversationStage['is'], 'new' | 'claimed' | 'waiting'>

/** An answer that is up for approval: to which version of which mention, and up to which position of its life
 * the conversation was there when it was written. */
export type Reply = {
  proposal: ProposalNumber
  mention: MentionNumber
  version: number
  proposedAt: number
}

/** What a Fachamt was asked, and what came back. */
export type Request = {
  /** The position in the life of the conversation at which it was asked. */
  position: number
  by: Actor
  fachamt: Fachamt
  until: Instant
  mentions: readonly MentionNumber[]
  /** Empty where nothing was asked beyond the mentions, and once these are erased. */
  question: string
  /** Oldest first. */
  contributions: readonly Contribution[]
}

/** Zuarbeit; `text` is empty once the mentions it is about are erased. */
export type Contribution = Taken & { text: string }

export type Evidence = {
  number: number
  mention: MentionNumber
  until: Instant
  since: Instant
  /** For how many days left somebody was reminded last, null before. */
  remindedFor: number | null
}

export type Conversation = {
  number: ConversationNumber
  position: number
  /** In the order of their numbers. */
  mentions: readonly [Mention, ...Mention[]]
  /** What it is about: a person's word, else the suggestion made from the first mention's words. */
  concern: Concern | null
  sortedBy: Actor | null
  stage: ConversationStage
  /** How something in it was settled last, whatever came since; null before. */
  settled: Settled | null
  /** What a person closed last, as long as that can be taken back: not once the public has an answer of ours, or
   * something was done on the network. `answered`: it was the first answer, told by a person. */
  slip: {
    position: number
    by: Actor
    mentions: readonly MentionNumber[]
    answered: boolean
  } | null
  /** When the public could first read an answer, null before. */
  firstAnsweredAt: Instant | null
  /** How long that took in service time, where the first mention is erased; null while it can be reckoned. */
  waited: number | null
  alarm: Alarm | null
  /** Answers up for approval. */
  replies: readonly Reply[]
  /** What Fachämter were asked, oldest first. */
  requests: readonly Request[]
  evidence: readonly Evidence[]
  /** Measures that were carried out because of it. */
  measures: readonly number[]
  /** Somebody wants a card although it came in a flood, or does something that needs one. */
  cardWanted: boolean
}

/** Whether nobody owes the citizen anything. */
export function isClosed({ stage }: Conversation): boolean {
  return stage.is !== 'new' && stage.is !== 'claimed' && stage.is !== 'waiting'
}

/** What a Fachamt is still waited for. */
export function unanswered({ requests }: Conversation): readonly Request[] {
  return requests.filter(({ contributions }) => contributions.length === 0)
}

/** Whether it has a card of its own. What came in a flood stands in the flood's list until somebody wants a card,
 * a call for help is among it, or somebody writes again when the flood is over. */
export function hasCard({ mentions, cardWanted }: Conversation): boolean {
  return cardWanted || mentions.some(({ collected, emergency }) => !collected || emergency)
}

/** Who has it, null if nobody does. */
export function takenBy(stage: ConversationStage): Taken | null {
  if (stage.is === 'claimed') return { by: stage.by, at: stage.at }
  return stage.is === 'waiting' ? stage.taken : null
}

/** Where a mention stands in its conversation, -1 if it is none of its. */
export function placeOf({ mentions }: Conversation, number: MentionNumber): number {
  let [low, high] = [0, mentions.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = mentions[middle]?.number ?? 0
    if (found === number) return middle
    if (found < number) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** A mention by its number, null if it is none of this conversation. */
export function mentionIn(conversation: Conversation, number: MentionNumber): Mention | null {
  return conversation.mentions[placeOf(conversation, number)] ?? null
}

/** Whether a mention is part of a conversation and its words are not erased. */
export function isThere(conversation: Conversation, number: MentionNumber): boolean {
  return mentionIn(conversation, number)?.erased === null
}

/** The mentions somebody still owes an answer for. */
export function waitingIn({ mentions }: Conversation): readonly Mention[] {
  return mentions.filter(({ wait }) => wait !== null)
}

/** The position at which the newest version of a mention's words came. */
export function lastSaid({ versions }: Mention): number {
  return versions.at(-1) ?? versions[0]
}

/** Whether the citizen changed it. */
export function isEdited({ versions }: Mention): boolean {
  return versions.length > 1
}

/** Whether what closed it can be taken back, and something of it is still there. */
export function canBeReopened(conversation: Conversation): boolean {
  const { slip } = conversation
  return isClosed(conversation) && (slip?.mentions ?? []).some((one) => isThere(conversation, one))
}
