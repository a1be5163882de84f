// Opens the one SQLite file: alone, whole, migrated, and with the settings the office relies on.
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { guardFile, isWide, makeFolder } from './guarded.ts'
import { damageIn } from './soundness.ts'

export type Db = Database.Database

/** Why the file cannot be used. `gone`: it is empty or missing, though it was in use before; `wide`: others may enter
 * its folder. */
export type DatabaseRefusal =
  'wide' | 'newer' | 'not-writable' | 'full' | 'in-use' | 'not-a-database' | 'damaged' | 'gone'

export type Opened =
  /** `close` also gives the file free for another process; `tightened` are files that others could read until now. */
  | { db: Db; close: () => void; tightened: readonly string[] }
  | { refused: DatabaseRefusal; path: string; detail: string }

const migrationsFolder = join(import.meta.dirname, 'migrations')

/** How long opening waits for somebody else's lock, in milliseconds. Nothing runs yet that it could hold up. */
const patience = 2_000

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

/** Opens the database for the one process that may write, creating or migrating it. Refuses a file that is newer
 * than the program, in a folder others may enter, cannot be written, has no room, is in use by somebody else, is no database, is damaged or
 * incomplete, or is gone. Once it is open nothing waits for a lock: what somebody else's keeps from being written
 * fails at once with an error that `isBusyOrFull` knows, so that nobody is held up. */
export function openDatabase(path: string): Opened {
  if (path !== ':memory:' && isGone(path)) return { refused: 'gone', path, detail: '' }
  const isCreated = path !== ':memory:' && !existsSync(path)
  const tightened: string[] = []
  let lock: Db | undefined
  let db: Db | undefined
  try {
    if (path !== ':memory:') {
      makeFolder(dirname(path))
      if (isWide(dirname(path))) throw new Refused('wide', dirname(path))
      const lockPath = lockOf(path)
      // Nobody else on the machine reads along; SQLite gives its -wal and -shm the same rights as the file.
      const beside = [`${path}-wal`, `${path}-shm`].filter((file) => existsSync(file))
      tightened.push(...[path, lockPath, ...beside].filter((file) => guardFile(file)))
      lock = holdAlone(lockPath)
      examine(path)
    }
    db = new Database(path, { timeout: patience })
    db.pragma('journal_mode = WAL')
    // A decision that was acknowledged must survive a power cut as well as a crash.
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('secure_delete = ON')
    migrate(db)
    // A write like any other: a disk without room is noticed now.
    db.pragma(`user_version = ${versionOf(db)}`)
    // What was erased right before the last end, or beside a reader.
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.pragma('busy_timeout = 0')
    const open = db
    return {
      db,
      tightened,
      close: () => {
        open.close()
        lock?.close()
      },
    }
  } catch (error) {
    db?.close()
    lock?.close()
    // A file that never became a database must not look like one that was lost.
    if (isCreated && existsSync(path) && isEmpty(path)) {
      for (const file of [lockOf(path), path]) rmSync(file, { force: true })
    }
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

class Refused extends Error {
  readonly because: DatabaseRefusal
  constructor(because: DatabaseRefusal, detail: string) {
    super(detail)
    this.because = because
  }
}

// One file has one lock, whatever names lead to it.
function lockOf(path: string): string {
  return `${existsSync(path) ? realpathSync(path) : path}.lock`
}

function isEmpty(path: string): boolean {
  return !existsSync(path) || statSync(path).size === 0
}

// An empty file would simply begin anew, and what stands in the log beside it would be dropped.
function isGone(path: string): boolean {
  return isEmpty(path) && (existsSync(lockOf(path)) || !isEmpty(`${path}-wal`))
}

// On a connection that only reads: its end writes nothing into the file, also of a -wal that is not its own.
function examine(path: string): void {
  if (isEmpty(path)) return
  const db = new Database(path, { readonly: true, timeout: patience })
  try {
    const version = versionOf(db)
    if (version > latest())
      throw new Refused('newer', `version ${version}, known up to ${latest()}`)
    const damage = damageIn(db, version === latest())
    if (damage !== null) throw new Refused('damaged', damage)
  } finally {
    db.close()
  }
}

// A lock of SQLite's own on a file beside the database: the system drops it with the process, however
// that ends, and reading the database stays possible.
function holdAlone(path: string): Db {
  const lock = new Database(path, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
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

const noRoom = /^(SQLITE_FULL|SQLITE_IOERR_(WRITE|SHMSIZE|TRUNCATE|FSYNC|DIR_FSYNC)|ENOSPC|EDQUOT)$/
const noWrite =
  /^(SQLITE_(READONLY|CANTOPEN|PERM).*|EACCES|EPERM|EROFS|ENOTDIR|EISDIR|EEXIST|ENOENT)$/

/** Whether an error only says that nothing can be written just now: somebody else holds the file, it has no room,
 * or it may not be written. Nothing of what failed was kept, and all of it may be tried again. Looks at the causes
 * of an error, too. */
export function isBusyOrFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  if (code.startsWith('SQLITE_BUSY') || noRoom.test(code)) return true
  if (code.startsWith('SQLITE_') && noWrite.test(code)) return true
  return isBusyOrFull(error.cause)
}

function refusalOf(error: unknown): DatabaseRefusal | null {
  if (error instanceof Refused) return error.because
  const code = codeOf(error)
  if (code.startsWith('SQLITE_BUSY')) return 'in-use'
  if (code.startsWith('SQLITE_NOTADB')) return 'not-a-database'
  if (/^SQLITE_(CORRUPT|IOERR_(READ|SHORT_READ))/.test(code)) return 'damaged'
  if (noRoom.test(code)) return 'full'
  // better-sqlite3 answers a missing folder with a plain TypeError.
  return noWrite.test(code) || error instanceof TypeError ? 'not-writable' : null
}
