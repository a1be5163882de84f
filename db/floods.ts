// Floods: when more came in than one card each could bear.
import type { Instant } from '../src/core/content.ts'
import type { Db } from './database.ts'
import { lives } from './lives.ts'

/** What happens to a flood. */
export type FloodEvent = { type: 'flood-began' } | { type: 'flood-ended' }

/** A flood: `until` is null while it goes on. */
export type Flood = { number: number; since: Instant; until: Instant | null }

/** The floods of one database. */
export function floods(db: Db) {
  const all = lives<FloodEvent>(db, 'flood')
  const collected = db
    .prepare<[string, string], number>(
      `SELECT json_extract(body, '$.mention') FROM event
       WHERE about = 'conversation' AND type = 'received' AND json_extract(body, '$.collected') = 1
         AND at >= ? AND at <= ? ORDER BY number`,
    )
    .pluck()
  const postedWithin = db
    .prepare<[string, string], number>(
      'SELECT count(*) FROM mention WHERE posted_at > ? AND posted_at <= ?',
    )
    .pluck()
  const get = (number: number): Flood | null => {
    const [began, ended] = all.life(number)
    return began === undefined ? null : { number, since: began.at, until: ended?.at ?? null }
  }
  return {
    ...all,
    get,
    /** The flood that goes on now, null if none. */
    current(): Flood | null {
      const last = get(all.next() - 1)
      return last?.until === null ? last : null
    },
    /** The numbers of the mentions a flood brought, oldest first. */
    collected({ since, until }: Flood, now: Instant): number[] {
      return collected.all(new Date(since).toISOString(), new Date(until ?? now).toISOString())
    },
    /** How many mentions were posted within so many milliseconds up to an instant. */
    postedWithin(within: number, at: Instant): number {
      const from = new Date(at - within).toISOString()
      return postedWithin.get(from, new Date(at).toISOString()) ?? 0
    },
  }
}
