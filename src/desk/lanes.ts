// Work that must not overlap with itself, and must not be forgotten when asked for meanwhile.

export type Lanes = {
  /** Runs the work of a lane; if it is running already, once more right after. Resolves when the lane is
   * idle again. Never rejects: what the work throws goes to `broke`, and `went` hears when it did not throw. */
  run(lane: string, work: () => Promise<void>): Promise<void>
  /** Whether a lane runs. */
  isBusy(lane: string): boolean
  /** Resolves when no lane runs. */
  idle(): Promise<void>
}

export function lanes(hears: {
  broke: (lane: string, error: unknown) => void
  went: (lane: string) => void
}): Lanes {
  const running = new Map<string, { again: boolean; done: Promise<void> }>()
  return {
    run(lane, work) {
      const busy = running.get(lane)
      if (busy !== undefined) {
        busy.again = true
        return busy.done
      }
      const state = { again: true, done: Promise.resolve() }
      running.set(lane, state)
      state.done = (async () => {
        try {
          while (state.again) {
            state.again = false
            await work()
          }
          hears.went(lane)
        } catch (error) {
          hears.broke(lane, error)
        } finally {
          running.delete(lane)
        }
      })()
      return state.done
    },
    isBusy: (lane) => running.has(lane),
    async idle() {
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}
