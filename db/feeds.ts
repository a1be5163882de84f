// Items of feeds that were seen: each is told once, however long the feed shows it.
import type { Instant } from '../src/core/content.ts'
import type { PressRelease } from '../src/core/press-release.ts'
import type { Db } from './database.ts'

/** The feeds of one database, by address; items by a name of their own. */
export function feeds(db: Db) {
  const looked = db
    .prepare<[string], string>('SELECT looked_at FROM feed WHERE address = ?')
    .pluck()
  const look = db.prepare<[string, string]>(
    `INSERT INTO feed (address, looked_at) VALUES (?, ?)
     ON CONFLICT (address) DO UPDATE SET looked_at = excluded.looked_at`,
  )
  const insert = db.prepare<[string, string, string | null]>(
    'INSERT INTO feed_item (name, seen_at, said) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const one = db
    .prepare<[string], string | null>('SELECT said FROM feed_item WHERE name = ?')
    .pluck()
  return {
    /** When a feed was read last; null if it never was. */
    lookedAt(address: string): Instant | null {
      const at = looked.get(address)
      return at === undefined ? null : Date.parse(at)
    },
    /** It was read now. */
    looked(address: string, at: Instant): void {
      look.run(address, new Date(at).toISOString())
    },
    /** Keeps an item; whether it is new. `said` is what somebody may propose of it, null for what nobody is told of. */
    add(name: string, said: PressRelease | null, at: Instant): boolean {
      const row = said === null ? null : JSON.stringify(said)
      return insert.run(name, new Date(at).toISOString(), row).changes === 1
    },
    /** Whether an item was seen already. */
    has: (name: string): boolean => one.get(name) !== undefined,
    /** What an item says; null for one nobody was told of. */
    item(name: string): PressRelease | null {
      const said = one.get(name) ?? null
      return said === null ? null : (JSON.parse(said) as PressRelease)
    },
  }
}
