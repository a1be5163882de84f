// Why a measure was taken, in words. They may quote somebody, so they can be forgotten.
import type { Db } from './database.ts'

/** The reasons of one database. */
export function measureReasons(db: Db) {
  const insert = db.prepare<[number, string]>(
    'INSERT INTO measure_reason (measure, reason) VALUES (?, ?)',
  )
  const one = db
    .prepare<[number], string>('SELECT reason FROM measure_reason WHERE measure = ?')
    .pluck()
  const remove = db.prepare<[number]>('DELETE FROM measure_reason WHERE measure = ?')
  return {
    keep(measure: number, reason: string): void {
      insert.run(measure, reason)
    },
    /** The reason in words, null once forgotten. */
    get: (measure: number): string | null => one.get(measure) ?? null,
    forget(measure: number): void {
      remove.run(measure)
    },
  }
}
