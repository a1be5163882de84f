/** The time the office lives in: the real one, or in the sandbox and in tests one that can be moved. */
export type MovableClock = {
  /** UTC milliseconds. */
  now(): number
  /** Moves to an instant; from there it runs on. */
  moveTo(instant: number): void
  /** Back to real time. */
  release(): void
}

export function movableClock(): MovableClock {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    moveTo(instant) {
      ahead = instant - Date.now()
    },
    release() {
      ahead = 0
    },
  }
}
