// What the sandbox remembers between starts: JSON documents, written at once, so that even a killed
// process finds its world as it was.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

export type Memory = {
  get(kind: string, id: string): unknown
  /** All documents of a kind in the order in which they were first put. */
  all(kind: string): unknown[]
  put(kind: string, id: string, document: unknown): void
  remove(kind: string, id: string): void
  /** Forgets every kind that begins like this. */
  clear(kinds: string): void
  close(): void
}

/** Opens the memory in a file (its folder is made) or, for ":memory:", for this process only. */
export function openMemory(path: string): Memory {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.exec(`CREATE TABLE IF NOT EXISTS document (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (kind, id)
  ) STRICT`)
  const get = db
    .prepare<[string, string], string>('SELECT body FROM document WHERE kind = ? AND id = ?')
    .pluck()
  const all = db
    .prepare<[string], string>('SELECT body FROM document WHERE kind = ? ORDER BY number')
    .pluck()
  const put = db.prepare<[string, string, string]>(
    `INSERT INTO document (kind, id, body) VALUES (?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body`,
  )
  const remove = db.prepare<[string, string]>('DELETE FROM document WHERE kind = ? AND id = ?')
  const clear = db.prepare<[number, string]>('DELETE FROM document WHERE substr(kind, 1, ?) = ?')
  const read = (body: string): unknown => JSON.parse(body)
  return {
    get(kind, id) {
      const body = get.get(kind, id)
      return body === undefined ? undefined : read(body)
    },
    all: (kind) => all.all(kind).map(read),
    put(kind, id, document) {
      put.run(kind, id, JSON.stringify(document))
    },
    remove(kind, id) {
      remove.run(kind, id)
    },
    clear(kinds) {
      clear.run(kinds.length, kinds)
    },
    close() {
      db.close()
    },
  }
}
