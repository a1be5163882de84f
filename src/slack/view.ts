// What the drawings of this room are given: the desk's facts, ready to be shown.
import type { Measured } from '../core/content.ts'
import type { Standing } from '../core/decide.ts'
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
