// The port: what the desk asks of any public network. Its words are the office's, not a network's.
import type { Measured, NetworkName, Part } from '../core/content.ts'
import type { Outcome, Sighting } from '../core/outcome.ts'

/** One write, complete: a part of a post and where it hangs. */
export type Writing = {
  part: Part
  /** Id of the post it follows or answers; null where it stands alone. */
  replyTo: string | null
}

export type Account = { id: string; handle: string; name: string }

export type Network = {
  name: NetworkName
  /** Weighs a text as the network does. Pure. */
  measure(text: string): Measured
  /** The price of publishing these parts, in USD. Pure; the table stands with its date in the network's room. */
  price(parts: readonly Part[]): number
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
}
