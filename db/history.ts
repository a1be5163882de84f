// History: whether all that ever happened is still whole.
import { beginning, chained, type Row } from './chain.ts'
import type { Db } from './database.ts'

/** Whether the chain holds. `events` counts all; `seal` is the hash of the last one. */
export type Verdict =
  | { whole: true; events: number; seal: string }
  | { whole: false; brokenAt: number; because: 'missing' | 'changed' }

/** Reads everything and says whether any event was changed, moved or taken out. Events cut off at the very end cannot
 * be seen by a chain: compare the count and the seal with those noted before. */
export function verify(db: Db): Verdict {
  const everything = db.prepare<[], Row>('SELECT * FROM event ORDER BY number')
  let events = 0
  let seal = beginning
  for (const row of everything.iterate()) {
    events += 1
    if (row.number !== events) return { whole: false, brokenAt: events, because: 'missing' }
    seal = chained(seal, row)
    if (seal !== row.hash) return { whole: false, brokenAt: events, because: 'changed' }
  }
  return { whole: true, events, seal }
}
