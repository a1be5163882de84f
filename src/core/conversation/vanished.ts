// Posts the network does not find any more are erased here, too. But a network that errs may not find what is there:
// nothing is erased on its first word, only when a second look hours later does not find it either.
import type { Instant } from '../content.ts'

/** People hear of it where more than this are in doubt, and a look missed more than this share of what it asked
 * for. */
const suspicious = { moreThan: 5, share: 1 / 2 }

const hour = 60 * 60_000

/** How much later the second look is, in milliseconds. */
export const secondLookAfter = 2 * hour

/** When a post that is there is looked up again, in milliseconds: while people work with its words within 24 hours by
 * the second look, also where both looks come an hour late; once nobody does, at leisure: each look costs, and whoever
 * asks for an erasure does not wait for one (docs/regeln.md, "Auf X gelöscht"). */
export function lookAgainAfter({ isOpen }: { isOpen: boolean }): number {
  return isOpen ? 20 * hour - secondLookAfter : 7 * 24 * hour
}

/** Posts that a look did not find, and when that was. The ids are the caller's, who leaves out what is erased
 * meanwhile: it could never be found again. */
export type Doubted<Id> = ReadonlyMap<Id, Instant>

/** What a look means. `answered`: everything the network said anything about in one round, however many calls that
 * took; `gone`: those of them it did not find. Answers with what is to be erased now, with what stays in doubt, and
 * whether a suspicion began, which people should hear of. A post that is found is in doubt no more; one that a look
 * left out stays as it was. */
export function vanished<Id>(
  look: { gone: ReadonlySet<Id>; answered: ReadonlySet<Id> },
  doubted: Doubted<Id>,
  now: Instant,
): { erase: Id[]; doubted: Doubted<Id>; suspicionBegan: boolean } {
  const gone = [...look.answered].filter((id) => look.gone.has(id))
  const confirmed = new Set(gone.filter((id) => isSecondLook(doubted.get(id), now)))
  const stay = new Map(
    [...doubted]
      .filter(([id]) => !confirmed.has(id) && !isFound(id, look))
      // A clock that was put back must not make the doubt last for ever.
      .map(([id, at]) => [id, Math.min(at, now)]),
  )
  const fresh = gone.filter((id) => !doubted.has(id))
  for (const id of fresh) stay.set(id, now)
  // A few that are in doubt for reasons of their own must not hide that now many are.
  const isNew = doubted.size <= suspicious.moreThan || fresh.length > suspicious.moreThan
  const isMany = stay.size > suspicious.moreThan && fresh.length > 0 && isNew
  const isMost = gone.length > look.answered.size * suspicious.share
  return { erase: [...confirmed], doubted: stay, suspicionBegan: isMany && isMost }
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
