// Reports that people ask for, and the one that comes by itself.
import { expect, test } from 'vitest'
import { theDesk } from '../../../src/core/people.ts'
import {
  orderReport,
  reportByItself,
  reportOrderMatter,
} from '../../../src/core/report-order/report-order.ts'

const zone = 'Europe/Berlin'
const period = { year: 2026, quarter: 3 } as const

test('who asks for a report gets it; what the clock orders is for the channel', () => {
  expect(orderReport(period, 3)).toEqual({ type: 'ordered', to: 3, wish: { period } })
  expect(orderReport(period, theDesk)).toEqual({
    type: 'ordered',
    to: 'channel',
    wish: { period },
  })
  expect(reportOrderMatter.about).toBe('report-order')
})

// The first working day of IV/2026 is Thursday, 1 October; of I/2027 it is Monday, 4 January.
test.each<[string, string, string | null]>([
  ['the last evening of the quarter', '2026-09-30T20:00:00Z', '2026-2'],
  ['a minute before eight on the first working day', '2026-10-01T05:59:00Z', null],
  ['at eight', '2026-10-01T06:00:00Z', '2026-3'],
  ['in the night after', '2026-10-01T23:30:00Z', '2026-3'],
  ['weeks later, if it still was not', '2026-11-20T10:00:00Z', '2026-3'],
  ['on New Year’s Day', '2027-01-01T10:00:00Z', null],
  ['on the Sunday after', '2027-01-03T10:00:00Z', null],
  ['on the first Monday', '2027-01-04T08:00:00Z', '2026-4'],
])('%s', (_, at, expected) => {
  const begun = Date.parse('2026-01-05T08:00:00Z')
  const owed = reportByItself({ begun, zone }, Date.parse(at))
  expect(owed && `${owed.year}-${owed.quarter}`).toBe(expected)
})

test('where nothing was recorded in or before the quarter there is nothing to tell', () => {
  const now = Date.parse('2026-10-01T08:00:00Z')
  const midnight = Date.parse('2026-09-30T22:00:00Z')
  expect(reportByItself({ begun: null, zone }, now)).toBeNull()
  expect(reportByItself({ begun: midnight, zone }, now)).toBeNull()
  expect(reportByItself({ begun: midnight - 1, zone }, now)).toEqual(period)
})
