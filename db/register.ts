// The register: what stands in tables beside history and can be erased has its hash in history, too. Whoever changes
// such a row is found out; who only erases it is not, because that is what the tables are for.
import type { Instant } from '../src/core/content.ts'
import { theDesk } from '../src/core/people.ts'
import { chainOf } from './chain.ts'
import type { Db } from './database.ts'
import { salted } from './erasable.ts'

/** The tables whose rows are registered, each by the number of the row. */
export type Registered = 'person' | 'evidence' | 'measure_reason'

export type RegisterEvent =
  | { type: 'row-kept'; table: Registered; row: number; hash: string }
  /** What networks charged for on a UTC day, and at which prices (USD for one). */
  | { type: 'day-closed'; day: string; spent: readonly Charged[]; prices: Record<string, number> }

export type Charged = { charge: string; count: number }

/** The one register of a database is a matter of its own. */
const number = 1

/** The register of one database. Write within the transaction that writes what is registered. */
export function register(db: Db) {
  const chain = chainOf(db)
  const last = db
    .prepare<[], number>(
      `SELECT position FROM event WHERE about = 'register' AND matter = ${number}
       ORDER BY position DESC LIMIT 1`,
    )
    .pluck()

  function append({ type, ...body }: RegisterEvent, at: Instant): void {
    chain.add({
      about: 'register',
      matter: number,
      position: (last.get() ?? 0) + 1,
      type,
      version: 1,
      at: new Date(at).toISOString(),
      actor: theDesk,
      body: JSON.stringify(body),
    })
  }

  return {
    /** Registers a row with a salted hash of what it says. */
    keep(
      table: Registered,
      row: number,
      { salt, said }: { salt: string; said: string },
      at: Instant,
    ): void {
      append({ type: 'row-kept', table, row, hash: salted(salt, said) }, at)
    },
    /** Closes the spending of a UTC day. */
    closeDay(
      closed: { day: string; spent: readonly Charged[]; prices: Record<string, number> },
      at: Instant,
    ): void {
      append({ type: 'day-closed', ...closed }, at)
    },
  }
}
