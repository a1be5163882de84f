// A network that tells nothing: when it is asked again, and how often people hear of it.
import { expect, test } from 'vitest'
import { afterReading, askAgainAt, type Outage } from '../../src/core/outage.ts'
import type { ReadFailed } from '../../src/core/outcome.ts'

const minute = 60_000
const now = Date.parse('2026-11-23T10:00:00Z')

/** What is said over readings, one a minute: null for one that went well. */
function said(readings: readonly (ReadFailed['failed'] | null)[]): string[] {
  let outage: Outage | null = null
  const heard: string[] = []
  for (const [index, failed] of readings.entries()) {
    const read = failed === null ? null : { failed, until: null }
    const after = afterReading(outage, read, now + index * minute)
    outage = after.outage
    if (after.say !== null) heard.push(`${after.say} ${index} ${failed ?? ''}`.trim())
  }
  return heard
}

const times = (count: number, failed: ReadFailed['failed']) =>
  Array<ReadFailed['failed']>(count).fill(failed)

test('a day of silence is told once, and once that it is over', () => {
  const day = [...times(1440, 'unreachable'), null, null]
  expect(said(day)).toEqual(['began 15 unreachable', 'ended 1440'])
})

test('what passes within a quarter of an hour is not told', () => {
  expect(said([...times(14, 'unreachable'), null, ...times(14, 'unreachable'), null])).toEqual([])
})

test.each(['no-credit', 'unauthorized', 'unreadable'] as const)(
  'what only a person can mend is told at once, and once: %s',
  (failed) => {
    expect(said([...times(100, failed), null])).toEqual([`began 0 ${failed}`, 'ended 100'])
  },
)

test('within an outage only what a person must mend is told, each reason once', () => {
  const reasons = ['no-credit', 'unauthorized', 'unreachable', 'rate-limit'] as const
  const flapping = Array.from({ length: 200 }, (_, index) => reasons[index % reasons.length]!)
  expect(said(flapping)).toEqual(['began 0 no-credit', 'began 1 unauthorized'])
})

test('a limit is told only when it lasts', () => {
  expect(said(times(60, 'rate-limit'))).toEqual(['began 30 rate-limit'])
})

test('a clock that was put back holds nothing up', () => {
  const { outage } = afterReading(null, { failed: 'unreachable', until: null }, now)
  const later = afterReading(outage, { failed: 'unreachable', until: null }, now - 60 * minute)
  expect(later.say).toBe('began')
})

test.each([
  ['nothing is said', null, minute],
  ['a year', now + 365 * 24 * 60 * minute, 15 * minute],
  ['in the past', now - 1, minute],
  ['at once', now, minute],
  ['in three minutes', now + 3 * minute, 3 * minute],
] as const)('a limit that ends %s is asked about again in due time', (_what, until, after) => {
  expect(askAgainAt({ failed: 'rate-limit', until }, now)).toBe(now + after)
  const read = afterReading(null, { failed: 'rate-limit', until }, now)
  expect(read.askAgainAt).toBe(now + after)
})

test.each([
  ['no-credit', 15],
  ['unauthorized', 15],
  ['unreadable', 15],
  ['unreachable', 1],
] as const)('after %s asking rests for %d minutes', (failed, minutes) => {
  expect(askAgainAt({ failed, until: null }, now)).toBe(now + minutes * minute)
})

test('a reading that went well is followed by the next as it is due', () => {
  expect(afterReading(null, null, now)).toEqual({ outage: null, askAgainAt: null, say: null })
})
