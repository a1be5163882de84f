import { expect, test } from 'vitest'
import { movableClock } from '../src/clock.ts'

function still() {
  const real = { at: 1_000_000, passed: 500 }
  return { real, clock: movableClock({ now: () => real.at, elapsed: () => real.passed }) }
}

test('moved forward, all that time has passed; moved back, none has', () => {
  const { real, clock } = still()
  clock.moveTo(1_060_000)
  expect([clock.now(), clock.elapsed()]).toEqual([1_060_000, 60_500])
  clock.moveTo(1_000)
  expect([clock.now(), clock.elapsed()]).toEqual([1_000, 60_500])
  real.at += 10
  real.passed += 10
  expect([clock.now(), clock.elapsed()]).toEqual([1_010, 60_510])
})

test('set as a time server sets it, nothing elapses either way', () => {
  const { clock } = still()
  clock.set(3_600_000)
  clock.set(-7_200_000)
  expect([clock.now(), clock.elapsed()]).toEqual([1_000_000 - 3_600_000, 500])
})

test('released, it shows real time again and never goes back', () => {
  const { clock } = still()
  clock.moveTo(2_000_000)
  clock.release()
  expect([clock.now(), clock.elapsed()]).toEqual([1_000_000, 1_000_500])
  clock.moveTo(400_000)
  clock.release()
  expect([clock.now(), clock.elapsed()]).toEqual([1_000_000, 1_600_500])
})
