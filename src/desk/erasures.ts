// The desk of erasures and subject access: everything kept about an account as a file, and its erasure
// with four eyes.
import type { Db } from '../../db/database.ts'
import { erasureRequests } from '../../db/erasure-requests.ts'
import { lives } from '../../db/lives.ts'
import { people } from '../../db/people.ts'
import type { Instant } from '../core/content.ts'
import {
  erasureStage,
  mayDecideErasure,
  readHandle,
  type ErasureEvent,
  type ErasureRefusal,
  type ErasureStage,
} from '../core/erasure/erasure.ts'
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

export type ErasureAnswer = { number: number; stage: ErasureStage } | ErasureRefusal

export type Erasures = ReturnType<typeof erasures>

/** Opens the desk of erasures on a database. */
export function erasures(given: ErasuresParts) {
  const { db, moderation, lanes, mail, now, settings } = given
  const all = lives<ErasureEvent>(db, 'erasure')
  const accesses = lives<{ type: 'access-given' }>(db, 'access')
  const requests = erasureRequests(db)
  const who = people(db)

  /** Asks for the erasure of what is kept about an account. Refuses all but press officers, and accounts of
   * which nothing is kept. */
  function request(typed: string, visitor: Visitor): ErasureAnswer {
    if (visitor.standing === 'outsider') return { refused: 'outsider' }
    if (visitor.standing !== 'officer') return { refused: 'not-an-officer' }
    const handle = readHandle(typed)
    if (handle === null) return { refused: 'handle-missing' }
    return db
      .transaction((): ErasureAnswer => {
        if (moderation.about(handle).mentions.length === 0) return { refused: 'nothing-kept' }
        const by = { actor: who.actor(visitor.user), at: now() }
        const number = all.next()
        all.append(number, 0, [{ type: 'erasure-requested' }], by)
        requests.keep(number, handle)
        return { number, stage: { is: 'requested', by: by.actor, at: by.at } }
      })
      .immediate()
  }

  /** Decides about a request: erases at once, or leaves everything as it is. Evidence stays and is counted. */
  function decide(number: number, erases: boolean, visitor: Visitor): ErasureAnswer {
    const actor = who.actor(visitor.user)
    const decided = db
      .transaction((): ErasureAnswer => {
        const life = all.life(number)
        const refusal = mayDecideErasure(erasureStage(life), {
          actor,
          standing: visitor.standing,
        })
        if (refusal !== null) return refusal
        const handle = requests.get(number)
        const event: ErasureEvent =
          erases && handle !== null ? eraseAll(handle) : { type: 'erasure-rejected' }
        requests.forget(number)
        all.append(number, life.length, [event], { actor, at: now() })
        const stage = erasureStage(all.life(number))
        if (stage === null) throw new Error(`erasure ${number} is gone`)
        return { number, stage }
      })
      .immediate()
    if ('stage' in decided) moderation.forgetForGood()
    return decided
  }

  function eraseAll(handle: string): ErasureEvent {
    const { mentions, evidence } = moderation.about(handle)
    moderation.erase(
      mentions.map((mention) => mention.number),
      'request',
    )
    return { type: 'erasure-done', mentions: mentions.length, evidence: evidence.length }
  }

  /** Keeps the card of a request true. */
  function settleOne(number: number): Promise<void> {
    return lanes.run(`erasure ${number}`, async () => {
      const life = all.life(number)
      const stage = erasureStage(life)
      if (stage === null) return
      const letter: Letter = {
        key: `erasure/${number}/card`,
        mark: `erasure/${number}/card`,
        shows: life.length,
        once: false,
        needed: stage.is === 'requested',
        ended: stage.is !== 'requested',
        address: { channel: settings.moderationChannel, thread: null },
        drawing: () => ({ draw: 'erasure', number, handle: requests.get(number), stage }),
      }
      const isTrue = await mail.keepTrue(letter, () => undefined)
      if (isTrue && stage.is !== 'requested' && all.life(number).length === life.length) {
        all.close(number)
      }
    })
  }

  return {
    request,
    decide,
    /** Somebody was given what is kept about an account: only the fact is logged. */
    recordAccess(visitor: Visitor): void {
      db.transaction(() => {
        const by = { actor: who.actor(visitor.user), at: now() }
        const number = accesses.next()
        accesses.append(number, 0, [{ type: 'access-given' }], by)
        accesses.close(number)
      }).immediate()
    },
    settleOne,
    async settle(): Promise<void> {
      await Promise.all(all.open().map(settleOne))
    },
  }
}
