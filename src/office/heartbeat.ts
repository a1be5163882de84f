// The office's heartbeat. It beats by the clock nobody sets, so a wall clock that is put back cannot stop it,
// and a machine that slept has one beat to make up for, not thousands.
import type { Clock } from '../clock.ts'

/** How long from one beat to the next, in milliseconds. */
const pace = 1_000
/** By how much the wall clock must have moved against the other within a beat to have been set, in milliseconds. */
const tolerance = 2_000

/** Calls `beat` once a second, and first `stepped` with the milliseconds by which the wall clock was set since the
 * beat before (a machine that slept wakes with a later wall clock). Neither may throw. The answer ends it. */
export function startHeartbeat(
  clock: Clock,
  hears: { beat: () => void; stepped: (by: number) => void },
): () => void {
  let before = { now: clock.now(), elapsed: clock.elapsed() }
  let timer = setTimeout(tick, pace)

  function tick(): void {
    const at = { now: clock.now(), elapsed: clock.elapsed() }
    const by = at.now - before.now - (at.elapsed - before.elapsed)
    before = at
    timer = setTimeout(tick, pace)
    if (Math.abs(by) > tolerance) hears.stepped(Math.round(by))
    hears.beat()
  }

  return () => {
    clearTimeout(timer)
  }
}
