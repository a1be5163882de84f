// The chain over all events: whoever changes, moves or takes out one breaks every hash after it.
import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { About } from '../src/core/matter.ts'

type Db = Database.Database

/** A row of the event table. */
export type Row = {
  number: number
  about: About
  matter: number
  position: number
  type: string
  version: number
  at: string
  actor: number
  body: string
  hash: string
}

/** The hash before the first event. */
export const beginning = '0'.repeat(64)

/** The hash of an event: it covers the hash before it and everything it says. */
export function chained(before: string, row: Omit<Row, 'hash'>): string {
  const { number, about, matter, position, type, version, at, actor, body } = row
  const link = JSON.stringify([
    before,
    number,
    about,
    matter,
    position,
    type,
    version,
    at,
    actor,
    body,
  ])
  return createHash('sha256').update(link).digest('hex')
}

/** A new row at the end of the chain: everything but what follows from its place. */
export type NewRow = Omit<Row, 'number' | 'hash'>

/** The end of the chain of one database, where rows are added. Add within a transaction. */
export function chainOf(db: Db) {
  const last = db.prepare<[], { number: number; hash: string }>(
    'SELECT number, hash FROM event ORDER BY number DESC LIMIT 1',
  )
  const insert = db.prepare<[Row]>(
    `INSERT INTO event (number, about, matter, position, type, version, at, actor, body, hash)
     VALUES (@number, @about, @matter, @position, @type, @version, @at, @actor, @body, @hash)`,
  )
  return {
    /** Adds a row; the answer is its number. Throws if its matter has an event at this position already. */
    add(row: NewRow): number {
      const { number, hash } = last.get() ?? { number: 0, hash: beginning }
      const numbered = { ...row, number: number + 1 }
      insert.run({ ...numbered, hash: chained(hash, numbered) })
      return numbered.number
    },
    /** The last row: its number and hash; number 0 before the first. */
    end: (): { number: number; hash: string } => last.get() ?? { number: 0, hash: beginning },
  }
}
