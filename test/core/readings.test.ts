// When counters are read: at five moments of a post, late within reason, never as of another moment.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  longestWait,
  momentsDue,
  nextMoment,
  runsOf,
  windowsOf,
  type Moment,
} from '../../src/core/readings.ts'

const zone = 'Europe/Berlin'
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const posted = Date.parse('2026-08-12T10:00:00+02:00')
const due = (now: number, ...read: Moment[]) =>
  momentsDue(windowsOf(posted, zone), new Set(read), now)

test.for<[string, number, Moment[]]>([
  ['at once', 0, []],
  ['a minute before the hour', hour - minute, []],
  ['after an hour', hour, ['1h']],
  ['half an hour late, it is not the first hour any more', hour + 30 * minute, []],
  ['after a day', day, ['24h']],
  ['after a day and six hours', day + 6 * hour, []],
  ['after a week', 7 * day + 3 * hour, ['7d']],
  ['after four weeks', 28 * day, ['28d']],
  ['after thirty days', 30 * day, []],
])('%s', ([, after, moments]) => {
  expect(due(posted + after)).toEqual(moments)
})

test('the end of the quarter is its local midnight, and counts until six', () => {
  const end = Date.parse('2026-10-01T00:00:00+02:00')
  expect(due(end - 1)).toEqual([])
  expect(due(end)).toEqual(['quarter-end'])
  expect(due(end + 6 * hour)).toEqual([])
})

test('the last quarter of the year ends in winter time, a post of New Year in the new one', () => {
  const end = (at: string) =>
    windowsOf(Date.parse(at), zone).find(({ moment }) => moment === 'quarter-end')?.from
  expect(end('2026-10-20T10:00:00+02:00')).toBe(Date.parse('2027-01-01T00:00:00+01:00'))
  expect(end('2026-12-31T23:30:00Z')).toBe(Date.parse('2027-04-01T00:00:00+02:00'))
})

test('what was read is not read again, and two moments can be due at once', () => {
  expect(due(posted + hour, '1h')).toEqual([])
  const late = Date.parse('2026-09-24T00:30:00+02:00')
  const windows = windowsOf(late, zone)
  expect(momentsDue(windows, new Set(), late + 7 * day)).toEqual(['7d', 'quarter-end'])
})

test('every moment begins within the longest wait, and the next one is known', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000 * day }), (offset) => {
      const at = Date.UTC(2025, 0, 1) + offset
      const windows = windowsOf(at, zone)
      for (const { from, until } of windows) {
        expect(from).toBeGreaterThan(at)
        expect(until).toBeGreaterThan(from)
        expect(until - at).toBeLessThanOrEqual(longestWait)
      }
      const next = nextMoment(windows, at)
      expect(next).toBe(Math.min(...windows.map(({ from }) => from)))
      expect(nextMoment(windows, at + longestWait)).toBeNull()
    }),
  )
})

test('whoever looks every ten minutes reads each moment once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 365 * day }), (offset) => {
      const at = Date.UTC(2026, 0, 1) + offset
      const windows = windowsOf(at, zone)
      const read = new Set<Moment>()
      let readings = 0
      for (let now = at; now < at + longestWait; now += 10 * minute) {
        for (const moment of momentsDue(windows, read, now)) {
          read.add(moment)
          readings += 1
        }
      }
      expect([readings, read.size]).toEqual([5, 5])
    }),
    { numRuns: 20 },
  )
})

test('only neighbours are read together', () => {
  const all = ['1', '2', '3', '4', '5']
  expect(runsOf(all, new Set(['2', '3', '5']))).toEqual([['2', '3'], ['5']])
  expect(runsOf(all, new Set())).toEqual([])
  expect(runsOf(all, new Set(all))).toEqual([all])
})
