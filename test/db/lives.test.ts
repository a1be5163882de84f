// The lives of matters in the table of history: what is due, what it was sealed with, and shapes of long ago.
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase, type Db } from '../../db/database.ts'
import { verify } from '../../db/history.ts'
import { lives } from '../../db/lives.ts'
import type { Upcasts } from '../../db/upcasts.ts'
import { kindsOfMatter } from '../../src/core/matter.ts'

type Floods = { type: 'flood-began' } | { type: 'flood-ended'; mentions: number }

const by = { actor: 1, at: Date.UTC(2026, 10, 23, 9) }
const began = { type: 'flood-began' } as const

function opened(): Db {
  const result = openDatabase(':memory:')
  if ('refused' in result) throw new Error(result.refused)
  onTestFinished(result.close)
  return result.db
}

test('every kind of matter can be written, and no other', () => {
  const db = opened()
  for (const about of kindsOfMatter) lives(db, about).append(1, 0, [{ type: 'begun' }], by)
  expect(() => lives(db, 'rumour' as 'flood').append(1, 0, [began], by)).toThrow(/CHECK/)
  expect(verify(db)).toMatchObject({ whole: true, events: kindsOfMatter.length })
})

test('what just happened to a matter is due at once, until it is known when', () => {
  const floods = lives<Floods>(opened(), 'flood')
  for (const number of [1, 2, 3]) floods.append(number, 0, [began], by)
  expect(floods.openDue(by.at, 2)).toEqual([1, 2])
  floods.setDue(1, by.at + 1_000)
  floods.setDue(2, null)
  floods.setDue(3, by.at + 500)
  expect(floods.openDue(by.at, 9)).toEqual([])
  expect(floods.openDue(by.at + 500, 9)).toEqual([3])
  expect(floods.openDue(by.at + 1_000, 9)).toEqual([3, 1])
  floods.append(2, 1, [{ type: 'flood-ended', mentions: 3 }], by)
  floods.reopen(1)
  // Also for a clock that was put back since.
  expect(floods.openDue(by.at - 3_600_000, 9)).toEqual([1, 2])
})

test('all that is open can be woken, and nothing else', () => {
  const db = opened()
  const floods = lives<Floods>(db, 'flood')
  const measures = lives(db, 'measure')
  for (const number of [1, 2, 3, 4]) floods.append(number, 0, [began], by)
  measures.append(1, 0, [{ type: 'begun' }], by)
  measures.setDue(1, null)
  floods.setDue(1, null)
  floods.setDue(2, by.at + 86_400_000)
  floods.setDue(3, by.at - 5)
  floods.close(4)
  floods.setDue(4, by.at)
  floods.wakeAll(by.at)
  expect(floods.openDue(by.at, 9)).toEqual([3, 1, 2])
  expect(floods.open()).toEqual([1, 2, 3])
  expect(measures.openDue(by.at, 9)).toEqual([])
})

test('what is due is found by an index, however many matters are open', () => {
  const plan = opened()
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT matter FROM open_matter WHERE about = 'flood' AND due_at <= 1
       ORDER BY due_at, matter LIMIT 5`,
    )
    .all()
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringContaining('open_matter_due (about=? AND due_at<?)'),
  ])
})

test('an event is sealed by its hash in the chain, which no other history has', () => {
  const [one, other] = [opened(), opened()].map((db) => lives<Floods>(db, 'flood'))
  one!.append(1, 0, [began, { type: 'flood-ended', mentions: 3 }], by)
  other!.append(1, 0, [began, { type: 'flood-ended', mentions: 4 }], by)
  expect(one!.hashOf(1, 1)).toMatch(/^[0-9a-f]{64}$/)
  expect(one!.hashOf(1, 1)).toBe(other!.hashOf(1, 1))
  expect(one!.hashOf(1, 2)).not.toBe(other!.hashOf(1, 2))
  expect(one!.hashOf(1, 3)).toBeNull()
  expect(one!.hashOf(2, 1)).toBeNull()
})

// An invented past: floods once ended without a number, and later counted "posts".
const grown: Upcasts = {
  'flood/flood-ended': [
    (body) => ({ ...body, posts: 0 }),
    ({ posts, ...body }) => ({ ...body, mentions: posts }),
  ],
}

test('an event of an older shape is read in the newest, and stays as it was written', () => {
  const db = opened()
  type Older = { type: 'flood-began' } | { type: 'flood-ended'; posts?: number }
  lives<Older>(db, 'flood', {}).append(1, 0, [began, { type: 'flood-ended' }], by)
  const second: Upcasts = { 'flood/flood-ended': grown['flood/flood-ended']!.slice(0, 1) }
  lives<Older>(db, 'flood', second).append(2, 0, [began, { type: 'flood-ended', posts: 7 }], by)
  const floods = lives<Floods>(db, 'flood', grown)
  floods.append(3, 0, [began, { type: 'flood-ended', mentions: 9 }], by)
  const ends = [1, 2, 3].map((number) => floods.life(number)[1])
  expect(ends).toEqual([
    { type: 'flood-ended', mentions: 0, position: 2, ...by },
    { type: 'flood-ended', mentions: 7, position: 2, ...by },
    { type: 'flood-ended', mentions: 9, position: 2, ...by },
  ])
  expect(
    db.prepare(`SELECT version, body FROM event WHERE type = 'flood-ended'`).raw().all(),
  ).toEqual([
    [1, '{}'],
    [2, '{"posts":7}'],
    [3, '{"mentions":9}'],
  ])
  expect(verify(db)).toMatchObject({ whole: true, events: 6 })
})

test('an event of a version that is not known yet is not guessed at', () => {
  const db = opened()
  lives<Floods>(db, 'flood', grown).append(1, 0, [{ type: 'flood-ended', mentions: 9 }], by)
  expect(() => lives<Floods>(db, 'flood', {}).life(1)).toThrow(/version 3, known up to 1/)
})
