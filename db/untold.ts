// What the team has not heard yet of mentions and feeds: kept until it is told, whatever ends meanwhile.
import type { Db } from './database.ts'

/** What is still to be told in one database, each under a key of its own that begins with `prefix`. Nothing of it may be
 * personal. */
export function untold<Told extends object>(db: Db, prefix: string) {
  const insert = db.prepare<[string, string]>(
    'INSERT INTO untold (key, told) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  const all = db.prepare<[string, string], { key: string; told: string }>(
    'SELECT key, told FROM untold WHERE substr(key, 1, length(?)) = ? ORDER BY number',
  )
  const remove = db.prepare<[string]>('DELETE FROM untold WHERE key = ?')
  return {
    /** It is to be told. The same key is told once as long as it is kept. */
    add(key: string, told: Told): void {
      insert.run(key, JSON.stringify(told))
    },
    /** Everything that is still to be told, oldest first. */
    all: (): { key: string; told: Told }[] =>
      all.all(prefix, prefix).map(({ key, told }) => ({ key, told: JSON.parse(told) as Told })),
    /** It was told. */
    remove(key: string): void {
      remove.run(key)
    },
  }
}
