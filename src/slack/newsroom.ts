// The port: what the desk asks of Slack, without a word of Slack's.
import type { Standing } from '../core/decide.ts'
import type { Actor, Proposal, Recorded } from '../core/proposal.ts'
import type { Refusal } from '../core/refusal.ts'
import type { Sheet } from './view.ts'

/** Where a message stands. `thread` is the ts of the first message of its thread. */
export type Place = { channel: string; ts: string }

/** What a message is to show. Places become links where Slack knows them. */
export type Drawing =
  | { draw: 'card'; proposal: Proposal; version: number; sheet: Sheet; latestCard: Place | null }
  | { draw: 'receipt'; proposal: Proposal; card: Place | null }
  | { draw: 'note'; proposal: Proposal; event: Recorded; to: Actor }

/** The end of a write to Slack. `busy` took nothing and says how long to wait (milliseconds); `gone`: the
 * message to change is not there any more; after `unknown` only `find` can tell. */
export type Written =
  | { written: Place }
  | { failed: 'refused'; error: string }
  | { failed: 'busy'; wait: number }
  | { failed: 'gone' }
  | { failed: 'unknown' }

export type Newsroom = {
  /** Writes a message once, marked with its key so that it can be found again. Never throws. */
  write(key: string, channel: string, thread: string | null, drawing: Drawing): Promise<Written>
  /** Changes a message in place. Never throws. */
  update(place: Place, drawing: Drawing): Promise<Written>
  /** Looks for a message by its key among those written at or after `since` (UTC milliseconds). Never throws. */
  find(
    key: string,
    channel: string,
    thread: string | null,
    since: number,
  ): Promise<Place | 'absent' | 'unreadable'>
  /** The reactions on a message by anybody but the bot, names without skin tones; "gone" if it is not there
   * any more, null if Slack does not answer. Never throws. */
  reactions(place: Place): Promise<readonly { user: string; name: string }[] | 'gone' | null>
  /** What a Slack user may do here. Throws a fault if Slack does not answer and nothing is known. */
  standing(user: string): Promise<Standing>
  /** Tells one person only why something may not happen. Lost if that person is not in the channel.
   * Never throws. */
  refuse(user: string, channel: string, refusal: Refusal): Promise<void>
  /** The address of a message, null if Slack does not tell. Never throws. */
  permalink(place: Place): Promise<string | null>
}
