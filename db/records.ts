// Everything a report is made from: the lives a span touched and what was kept beside them. Reads only.
import type { Instant, NetworkName } from '../src/core/content.ts'
import type { ConversationEvent } from '../src/core/conversation/conversation.ts'
import type { DeclarationEvent } from '../src/core/declaration/declaration.ts'
import type { ErasureEvent } from '../src/core/erasure/erasure.ts'
import type { MeasureEvent, MeasureKind } from '../src/core/measure/measure.ts'
import type { About, Recorded } from '../src/core/matter.ts'
import type { ProposalEvent } from '../src/core/proposal/proposal.ts'
import type { PostReading } from '../src/core/readings.ts'
import type { Db } from './database.ts'
import { experiences } from './experiences.ts'
import { recorded, type RecordedRow } from './lives.ts'
import { readings } from './readings.ts'
import { spending } from './spending.ts'

type Life<Event> = { number: number; events: Event[] }

/** A span of time: instants in UTC milliseconds, the second one excluded, and the local days it has. */
export type RecordedSpan = { from: Instant; to: Instant; first: string; last: string }

/** The records of one database, all of one moment: nothing is written between two of its reads. */
export function records(db: Db, network: NetworkName, zone: string) {
  const begun = db
    .prepare<[], string>(
      `SELECT at FROM event INDEXED BY event_at WHERE about <> 'register' ORDER BY at LIMIT 1`,
    )
    .pluck()
  const cursor = db
    .prepare<[string], number>('SELECT 1 FROM mention_cursor WHERE network = ?')
    .pluck()
  const touched = db.prepare<[string, string], EventRow>(
    `SELECT about, matter, position, type, version, event.at, actor, body, said FROM
       (SELECT DISTINCT about, matter FROM event INDEXED BY event_at WHERE at >= ? AND at < ?) AS span
       JOIN event USING (about, matter) LEFT JOIN erasable ON erasable.event = event.number`,
  )
  const read = db.prepare<[string], ReadingRow>(
    'SELECT post_reading.* FROM json_each(?) AS id JOIN post_reading ON post = id.value',
  )
  // A measure of long ago may still be in force.
  const inForce = db
    .prepare<[string, string], string>(
      `SELECT json_extract(first.body, '$.kind') FROM event AS taken
       JOIN event AS first ON first.about = 'measure' AND first.matter = taken.matter AND first.position = 1
       WHERE taken.about = 'measure' AND taken.type = 'taken' AND taken.at < ?
         AND NOT EXISTS (SELECT 1 FROM event AS ended
           WHERE ended.about = 'measure' AND ended.matter = taken.matter
             AND ended.type IN ('lifted', 'lapsed') AND ended.at < ?)`,
    )
    .pluck()
  const declared = db.prepare<[], EventRow>(
    `SELECT about, matter, position, type, version, event.at, actor, body, said FROM event
       LEFT JOIN erasable ON erasable.event = event.number WHERE about = 'declaration'`,
  )
  const kept = {
    readings: readings(db),
    spending: spending(db, zone),
    experiences: experiences(db),
  }

  const of = db.transaction(({ from, to, first, last }: RecordedSpan) => {
    const end = new Date(to).toISOString()
    const begin = new Date(from).toISOString()
    // Of some events only the day stands in history itself.
    const rows = touched.all(`${begin.slice(0, 10)}T00:00:00.000Z`, end)
    const proposals = livesOf<ProposalEvent>(rows.filter(({ about }) => about === 'proposal'))
    const about = (name: About) => rows.filter((row) => row.about === name)
    const start = begun.get() ?? null
    return {
      begun: start === null ? null : Date.parse(start),
      readsMentions: cursor.get(network) !== undefined,
      proposals,
      conversations: livesOf<ConversationEvent>(about('conversation')),
      measures: livesOf<MeasureEvent>(about('measure')),
      erasures: livesOf<ErasureEvent>(about('erasure')),
      declarations: livesOf<DeclarationEvent>(declared.all()),
      accesses: about('access').flatMap(({ type, at }) => {
        const then = Date.parse(at)
        return type === 'shared' && then >= from && then < to ? [then] : []
      }),
      floods: about('flood').filter(
        ({ type, at }) => type === 'began' && Date.parse(at) >= from && Date.parse(at) < to,
      ).length,
      readings: read
        .all(JSON.stringify(proposals.flatMap(({ events }) => firstPost(events))))
        .map(({ read_at, ...reading }): PostReading => ({ ...reading, at: Date.parse(read_at) })),
      audience: kept.readings.audience(network, first, last),
      spent: kept.spending.between(from, to),
      experiences: kept.experiences.between(from, to),
    }
  })

  return {
    /** What a span touched. */
    of,
    /** The kinds of the measures in force at an instant, whenever they began. */
    inForce(at: Instant): MeasureKind[] {
      const end = new Date(at).toISOString()
      return inForce.all(end, end) as MeasureKind[]
    },
  }
}

/** The id of what the public could read first of a proposal. */
function firstPost(events: readonly Recorded<ProposalEvent>[]): string[] {
  const first = events.find((event) => event.type === 'posted' && event.part === 0)
  return first?.type === 'posted' ? [first.id] : []
}

type EventRow = RecordedRow
type ReadingRow = Omit<PostReading, 'at'> & { read_at: string }

/** In the order of their numbers, each in its own order. */
function livesOf<Event>(rows: readonly EventRow[]): Life<Recorded<Event>>[] {
  const found = new Map<number, Life<Recorded<Event>>>()
  for (const row of rows) {
    const life = found.get(row.matter) ?? { number: row.matter, events: [] }
    life.events.push(recorded<Event>(row))
    found.set(row.matter, life)
  }
  for (const { events } of found.values())
    events.sort((one, other) => one.position - other.position)
  return [...found.values()].sort((one, other) => one.number - other.number)
}
