// What events say that can be erased: words of and about people, and instants by which a citizen's post could be found
// again. It stands in a table beside history, which keeps a salted hash of it; once a row is gone, nothing can be
// guessed from its hash.
import { createHash, randomBytes } from 'node:crypto'
import type Database from 'better-sqlite3'
import { blank } from '../src/core/content.ts'
import type { About } from '../src/core/matter.ts'
import type { Body } from './upcasts.ts'

type Db = Database.Database

/** A row of the table of what can be erased, without its event. */
export type Kept = { salt: string; said: string }

type Nullable<Row> = { [Name in keyof Row]: Row[Name] | null }

/** A place in the body of an event, and what is left there in history. */
type Field = { at: readonly [string, ...string[]]; left: (value: unknown) => unknown }

// Of a thread it stays known how many parts it had: its sending is told part by part.
const text: Field = {
  at: ['content', 'text'],
  left: (value) => blank(typeof value === 'string' ? value : ''),
}
const hash: Field = { at: ['hash'], left: () => '' }
const detail: Field = { at: ['detail'], left: () => '' }
const reason: Field = { at: ['reason'], left: () => null }

// How many pictures there were, and for which parts, stays known.
const pictures: Field = {
  at: ['content', 'pictures'],
  left: (value) =>
    (value as readonly { part: number }[]).map(({ part }) => ({
      part,
      ...{ sha256: '', altText: '', credit: '', shown: { people: 'none' } },
    })),
}
const why: Field = { at: ['content', 'reason'], left: () => '' }

/** Where events say such words. A fingerprint tells whether a text that somebody guesses is the right one, so it goes
 * with its text. */
const fields: Partial<Record<`${About}/${string}`, readonly Field[]>> = {
  'proposal/proposed': [text, pictures, why, hash],
  'proposal/revised': [text, pictures, why, hash],
  'proposal/mended': [text, pictures, why, hash],
  'proposal/rescheduled': [text, pictures, why, hash],
  'proposal/rebound': [text, pictures, why, hash],
  'proposal/approved': [hash],
  'proposal/confirmed': [hash],
  'proposal/begun': [hash],
  'proposal/rejected': [reason],
  'proposal/reason-given': [{ at: ['reason'], left: () => '' }],
  'proposal/question-asked': [{ at: ['question'], left: () => null }],
  'proposal/question-answered': [{ at: ['answer'], left: () => '' }],
  'proposal/refused': [detail],
  'proposal/upload-refused': [detail],
  'measure/refused': [detail],
  'conversation/passed-on': [{ at: ['question'], left: () => '' }],
  'conversation/contributed': [{ at: ['text'], left: () => '' }],
  'conversation/received': [{ at: ['postedAt'], left: (value) => dayBegin(Number(value)) }],
}

/** Events whose instant tells when a citizen wrote: history keeps the day. */
const byTheDay = new Set<`${About}/${string}`>([
  'conversation/received',
  'conversation/edited',
  'conversation/reminded',
  'conversation/called',
  'flood/collected',
  'flood/relisted',
])

/** The hash of something that may be erased, in hex. Without the salt nobody can try out what it may have been. */
export function salted(salt: string, said: string): string {
  return createHash('sha256').update(`${salt} ${said}`).digest('hex')
}

/** Whether what stands beside an event is what was written there; so is nothing at all. */
export function isAsWritten({ body, salt, said }: { body: string } & Nullable<Kept>): boolean {
  if (salt === null || said === null) return true
  return (JSON.parse(body) as { erasable?: string }).erasable === salted(salt, said)
}

/** A new salt of 128 random bits, in hex. */
export function newSalt(): string {
  return randomBytes(16).toString('hex')
}

/** An event as it is written: what history keeps of it, and what stands beside it, null if nothing has to. `at` is an
 * instant in ISO 8601. */
export function parted(
  event: { about: About; type: string; at: string },
  body: Body,
): { body: Body; at: string; kept: Kept | null } {
  const kind = `${event.about}/${event.type}` as const
  const said: Body = {}
  const rest = structuredClone(body)
  for (const { at, left } of fields[kind] ?? []) {
    const value = valueAt(rest, at)
    if (value == null) continue
    put(said, at, value)
    put(rest, at, left(value))
  }
  const day = byTheDay.has(kind)
  if (day) said.at = event.at
  if (Object.keys(said).length === 0) return { body, at: event.at, kept: null }
  const kept = { salt: newSalt(), said: JSON.stringify(said) }
  return {
    body: { ...rest, erasable: salted(kept.salt, kept.said) },
    at: day ? dayOf(event.at) : event.at,
    kept,
  }
}

/** An event as it was, or what is left of it; `said` is what stands beside it, null once that is erased. */
export function joined(
  written: { body: Body; at: string },
  said: string | null,
): { body: Body; at: string } {
  const body = { ...written.body }
  delete body.erasable
  const { at = written.at, ...words } = (said === null ? {} : JSON.parse(said)) as Body
  for (const [name, value] of Object.entries(words)) {
    const isPart = typeof value === 'object' && value !== null
    body[name] = isPart ? { ...(body[name] as Body), ...value } : value
  }
  return { body, at: String(at) }
}

/** The table of what can be erased, of one kind of matter. */
export function erasables(db: Db, about: About) {
  const insert = db.prepare<[number, string, string]>(
    'INSERT INTO erasable (event, salt, said) VALUES (?, ?, ?)',
  )
  const remove = db.prepare<[string, number]>(
    'DELETE FROM erasable WHERE event IN (SELECT number FROM event WHERE about = ? AND matter = ?)',
  )
  const removeOf = db.prepare<[string, number, number, number]>(
    `DELETE FROM erasable WHERE event IN (SELECT number FROM event
       WHERE about = ? AND matter = ? AND (json_extract(body, '$.mention') = ?
         OR EXISTS (SELECT 1 FROM json_each(body, '$.mentions') WHERE value = ?)))`,
  )
  return {
    keep(event: number, { salt, said }: Kept): void {
      insert.run(event, salt, said)
    },
    /** Erases what the events of a matter say, for good: of all of them, or of those about one mention. */
    erase(matter: number, mention: number | null = null): void {
      if (mention === null) remove.run(about, matter)
      else removeOf.run(about, matter, mention, mention)
    },
  }
}

/** The beginning of an instant's UTC day, both in UTC milliseconds. */
function dayBegin(at: number): number {
  return Date.parse(dayOf(new Date(at).toISOString()))
}

function dayOf(at: string): string {
  return `${at.slice(0, 10)}T00:00:00.000Z`
}

function valueAt(body: Body, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, name) => (inner as Body | undefined)?.[name], body)
}

function put(body: Body, [name, ...deeper]: readonly [string, ...string[]], value: unknown): void {
  const [next, ...rest] = deeper
  if (next === undefined) body[name] = value
  else put((body[name] ??= {}) as Body, [next, ...rest], value)
}
