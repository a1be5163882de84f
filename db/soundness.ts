// Is the file whole? A damaged page, a half copied file or a log beside it that is not its own must be noticed
// before anything is built on it.
import type Database from 'better-sqlite3'
import { beginning, chained, type Row } from './chain.ts'
import { isAsWritten } from './erasable.ts'

type Db = Database.Database
type RowBeside = Row & { salt: string | null; said: string | null }

/** How many of the last events are recomputed; the whole chain is `verify`'s. */
const lastEvents = 1_000

/** The first damage found in a database, null if it is sound: every page and index (about three seconds for a
 * million events, a third of a second for a hundred thousand), and, where `knowsSchema`, that no event is missing,
 * that the last ones are chained and
 * what they say is what was written, and that what is open has a life. Reads only. */
export function damageIn(db: Db, knowsSchema: boolean): string | null {
  try {
    const found = db.prepare<[], string>('PRAGMA integrity_check(1)').pluck().get()
    if (found !== 'ok') return found ?? 'the check said nothing'
    return knowsSchema ? damageInHistory(db) : null
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      /^SQLITE_(CORRUPT|IOERR)/.test(String(error.code))
    )
      return error.message
    throw error
  }
}

function damageInHistory(db: Db): string | null {
  const count = db.prepare<[], number>('SELECT count(*) FROM event').pluck().get() ?? 0
  const rows = db
    .prepare<[number], RowBeside>(
      `SELECT event.*, salt, said FROM event LEFT JOIN erasable ON erasable.event = event.number
       ORDER BY number DESC LIMIT ?`,
    )
    .all(lastEvents + 1)
    .reverse()
  if ((rows.at(-1)?.number ?? 0) !== count) return 'events are missing'
  let before = rows.length > lastEvents ? rows.shift()?.hash : beginning
  for (const row of rows) {
    if (before === undefined || chained(before, row) !== row.hash || !isAsWritten(row))
      return `event ${row.number} is not the one that was written`
    before = row.hash
  }
  const lifeless = db
    .prepare(
      `SELECT 1 FROM open_matter AS open WHERE NOT EXISTS
         (SELECT 1 FROM event WHERE event.about = open.about AND event.matter = open.matter)`,
    )
    .get()
  return lifeless === undefined ? null : 'an open matter has no life'
}
