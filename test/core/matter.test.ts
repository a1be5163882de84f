import { describe, expect, test } from 'vitest'
import { impossible, lasted, replay, type Recorded } from '../../src/core/matter.ts'

type Event = { type: 'counted'; by: number }

function counted(...numbers: readonly number[]): Recorded<Event>[] {
  return numbers.map((by, index) => ({
    type: 'counted',
    by,
    position: index + 1,
    at: 0,
    actor: 0,
  }))
}

describe('a life is replayed', () => {
  const told = (before: string | null, { by, position }: Recorded<Event>, number: number) =>
    `${before ?? `no. ${number}:`} ${position}=${by}`

  test('event by event, each after what was true before it', () => {
    expect(replay(told, 7, counted(3, 5))).toBe('no. 7: 1=3 2=5')
  })

  test('from anything that can be gone through once', () => {
    expect(replay(told, 7, new Set(counted(3)))).toBe('no. 7: 1=3')
  })

  test('and of none there is nothing', () => {
    expect(replay(told, 7, [])).toBeNull()
  })
})

test('a history that cannot be names the event, the matter and what was true', () => {
  const event = { position: 3, type: 'stopped' }
  expect(impossible('measure', 7, event, 'ended after event 2')).toEqual(
    new Error('impossible history: event 3, "stopped", in measure 7, ended after event 2'),
  )
})

describe('what must last a minute, begun at 1,000,000,', () => {
  const minute = 60_000
  const since = 1_000_000
  const end = 1_060_000

  test.each([
    ['has lasted a minute after its beginning', since, end],
    ['has lasted then, whenever it is asked', since + 59_999, end],
    ['has lasted then, even when that is long ago', since + 10 * minute, end],
    ['is over at once when the clock shows less than its beginning', since - 1, since - 1],
    ['is over at once, however far the clock was put back', 5, 5],
  ])('%s', (_, now, then) => {
    expect(lasted(since, minute, now)).toBe(then)
  })
})
