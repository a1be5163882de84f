// Why a measure was taken, in words. They may quote somebody, so they can be forgotten.
import type { Instant } from '../src/core/content.ts'
import type { MeasureNumber } from '../src/core/measure/measure.ts'
import type { Db } from './database.ts'
import { newSalt } from './erasable.ts'
import { register } from './register.ts'

/** The reasons of one database. */
export function measureReasons(db: Db) {
  const insert = db.prepare<[number, string, string]>(
    'INSERT INTO measure_reason (measure, reason, salt) VALUES (?, ?, ?)',
  )
  const registered = register(db)
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
    /** Keeps the reason of a measure. Call it within the transaction that begins the measure. */
    keep(measure: MeasureNumber, reason: string, at: Instant): void {
      const salt = newSalt()
      insert.run(measure, reason, salt)
      registered.keep('measure_reason', measure, { salt, said: reason }, at)
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
