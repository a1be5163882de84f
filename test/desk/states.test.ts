// States are remembered, also within a transaction, and what a transaction takes back is forgotten.
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { lives } from '../../db/lives.ts'
import { evolveFlood, type FloodEvent } from '../../src/core/flood/flood.ts'
import { theDesk } from '../../src/core/people.ts'
import { states } from '../../src/desk/states.ts'

function opened() {
  const result = openDatabase(':memory:')
  if ('refused' in result) throw new Error(result.refused)
  onTestFinished(result.close)
  const { db } = result
  const all = lives<FloodEvent>(db, 'flood')
  let read = 0
  const counted = {
    ...all,
    life: (matter: number, after?: number) => {
      const life = all.life(matter, after)
      read += life.length
      return life
    },
  }
  const append = (position: number, event: FloodEvent, at = 1_000) =>
    all.append(1, position, [event], { actor: theDesk, at })
  const { load } = states(db, counted, { evolve: evolveFlood })
  return { db, append, load, readSoFar: () => read }
}

const collected = (...conversations: number[]): FloodEvent => ({
  type: 'collected',
  posts: conversations.map((conversation) => ({ mention: conversation, conversation })),
})

test('within a transaction each event is read once', () => {
  const { db, append, load, readSoFar } = opened()
  append(0, { type: 'began' })
  db.transaction(() => {
    for (let position = 1; position <= 50; position += 1) {
      append(position, collected(position))
      expect(load(1)?.collected).toBe(position)
    }
  })()
  expect(load(1)?.collected).toBe(50)
  expect(readSoFar()).toBe(51)
})

test('what a transaction took back was never there, whatever stands in its place', () => {
  const { db, append, load } = opened()
  append(0, { type: 'began' })
  const breaksOff = db.transaction(() => {
    append(1, collected(1, 2, 3))
    expect(load(1)?.collected).toBe(3)
    throw new Error('it breaks off')
  })
  expect(breaksOff).toThrow('it breaks off')
  expect(load(1)?.collected).toBe(0)
  expect(breaksOff).toThrow('it breaks off')
  db.transaction(() => {
    append(1, collected(4))
    append(2, collected(5))
    expect(load(1)?.listed.map(({ conversation }) => conversation)).toEqual([4, 5])
  })()
  expect(load(1)?.collected).toBe(2)
})

test('nobody is nobody', () => {
  expect(opened().load(7)).toBeNull()
})
