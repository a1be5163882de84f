// What a reading could not have: asked for again as long as that can help, and told once.
import { expect, test } from 'vitest'
import { afterAskingAgain, afterNewest, type Gaps, type Missing } from '../../src/core/gap.ts'

const nothing: Gaps = { missing: null, told: null }

function lost(since: number, until: number): Missing {
  return { since, until, askAgain: false }
}

function later(since: number, until: number): Missing {
  return { since, until, askAgain: true }
}

test('a reading that had everything leaves no gap', () => {
  expect(afterNewest(nothing, null)).toEqual({ ...nothing, isNews: false })
})

test('what may be had later is told and asked for again', () => {
  const after = afterNewest(nothing, later(10, 20))
  expect(after).toEqual({
    missing: { since: 10, until: 20 },
    told: later(10, 20),
    isNews: true,
  })
})

test('what cannot be had any more is told and not asked for', () => {
  expect(afterNewest(nothing, lost(10, 20))).toEqual({
    missing: null,
    told: lost(10, 20),
    isNews: true,
  })
})

test.each([
  [later(10, 20), later(15, 30), { since: 10, until: 30 }],
  [lost(10, 20), lost(20, 30), null],
  [lost(10, 20), lost(0, 10), null],
  // Who knows that something is lost has heard the worst.
  [lost(10, 20), later(15, 30), { since: 15, until: 30 }],
])('a gap that is met again is the same alarm: %o, then %o', (first, second, missing) => {
  const before = afterNewest(nothing, first)
  const after = afterNewest(before, second)
  expect(after).toMatchObject({ missing, isNews: false })
  const since = Math.min(first.since, second.since)
  const until = Math.max(first.until, second.until)
  expect(after.told).toMatchObject({ since, until })
})

test('that what was to be had later is lost is news, once', () => {
  const before = afterNewest(nothing, later(10, 20))
  const after = afterNewest(before, lost(15, 30))
  expect(after).toMatchObject({ told: lost(10, 30), isNews: true })
  expect(afterNewest(after, lost(20, 30)).isNews).toBe(false)
})

test('another gap is another alarm, and so is one after a reading that had everything', () => {
  const before = afterNewest(nothing, lost(10, 20))
  expect(afterNewest(before, lost(21, 30))).toMatchObject({ told: lost(21, 30), isNews: true })
  expect(afterNewest(before, lost(0, 9)).isNews).toBe(true)
  const whole = afterNewest(before, null)
  expect(whole).toEqual({ ...nothing, isNews: false })
  expect(afterNewest(whole, lost(15, 30)).isNews).toBe(true)
})

test('a gap stays while it is asked for, whatever else was read', () => {
  const before = afterNewest(nothing, later(10, 20))
  const after = afterNewest(before, null)
  expect(after).toMatchObject({ missing: { since: 10, until: 20 }, told: later(10, 20) })
})

test('a gap that was asked for again is filled, smaller, or lost', () => {
  const before = afterNewest(nothing, later(10, 20))
  expect(afterAskingAgain(before, null)).toEqual({ ...nothing, isNews: false })
  expect(afterAskingAgain(before, later(10, 15))).toMatchObject({
    missing: { since: 10, until: 15 },
    isNews: false,
  })
  expect(afterAskingAgain(before, lost(10, 15))).toMatchObject({ missing: null, isNews: true })
})
