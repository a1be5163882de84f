// When the office last did what belongs to an hour of the day.
import type { Instant } from '../src/core/content.ts'
import type { Db } from './database.ts'

export type Done = ReturnType<typeof done>

/** What was done, of one database. */
export function done(db: Db) {
  const read = db.prepare<[string], string>('SELECT at FROM done WHERE name = ?').pluck()
  const write = db.prepare<[string, string]>(
    'INSERT INTO done (name, at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at',
  )
  return {
    /** The instant for which it was done last; null if it never was. */
    last(name: string): Instant | null {
      const at = read.get(name)
      return at === undefined ? null : Date.parse(at)
    },
    /** It is done for this instant. Throws if the database cannot be written. */
    mark(name: string, at: Instant): void {
      write.run(name, new Date(at).toISOString())
    },
  }
}
