// What people type for days.
import { expect, test } from 'vitest'
import { readDays } from '../../../src/core/time/spoken.ts'
import { monday } from '../../support/lives.ts'

const now = monday('10:00')
const read = (typed: string, at = now) => {
  const days = readDays(typed, at, 'Europe/Berlin')
  return days && `${days.first} ${days.last}`
}

test.each([
  ['heute', '2026-11-23 2026-11-23'],
  [' Morgen ', '2026-11-24 2026-11-24'],
  ['diese Woche', '2026-11-23 2026-11-29'],
  ['nächste Woche', '2026-11-30 2026-12-06'],
  ['24.11. bis 28.11.', '2026-11-24 2026-11-28'],
  ['von 24.11.2026 bis 28.11.2026', '2026-11-24 2026-11-28'],
  ['24.11.-28.11.', '2026-11-24 2026-11-28'],
  ['24.11. – 28.11.26', '2026-11-24 2026-11-28'],
  ['bis 27.11.', '2026-11-23 2026-11-27'],
  ['am 1.12.', '2026-12-01 2026-12-01'],
  // Over the end of the year, and the next of a name.
  ['22.12. bis 4.1.', '2026-12-22 2027-01-04'],
  ['5.3.', '2027-03-05 2027-03-05'],
])('%s', (typed, expected) => {
  expect(read(typed)).toBe(expected)
})

test.each(['', 'bald', '31.11.', '24.11. bis', 'bis irgendwann', '30.2. bis 3.3.', '99.99.'])(
  '%j names no days',
  (typed) => {
    expect(read(typed)).toBeNull()
  },
)

test('the day is that of the office', () => {
  const lateInUtc = Date.parse('2026-11-23T23:30:00Z')
  expect(read('heute', lateInUtc)).toBe('2026-11-24 2026-11-24')
})
