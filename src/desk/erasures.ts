// The desk of erasures and subject access: everything kept about an account as a file, and its erasure
// with four eyes.
import type { Db } from '../../db/database.ts'
import { accountRequests } from '../../db/account-requests.ts'
import { lives } from '../../db/lives.ts'
import { people } from '../../db/people.ts'
import type { Instant } from '../core/content.ts'
import { askForAccess, type AccessEvent } from '../core/access/access.ts'
import {
  decideErasure,
  erasureMatter,
  readHandle,
  requestErasure,
  type Erasure,
  type ErasureEvent,
  type ErasureRefusal,
} from '../core/erasure/erasure.ts'
import { replay } from '../core/matter.ts'
import type { Visitor } from './desk.ts'
import type { Lanes } from './lanes.ts'
import type { Letter, Mailroom } from './mailroom.ts'
import type { Moderation } from './moderation.ts'

export type ErasuresParts = {
  db: Db
  moderation: Moderation
  lanes: Lanes
  mail: Mailroom
  now: () => Instant
  settings: { moderationChannel: string }
}

export type ErasureAnswer = { erasure: Erasure } | ErasureRefusal

export type Erasures = ReturnType<typeof erasures>

/** Opens the desk of erasures on a database. */
export function erasures(given: ErasuresParts) {
  const { db, moderation, lanes, mail, now, settings } = given
  const all = lives<ErasureEvent>(db, 'erasure')
  const accesses = lives<AccessEvent>(db, 'access')
  const requests = accountRequests(db, 'erasure')
  const who = people(db)

  function load(number: number): Erasure | null {
    return replay(erasureMatter.evolve, number, all.life(number))
  }

  function keptOf(handle: string) {
    const { mentions, evidence } = moderation.about(handle)
    return { mentions: mentions.length, evidence: evidence.length }
  }

  /** Asks for the erasure of what is kept about an account. Refuses all but press officers, and accounts of
   * which nothing is kept. */
  function request(typed: string, visitor: Visitor): ErasureAnswer {
    const by = { actor: who.actor(visitor.user), standing: visitor.standing }
    return db
      .transaction((): ErasureAnswer => {
        const handle = readHandle(typed)
        if (handle === null) return { refused: 'handle-missing' }
        const decided = requestErasure(keptOf(handle), by)
        if ('refused' in decided) return decided
        const number = all.next()
        all.append(number, 0, decided.events, { actor: by.actor, at: now() })
        requests.keep(number, handle)
        return answerOf(number)
      })
      .immediate()
  }

  /** Decides about a request: erases at once, or leaves everything as it is. Evidence stays and is counted. */
  function decide(number: number, erases: boolean, visitor: Visitor): ErasureAnswer {
    const by = { actor: who.actor(visitor.user), standing: visitor.standing }
    const decided = db
      .transaction((): ErasureAnswer => {
        const erasure = load(number)
        if (erasure === null) return { refused: 'unknown-erasure' }
        const handle = requests.get(number)
        const kept = handle === null ? null : keptOf(handle)
        const command = erases ? ({ do: 'grant', kept } as const) : ({ do: 'reject' } as const)
        const said = decideErasure(erasure, command, by)
        if ('refused' in said) return said
        if (erases && handle !== null) {
          const { mentions } = moderation.about(handle)
          moderation.erase(
            mentions.map((mention) => mention.number),
            'request',
          )
        }
        requests.forget(number)
        all.append(number, erasure.position, said.events, { actor: by.actor, at: now() })
        return answerOf(number)
      })
      .immediate()
    if ('erasure' in decided) moderation.forgetForGood()
    return decided
  }

  function answerOf(number: number): ErasureAnswer {
    const erasure = load(number)
    return erasure === null ? { refused: 'unknown-erasure' } : { erasure }
  }

  /** Keeps the card of a request true. */
  function settleOne(number: number): Promise<void> {
    return lanes.run(`erasure ${number}`, async () => {
      const erasure = load(number)
      if (erasure === null) return
      const isOpen = !erasureMatter.rests(erasure)
      const letter: Letter = {
        key: `erasure/${number}/card`,
        mark: `erasure/${number}/card`,
        shows: erasure.position,
        once: false,
        needed: isOpen,
        ended: !isOpen,
        address: { channel: settings.moderationChannel, thread: null },
        drawing: () => ({ draw: 'erasure', erasure, handle: requests.get(number) }),
      }
      const isTrue = await mail.keepTrue(letter, () => undefined)
      if (isTrue && !isOpen && load(number)?.position === erasure.position) all.close(number)
    })
  }

  return {
    request,
    decide,
    /** Somebody was given what is kept about an account: only the fact is logged. */
    recordAccess(visitor: Visitor): void {
      db.transaction(() => {
        const by = { actor: who.actor(visitor.user), standing: visitor.standing }
        const asked = askForAccess(by)
        if ('refused' in asked) return
        const number = accesses.next()
        const events: AccessEvent[] = [
          ...asked.events,
          { type: 'begun', attempt: 1 },
          { type: 'shared' },
        ]
        accesses.append(number, 0, events, { actor: by.actor, at: now() })
        accesses.close(number)
      }).immediate()
    },
    settleOne,
    async settle(): Promise<void> {
      await Promise.all(all.open().map(settleOne))
    },
  }
}
