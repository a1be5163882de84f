// The states of matters seen lately, so that a life is not read from its beginning again and again.
import type { Db } from '../../db/database.ts'
import type { Lives } from '../../db/lives.ts'
import type { Matter, Numbered } from '../core/matter.ts'

/** How many states are remembered. */
const most = 256

/** A state that was read once. `hash` of its last event where that may still be taken back, else null. */
type Known<State> = { state: State; hash: string | null }

/** Opens the states of one kind of matter. */
export function states<State extends Numbered, Event extends { type: string }>(
  db: Db,
  all: Lives<Event>,
  { evolve }: Pick<Matter<State, Event, unknown, unknown>, 'evolve'>,
) {
  const known = new Map<number, Known<State>>()

  /** A matter as it is now, null if there is none. */
  function load(number: number): State | null {
    const before = remembered(number)
    let state = before
    for (const event of all.life(number, before?.position ?? 0)) {
      state = evolve(state, event, number)
    }
    if (state !== null) remember(state)
    return state
  }

  // A life only grows. What a transaction has appended may still be taken back, and something else may stand in its
  // place by now: the hash tells.
  function remembered(number: number): State | null {
    const { state = null, hash = null } = known.get(number) ?? {}
    if (state === null || hash === null) return state
    return all.hashOf(number, state.position) === hash ? state : null
  }

  function remember(state: State): void {
    const { number, position } = state
    known.delete(number)
    known.set(number, { state, hash: db.inTransaction ? all.hashOf(number, position) : null })
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
  }

  /** What is remembered of a matter may say what is erased by now. */
  function forget(number: number): void {
    known.delete(number)
  }

  return { load, remember, forget }
}
