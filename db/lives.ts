// The lives of matters: rows of the append-only event table and the chain of hashes over all of them.
import { createHash } from 'node:crypto'
import type { Instant } from '../src/core/content.ts'
import type { Actor } from '../src/core/people.ts'
import type { Db } from './database.ts'

/** What a matter can be. */
export type About = 'proposal' | 'conversation' | 'measure' | 'flood' | 'erasure' | 'access'

/** An event as history keeps it: `position` is its place in the life of its matter, from 1. */
export type InLife<Event> = Event & { position: number; at: Instant; actor: Actor }

export type Row = {
  number: number
  about: string
  matter: number
  position: number
  type: string
  at: string
  actor: number
  body: string
  hash: string
}

/** The hash before the first event. */
export const beginning = '0'.repeat(64)

/** The lives of all matters of one kind in a database. */
export function lives<Event extends { type: string }>(db: Db, about: About) {
  const last = db.prepare<[], { number: number; hash: string }>(
    'SELECT number, hash FROM event ORDER BY number DESC LIMIT 1',
  )
  const insert = db.prepare<
    [number, string, number, number, string, string, number, string, string]
  >(
    `INSERT INTO event (number, about, matter, position, type, at, actor, body, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const lifeOf = db.prepare<[string, number], Row>(
    'SELECT * FROM event WHERE about = ? AND matter = ? ORDER BY position',
  )
  const newest = db.prepare<[string], { matter: number | null }>(
    'SELECT max(matter) AS matter FROM event WHERE about = ?',
  )
  const openOne = db.prepare<[string, number]>(
    'INSERT INTO open_matter (about, matter) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  const closeOne = db.prepare<[string, number]>(
    'DELETE FROM open_matter WHERE about = ? AND matter = ?',
  )
  const openOnes = db
    .prepare<[string], number>('SELECT matter FROM open_matter WHERE about = ? ORDER BY matter')
    .pluck()

  return {
    /** The life of a matter in order; empty for a number nobody gave. */
    life(matter: number): InLife<Event>[] {
      return lifeOf.all(about, matter).map((row) => recorded<Event>(row))
    },

    /** Appends events to a life that has `position` events so far, and opens the matter. Throws if somebody
     * was faster: inside one immediate transaction that cannot happen. `at` in UTC milliseconds. */
    append(
      matter: number,
      position: number,
      events: readonly Event[],
      by: { actor: Actor; at: Instant },
    ): InLife<Event>[] {
      let { number, hash } = last.get() ?? { number: 0, hash: beginning }
      openOne.run(about, matter)
      return events.map((event, index) => {
        const { type, ...body } = event
        const row = {
          number: number + 1,
          about,
          matter,
          position: position + index + 1,
          type,
          at: new Date(by.at).toISOString(),
          actor: by.actor,
          body: JSON.stringify(body),
        }
        number = row.number
        hash = chained(hash, row)
        insert.run(
          row.number,
          row.about,
          row.matter,
          row.position,
          row.type,
          row.at,
          row.actor,
          row.body,
          hash,
        )
        return recorded<Event>(row)
      })
    },

    /** The number the next matter gets, from 1. */
    next(): number {
      return (newest.get(about)?.matter ?? 0) + 1
    },

    /** Matters something may still be owed for, oldest first. */
    open(): number[] {
      return openOnes.all(about)
    },

    /** Something may be owed again. */
    reopen(matter: number): void {
      openOne.run(about, matter)
    },

    /** Nothing is owed for this matter any more. */
    close(matter: number): void {
      closeOne.run(about, matter)
    },
  }
}

/** The hash of an event: it covers the hash before it and everything it says. */
export function chained(before: string, row: Omit<Row, 'hash'>): string {
  const { number, about, matter, position, type, at, actor, body } = row
  const link = JSON.stringify([before, number, about, matter, position, type, at, actor, body])
  return createHash('sha256').update(link).digest('hex')
}

/** A row as the event it was when it was appended: the table is written by this file alone. */
export function recorded<Event>(row: Omit<Row, 'number' | 'hash'>): InLife<Event> {
  const { type, position, at, actor } = row
  const said = { type, position, at: Date.parse(at), actor }
  return Object.assign(JSON.parse(row.body) as Event & object, said)
}
