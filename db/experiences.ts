// What staff noted for the human chapters of the report. Words, so they can be taken back.
import { createHash } from 'node:crypto'
import type { Instant, Topic } from '../src/core/content.ts'
import type { Db } from './database.ts'

export type Experience = { number: number; notedAt: Instant; topic: Topic | null; text: string }

type ExperienceRow = { number: number; noted_at: string; topic: Topic | null; text: string }

/** The notes of one database. Who wrote one is not kept. */
export function experiences(db: Db) {
  const insert = db.prepare<[string, Topic | null, string]>(
    'INSERT INTO experience (noted_at, topic, text) VALUES (?, ?, ?)',
  )
  const one = db.prepare<[number], ExperienceRow>('SELECT * FROM experience WHERE number = ?')
  const remove = db.prepare<[number]>('DELETE FROM experience WHERE number = ?')
  const between = db.prepare<[string, string], ExperienceRow>(
    'SELECT * FROM experience WHERE noted_at >= ? AND noted_at < ? ORDER BY noted_at, number',
  )

  /** What a button about a note carries: its number, and a hash of when it was noted and by whom, so that nobody else
   * can take it back although it is not kept who wrote it. An older copy of the database, put back, gives numbers out
   * again. */
  function seal(number: number, user: string): string {
    const notedAt = one.get(number)?.noted_at ?? ''
    const hash = createHash('sha256').update(`${number} ${notedAt} ${user}`).digest('hex')
    return `experience/${number}/${hash.slice(0, 16)}`
  }

  return {
    seal,
    /** Keeps a note; its number. */
    note(text: string, topic: Topic | null, at: Instant): number {
      return Number(insert.run(new Date(at).toISOString(), topic, text).lastInsertRowid)
    },
    /** The note a seal names, null if it is not there, or is not this person's. */
    sealed(written: string, user: string): number | null {
      const number = Number(/^experience\/([1-9]\d{0,8})\//.exec(written)?.[1] ?? 0)
      return one.get(number) !== undefined && seal(number, user) === written ? number : null
    },
    /** Takes a note back; whether it was there. */
    takeBack(number: number): boolean {
      return remove.run(number).changes > 0
    },
    /** The notes from an instant up to, without, another, oldest first. */
    between(from: Instant, to: Instant): Experience[] {
      return between
        .all(new Date(from).toISOString(), new Date(to).toISOString())
        .map(({ noted_at, ...note }) => ({ ...note, notedAt: Date.parse(noted_at) }))
    },
  }
}
