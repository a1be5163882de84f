// What the drawings of this room are given: the desk's facts, ready to be shown.
import type { Instant, Measured } from '../core/content.ts'
import type { Standing } from '../core/decide.ts'
import type { Conversation, ErasedBecause } from '../core/moderation/conversation.ts'
import type { Actor, Proposal, Recorded } from '../core/proposal.ts'

/** The name to show for an actor. Always answers: people who were forgotten have a general name. */
export type Names = (actor: Actor) => string

/** A version exactly as the public would see it, weighed and priced (USD). */
export type Sheet = {
  parts: readonly { text: string; measured: Measured }[]
  price: number
}

export type Setting = { name: Names; zone: string }

export type CardView = Setting & {
  proposal: Proposal
  /** The version this card is for, from 1; all but the last are outdated. */
  version: number
  sheet: Sheet
  /** Permalink of the card of the last version, null while it is not there yet. */
  latestCard: string | null
  /** What it answers, null for a post of its own. */
  answers: AnsweredView | null
}

export type ReceiptView = Setting & { proposal: Proposal; card: string | null }

export type NoteView = Setting & {
  /** The proposal as it was right after the event. */
  proposal: Proposal
  event: Recorded
  /** Slack user id of who must be reached, null if nobody is known any more. */
  to: string | null
}

export type HomeView = Setting & {
  /** The viewer's. */
  standing: Standing
  /** Undecided proposals, oldest first, with the permalinks of their cards. */
  waiting: readonly HomeItem[]
  /** The viewer's own open proposals. */
  mine: readonly HomeItem[]
  /** What was published last, newest first. */
  published: readonly HomeItem[]
}
export type HomeItem = { proposal: Proposal; card: string | null }

/** A mention with its words, as far as they are still there. */
export type MentionView = {
  number: number
  /** Null once erased: what must not be shown is not handed out. */
  words: { text: string; handle: string; name: string; link: string; media: number } | null
  erased: ErasedBecause | null
  postedAt: Instant
  edited: boolean
  emergency: boolean
}

/** The card of a conversation. */
export type MentionCardView = Setting & {
  now: Instant
  conversation: Conversation
  /** The first mention; later ones stand in the thread. */
  mention: MentionView
  /** To which of our posts, null where it stands alone. */
  about: { number: number; url: string } | null
  /** When the citizen should have an answer, null while none is awaited. */
  deadline: { half: Instant; full: Instant } | null
  /** Service time until the public could first read an answer, in milliseconds; null before. */
  answeredAfter: number | null
  /** Where a person answers by hand, null where the network takes our answer. */
  byHand: string | null
}

/** What an answer answers, on its card. */
export type AnsweredView = { mention: MentionView; byHand: string | null }
