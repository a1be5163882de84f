// Which reports came by themselves, and when there was first anything to tell.
import type { Instant } from '../src/core/content.ts'
import { theDesk } from '../src/core/people.ts'
import type { Period } from '../src/core/time/period.ts'
import type { Db } from './database.ts'

/** The report orders of one database. */
export function reportOrders(db: Db) {
  const begun = db
    .prepare<[], string>(
      `SELECT at FROM event INDEXED BY event_at WHERE about <> 'register' ORDER BY at LIMIT 1`,
    )
    .pluck()
  const byItself = db
    .prepare<[number, string], number>(
      `SELECT 1 FROM event
       WHERE about = 'report-order' AND position = 1 AND actor = ?
         AND json_extract(body, '$.wish.period') = json(?)`,
    )
    .pluck()
  return {
    /** When history began, null while it is empty. */
    begun(): Instant | null {
      const at = begun.get() ?? null
      return at === null ? null : Date.parse(at)
    },
    /** Whether the desk itself ordered the report of a period. */
    byItself: ({ year, quarter }: Period): boolean =>
      byItself.get(theDesk, JSON.stringify({ year, quarter })) !== undefined,
  }
}
