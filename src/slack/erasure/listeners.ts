// What people can ask about an account: what is kept of it, as a file, and that it is erased with four eyes.
import { accessComes } from '../../wording/moderation/access.ts'
import { erasureAsked, erasureRefusal } from '../../wording/moderation/erasure.ts'
import type { Entrance, Said } from '../entrance.ts'
import type { ModeratingParts } from '../parts.ts'
import { readTarget } from '../target.ts'
import type { Visit } from '../visit.ts'

/** Registers the two decisions about a request. */
export function erasureListeners(door: Entrance, parts: ModeratingParts): void {
  const { erasures, desk } = parts
  for (const name of ['approve-erasure', 'reject-erasure']) {
    door.button(name, readTarget, async (press, { seal }) => {
      const visitor = await press.visitor()
      const number = erasures.seen(seal)
      if (number === null) return erasureRefusal({ refused: 'unknown-erasure' })
      const said = erasures.decide(number, name === 'approve-erasure', visitor)
      if ('refused' in said) return erasureRefusal(said)
      // Before one's eyes: the cards lose their words now, not with the next tick.
      await Promise.all([erasures.settle(number), desk.settle()])
      return null
    })
  }
}

/** Puts a request for erasure before a second person. */
export async function requestErasure(
  { erasures }: ModeratingParts,
  handle: string,
  visit: Visit,
): Promise<Said> {
  const said = erasures.request(handle, await visit.visitor())
  if ('refused' in said) return erasureRefusal(said)
  void erasures.settle(said.erasure.number)
  return erasureAsked
}

/** Gives an officer everything that is kept of an account, as a file in a direct message. */
export async function giveAccess(
  { accesses }: ModeratingParts,
  typed: string,
  visit: Visit,
): Promise<Said> {
  const said = accesses.ask(typed, await visit.visitor())
  if ('refused' in said) return erasureRefusal(said)
  void accesses.settle(said.access.number)
  return accessComes
}
