// The port: what the desk asks of any public network. Its words are the office's, not a network's.
import type { Instant, Weighed, NetworkName, Part } from '../../core/content.ts'
import type { HideOutcome, Outcome, Sighting } from '../../core/outcome.ts'
import type { Counters } from '../../core/readings.ts'

/** One write, complete: a part of a post and where it hangs. */
export type Writing = {
  part: Part
  /** Id of the post it follows or answers; null where it stands alone. */
  replyTo: string | null
}

export type Account = { id: string; handle: string; name: string }

/** A citizen's post that names or answers the office, as a reader sees it: nothing escaped, links written out,
 * whole. */
export type Incoming = {
  /** Id of its first version: an edited post has a new id and the same first one. */
  first: string
  /** Id of the version read now. */
  id: string
  /** Id of the first post of the conversation on the network. */
  thread: string
  /** Id of the post it answers, null where it stands alone. */
  inReplyTo: string | null
  text: string
  handle: string
  name: string
  postedAt: Instant
  /** How many pictures or videos it has. */
  media: number
  /** Whether the network would take our answer: its author named us (x.md section 1, 2). */
  summons: boolean
}

/** Why a read told nothing. `until` (UTC milliseconds): pointless before, null if not told. */
export type ReadFailed = {
  failed: 'rate-limit' | 'no-credit' | 'unauthorized' | 'unreachable' | 'unreadable'
  until: Instant | null
}

/** What a network charges for, one name for each price in its table. */
export type Charge =
  'post' | 'postWithUrl' | 'summonedReply' | 'readPost' | 'readOwnPost' | 'readUser' | 'hideReply'

export type Network = {
  name: NetworkName
  /** Weighs a text as the network does. Pure. */
  weigh(text: string): Weighed
  /** The price of publishing these parts, in USD; `answers`: the first of them answers somebody who named us.
   * Pure; the table stands with its date in the network's room. */
  price(parts: readonly Part[], answers: boolean): number
  /** The public address of a post of the office. Pure. */
  linkTo(id: string): string
  /** The id in the address of a post of the office, null for anything else. Pure once the account is known. */
  idFromLink(link: string): string | null
  /** Who the office is there. Throws a fault with its cause when the credentials are refused or nothing answers. */
  account(): Promise<Account>
  /** Sends once, never again by itself; every way to end is an outcome. Never throws. */
  publish(writing: Writing): Promise<Outcome>
  /** Looks for a writing on the own timeline, among posts made at or after `since` (UTC milliseconds; the
   * adapter allows a minute of clock difference), passing over the ids in `known`. Never throws. */
  find(writing: Writing, since: number, known: ReadonlySet<string>): Promise<Sighting>
  /** Everything that names or answers the office and was posted at or after `since` (UTC milliseconds), oldest
   * first; our own posts and pure reposts are left out. All pages or none. Never throws. */
  mentions(since: Instant): Promise<{ mentions: readonly Incoming[] } | ReadFailed>
  /** Which of these posts the public cannot read any more: deleted, protected, withheld. Never throws. */
  gone(ids: readonly string[]): Promise<{ gone: ReadonlySet<string> } | ReadFailed>
  /** What the counters of own posts say now, by id; a post that is not there any more has none. `ids` in the
   * order in which they were posted, with no other post of ours between them: what lies between is paid for. All
   * or none. Never throws. */
  counters(
    ids: readonly string[],
  ): Promise<{ counters: ReadonlyMap<string, Counters> } | ReadFailed>
  /** How many accounts follow the office now. Never throws. */
  audience(): Promise<{ followers: number } | ReadFailed>
  /** Hides a reply to us, or shows it again. May be repeated: the end is the same. Never throws. */
  setHidden(id: string, hidden: boolean): Promise<HideOutcome>
  /** The public address of anybody's post. Pure. */
  linkToMention(id: string, handle: string): string
  /** The address at which a person posts this answer by hand. Pure. */
  answerByHand(id: string, text: string): string
}
