// Which forms were read already. Slack lets a person send a form again when our answer came late: it is the same form
// then, and means what it meant the first time.
import type { Instant } from '../src/core/content.ts'
import type { Db } from './database.ts'

/** How long a form is remembered, in milliseconds: nobody has one open for longer. */
const remembered = 24 * 60 * 60_000

/** The forms of one database. Ask and remember inside the transaction that does what the form says. */
export function forms(db: Db) {
  const one = db
    .prepare<[string, string], number>('SELECT matter FROM form WHERE id = ? AND about = ?')
    .pluck()
  const insert = db.prepare<[string, string, number, string]>(
    'INSERT INTO form (id, about, matter, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const drop = db.prepare<[string]>('DELETE FROM form WHERE at < ?')
  return {
    /** The number of what a form was read into, among its kind; null for a form not seen before. */
    matterOf(form: string, about: string): number | null {
      return one.get(form, about) ?? null
    },
    /** Notes what a form was read into, and forgets forms of long ago. */
    remember(form: string, about: string, matter: number, at: Instant): void {
      drop.run(new Date(at - remembered).toISOString())
      insert.run(form, about, matter, new Date(at).toISOString())
    },
  }
}
