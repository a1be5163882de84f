// A feed in which an office tells what is new (RSS 2.0 or Atom).
import type { PressRelease } from './press-release.ts'

/** `id` is what the feed calls it: however it is edited, it is the same item. */
export type FeedItem = PressRelease & { id: string }

/** What was seen of a feed: its items, the newest first as feeds have them; or why there are none. */
export type FeedSeen =
  | { is: 'there'; items: readonly FeedItem[] }
  | { is: 'missing' | 'silent' | 'not-public' | 'too-large' | 'no-feed' }

/** Looks at a feed. Never throws. */
export type LookAtFeed = (address: string) => Promise<FeedSeen>

/** How many new items of one look get a message each. */
const toldAtMost = 5

/** What is to be told of new items: the newest of them one by one, the oldest first, and how many others there are.
 * Pure. */
export function told<Item>(fresh: readonly Item[]): { items: Item[]; others: number } {
  const items = fresh.slice(0, toldAtMost).reverse()
  return { items, others: fresh.length - items.length }
}
