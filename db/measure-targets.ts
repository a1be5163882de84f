// Where on the network a measure acts: the post as somebody read it. Kept beyond the words, as long as it may have to
// be shown again; history holds no address of a citizen's post.
import type { MeasureNumber } from '../src/core/measure/measure.ts'
import type { Db } from './database.ts'

/** The targets of one database. */
export function measureTargets(db: Db) {
  const insert = db.prepare<[number, string]>(
    'INSERT INTO measure_target (measure, post) VALUES (?, ?)',
  )
  const one = db
    .prepare<[number], string>('SELECT post FROM measure_target WHERE measure = ?')
    .pluck()
  const remove = db.prepare<[number]>('DELETE FROM measure_target WHERE measure = ?')
  return {
    /** Keeps the id of a post on its network. */
    keep(measure: MeasureNumber, post: string): void {
      insert.run(measure, post)
    },
    /** The id of the post; null where none was kept, or the measure is over. */
    get: (measure: MeasureNumber): string | null => one.get(measure) ?? null,
    forget(measure: MeasureNumber): void {
      remove.run(measure)
    },
  }
}
