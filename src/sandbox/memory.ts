// What the sandbox remembers between two starts: JSON documents by kind and id, in one SQLite file.

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

/** JSON documents by kind and id. Every call is durable when it returns, also over SIGKILL. */
export type Memory = {
  /** The document, or undefined. The caller says what shape it put there. */
  get(kind: string, id: string): unknown
  /** All documents of a kind in the order in which their ids were first put. */
  all(kind: string): unknown[]
  /** Adds or replaces. A replaced document keeps its place in the order. */
  put(kind: string, id: string, doc: unknown): void
  /** Forgets one document; nothing happens when there is none. */
  remove(kind: string, id: string): void
  /** Forgets every kind that begins like this; without a beginning, everything. */
  clear(kinds?: string): void
  close(): void
}

/** Opens the memory at a path, making its folder; ':memory:' forgets everything on close. */
export function openMemory(path: string): Memory {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.pragma('busy_timeout = 5000')
  db.exec(`CREATE TABLE IF NOT EXISTS document (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    doc TEXT NOT NULL CHECK (json_valid(doc)),
    UNIQUE (kind, id)
  ) STRICT`)

  type Row = { doc: string }
  const one = db.prepare<[string, string], Row>(
    'SELECT doc FROM document WHERE kind = ? AND id = ?',
  )
  const many = db.prepare<[string], Row>('SELECT doc FROM document WHERE kind = ? ORDER BY seq')
  const upsert = db.prepare<[string, string, string]>(
    `INSERT INTO document (kind, id, doc) VALUES (?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET doc = excluded.doc`,
  )
  const removeOne = db.prepare<[string, string]>('DELETE FROM document WHERE kind = ? AND id = ?')
  const clearAll = db.prepare<[number, string]>('DELETE FROM document WHERE substr(kind, 1, ?) = ?')

  return {
    get(kind, id) {
      const row = one.get(kind, id)
      return row === undefined ? undefined : (JSON.parse(row.doc) as unknown)
    },
    all: (kind) => many.all(kind).map((row): unknown => JSON.parse(row.doc)),
    put(kind, id, doc) {
      upsert.run(kind, id, JSON.stringify(doc))
    },
    remove(kind, id) {
      removeOne.run(kind, id)
    },
    clear(kinds = '') {
      clearAll.run(kinds.length, kinds)
    },
    close() {
      db.close()
    },
  }
}
