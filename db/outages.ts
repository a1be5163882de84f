// Networks that tell nothing for now: a restart must not tell people again what they have heard, nor forget to tell
// them that it is over.
import type { Outage } from '../src/core/outage.ts'
import type { Db } from './database.ts'

type Row = { because: Outage['because']; since: string; told: string }

/** The outages of one database. */
export function outages(db: Db) {
  const one = db.prepare<[string], Row>('SELECT because, since, told FROM outage WHERE network = ?')
  const write = db.prepare<[string, string, string, string]>(
    `INSERT INTO outage (network, because, since, told) VALUES (?, ?, ?, ?)
     ON CONFLICT (network) DO UPDATE
     SET because = excluded.because, since = excluded.since, told = excluded.told`,
  )
  const remove = db.prepare<[string]>('DELETE FROM outage WHERE network = ?')
  return {
    /** The outage of a network as it was known last; null if there is none. */
    of(network: string): Outage | null {
      const row = one.get(network)
      if (row === undefined) return null
      const told = JSON.parse(row.told) as Outage['told']
      return { because: row.because, since: Date.parse(row.since), told }
    },
    /** Keeps what is known of an outage; null: it is over. */
    keep(network: string, outage: Outage | null): void {
      if (outage === null) {
        remove.run(network)
        return
      }
      const { because, since, told } = outage
      write.run(network, because, new Date(since).toISOString(), JSON.stringify(told))
    },
  }
}
