// Drafts: what was typed into a form of several steps, until it is submitted. Nobody's history.
import type { Instant } from '../src/core/content.ts'
import type { Db } from './database.ts'

/** How long a draft is kept, in milliseconds: nobody has a form open for longer. */
const keptFor = 24 * 60 * 60_000

/** The drafts of one database, each under the id of its form. */
export function drafts<Kept extends object>(db: Db) {
  const put = db.prepare<[string, string, string]>(
    `INSERT INTO draft (form, said, at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET said = excluded.said, at = excluded.at`,
  )
  const one = db.prepare<[string], string>('SELECT said FROM draft WHERE form = ?').pluck()
  const drop = db.prepare<[string]>('DELETE FROM draft WHERE at < ?')
  return {
    /** Keeps a draft in place of the one before, and forgets drafts of long ago. */
    put(form: string, said: Kept, at: Instant): void {
      drop.run(new Date(at - keptFor).toISOString())
      put.run(form, JSON.stringify(said), new Date(at).toISOString())
    },
    /** The draft of a form; null for a form without. */
    get(form: string): Kept | null {
      const said = one.get(form)
      return said === undefined ? null : (JSON.parse(said) as Kept)
    },
  }
}
