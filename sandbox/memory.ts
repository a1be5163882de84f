// What the local Slack and the local X remember: JSON documents in one SQLite file.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

/** A document with its kind and id. */
export type Remembered = readonly [kind: string, id: string, doc: unknown]

/** Documents by kind and id. They must survive JSON. */
export type Memory = {
  /** The document, undefined where there is none. */
  get(kind: string, id: string): unknown
  /** All documents of a kind in the order they were first put. */
  all(kind: string): unknown[]
  /** Puts or replaces; a replaced document keeps its place. */
  put(kind: string, id: string, doc: unknown): void
  remove(kind: string, id: string): void
  /** Everything, in the order it was first put. */
  everything(): Remembered[]
  /** Forgets everything, and remembers this instead. */
  replace(documents: readonly Remembered[]): void
  /** Forgets the kinds beginning with `prefix`; everything without one. */
  clear(prefix?: string): void
  close(): void
}

/** Opens the file at `path` (folders are created), or ':memory:'. Throws where it cannot be used. */
export function openMemory(path: string): Memory {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('busy_timeout = 2000')
  db.exec(`CREATE TABLE IF NOT EXISTS document (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    doc TEXT NOT NULL,
    UNIQUE (kind, id)
  ) STRICT`)
  const get = db.prepare<[string, string], { doc: string }>(
    'SELECT doc FROM document WHERE kind = ? AND id = ?',
  )
  const all = db.prepare<[string], { doc: string }>(
    'SELECT doc FROM document WHERE kind = ? ORDER BY place',
  )
  const put = db.prepare(
    `INSERT INTO document (kind, id, doc) VALUES (?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET doc = excluded.doc`,
  )
  const remove = db.prepare('DELETE FROM document WHERE kind = ? AND id = ?')
  const clear = db.prepare('DELETE FROM document WHERE substr(kind, 1, length(?)) = ?')
  const everything = db.prepare<[], { kind: string; id: string; doc: string }>(
    'SELECT kind, id, doc FROM document ORDER BY place',
  )
  const replace = db.transaction((documents: readonly Remembered[]) => {
    clear.run('', '')
    for (const [kind, id, doc] of documents) put.run(kind, id, JSON.stringify(doc))
  })
  const read = (row: { doc: string }): unknown => JSON.parse(row.doc)
  return {
    get: (kind, id) => {
      const row = get.get(kind, id)
      return row && read(row)
    },
    all: (kind) => all.all(kind).map(read),
    put: (kind, id, doc) => void put.run(kind, id, JSON.stringify(doc)),
    remove: (kind, id) => void remove.run(kind, id),
    everything: () => everything.all().map((row) => [row.kind, row.id, read(row)] as const),
    replace: (documents) => {
      replace(documents)
    },
    clear: (prefix = '') => void clear.run(prefix, prefix),
    close: () => {
      db.close()
    },
  }
}
