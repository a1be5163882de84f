// Opens the one SQLite file: alone, migrated, and with the settings the office relies on.
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'

export type Db = Database.Database

/** Why the file cannot be used. */
export type DatabaseRefusal = 'newer' | 'not-writable' | 'in-use' | 'not-a-database'

export type Opened =
  /** `close` also gives the file free for another process. */
  { db: Db; close: () => void } | { refused: DatabaseRefusal; path: string; detail: string }

const migrationsFolder = join(import.meta.dirname, 'migrations')

/** The migrations in order, each a numbered file that is never edited. */
export function migrations(): readonly { version: number; sql: string }[] {
  return readdirSync(migrationsFolder)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort()
    .map((name) => ({
      version: Number(name.slice(0, 4)),
      sql: readFileSync(join(migrationsFolder, name), 'utf8'),
    }))
}

/** Opens the database for the one process that may write, creating or migrating it. Refuses a file that
 * is newer than the program, cannot be written, is in use by another process, or is no database. */
export function openDatabase(path: string): Opened {
  let lock: Db | undefined
  let db: Db | undefined
  try {
    if (path !== ':memory:') {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      // Nobody else on the machine reads along; SQLite gives its -wal and -shm the same rights.
      closeSync(openSync(path, 'a', 0o600))
      // One file has one lock, whatever names lead to it.
      const lockPath = `${realpathSync(path)}.lock`
      closeSync(openSync(lockPath, 'a', 0o600))
      lock = holdAlone(lockPath)
    }
    db = new Database(path)
    db.pragma('busy_timeout = 2000')
    db.pragma('journal_mode = WAL')
    // A decision that was acknowledged must survive a power cut as well as a crash.
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('secure_delete = ON')
    if (versionOf(db) > latest())
      throw new Newer(`version ${versionOf(db)}, known up to ${latest()}`)
    migrate(db)
    const open = db
    return {
      db,
      close: () => {
        open.close()
        lock?.close()
      },
    }
  } catch (error) {
    db?.close()
    lock?.close()
    const refused = refusalOf(error)
    if (refused === null) throw new Error(`could not open the database ${path}`, { cause: error })
    return { refused, path, detail: error instanceof Error ? error.message : '' }
  }
}

/** Opens an existing database for reading only, beside the process that writes. Throws if it is missing. */
export function readDatabase(path: string): Db {
  return new Database(path, { readonly: true, fileMustExist: true })
}

/** Brings a database from any past version to the newest, each step in a transaction of its own. */
export function migrate(db: Db, upTo = latest()): void {
  for (const { version, sql } of migrations()) {
    if (version <= versionOf(db) || version > upTo) continue
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`user_version = ${version}`)
    }).immediate()
  }
}

class Newer extends Error {}
class InUse extends Error {}

// A lock of SQLite's own on a file beside the database: the system drops it with the process, however
// that ends, and reading the database stays possible.
function holdAlone(path: string): Db {
  const lock = new Database(path, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (codeOf(error).startsWith('SQLITE_BUSY')) throw new InUse(path)
    throw error
  }
}

function latest(): number {
  return migrations().at(-1)?.version ?? 0
}

function versionOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function refusalOf(error: unknown): DatabaseRefusal | null {
  if (error instanceof Newer) return 'newer'
  if (error instanceof InUse) return 'in-use'
  const code = codeOf(error)
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) return 'not-a-database'
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return 'not-writable'
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EISDIR|EEXIST|ENOENT)$/.test(code)) return 'not-writable'
  // better-sqlite3 answers a missing folder with a plain TypeError.
  return error instanceof TypeError ? 'not-writable' : null
}
