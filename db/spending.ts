// What networks were asked for, by UTC day; what it costs is the network's own table of prices.
import type { Instant } from '../src/core/content.ts'
import type { Db } from './database.ts'

export type Spent = { day: string; charge: string; count: number }

/** The spending of one database. */
export function spending(db: Db) {
  const add = db.prepare<[string, string, number]>(
    `INSERT INTO spending (day, charge, count) VALUES (?, ?, ?)
     ON CONFLICT (day, charge) DO UPDATE SET count = count + excluded.count`,
  )
  const between = db.prepare<[string, string], Spent>(
    'SELECT day, charge, count FROM spending WHERE day >= ? AND day < ? ORDER BY day, charge',
  )
  return {
    /** Counts what was charged at an instant. */
    add(charge: string, count: number, at: Instant): void {
      add.run(dayOf(at), charge, count)
    },
    /** What was charged on the UTC days from the first instant's up to, without, the second's. */
    between: (from: Instant, to: Instant): Spent[] => between.all(dayOf(from), dayOf(to)),
  }
}

function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10)
}
