// The desk of erasures: what is kept about an account is erased when a second person says so.
import { accountRequests } from '../../db/account-requests.ts'
import {
  decideErasure,
  erasureMatter,
  readHandle,
  requestErasure,
  type Erasure,
  type ErasureEvent,
  type ErasureNumber,
  type ErasureRefusal,
} from '../core/erasure/erasure.ts'
import type { Desk, DeskParts } from './desk.ts'
import type { Visitor, Works } from './works.ts'

export type ErasureParts = DeskParts & {
  desk: Desk
  /** What is kept about an account: the mentions whose words are, and copies that stay as evidence. */
  kept: (handle: string) => { mentions: readonly number[]; evidence: number }
  /** Erases the words of mentions, and whatever else is kept of an account. Called within the transaction that decides;
   * what it answers is done after it. */
  erase: (mentions: readonly number[], handle: string) => () => void
  settings: { moderationChannel: string }
}

/** What came of a request: the erasure as it is now, or why not. */
export type ErasureAnswer = { erasure: Erasure } | ErasureRefusal

export type Erasures = ReturnType<typeof erasures>

/** Opens the desk of erasures. */
export function erasures(given: ErasureParts) {
  const { db, desk, kept, erase, settings } = given
  const accounts = accountRequests(db, 'erasure')

  const works: Works<Erasure, ErasureEvent, never, { letter: 'card' }> = {
    matter: erasureMatter,
    carryOut: () => Promise.resolve(false),
    draw(erasure) {
      const ended = erasureMatter.rests(erasure)
      return {
        once: false,
        needed: !ended,
        ended,
        address: { channel: settings.moderationChannel, thread: null },
        drawing: () => ({
          draw: 'erasure',
          erasure,
          seal: docket.seal(erasure.number),
          handle: accounts.get(erasure.number),
        }),
      }
    },
  }
  const docket = desk.open(works)

  function personOf({ user, standing }: Visitor) {
    return { actor: desk.actor(user), standing }
  }

  function countOf({ mentions, evidence }: ReturnType<typeof kept>) {
    return { mentions: mentions.length, evidence }
  }

  return {
    /** Asks for the erasure of what is kept about an account. Refuses all but officers, and accounts of which
     * nothing is kept. */
    request(typed: string, visitor: Visitor): ErasureAnswer {
      const by = personOf(visitor)
      return db
        .transaction((): ErasureAnswer => {
          const handle = readHandle(typed)
          if (handle === null) return { refused: 'handle-missing' }
          const decided = requestErasure(countOf(kept(handle)), by)
          if ('refused' in decided) return decided
          const erasure = docket.begin(decided.events, by.actor)
          accounts.keep(erasure.number, handle)
          return { erasure }
        })
        .immediate()
    },

    /** Decides about a request: erases at once, or leaves everything as it is. Evidence stays and is counted. */
    decide(number: ErasureNumber, grants: boolean, visitor: Visitor): ErasureAnswer {
      const by = personOf(visitor)
      let afterwards = () => {
        // Nothing was erased.
      }
      const decided = db
        .transaction((): ErasureAnswer => {
          const handle = accounts.get(number)
          const found = handle === null ? null : kept(handle)
          const command = grants
            ? ({ do: 'grant', kept: found && countOf(found) } as const)
            : ({ do: 'reject' } as const)
          const said = docket.apply(number, (one) => decideErasure(one, command, by), by.actor)
          if ('refused' in said) {
            return said.refused === 'unknown' ? { refused: 'unknown-erasure' } : said
          }
          if (grants && found !== null && handle !== null) {
            afterwards = erase(found.mentions, handle)
          }
          accounts.forget(number)
          return { erasure: said.state }
        })
        .immediate()
      if ('erasure' in decided) afterwards()
      return decided
    },

    /** The erasure a seal names; null for what history does not have. */
    seen(seal: string): ErasureNumber | null {
      const named = desk.sealed(seal)
      return named?.about === 'erasure' ? named.number : null
    },
    load: docket.load,
    settle: docket.settle,
  }
}
