// Whose data are to be erased or shown, until that is decided or done.
import type { Db } from './database.ts'

/** The requests of one kind in a database. */
export function accountRequests(db: Db, about: 'erasure' | 'access') {
  const insert = db.prepare<[string, number, string]>(
    'INSERT INTO account_request (about, number, handle) VALUES (?, ?, ?)',
  )
  const one = db
    .prepare<[string, number], string>(
      'SELECT handle FROM account_request WHERE about = ? AND number = ?',
    )
    .pluck()
  const remove = db.prepare<[string, number]>(
    'DELETE FROM account_request WHERE about = ? AND number = ?',
  )
  return {
    keep(number: number, handle: string): void {
      insert.run(about, number, handle)
    },
    /** The account a request is about; null once it is over. */
    get: (number: number): string | null => one.get(about, number) ?? null,
    forget(number: number): void {
      remove.run(about, number)
    },
  }
}
