// Posts the network does not find any more are erased here, too. But a network that errs may not find anything:
// where suspiciously many are missing at once, nothing is erased before a second look says the same of each.
import type { Instant } from '../content.ts'

/** Missing in one look is suspicious from so many on, where they are more than this share of those it answered for. */
const suspicious = { moreThan: 5, share: 1 / 2 }

/** How much later the second look is, in milliseconds. */
export const secondLookAfter = 2 * 60 * 60_000

/** Posts that a suspicious look did not find, and when that was. The ids are the caller's, who leaves out what is
 * erased meanwhile: it could never be found again. */
export type Doubted<Id> = ReadonlyMap<Id, Instant>

/** What a look means. `answered`: everything the network said anything about in one round, however many calls that
 * took; `gone`: those of them it did not find. Answers with what is to be erased now, with what stays in doubt, and
 * whether a suspicion began, which people should hear of. While anything is in doubt, whatever else is missing is
 * doubted, too. A post that is found is in doubt no more; one that a look left out stays as it was. */
export function vanished<Id>(
  look: { gone: ReadonlySet<Id>; answered: ReadonlySet<Id> },
  doubted: Doubted<Id>,
  now: Instant,
): { erase: Id[]; doubted: Doubted<Id>; suspicionBegan: boolean } {
  const gone = [...look.answered].filter((id) => look.gone.has(id))
  const confirmed = new Set(gone.filter((id) => isSecondLook(doubted.get(id), now)))
  // Of what was confirmed nothing is suspicious any more.
  const fresh = gone.filter((id) => !doubted.has(id))
  const isMany =
    fresh.length > suspicious.moreThan && fresh.length > look.answered.size * suspicious.share
  const stay = new Map(
    [...doubted]
      .filter(([id]) => !confirmed.has(id) && !isFound(id, look))
      // A clock that was put back must not make the doubt last for ever.
      .map(([id, at]) => [id, Math.min(at, now)]),
  )
  if (!isMany && stay.size === 0) {
    return { erase: [...confirmed, ...fresh], doubted: stay, suspicionBegan: false }
  }
  for (const id of fresh) stay.set(id, now)
  return { erase: [...confirmed], doubted: stay, suspicionBegan: isMany && doubted.size === 0 }
}

function isSecondLook(doubtedAt: Instant | undefined, now: Instant): boolean {
  return doubtedAt !== undefined && now - doubtedAt >= secondLookAfter
}

function isFound<Id>(
  id: Id,
  { gone, answered }: { gone: ReadonlySet<Id>; answered: ReadonlySet<Id> },
): boolean {
  return answered.has(id) && !gone.has(id)
}
