// Whose data are to be erased; forgotten with the decision.
import type { Db } from './database.ts'

/** The requests of one database. */
export function erasureRequests(db: Db) {
  const insert = db.prepare<[number, string]>(
    'INSERT INTO erasure_request (number, handle) VALUES (?, ?)',
  )
  const one = db
    .prepare<[number], string>('SELECT handle FROM erasure_request WHERE number = ?')
    .pluck()
  const remove = db.prepare<[number]>('DELETE FROM erasure_request WHERE number = ?')
  return {
    keep(number: number, handle: string): void {
      insert.run(number, handle)
    },
    /** The account a request is about, null once decided. */
    get: (number: number): string | null => one.get(number) ?? null,
    forget(number: number): void {
      remove.run(number)
    },
  }
}
