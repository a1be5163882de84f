// The port: what the desk asks of any public network. Its words are the office's, not a network's.
import type { Instant, Weighed, NetworkName, Part } from '../../core/content.ts'
import type { Missing, Span } from '../../core/gap.ts'
import type {
  HideOutcome,
  Outcome,
  ReadFailed,
  Sighting,
  UploadOutcome,
} from '../../core/outcome.ts'
import type { PictureType } from '../../core/picture.ts'
import type { Counters } from '../../core/readings.ts'

/** Where a part hangs: below the part before it (its id, null where it stands alone), or below the citizen's post it
 * answers. */
type Hanging = { kind: 'post'; hangsOn: string | null } | { kind: 'answer'; hangsOn: string }

/** One write, complete: a part of a post and where it hangs. What answers somebody cannot be without its target:
 * it would appear as a post of our own. */
export type Writing = Hanging & {
  part: Part
  /** The network's ids of the pictures of the part, in their order. */
  uploads: readonly string[]
  /** The office says that it was made with AI. */
  madeWithAi: boolean
}

/** A picture to upload. */
export type Upload = { bytes: Uint8Array; type: PictureType; altText: string }

/** What a look is for: a writing, or an answer of which nobody knows any more what it answered, because that was
 * erased meanwhile. */
export type Sought = { part: Part } & (Hanging | { kind: 'answer-somewhere' })

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
  /** '' where the account is gone, as is `name`. */
  handle: string
  name: string
  postedAt: Instant
  /** How many pictures or videos it has. */
  media: number
  /** Whether the network would take our answer; where not, a person answers by hand. */
  answerable: boolean
}

export type { Missing, Span }

/** What citizens wrote, whole or with what is missing told. */
export type Mentions = {
  /** The oldest first, in slices of at most a hundred: whoever takes one in after the other holds nobody up. */
  pages: readonly (readonly Incoming[])[]
  /** What was posted in this span may not be among them; null where everything is. Nobody is left out silently: a
   * person hears of it, and the span is asked for again where that can help. */
  missing: Missing | null
}

export type Network = {
  name: NetworkName
  /** Weighs a text as the network does. Pure. */
  weigh(text: string): Weighed
  /** The price of publishing these parts, in USD; `answers`: the first of them answers somebody who turned to us.
   * Pure; the table stands with its date in the network's room. */
  price(parts: readonly Part[], answers: boolean): number
  /** What deleting one post costs, in USD. */
  removalPrice: number
  /** What so many of a charge cost today, in USD; 0 for a charge nobody knows any more. Pure. */
  usd(charge: string, count: number): number
  /** What of these charges was for reading, in USD. Pure. */
  readingCost(charged: readonly { charge: string; count: number }[]): number
  /** What it costs to look up one post, in USD. */
  lookUpPrice: number
  /** The public address of a post of the office. Pure. */
  linkTo(id: string): string
  /** The address of the office's account; null while nobody has told who that is. */
  linkToAccount(): string | null
  /** The id in the address of a post of the office, null for anything else. Pure once the account is known. */
  idFromLink(link: string): string | null
  /** Who the office is there; `said` is a short word for a log, without a key. Asked for once, kept for good.
   * Never throws. */
  account(): Promise<Account | (ReadFailed & { said: string })>
  /** Sends once, never again by itself; every way to end is an outcome. Never throws. */
  publish(writing: Writing): Promise<Outcome>
  /** Uploads a picture with its alternative text, and looks whether the network has understood that. Nobody sees it before a
   * post names it; may be repeated. Never throws. */
  upload(picture: Upload): Promise<UploadOutcome>
  /** Deletes a post of ours and looks whether the public can still read it. May be repeated: the end is the same.
   * Never throws. */
  remove(id: string): Promise<HideOutcome>
  /** Looks for a writing on the own timeline, among posts made at or after `since` (UTC milliseconds; the
   * adapter allows a minute of clock difference), passing over the ids in `known`. Never throws. */
  find(sought: Sought, since: Instant, known: ReadonlySet<string>): Promise<Sighting>
  /** Everything that names or answers the office and was posted at or after `since`, or in a span that was
   * missing; our own posts and mere repetitions of others are left out. `budget`: how much may be spent on what is
   * expensive to have, in USD, no limit where it is left out; what that does not bear is missing and asked for again.
   * Never throws. */
  mentions(asked: {
    since: Instant
    until?: Instant
    budget?: number
  }): Promise<Mentions | ReadFailed>
  /** Which of these posts the public cannot read any more: deleted, protected, withheld. `answered` are those the
   * network said anything about; what it leaves out, and what it says of others, is no sign of anything. The gone
   * are among the answered. Never throws. */
  gone(
    ids: readonly string[],
  ): Promise<{ gone: ReadonlySet<string>; answered: ReadonlySet<string> } | ReadFailed>
  /** What the counters of own posts say now, by id; a post that is not there any more has none. `ids` in the
   * order in which they were posted, with no other post of ours between them: what lies between may be paid for.
   * All or none. Never throws. */
  counters(
    ids: readonly string[],
  ): Promise<{ counters: ReadonlyMap<string, Counters> } | ReadFailed>
  /** How many accounts follow the office now. Never throws. */
  audience(): Promise<{ followers: number } | ReadFailed>
  /** Hides an answer to us, or shows it again. May be repeated: the end is the same. Never throws. */
  setHidden(id: string, hidden: boolean): Promise<HideOutcome>
  /** Mutes the account that wrote a post, or ends that; it is found by the post, and nothing of it is kept. May be
   * repeated. Never throws. */
  setMuted(post: string, muted: boolean): Promise<HideOutcome>
  /** The public address of anybody's account. Pure. */
  linkToProfile(handle: string): string
  /** The public address of anybody's post. Pure. */
  linkToMention(id: string, handle: string): string
  /** The address at which a person posts this answer by hand. Pure. */
  answerByHand(id: string, text: string): string
}
