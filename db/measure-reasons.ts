// Why a measure was taken, in words. They may quote somebody, so they can be forgotten.
import type { MeasureNumber } from '../src/core/measure/measure.ts'
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
  const about = db
    .prepare<[string], number>(
      `SELECT matter FROM event
       WHERE about = 'measure' AND position = 1
         AND json_extract(body, '$.mention') IN (SELECT value FROM json_each(?)) ORDER BY matter`,
    )
    .pluck()
  return {
    keep(measure: MeasureNumber, reason: string): void {
      insert.run(measure, reason)
    },
    /** The reason in words, null once forgotten. */
    get: (measure: MeasureNumber): string | null => one.get(measure) ?? null,
    forget(measure: MeasureNumber): void {
      remove.run(measure)
    },
    /** The measures about these mentions, whether their reasons are kept or not. */
    about: (mentions: readonly number[]): MeasureNumber[] => about.all(JSON.stringify(mentions)),
  }
}
