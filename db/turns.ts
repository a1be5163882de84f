// Work on the database that holds nobody up: the process has one thread, and while it waits for the disk or for
// somebody else's lock, nobody in Slack gets an answer.
import { setImmediate as nextTurn, setTimeout as rest } from 'node:timers/promises'
import { isBusyOrFull, type Db } from './database.ts'

/** How long a piece of work is tried again while somebody else writes, and how long it rests between, in
 * milliseconds. */
const patience = { within: 2_000, pause: 20 }

/** How long one turn may take before others come to their turn, in milliseconds. */
const turn = 20

/** Does a piece of synchronous work, again and again while the file is locked or full, at most two seconds; others
 * go on between. The work must be of one piece (one transaction): what fails leaves nothing behind. Throws what it
 * threw last. */
export async function patiently<Done>(work: () => Done): Promise<Done> {
  const end = performance.now() + patience.within
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!isBusyOrFull(error) || performance.now() > end) throw error
    }
    await rest(patience.pause)
  }
}

/** Does the same for many things in turns of one transaction each; others go on between. What is done stays done if
 * a later turn fails. Throws what a turn threw last. */
export async function inTurns<Thing>(
  db: Db,
  things: readonly Thing[],
  work: (thing: Thing) => void,
): Promise<void> {
  let done = 0
  while (done < things.length) {
    done = await patiently(() => db.transaction(() => someOf(things, done, work)).immediate())
    await nextTurn()
  }
}

/** As many as fit into a turn, at least one; the place of the first that is left. */
function someOf<Thing>(
  things: readonly Thing[],
  from: number,
  work: (thing: Thing) => void,
): number {
  const end = performance.now() + turn
  let next = from
  do {
    for (const thing of things.slice(next, next + 1)) work(thing)
    next += 1
  } while (next < things.length && performance.now() < end)
  return next
}
