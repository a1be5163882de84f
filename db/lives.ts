// The lives of matters: rows of the append-only event table, chained by hashes.
import type { Instant } from '../src/core/content.ts'
import type { About, Recorded } from '../src/core/matter.ts'
import type { Actor } from '../src/core/people.ts'
import { chainOf, type NewRow } from './chain.ts'
import type { Db } from './database.ts'
import { erasables, joined, parted } from './erasable.ts'
import { lifted, upcasts, versionNow, type Body, type Upcasts } from './upcasts.ts'

/** What just happened to a matter is looked at in the very next round, whatever the clock shows by then. */
const atOnce: Instant = 0

export type Lives<Event extends { type: string }> = ReturnType<typeof lives<Event>>

/** The lives of all matters of one kind in a database. `known` is how older events are lifted. */
export function lives<Event extends { type: string }>(
  db: Db,
  about: About,
  known: Upcasts = upcasts,
) {
  const chain = chainOf(db)
  const beside = erasables(db, about)
  const lifeOf = db.prepare<[string, number, number], RecordedRow>(
    `SELECT event.*, said FROM event LEFT JOIN erasable ON erasable.event = event.number
     WHERE about = ? AND matter = ? AND position > ? ORDER BY position`,
  )
  const hashAt = db
    .prepare<[string, number, number], string>(
      'SELECT hash FROM event WHERE about = ? AND matter = ? AND position = ?',
    )
    .pluck()
  const newest = db.prepare<[string], { matter: number | null }>(
    'SELECT max(matter) AS matter FROM event WHERE about = ?',
  )
  const openOne = db.prepare<[string, number, Instant]>(
    `INSERT INTO open_matter (about, matter, due_at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET due_at = excluded.due_at`,
  )
  const closeOne = db.prepare<[string, number]>(
    'DELETE FROM open_matter WHERE about = ? AND matter = ?',
  )
  const openOnes = db
    .prepare<[string], number>('SELECT matter FROM open_matter WHERE about = ? ORDER BY matter')
    .pluck()
  const dueOnes = db
    .prepare<[string, Instant, number], number>(
      `SELECT matter FROM open_matter WHERE about = ? AND due_at <= ?
       ORDER BY due_at, matter LIMIT ?`,
    )
    .pluck()
  const setDueOf = db.prepare<[Instant | null, string, number]>(
    'UPDATE open_matter SET due_at = ? WHERE about = ? AND matter = ?',
  )
  const wake = db.prepare<[Instant, string, Instant]>(
    'UPDATE open_matter SET due_at = ? WHERE about = ? AND (due_at IS NULL OR due_at > ?)',
  )

  return {
    /** The life of a matter in order, each event in its newest shape, without the first `after` of them; empty for
     * a number nobody gave. */
    life(matter: number, after = 0): Recorded<Event>[] {
      return lifeOf.all(about, matter, after).map((row) => recorded<Event>(row, known))
    },

    /** Appends events to a life that has `position` events so far, and opens the matter, due at once. Throws if
     * somebody was faster: inside one immediate transaction that cannot happen. `at` in UTC milliseconds. */
    append(
      matter: number,
      position: number,
      events: readonly Event[],
      by: { actor: Actor; at: Instant },
    ): Recorded<Event>[] {
      openOne.run(about, matter, atOnce)
      return events.map((event, index) => {
        const { type, ...given } = event
        const { body, at, kept } = parted(
          { about, type, at: new Date(by.at).toISOString() },
          JSON.parse(JSON.stringify(given)) as Body,
        )
        const row: NewRow = {
          about,
          matter,
          position: position + index + 1,
          type,
          version: versionNow(about, type, known),
          at,
          actor: by.actor,
          body: JSON.stringify(body),
        }
        const number = chain.add(row)
        if (kept !== null) beside.keep(number, kept)
        return recorded<Event>({ ...row, said: kept?.said ?? null }, known)
      })
    },

    /** Erases what can be erased of a life: all of it, or what is about one mention. */
    erase: (matter: number, mention: number | null = null): void => {
      beside.erase(matter, mention)
    },

    /** The hash of an event in the chain, null if the matter has none at this position: what was shown with this
     * hash is still what history says. */
    hashOf(matter: number, position: number): string | null {
      return hashAt.get(about, matter, position) ?? null
    },

    /** The number the next matter gets, from 1. */
    next(): number {
      return (newest.get(about)?.matter ?? 0) + 1
    },

    /** Matters something may still be owed for, oldest first. */
    open(): number[] {
      return openOnes.all(about)
    },

    /** At most `limit` open matters of which something is due by an instant, longest due first. */
    openDue(now: Instant, limit: number): number[] {
      return dueOnes.all(about, now, limit)
    },

    /** From when something is owed for an open matter, null while nothing is by itself. A closed one stays
     * closed. */
    setDue(matter: number, due: Instant | null): void {
      setDueOf.run(due, about, matter)
    },

    /** Every open matter is due by now: after a start, or when the clock cannot be trusted any more. */
    wakeAll(now: Instant): void {
      wake.run(now, about, now)
    },

    /** Something may be owed again, at once. */
    reopen(matter: number): void {
      openOne.run(about, matter, atOnce)
    },

    /** Nothing is owed for this matter any more. */
    close(matter: number): void {
      closeOne.run(about, matter)
    },
  }
}

/** A row of history with what stands beside it. */
export type RecordedRow = NewRow & { said: string | null }

/** A row as the event it was when it was appended, or what is left of it, in its newest shape: the table is written by
 * this file alone. */
export function recorded<Event>(row: RecordedRow, known: Upcasts = upcasts): Recorded<Event> {
  const { type, position, actor } = row
  const { body, at } = joined({ at: row.at, body: JSON.parse(row.body) as Body }, row.said)
  const event = lifted(row, body, known)
  return Object.assign(event as Event & object, { type, position, at: Date.parse(at), actor })
}
