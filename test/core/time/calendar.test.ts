import { describe, expect, test } from 'vitest'
import { instantOf, localOf } from '../../../src/core/time/calendar.ts'

const berlin = 'Europe/Berlin'

describe('a date and a time of day name an instant', () => {
  test.each([
    ['2026-11-24', '14:30', '2026-11-24T13:30:00Z', 'in winter'],
    ['2027-07-01', '14:30', '2027-07-01T12:30:00Z', 'in summer'],
    ['2027-03-28', '01:59', '2027-03-28T00:59:00Z', 'the last minute before the March gap'],
    ['2027-03-28', '03:00', '2027-03-28T01:00:00Z', 'the first minute after the March gap'],
    ['2027-10-31', '01:59', '2027-10-30T23:59:00Z', 'the last minute before the hour that repeats'],
    [
      '2027-10-31',
      '03:00',
      '2027-10-31T02:00:00Z',
      'the first minute after the hour that repeated',
    ],
    ['2028-02-29', '00:00', '2028-02-28T23:00:00Z', 'on a leap day'],
    ['2026-12-31', '23:59', '2026-12-31T22:59:00Z', 'at the end of a year'],
  ])('%s %s is %s (%s)', (date, time, instant) => {
    expect(instantOf(date, time, berlin)).toEqual({ instant: Date.parse(instant) })
  })

  test.each([
    ['2027-03-28', '02:00', 'skipped'],
    ['2027-03-28', '02:30', 'skipped'],
    ['2027-03-28', '02:59', 'skipped'],
    ['2026-10-25', '02:30', 'twice'],
    ['2027-10-31', '02:00', 'twice'],
    ['2027-10-31', '02:30', 'twice'],
    ['2027-10-31', '02:59', 'twice'],
  ])('%s %s is told apart, not guessed: %s', (date, time, unnamed) => {
    expect(instantOf(date, time, berlin)).toEqual({ unnamed })
  })

  test.each([
    ['2027-02-29', '10:00'],
    ['2026-13-01', '10:00'],
    ['2026-11-24', '24:00'],
    ['2026-11-24', '14:60'],
    ['', ''],
    ['morgen', '10:00'],
    ['2026-11-24', 'mittags'],
    ['24.11.2026', '10:00'],
    ['2026-11-24', '14'],
    ['2026-11-24', '14:30:59'],
    ['2026-11-24 10:00', '14:30'],
    ['12026-11-24', '14:30'],
    ['2026-11-241', '14:30'],
    ['2026-11-24', '114:30'],
    ['+275760-09-13', '14:30'],
  ])('"%s" "%s" is not a time', (date, time) => {
    expect(instantOf(date, time, berlin)).toEqual({ unnamed: 'not-a-time' })
  })

  test('an unknown zone is a fault, not a flaw of the form', () => {
    expect(() => instantOf('2026-11-24', '14:30', 'Europe/Bergedorf')).toThrow()
  })

  test('an office elsewhere has times of its own', () => {
    const instant = Date.parse('2027-03-28T01:30:00Z')
    expect(instantOf('2027-03-28', '02:30', 'Europe/London')).toEqual({ instant })
  })
})

describe('an instant is shown to pickers as local date and time', () => {
  test.each([
    ['2026-11-24T13:30:00Z', '2026-11-24', '14:30'],
    ['2027-07-01T12:30:59.999Z', '2027-07-01', '14:30'],
    ['2026-12-31T23:05:00Z', '2027-01-01', '00:05'],
    ['2027-03-28T01:00:00Z', '2027-03-28', '03:00'],
  ])('%s is %s %s', (instant, date, time) => {
    expect(localOf(Date.parse(instant), berlin)).toEqual({ date, time })
  })
})
