// History: whether all that ever happened is still whole, and what stands in tables beside it is what was written.
import type { Anchor, Anchored, Beside, Verdict } from '../src/core/anchor.ts'
import { beginning, chained, type Row } from './chain.ts'
import type { Db } from './database.ts'
import { isAsWritten, salted } from './erasable.ts'
import { evidenceSaid } from './evidence.ts'
import type { Registered, RegisterEvent } from './register.ts'

type RowBeside = Row & { salt: string | null; said: string | null }

/** Reads everything and says whether any event was changed, moved or taken out, and whether what people, evidence,
 * reasons, erasable words and closed days of spending say is what was written. Rows that were erased are not missed.
 * Events cut off at the very end cannot be seen by a chain: that needs an anchor that was noted outside. */
export function verify(db: Db, anchor: Anchor | null = null): Verdict {
  const everything = db.prepare<[], RowBeside>(
    `SELECT event.*, salt, said FROM event LEFT JOIN erasable ON erasable.event = event.number
     ORDER BY number`,
  )
  let events = 0
  let hash = beginning
  let isAnchored = anchor === null
  const register: RegisterEvent[] = []
  for (const row of everything.iterate()) {
    events += 1
    if (row.number !== events) return { whole: false, because: 'missing', brokenAt: events }
    hash = chained(hash, row)
    if (hash !== row.hash) return { whole: false, because: 'changed', brokenAt: events }
    if (!isAsWritten(row)) return beside('erasable', events)
    if (row.about === 'register') register.push(registered(row))
    if (anchor?.number === events) isAnchored = hash.startsWith(anchor.hash)
  }
  if (anchor !== null && !isAnchored) {
    const because = anchor.number > events ? 'ends-before' : 'not-as-anchored'
    return { whole: false, because, anchor, events }
  }
  const orphan = db
    .prepare<[number], number>('SELECT event FROM erasable WHERE event > ? OR event < 1 LIMIT 1')
    .pluck()
    .get(events)
  if (orphan !== undefined) return beside('erasable', orphan)
  return (
    falseRow(db, register) ??
    falseDay(db, register) ?? { whole: true, events, end: { number: events, hash } }
  )
}

/** What stands where an anchor was noted, without reading everything. */
export function compared(db: Db, { number, hash }: Anchor): Anchored {
  const here = db
    .prepare<[number], string>('SELECT hash FROM event WHERE number = ?')
    .pluck()
    .get(number)
  if (here === undefined) return 'ends-before'
  return here.startsWith(hash) ? 'same' : 'not-as-anchored'
}

function beside(table: Beside, row: number | string): Verdict {
  return { whole: false, because: 'beside', table, row: String(row) }
}

function registered({ type, body }: Row): RegisterEvent {
  return { type, ...(JSON.parse(body) as object) } as RegisterEvent
}

type Said = { row: number; salt: string; said: string }

function falseRow(db: Db, register: readonly RegisterEvent[]): Verdict | null {
  const rows: Record<Registered, Said[]> = {
    person: db.prepare<[], Said>('SELECT actor AS row, salt, slack_user AS said FROM person').all(),
    measure_reason: db
      .prepare<[], Said>('SELECT measure AS row, salt, reason AS said FROM measure_reason')
      .all(),
    evidence: db
      .prepare<[], { row: number; salt: string; mention: number; content: string }>(
        'SELECT number AS row, salt, mention, content FROM evidence',
      )
      .all()
      .map(({ row, salt, ...copy }) => ({ row, salt, said: evidenceSaid(copy) })),
  }
  const hashes = new Map<string, string>()
  for (const event of register) {
    if (event.type === 'row-kept') hashes.set(`${event.table} ${event.row}`, event.hash)
  }
  for (const table of Object.keys(rows) as Registered[]) {
    for (const { row, salt, said } of rows[table]) {
      if (hashes.get(`${table} ${row}`) !== salted(salt, said)) return beside(table, row)
    }
  }
  return null
}

function falseDay(db: Db, register: readonly RegisterEvent[]): Verdict | null {
  const closed = new Map<string, string>()
  for (const event of register) {
    if (event.type === 'day-closed') closed.set(event.day, JSON.stringify(event.spent))
  }
  const upTo = [...closed.keys()].reduce((last, day) => (day > last ? day : last), '')
  const spent = db.prepare<[string], { day: string; charge: string; count: number }>(
    'SELECT day, charge, count FROM spending WHERE day <= ? ORDER BY day, charge',
  )
  const kept = new Map<string, { charge: string; count: number }[]>()
  for (const { day, ...charged } of spent.all(upTo)) {
    kept.set(day, [...(kept.get(day) ?? []), charged])
  }
  for (const day of new Set([...closed.keys(), ...kept.keys()])) {
    if (closed.get(day) !== JSON.stringify(kept.get(day) ?? [])) return beside('spending', day)
  }
  return null
}
