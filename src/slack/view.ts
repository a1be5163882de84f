// What the drawings of this room are given: the desk's facts, ready to be shown.
import type { Instant } from '../core/content.ts'
import type { PreElection } from '../core/house-rules.ts'
import type { Declaration } from '../core/declaration/declaration.ts'
import type { Standing } from '../core/people.ts'
import type { MonthBudget } from '../core/month-budget.ts'
import type { Proposal, Recorded } from '../core/proposal/proposal.ts'
import type { Actor } from '../core/people.ts'
import type { AnsweredView, ConversationView, Sheet, WaitsFor } from '../desk/ports/views.ts'

/** The name to show for an actor. Always answers: people who were forgotten have a general name. */
export type Names = (actor: Actor) => string

export type Setting = {
  name: Names
  zone: string
  /** The name of a department by its key. */
  department?: (key: string) => string
}

export type CardView = Setting & {
  /** What its buttons carry. */
  seal: string
  proposal: Proposal
  /** The version this card is for, from 1; all but the last are outdated. */
  version: number
  sheet: Sheet
  /** Permalink of the card of the last version, null while it is not there yet. */
  latestCard: string | null
  /** What it answers, null for a post of its own. */
  answers: AnsweredView | null
}

export type ReceiptView = Setting & { proposal: Proposal; card: string | null; waits: WaitsFor }

export type NoteView = Setting & {
  /** What its buttons carry. */
  seal: string
  /** The proposal as it was right after the event. */
  proposal: Proposal
  event: Recorded
  /** Slack user id of who is called by name, null for nobody. */
  to: string | null
}

/** `people` are users and groups of Slack by department, `officers` who decides. */
export type CallView = Setting & {
  proposal: Proposal
  departments: readonly string[]
  asks: 'to-sign' | 'what-becomes'
  people: readonly string[]
  officers: readonly string[]
}

export type HomeView = Setting & {
  /** The viewer's. */
  standing: Standing
  /** What the press office has declared for now and for later. */
  declared: readonly Declaration[]
  /** The last look at the own profile, null for none; left out for who does not look at it. */
  profile?: Declaration | null
  /** The times before an election it is now. */
  preElection: readonly PreElection[]
  /** Those that have begun, for who makes the list for the file. */
  begun?: readonly PreElection[]
  /** Public warnings that hold. */
  warnings: readonly HomeItem[]
  /** What needs the viewer, in the order of a day, and which page of it is shown, from 1. */
  now: readonly HomeItem[]
  mentions: readonly HomeMention[]
  page: number
  /** What waits for somebody else. */
  others: readonly HomeItem[]
  /** What goes out by itself. */
  planned: readonly HomeItem[]
  /** What was published last, newest first. */
  recent: readonly HomeItem[]
  /** What this month has cost; null where the office has set no budget. */
  budget: MonthBudget | null
}
/** `step` is what the viewer can do about it from Home; `isQueued`: the press office takes it on later. */
export type HomeItem = {
  proposal: Proposal
  card: string | null
  step: 'approve' | 'cosign' | 'withdraw' | null
  isQueued: boolean
  seal: string
}
/** A mention the viewer has in hand, by when it should be answered, and its card. */
export type HomeMention = { number: number; due: Instant | null; card: string | null }

/** The card of a conversation. */
export type MentionCardView = Setting & ConversationView & { seal: string }
