// Quarters and years: what can be typed, and where they begin and end.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  before,
  datesOf,
  fileWord,
  firstWorkingDay,
  lastFullQuarter,
  quarterOf,
  readPeriod,
  spanOf,
  weeksOf,
  yearBefore,
  type Period,
} from '../../../src/core/time/period.ts'

const zone = 'Europe/Berlin'
const hour = 3_600_000

test.for<[string, Period]>([
  ['', { year: 2026, quarter: 3 }],
  ['  ', { year: 2026, quarter: 3 }],
  ['2026-Q3', { year: 2026, quarter: 3 }],
  ['2026q3', { year: 2026, quarter: 3 }],
  ['Q1 2026', { year: 2026, quarter: 1 }],
  ['q4/2025', { year: 2025, quarter: 4 }],
  ['q42025', { year: 2025, quarter: 4 }],
  ['jahr 2000', { year: 2000, quarter: null }],
  ['jahr 2999', { year: 2999, quarter: null }],
  ['III/2026', { year: 2026, quarter: 3 }],
  ['iv/2025', { year: 2025, quarter: 4 }],
  ['2/2026', { year: 2026, quarter: 2 }],
  ['I. Quartal 2026', { year: 2026, quarter: 1 }],
  ['jahr 2026', { year: 2026, quarter: null }],
  ['Jahr  2025', { year: 2025, quarter: null }],
])('"%s" typed in November 2026 is understood', ([typed, period]) => {
  expect(readPeriod(typed, '2026-11-24')).toEqual(period)
})

test.for([
  'Q5 2026',
  'V/2026',
  '2026',
  'hilfe',
  '2026-Q0',
  'jahr',
  'jahr 26',
  'IIII/2026',
  '1999-Q4',
  '3000-Q1',
  '13/2026',
  'im jahr 2026',
  'jahr 20260',
  'x2026-q3',
  '2026-q33',
  'xq1 2026',
  'q1 20260',
  'iii/20260',
])('"%s" gets the usage instead of a guess', (typed) => {
  expect(readPeriod(typed, '2026-11-24')).toBeNull()
})

test('without a word it is the last full quarter, also on the first day of a quarter', () => {
  expect(lastFullQuarter('2026-10-01')).toEqual({ year: 2026, quarter: 3 })
  expect(lastFullQuarter('2026-12-31')).toEqual({ year: 2026, quarter: 3 })
  expect(lastFullQuarter('2027-01-01')).toEqual({ year: 2026, quarter: 4 })
})

test('a quarter lasts from local midnight to local midnight, whatever the clocks do', () => {
  const { from, to } = spanOf({ year: 2026, quarter: 4 }, zone)
  expect(new Date(from).toISOString()).toBe('2026-09-30T22:00:00.000Z')
  expect(new Date(to).toISOString()).toBe('2026-12-31T23:00:00.000Z')
  // One hour comes twice in October.
  expect((to - from) / hour).toBe(2_209)
})

test('quarters tile the year, and a year is its four quarters', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2999 }), (year) => {
      const whole = spanOf({ year, quarter: null }, zone)
      const spans = ([1, 2, 3, 4] as const).map((quarter) => spanOf({ year, quarter }, zone))
      expect(spans[0]?.from).toBe(whole.from)
      expect(spans[3]?.to).toBe(whole.to)
      for (let next = 1; next < 4; next += 1) expect(spans[next]?.from).toBe(spans[next - 1]?.to)
    }),
    { numRuns: 50 },
  )
})

test('every day lies in the quarter it is said to lie in', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      (day) => {
        const date = day.toISOString().slice(0, 10)
        const { first, last } = datesOf(quarterOf(date))
        expect(first <= date && date <= last).toBe(true)
      },
    ),
  )
})

test('what came before', () => {
  expect(before({ year: 2026, quarter: 1 })).toEqual({ year: 2025, quarter: 4 })
  expect(before({ year: 2026, quarter: 3 })).toEqual({ year: 2026, quarter: 2 })
  expect(before({ year: 2026, quarter: null })).toEqual({ year: 2025, quarter: null })
  expect(yearBefore({ year: 2026, quarter: 3 })).toEqual({ year: 2025, quarter: 3 })
})

test.for([
  ['2026-10-05', '2026-10-01'],
  // New Year's Day is a Friday, and a weekend follows.
  ['2027-02-03', '2027-01-04'],
  // Good Friday is on 2 April, and the quarter begins on a Thursday.
  ['2026-04-20', '2026-04-01'],
  ['2028-07-20', '2028-07-03'],
  // A quarter that begins on a Friday.
  ['2027-11-11', '2027-10-01'],
])('the first working day of the quarter of %s is %s', ([date, day]) => {
  expect(firstWorkingDay(date ?? '')).toBe(day)
})

test('the weeks of a quarter cover it without a gap, counted as calendars do', () => {
  const weeks = weeksOf({ year: 2026, quarter: 4 }, zone)
  expect(weeks[0]).toMatchObject({ week: 40, monday: '2026-09-28' })
  expect(weeks.at(-1)).toMatchObject({ week: 53, monday: '2026-12-28' })
  for (let next = 1; next < weeks.length; next += 1) {
    expect(weeks[next]?.from).toBe(weeks[next - 1]?.to)
  }
})

test('a week that begins with the last day of a quarter belongs to it', () => {
  const last = weeksOf({ year: 2030, quarter: 3 }, zone).at(-1)
  expect(last?.monday).toBe('2030-09-30')
  expect(new Date(last?.from ?? 0).toISOString()).toBe('2030-09-29T22:00:00.000Z')
  expect(new Date(last?.to ?? 0).toISOString()).toBe('2030-10-06T22:00:00.000Z')
})

test('a file is named after its period', () => {
  expect(fileWord({ year: 2026, quarter: 3 })).toBe('2026-Q3')
  expect(fileWord({ year: 2026, quarter: null })).toBe('2026')
})
