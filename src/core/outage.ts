// When a network tells nothing: when it is asked again, and when people hear of it. However it goes on failing, it
// is told once; however long it wants us to wait, it is asked again after a quarter of an hour.
import type { Instant } from './content.ts'
import { longestWait } from './errand.ts'
import { lasted } from './matter.ts'
import type { ReadFailed } from './outcome.ts'

/** A network that tells nothing: why at last, since when, and of which reasons people heard. */
export type Outage = {
  because: ReadFailed['failed']
  since: Instant
  told: readonly ReadFailed['failed'][]
}

/** How long asking rests after a failure where the network does not say, in milliseconds; also the shortest rest
 * where it says "at once" or its clock is behind. */
const rests: Record<ReadFailed['failed'], number> = {
  'rate-limit': 60_000,
  unreachable: 60_000,
  'no-credit': 15 * 60_000,
  unauthorized: 15 * 60_000,
  unreadable: 15 * 60_000,
}

/** For how long a failure may pass by itself before people hear of it, in milliseconds. What only a person can mend
 * is told at once. */
const passes: Record<ReadFailed['failed'], number> = {
  'rate-limit': 30 * 60_000,
  unreachable: 15 * 60_000,
  'no-credit': 0,
  unauthorized: 0,
  unreadable: 0,
}

/** What a reading means for an outage: the outage afterwards (null: there is none), from when on to ask again (null:
 * whenever it is due), and what is to be said now. An outage is said once when it begins to last and once when it is
 * over; in between only what a person must mend is said, each reason once. */
export function afterReading(
  before: Outage | null,
  failed: ReadFailed | null,
  now: Instant,
): { outage: Outage | null; askAgainAt: Instant | null; say: 'began' | 'ended' | null } {
  const { since = now, told = [] } = before ?? {}
  if (failed === null) {
    return { outage: null, askAgainAt: null, say: told.length > 0 ? 'ended' : null }
  }
  const because = failed.failed
  const isNews = told.length === 0 || (passes[because] === 0 && !told.includes(because))
  const begins = isNews && now >= lasted(since, passes[because], now)
  return {
    outage: { because, since, told: begins ? [...told, because] : told },
    askAgainAt: askAgainAt(failed, now),
    say: begins ? 'began' : null,
  }
}

/** When to ask a network again that told nothing: as it says, but neither at once nor later than in a quarter of an
 * hour. */
export function askAgainAt({ failed, until }: ReadFailed, now: Instant): Instant {
  const wanted = until ?? now + rests[failed]
  const shortest = Math.min(rests[failed], rests.unreachable)
  return Math.min(Math.max(wanted, now + shortest), now + longestWait)
}
