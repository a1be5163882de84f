// What drawings are given: the desk's facts, ready to be shown.
import type { Instant, Shown, Weighed } from '../../core/content.ts'
import type { Kind } from '../../core/kinds.ts'
import type { Actor } from '../../core/people.ts'
import type { Strain } from '../../core/month-budget.ts'
import type { PageSeen } from '../../core/page.ts'
import type { Conversation, ErasedBecause } from '../../core/conversation/conversation.ts'
import type { Waiting } from '../../core/proposal/follow-up.ts'
import type { Proposal } from '../../core/proposal/proposal.ts'

/** A picture as the public will see it; `file` is the newsroom's name for it, null while it cannot be shown. `consent`:
 * whether it holds for much longer than until the post is out. */
export type PictureView = {
  file: string | null
  altText: string
  credit: string
  shown: Shown
  consent: 'holds' | 'ends-soon' | 'over'
  isErased: boolean
}

/** An official page, and what was seen of it; null while nobody knows. */
export type SeenPage = { url: string; seen: PageSeen | null }

/** A version exactly as the public would see it, weighed and priced (USD). */
export type Sheet = {
  parts: readonly { text: string; weighed: Weighed; pictures: readonly PictureView[] }[]
  price: number
  /** What publishing it would do to the month's budget, while somebody decides about it. */
  strain: Strain
  /** The official page, and what was seen of it while somebody decides; null for none. */
  page: SeenPage | null
  /** What else of ours repeats the words that a correction is about, while somebody decides about it. */
  repeats: readonly { number: number; kind: Kind; words: string }[]
  /** What it is about, while somebody decides about that or it is being done; null for nothing of ours. */
  original: OriginalView | null
  /** What is proposed about this one and not decided or done yet. */
  waiting: readonly Waiting[]
  /** What planning has to mind while it is to go out: others close to it, and what its day is. */
  near: readonly { number: number; at: Instant }[]
  minded: readonly string[]
  /** The time before an election it goes out in, or went out; null where it does not. `isTwice`: it needs two approvals;
   * `second` may give the one that is missing, null where that is nothing to be told. */
  preElection: { until: string; isTwice: boolean; second: readonly Actor[] | null } | null
  /** Where somebody who is asked whether it is public sees that; null while nobody is. */
  account: string | null
}

/** Something public of ours as it reads there; `others` are public because of it, and stay when it is deleted. */
export type OriginalView = {
  proposal: Proposal
  pictures: readonly PictureView[]
  others: readonly { number: number; kind: Kind; url: string | null }[]
}

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

/** What a flood's list shows of a conversation: its first mention, and how many followed. `seal` is what its buttons
 * carry. */
export type ListedView = {
  number: number
  seal: string
  mention: MentionView
  further: number
  /** The newest of these, null where there is none: nobody closes words that are not shown. */
  last: MentionView | null
}

/** What many in a flood's list ask in the same words: the first of them, how many these are, and the proposal that is to
 * answer them, null where none is. */
export type GroupView = { first: ListedView; count: number; proposal: number | null }

/** What the collecting card of a flood shows: how many posts it brought, how many conversations wait in its list, and
 * the newest of these, the newest last. */
export type FloodView = {
  seal: string
  isOver: boolean
  collected: number
  waiting: number
  newest: readonly ListedView[]
}

/** What the card of a conversation shows. */
export type ConversationView = {
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
  /** Whether a Fachamt can be sent anything: the office has set where. */
  canPassOn: boolean
  /** Whether there is a Textbaustein for damage. */
  hasDamageText: boolean
}

/** What an answer answers, on its card. */
export type AnsweredView = { mention: MentionView; byHand: string | null }

/** Why nobody decides for now: the press office takes on other things first, or nobody is there until an instant (null
 * where nobody says until when). Null where somebody can decide. */
export type WaitsFor = { for: 'capacity' } | { for: 'somebody'; at: Instant | null } | null
