// The desk of measures: what the office does about a post that breaks the Netiquette, with four eyes and on
// record. Hiding goes to the network; the rest a person does by hand and says so.
import type { Db } from '../../db/database.ts'
import { lives } from '../../db/lives.ts'
import { measureReasons } from '../../db/measure-reasons.ts'
import { measureTargets } from '../../db/measure-targets.ts'
import { people } from '../../db/people.ts'
import { slackMessages } from '../../db/slack-messages.ts'
import type { Instant } from '../core/content.ts'
import {
  decideMeasure,
  decideMeasureForDesk,
  proposeMeasure,
  type MeasureCommand,
  type MeasureDecision,
  type MeasureDeskCommand,
} from '../core/measure/decide.ts'
import { measureDue, measureRests } from '../core/measure/due.ts'
import { evolveMeasure } from '../core/measure/evolve.ts'
import { measureLetters } from '../core/measure/letters.ts'
import {
  actOf,
  addressGone,
  isForNetwork,
  isOver,
  type Measure,
  type MeasureDraft,
  type MeasureEvent,
  type MeasureNumber,
} from '../core/measure/measure.ts'
import type { MeasureRefusal } from '../core/measure/refusal.ts'
import { replay } from '../core/matter.ts'
import { theDesk } from '../core/people.ts'
import type { Visitor } from './desk.ts'
import type { Lanes } from './lanes.ts'
import type { Letter, Mailroom } from './mailroom.ts'
import type { Moderation } from './moderation.ts'
import type { Network } from './ports/network.ts'
import type { Drawing } from './ports/newsroom.ts'

export type MeasuresParts = {
  db: Db
  network: Network
  moderation: Moderation
  lanes: Lanes
  mail: Mailroom
  now: () => Instant
  settings: { approvalChannel: string }
}

export type MeasureAnswer = { measure: Measure } | MeasureRefusal

export type Measures = ReturnType<typeof measures>

/** Opens the desk of measures on a database. */
export function measures(given: MeasuresParts) {
  const { db, network, moderation, lanes, mail, now, settings } = given
  const all = lives<MeasureEvent>(db, 'measure')
  const reasons = measureReasons(db)
  const targets = measureTargets(db)
  const ofForm = db
    .prepare<[string], number>(
      `SELECT matter FROM event
       WHERE about = 'measure' AND type = 'proposed' AND json_extract(body, '$.form') = ?`,
    )
    .pluck()
  const who = people(db)
  const written = slackMessages(db)
  /** Measures whose call to the network this process is about to make. */
  const begun = new Set<number>()
  let stopping = false

  function load(number: number): Measure | null {
    return replay(evolveMeasure, number, all.life(number))
  }

  function apply(
    number: number,
    decision: (measure: Measure) => MeasureDecision,
    actor: number,
  ): MeasureAnswer {
    return db
      .transaction((): MeasureAnswer => {
        const measure = load(number)
        if (measure === null) return { refused: 'unknown-measure' }
        const decided = decision(measure)
        if ('refused' in decided) return decided
        all.append(number, measure.position, decided.events, { actor, at: now() })
        return { measure: load(number) ?? measure }
      })
      .immediate()
  }

  function applyForDesk(number: number, command: MeasureDeskCommand): boolean {
    const decide = (measure: Measure) => decideMeasureForDesk(measure, command, now())
    return 'measure' in apply(number, decide, theDesk)
  }

  /** Puts a measure up for approval, or on record where no second person is needed. A form sent twice is one
   * measure. Refuses what the rules of the house forbid, and hiding what the network cannot hide. */
  function propose(
    mention: number,
    draft: MeasureDraft,
    { reason, form }: { reason: string; form: string },
    visitor: Visitor,
  ): MeasureAnswer {
    return db
      .transaction((): MeasureAnswer => {
        const known = load(ofForm.get(form) ?? 0)
        if (known !== null) return { measure: known }
        const about = moderation.mention(mention)
        const post = moderation.postOf(mention)
        if (about === null) return { refused: 'unknown-measure' }
        const isHideable = post !== null && moderation.isHideable(mention)
        if (isForNetwork(draft) && !isHideable) return { refused: 'not-hideable' }
        const by = { actor: who.actor(visitor.user), standing: visitor.standing }
        const conversation = about.conversation.number
        const target = { conversation, network: network.name, mention, version: 1 }
        const decided = proposeMeasure(draft, { ...target, reason }, form, by, now())
        if ('refused' in decided) return decided
        const number: MeasureNumber = all.next()
        all.append(number, 0, decided.events, { actor: by.actor, at: now() })
        reasons.keep(number, reason)
        if (isForNetwork(draft) && post !== null) targets.keep(number, post)
        const measure = load(number)
        if (measure === null) throw new Error(`measure ${number} was not begun`)
        return { measure }
      })
      .immediate()
  }

  /** Answers what a person asks of a measure; what follows is left to `settle`. */
  function answer(number: number, command: MeasureCommand, visitor: Visitor): MeasureAnswer {
    const by = { actor: who.actor(visitor.user), standing: visitor.standing }
    return apply(number, (measure) => decideMeasure(measure, command, by, now()), by.actor)
  }

  async function act(number: number): Promise<boolean> {
    const isBegun = applyForDesk(number, { do: 'begin' })
    const measure = load(number)
    const errand = measure === null ? null : actOf(measure)?.errand
    if (!isBegun || errand == null) return false
    begun.add(number)
    const post = targets.get(number)
    const outcome =
      post === null ? addressGone : await network.setHidden(post, errand.errand === 'hide')
    begun.delete(number)
    return applyForDesk(number, { do: 'record-end', attempt: errand.attempts, outcome })
  }

  /** Does what is owed for one measure, and keeps its card true. */
  function settleOne(number: number): Promise<void> {
    return lanes.run(`measure ${number}`, async () => {
      for (;;) {
        const measure = load(number)
        if (measure === null || stopping) return
        const due = measureDue(measure, now())
        if (due === null || due.from > now()) break
        let done: boolean
        if (due.owed === 'begin') done = await act(number)
        else if (due.owed === 'remind-of-review') done = applyForDesk(number, { do: due.owed })
        else done = !begun.has(number) && applyForDesk(number, { do: 'record-crash' })
        if (!done) break
      }
      await tell(number)
    })
  }

  async function tell(number: number): Promise<void> {
    const measure = load(number)
    if (measure === null) return
    let allTrue = true
    for (const letter of letters(measure)) {
      allTrue = (await mail.keepTrue(letter, () => undefined)) && allTrue
    }
    if (measure.stage.is === 'in-force') moderation.measureTaken(measure.conversation, number)
    if (isOver(measure)) targets.forget(number)
    const isSame = load(number)?.position === measure.position
    if (allTrue && measureRests(measure) && isSame) all.close(number)
  }

  function letters(measure: Measure): Letter[] {
    const { number } = measure
    const place = written.get(`measure/${number}/card`)
    const below =
      place?.ts == null ? ('not-yet' as const) : { channel: place.channel, thread: place.ts }
    const ended = isOver(measure)
    return measureLetters(number, all.life(number)).map((letter): Letter => {
      const { key, shows } = letter
      return letter.letter === 'card'
        ? {
            ...{ key, mark: key, shows, ended, once: false, needed: !ended },
            address: { channel: settings.approvalChannel, thread: null },
            drawing: () => drawing(measure),
          }
        : {
            ...{ key, mark: key, shows, ended, once: true, needed: false, address: below },
            drawing: () => ({ draw: 'measure-note', event: letter.event, to: letter.to }),
          }
    })
  }

  function drawing(measure: Measure): Drawing {
    return {
      draw: 'measure-card',
      measure,
      reason: reasons.get(measure.number),
      mention: moderation.mention(measure.mention)?.view ?? null,
      card: moderation.cardOf(measure.conversation),
    }
  }

  return {
    propose,
    answer,
    settleOne,
    measure: load,
    /** Every measure there ever was, oldest first. */
    all: (): Measure[] =>
      Array.from({ length: all.next() - 1 }, (_, index) => load(index + 1)).flatMap(
        (measure) => measure ?? [],
      ),
    /** Forgets the words of reasons about these mentions. */
    forgetReasons(about: readonly number[]): void {
      for (let number = 1; number < all.next(); number += 1) {
        const measure = load(number)
        if (measure !== null && about.includes(measure.mention)) {
          reasons.forget(number)
          written.shown(`measure/${number}/card`, 0)
          all.reopen(number)
        }
      }
    },
    async settle(): Promise<void> {
      if (stopping) return
      await Promise.all(all.open().map(settleOne))
    },
    stop(): void {
      stopping = true
    },
  }
}
