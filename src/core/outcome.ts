// How a write to a public network can end, what a look at the own timeline can tell, and why a read told nothing.
import type { Instant } from './content.ts'

/** Why a network refused for good. */
export type RefusalByNetwork =
  | 'duplicate'
  | 'too-long'
  | 'reply-not-allowed'
  /** What it was to hang on cannot be seen: gone, protected, or not visible yet. */
  | 'target-missing'
  | 'no-permission'
  | 'unauthorized'
  | 'bad-media'
  | 'account-locked'
  | 'other'

/** Why a network took nothing, so that the same write may be tried again later. */
export type NotSentBecause =
  | 'rate-limit'
  | 'no-credit'
  | 'unreachable'
  /** It hangs on a post of ours that the network does not show yet. */
  | 'not-visible'
  /** Something stood in its way before the network heard of it: a Stopp, or what it answers has changed. */
  | 'held-back'
  /** It has forgotten a picture that was uploaded. */
  | 'picture-gone'

/** Why nobody can tell whether the public sees the post. */
export type DoubtBecause =
  'timeout' | 'cut-connection' | 'server-error' | 'unreadable-answer' | 'crash' | 'duplicate'

/** The end of one write (shared rule: posted, refused, not sent or unknown; never "probably").
 * `until` is the instant (UTC milliseconds) before which a new try is pointless, null if not told. */
export type Outcome =
  | { outcome: 'posted'; id: string; url: string }
  | { outcome: 'refused'; because: RefusalByNetwork; status: number; detail: string }
  | { outcome: 'not-sent'; because: NotSentBecause; until: Instant | null }
  | { outcome: 'unknown'; because: DoubtBecause }

/** What a look at the own timeline says about a post in doubt. */
export type Sighting =
  | { sighting: 'found'; id: string; url: string }
  | { sighting: 'absent' }
  | { sighting: 'unreadable' }

/** The end of uploading a picture, which nobody sees yet; the network forgets it at `until` (UTC milliseconds). */
export type UploadOutcome =
  { outcome: 'uploaded'; id: string; until: Instant } | Exclude<Outcome, { outcome: 'posted' }>

/** The end of hiding or unhiding a reply: the same ways as those of a post. */
export type HideOutcome = { outcome: 'done' } | Exclude<Outcome, { outcome: 'posted' }>

/** Why a read told nothing. `until` is the instant (UTC milliseconds) before which asking again is pointless, null
 * if not told; how long it is really waited is decided in outage.ts. */
export type ReadFailed = {
  failed: 'rate-limit' | 'no-credit' | 'unauthorized' | 'unreachable' | 'unreadable'
  until: Instant | null
}
