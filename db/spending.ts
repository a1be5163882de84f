// What networks were asked for, by day where the office is, and at which prices. A day that is over is closed: from then on history
// says what was spent.
import type { Instant } from '../src/core/content.ts'
import { localOf } from '../src/core/time/calendar.ts'
import type { Db } from './database.ts'
import { register, type Charged } from './register.ts'

/** `price` in USD for one, as it was on the day; null for a day that is not closed. */
export type Spent = { day: string; charge: string; count: number; price: number | null }

const day = 24 * 60 * 60_000

/** The spending of one database, by the days of an IANA time zone. */
export function spending(db: Db, zone: string) {
  const dayOf = (at: Instant) => localOf(at, zone).date
  const add = db.prepare<[string, string, number]>(
    `INSERT INTO spending (day, charge, count) VALUES (?, ?, ?)
     ON CONFLICT (day, charge) DO UPDATE SET count = count + excluded.count`,
  )
  const between = db.prepare<[string, string], Spent>(
    `SELECT day, charge, count, (SELECT json_extract(body, '$.prices.' || charge) FROM event
       WHERE about = 'register' AND type = 'day-closed' AND json_extract(body, '$.day') = day) AS price
     FROM spending WHERE day >= ? AND day < ? ORDER BY day, charge`,
  )
  const lastClosed = db
    .prepare<[], string>(
      `SELECT json_extract(body, '$.day') FROM event
       WHERE about = 'register' AND type = 'day-closed' ORDER BY position DESC LIMIT 1`,
    )
    .pluck()
  const firstDay = db.prepare<[], string | null>('SELECT min(day) FROM spending').pluck()
  const onDay = db.prepare<[string], Charged>(
    'SELECT charge, count FROM spending WHERE day = ? ORDER BY charge',
  )
  const registered = register(db)

  /** The day on which what is charged now is counted: one that is closed stays as it is, whatever the clock says. */
  function openDay(at: Instant): string {
    const closed = lastClosed.get()
    const today = dayOf(at)
    return closed === undefined || today > closed ? today : dayAfter(closed)
  }

  return {
    /** Counts what was charged at an instant. */
    add(charge: string, count: number, at: Instant): void {
      add.run(openDay(at), charge, count)
    },
    /** What was charged on the days from the first instant's up to, without, the second's. */
    between: (from: Instant, to: Instant): Spent[] => between.all(dayOf(from), dayOf(to)),
    /** Closes every day before that of an instant on which something was charged, with the prices (USD for one) of
     * the charges. */
    closeDays(price: (charge: string) => number, now: Instant): void {
      db.transaction(() => {
        const closed = lastClosed.get()
        const first = closed === undefined ? firstDay.get() : dayAfter(closed)
        if (first == null) return
        for (let next = first; next < dayOf(now); next = dayAfter(next)) {
          const spent = onDay.all(next)
          if (spent.length === 0) continue
          const prices = Object.fromEntries(spent.map(({ charge }) => [charge, price(charge)]))
          registered.closeDay({ day: next, spent, prices }, now)
        }
      }).immediate()
    },
  }
}

function dayAfter(one: string): string {
  return new Date(Date.parse(`${one}T00:00:00.000Z`) + day).toISOString().slice(0, 10)
}
