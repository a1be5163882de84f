import * as fc from 'fast-check'
import { createTask, parse } from 'node-cron'
import { describe, expect, test } from 'vitest'
import { isHamburgHoliday } from '../../../src/core/time/holidays.ts'
import { owedSince, type Schedule } from '../../../src/core/time/schedule.ts'

const berlin = 'Europe/Berlin'
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const service = {
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '16:00',
  zone: berlin,
  isHoliday: isHamburgHoliday,
}
const morning: Schedule = { hours: [8], minutes: [30], service }
const hourly: Schedule = { hours: [...Array(24).keys()], minutes: [47], service: null }

const at = Date.parse
const owed = (schedule: Schedule, done: string | null, now: string) => {
  const since = owedSince(schedule, done === null ? null : at(done), at(now), berlin)
  return since === null ? null : new Date(since).toISOString().replace('.000Z', 'Z')
}

describe('what is due at half past eight on service days', () => {
  test.each([
    ['a second before', '2026-11-24T08:29:59+01:00', null],
    ['to the second', '2026-11-24T08:30:00+01:00', '2026-11-24T07:30:00Z'],
    ['a quarter of an hour late', '2026-11-24T08:45:12.345+01:00', '2026-11-24T07:30:00Z'],
    ['a moment before the office closes', '2026-11-24T15:59:59+01:00', '2026-11-24T07:30:00Z'],
    ['when the office has closed', '2026-11-24T16:00:00+01:00', null],
    ['at night', '2026-11-25T02:00:00+01:00', null],
    ['the next morning', '2026-11-25T08:29:00+01:00', null],
    ['on a Saturday', '2026-11-28T10:00:00+01:00', null],
    ['on Christmas Day', '2026-12-25T10:00:00+01:00', null],
    ['in summer', '2027-07-01T08:30:00+02:00', '2027-07-01T06:30:00Z'],
    [
      'on the Monday after the clocks went back',
      '2026-10-26T08:30:00+01:00',
      '2026-10-26T07:30:00Z',
    ],
    ['the day after the clocks went forward', '2027-03-30T08:31:00+02:00', '2027-03-30T06:30:00Z'],
  ])('%s', (_, now, since) => {
    expect(owed(morning, '2026-10-23T06:30:00Z', now)).toBe(since)
  })

  test('what was done is not owed again that day, but the next', () => {
    const done = '2026-11-24T07:30:00Z'
    expect(owed(morning, done, '2026-11-24T07:30:01Z')).toBeNull()
    expect(owed(morning, done, '2026-11-24T14:00:00Z')).toBeNull()
    expect(owed(morning, done, '2026-11-25T07:30:00Z')).toBe('2026-11-25T07:30:00Z')
  })

  test('after a fortnight away it is owed once', () => {
    expect(owed(morning, '2026-11-10T07:30:00Z', '2026-11-24T09:00:00Z')).toBe(
      '2026-11-24T07:30:00Z',
    )
    expect(owed(morning, '2026-11-24T07:30:00Z', '2026-11-24T09:00:00Z')).toBeNull()
  })

  test('what never was done is owed', () => {
    expect(owed(morning, null, '2026-11-24T09:00:00Z')).toBe('2026-11-24T07:30:00Z')
  })
})

describe('an hourly duty while the clocks change', () => {
  test('in October every hour that really was has its turn, the one that came twice has two', () => {
    expect(turns('2026-10-25T00:00:00+02:00', '2026-10-25T05:00:00+01:00')).toEqual([
      '2026-10-24T22:47:00Z',
      '2026-10-24T23:47:00Z',
      '2026-10-25T00:47:00Z',
      '2026-10-25T01:47:00Z',
      '2026-10-25T02:47:00Z',
      '2026-10-25T03:47:00Z',
    ])
  })

  test('in March none is left out', () => {
    expect(turns('2027-03-28T01:00:00+01:00', '2027-03-28T05:00:00+02:00')).toEqual([
      '2027-03-28T00:47:00Z',
      '2027-03-28T01:47:00Z',
      '2027-03-28T02:47:00Z',
    ])
  })

  test('a daily duty in the hour that March leaves out rests for a day', () => {
    const early: Schedule = { hours: [2], minutes: [30], service: null }
    expect(owed(early, '2027-03-27T01:30:00Z', '2027-03-28T12:00:00Z')).toBeNull()
    expect(owed(early, '2027-03-27T01:30:00Z', '2027-03-29T12:00:00Z')).toBe('2027-03-29T00:30:00Z')
  })

  /** When it came to be owed, asked every minute and done at once. */
  function turns(from: string, to: string): string[] {
    const all: string[] = []
    let done = at(from)
    for (let now = at(from); now < at(to); now += minute) {
      const since = owedSince(hourly, done, now, berlin)
      if (since === null) continue
      done = since
      all.push(new Date(since).toISOString().replace('.000Z', 'Z'))
    }
    return all
  }
})

describe('a clock that is set', () => {
  test.each([
    ['back by an hour: it was done', morning, '2026-11-24T07:30:00Z', '2026-11-24T06:31:00Z', null],
    [
      'back by an hour, and half past eight comes again: it was done',
      morning,
      '2026-11-24T07:30:00Z',
      '2026-11-24T07:30:00Z',
      null,
    ],
    ['back behind one full hour', hourly, '2026-11-24T10:47:00Z', '2026-11-24T10:00:00Z', null],
    [
      'back behind several: the clock was wrong before, and it goes on',
      hourly,
      '2026-11-24T10:47:00Z',
      '2026-11-24T08:00:00Z',
      '2026-11-24T07:47:00Z',
    ],
    [
      'back from a wrong year',
      hourly,
      '2038-01-19T03:47:00Z',
      '2026-11-24T08:00:00Z',
      '2026-11-24T07:47:00Z',
    ],
    [
      'forward by eight hours: the last one is owed, not eight',
      hourly,
      '2026-11-24T01:47:00Z',
      '2026-11-24T10:00:00Z',
      '2026-11-24T09:47:00Z',
    ],
    [
      'forward to the next day, too early for it',
      morning,
      '2026-11-24T07:30:00Z',
      '2026-11-25T06:00:00Z',
      null,
    ],
    [
      'forward to noon of the next day',
      morning,
      '2026-11-24T07:30:00Z',
      '2026-11-25T11:00:00Z',
      '2026-11-25T07:30:00Z',
    ],
  ])('%s', (_, schedule, done, now, since) => {
    expect(owed(schedule, done, now)).toBe(since)
  })

  test('however it is set, a duty that was done is never owed without a new time of day', () => {
    const now = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') })
    const late = fc.integer({ min: 0, max: 50 * minute })
    fc.assert(
      fc.property(now, late, fc.constantFrom(morning, hourly), (now, late, schedule) => {
        const since = owedSince(schedule, null, now, berlin)
        if (since === null) return
        expect(owedSince(schedule, since, now, berlin)).toBeNull()
        // Put back by less than the time of day before.
        expect(owedSince(schedule, since, since - late, berlin)).toBeNull()
      }),
    )
  })

  test('whatever was done in the future, within a day of clocks that run nothing is forgotten', () => {
    const times = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') })
    fc.assert(
      fc.property(times, times, (now, wrong) => {
        let done: number | null = wrong
        const all: number[] = []
        for (let later = now; later < now + day; later += 10 * minute) {
          const since = owedSince(hourly, done, later, berlin)
          if (since === null) continue
          done = since
          all.push(since)
        }
        expect(all.length).toBeGreaterThanOrEqual(23)
        expect(all.length).toBeLessThanOrEqual(25)
      }),
      { numRuns: 30 },
    )
  })
})

test.each(['30 8 * * *', '17 * * * *', '0,20,40 6-22 * * *', '*/15 3 * * *', '59 23 * * *'])(
  'the times of day of "%s" are those node-cron means, all through the year',
  (cron) => {
    const { minute: minutes, hour: hours } = parse(cron)
    const task = createTask(cron, () => undefined, { timezone: berlin })
    const clocksChange = fc.constantFrom('2026-10-25T00:00:00Z', '2027-03-28T00:00:00Z')
    const anytime = fc.integer({ min: 0, max: 365 * 24 * 60 })
    const aroundChange = fc
      .tuple(clocksChange, fc.integer({ min: -180, max: 300 }))
      .map(([change, minutes]) => at(change) + minutes * minute)
    const instants = fc.oneof(
      anytime.map((minutes) => at('2026-06-01T00:00:00Z') + minutes * minute),
      aroundChange,
    )
    fc.assert(
      fc.property(instants, (now) => {
        const since = owedSince({ minutes, hours, service: null }, null, now, berlin)!
        expect(task.match(new Date(since))).toBe(true)
        for (let later = since + minute; later <= now; later += minute) {
          expect(task.match(new Date(later))).toBe(false)
        }
      }),
      { numRuns: 40 },
    )
  },
)
