import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isHamburgHoliday } from '../../../src/core/time/holidays.ts'
import {
  afterServiceTime,
  isOpen,
  serviceDay,
  serviceTimeBetween,
  type ServiceHours,
} from '../../../src/core/time/service-hours.ts'
import { officeHours } from '../../support/conversations.ts'

const hour = 3_600_000
const minute = 60_000
/** A local time in winter (+01:00) or summer (+02:00). */
const winter = (local: string) => Date.parse(`${local}+01:00`)
const summer = (local: string) => Date.parse(`${local}+02:00`)

describe('Hamburg celebrates', () => {
  test.each([
    ['2026-01-01', true],
    ['2026-04-03', true],
    ['2026-04-06', true],
    ['2026-05-01', true],
    ['2026-05-14', true],
    ['2026-05-25', true],
    ['2026-10-03', true],
    ['2026-10-31', true],
    ['2025-10-31', true],
    ['2026-12-25', true],
    ['2026-12-26', true],
    ['2026-03-08', false],
    ['2026-06-04', false],
    ['2026-11-01', false],
    ['2026-12-24', false],
    ['2027-03-26', true],
    ['2026-03-26', false],
  ])('on %s: %s', (date, isOne) => {
    expect(isHamburgHoliday(date)).toBe(isOne)
    expect(isHamburgHoliday(date)).toBe(isOne)
  })

  test('the same days on a machine on the other side of the world', () => {
    const zone = process.env.TZ
    process.env.TZ = 'Pacific/Kiritimati'
    try {
      expect(isHamburgHoliday('2031-01-01')).toBe(true)
      expect(isHamburgHoliday('2031-01-02')).toBe(false)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })
})

describe('the office is open', () => {
  test.each([
    ['on Monday at 09:00', winter('2026-11-23T09:00'), true],
    ['on Monday just before 09:00', winter('2026-11-23T09:00') - 1, false],
    ['on Monday just before 16:00', winter('2026-11-23T16:00') - 1, true],
    ['on Monday at 16:00', winter('2026-11-23T16:00'), false],
    ['on Friday at noon', winter('2026-11-27T12:00'), true],
    ['on Saturday at noon', winter('2026-11-28T12:00'), false],
    ['on Sunday at noon', winter('2026-11-29T12:00'), false],
    ['on Good Friday', summer('2026-04-03T12:00'), false],
    ['in summer at 09:00', summer('2026-07-06T09:00'), true],
    ['in summer at 16:00', summer('2026-07-06T16:00'), false],
  ])('%s', (_, at, open) => {
    expect(isOpen(at, officeHours)).toBe(open)
  })
})

describe('time in service hours', () => {
  test.each([
    ['within a day', winter('2026-11-23T10:00'), winter('2026-11-23T11:30'), 1.5],
    ['a whole day and the night', winter('2026-11-23T00:00'), winter('2026-11-24T00:00'), 7],
    ['over night', winter('2026-11-23T15:00'), winter('2026-11-24T10:00'), 2],
    ['over a weekend', winter('2026-11-27T15:00'), winter('2026-11-30T10:00'), 2],
    ['on a weekend', winter('2026-11-28T09:00'), winter('2026-11-29T16:00'), 0],
    ['over the end of summer time', summer('2026-10-23T15:00'), winter('2026-10-26T10:00'), 2],
    ['over the beginning of it', winter('2026-03-27T15:00'), summer('2026-03-30T10:00'), 2],
    ['over Easter', summer('2026-04-02T15:00'), summer('2026-04-07T10:00'), 2],
    ['over Christmas', winter('2026-12-24T15:00'), winter('2026-12-28T10:00'), 2],
    ['backwards', winter('2026-11-24T10:00'), winter('2026-11-23T10:00'), 0],
    ['backwards on a day', winter('2026-11-23T12:00'), winter('2026-11-23T10:00'), 0],
  ])('%s', (_, from, to, hours) => {
    expect(serviceTimeBetween(from, to, officeHours)).toBe(hours * hour)
  })

  test.each([
    ['the same day', winter('2026-11-23T10:00'), 2 * hour, winter('2026-11-23T12:00')],
    ['to the very end of a day', winter('2026-11-23T09:00'), 7 * hour, winter('2026-11-23T16:00')],
    ['a day later', winter('2026-11-23T10:00'), 7 * hour, winter('2026-11-24T10:00')],
    ['after the weekend', winter('2026-11-27T15:00'), 2 * hour, winter('2026-11-30T10:00')],
    ['from the night', winter('2026-11-23T03:00'), hour, winter('2026-11-23T10:00')],
    ['from the evening', winter('2026-11-23T16:00'), hour, winter('2026-11-24T10:00')],
    [
      'over the end of summer time',
      summer('2026-10-23T12:00'),
      7 * hour,
      winter('2026-10-26T12:00'),
    ],
    ['over the beginning of it', winter('2026-03-27T12:00'), 7 * hour, summer('2026-03-30T12:00')],
    ['over Easter', summer('2026-04-02T12:00'), 7 * hour, summer('2026-04-07T12:00')],
    ['weeks later', winter('2026-11-23T09:00'), 70 * hour, winter('2026-12-04T16:00')],
    ['at once', winter('2026-11-23T10:00'), 0, winter('2026-11-23T10:00')],
    [
      'in the morning for who writes as it closes',
      winter('2026-11-23T16:00'),
      0,
      winter('2026-11-24T09:00'),
    ],
    [
      'in the morning for who writes in the evening',
      winter('2026-11-23T18:00'),
      0,
      winter('2026-11-24T09:00'),
    ],
    ['at once, once it opens', winter('2026-11-28T10:00'), 0, winter('2026-11-30T09:00')],
  ])('ends %s', (_, from, time, end) => {
    expect(afterServiceTime(from, time, officeHours)).toBe(end)
  })

  test('an ordinary day lasts as long as its hours say', () => {
    expect(serviceDay(officeHours)).toBe(7 * hour)
    expect(serviceDay({ ...officeHours, from: '08:30', to: '12:00' })).toBe(3.5 * hour)
  })

  test('the night the clocks change counts the hours people lived through', () => {
    const always: ServiceHours = { ...officeHours, days: [7], from: '00:30', to: '06:00' }
    const sunday = (from: number, to: number) => serviceTimeBetween(from, to, always) / hour
    expect(sunday(summer('2026-10-25T00:00'), winter('2026-10-26T00:00'))).toBe(6.5)
    expect(sunday(winter('2026-03-29T00:00'), summer('2026-03-30T00:00'))).toBe(4.5)
  })

  test('an office that is never open keeps nobody waiting for ever', () => {
    const never = { ...officeHours, days: [] }
    expect(() => afterServiceTime(winter('2026-11-23T10:00'), 1, never)).toThrow('never open')
    expect(isOpen(winter('2026-11-23T10:00'), never)).toBe(false)
  })
})

const instants = fc.integer({
  min: winter('2026-01-01T00:00') / minute,
  max: winter('2027-01-01T00:00') / minute,
})

describe('whenever people write', () => {
  test('time in service hours adds up', () => {
    fc.assert(
      fc.property(fc.tuple(instants, instants, instants), (minutes) => {
        const [a, b, c] = minutes.map((at) => at * minute).sort((one, other) => one - other)
        if (a === undefined || b === undefined || c === undefined)
          throw new Error('three were drawn')
        const time = (from: number, to: number) => serviceTimeBetween(from, to, officeHours)
        expect(time(a, b) + time(b, c)).toBe(time(a, c))
      }),
      { numRuns: 30 },
    )
  })

  test('a deadline is as far away as it says, and lies in service hours', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 30 * 60 }), (begin, minutes) => {
        const from = begin * minute
        const end = afterServiceTime(from, minutes * minute, officeHours)
        expect(serviceTimeBetween(from, end, officeHours)).toBe(minutes * minute)
        expect(isOpen(end - 1, officeHours)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
