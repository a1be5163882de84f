// Two clocks. What people see has an instant; how long something takes is measured by a clock that nobody sets.
import type { Instant } from './core/content.ts'

export type Clock = {
  /** What the wall clock shows, UTC milliseconds. It may be set, forward or back, at any moment. */
  now(): Instant
  /** Milliseconds since some beginning. Never goes back, and does not heed who sets the wall clock. */
  elapsed(): number
}

/** The clocks of this machine. While the machine sleeps, nothing elapses. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
}

/** The time of a sandbox or a test: the real one, until somebody moves it. */
export type MovableClock = Clock & {
  /** Moves to an instant; from there it runs on. Forward, all that time has passed; back, none has. */
  moveTo(instant: Instant): void
  /** Sets the wall clock by so many milliseconds as a time server does: no time passes. */
  set(by: number): void
  /** Back to real time. */
  release(): void
}

export function movableClock(real: Clock = systemClock): MovableClock {
  let ahead = 0
  let passed = 0
  function moveBy(by: number): void {
    ahead += by
    passed += Math.max(0, by)
  }
  return {
    now: () => real.now() + ahead,
    elapsed: () => real.elapsed() + passed,
    moveTo(instant) {
      moveBy(instant - (real.now() + ahead))
    },
    set(by) {
      ahead += by
    },
    release() {
      moveBy(-ahead)
    },
  }
}
