// The desk of measures: what the office does about a post that breaks the Netiquette, with four eyes and on
// record. Hiding goes to the network; the rest a person does by hand and says so.
import type { Db } from '../../db/database.ts'
import { forms } from '../../db/forms.ts'
import { lives } from '../../db/lives.ts'
import { measureReasons } from '../../db/measure-reasons.ts'
import { people } from '../../db/people.ts'
import { slackMessages } from '../../db/slack-messages.ts'
import type { Instant } from '../core/content.ts'
import {
  decideMeasure,
  decideMeasureForDesk,
  measureDue,
  proposeMeasure,
  type MeasureCommand,
  type MeasureDecision,
  type MeasureDeskCommand,
  type MeasureDraft,
  type MeasureRefusal,
} from '../core/measure/decide.ts'
import { replayMeasure, type Measure, type MeasureEvent } from '../core/measure/measure.ts'
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
  const who = people(db)
  const read = forms(db)
  const written = slackMessages(db)
  /** Measures whose call to the network this process is about to make. */
  const begun = new Set<number>()
  let stopping = false

  function load(number: number): Measure | null {
    return replayMeasure(number, all.life(number))
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

  /** Puts a measure up for approval, or on record where no second person is needed. Refuses what the rules
   * of the house forbid, and hiding what the network cannot hide; a form that was read before gives the measure
   * it became. */
  function propose(
    mention: number,
    draft: MeasureDraft,
    reason: string,
    visitor: Visitor,
    form: string,
  ): MeasureAnswer {
    return db
      .transaction((): MeasureAnswer => {
        const known = read.matterOf(form, 'measure')
        const before = known === null ? null : load(known)
        if (before !== null) return { measure: before }
        const about = moderation.mention(mention)
        if (about === null) return { refused: 'unknown-measure' }
        if (draft.kind === 'verbergen' && !moderation.isHideable(mention))
          return { refused: 'not-hideable' }
        const by = { actor: who.actor(visitor.user), standing: visitor.standing }
        const conversation = about.conversation.number
        const decided = proposeMeasure(draft, { conversation, mention, reason }, by, now())
        if ('refused' in decided) return decided
        const number = all.next()
        all.append(number, 0, decided.events, { actor: by.actor, at: now() })
        reasons.keep(number, reason)
        read.remember(form, 'measure', number, now())
        const measure = load(number)
        if (measure === null) throw new Error(`measure ${number} was not begun`)
        return { measure }
      })
      .immediate()
  }

  /** Answers what a person asks of a measure; what follows is left to `settle`. */
  function answer(number: number, command: MeasureCommand, visitor: Visitor): MeasureAnswer {
    const by = { actor: who.actor(visitor.user), standing: visitor.standing }
    return apply(number, (measure) => decideMeasure(measure, command, by), by.actor)
  }

  async function act(number: number): Promise<boolean> {
    const isBegun = applyForDesk(number, { do: 'begin-acting' })
    const measure = load(number)
    if (!isBegun || measure?.stage.is !== 'acting') return false
    begun.add(number)
    const { attempt, lifts } = measure.stage
    const post = moderation.postOf(measure.mention)
    // What the public cannot read any more needs no hiding.
    const outcome =
      post === null ? ({ outcome: 'done' } as const) : await network.setHidden(post, !lifts)
    begun.delete(number)
    return applyForDesk(number, { do: 'record-act', attempt, outcome })
  }

  /** Does what is owed for one measure, and keeps its card true. */
  function settleOne(number: number): Promise<void> {
    return lanes.run(`measure ${number}`, async () => {
      for (;;) {
        const measure = load(number)
        if (measure === null || stopping) return
        const owed = measureDue(measure, now())
        if (owed === null) break
        let done: boolean
        if (owed === 'act') done = await act(number)
        else if (owed === 'remind-of-review') done = applyForDesk(number, { do: owed })
        else done = !begun.has(number) && applyForDesk(number, { do: 'record-act-crash' })
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
    const { is } = measure.stage
    if (is === 'in-force') moderation.measureTaken(measure.conversation, number)
    const isDone = is === 'rejected' || is === 'withdrawn' || is === 'lifted'
    const isAtRest = isDone || (is === 'in-force' && measure.reviewOn === null)
    if (allTrue && isAtRest && load(number)?.position === measure.position) all.close(number)
  }

  function letters(measure: Measure): Letter[] {
    const { number, position, stage } = measure
    const key = `measure/${number}/card`
    const ended = stage.is === 'rejected' || stage.is === 'withdrawn' || stage.is === 'lifted'
    const card: Letter = {
      key,
      mark: key,
      shows: position,
      once: false,
      needed: !ended,
      ended,
      address: { channel: settings.approvalChannel, thread: null },
      drawing: () => drawing(measure),
    }
    const place = written.get(key)
    const address =
      place?.ts == null ? ('not-yet' as const) : { channel: place.channel, thread: place.ts }
    const notes = all
      .life(number)
      .filter(({ type }) => type === 'review-due' || type === 'act-refused')
      .map((event): Letter => {
        const note = { once: true, needed: false, ended, address }
        return {
          ...note,
          key: `measure/${number}/note/${event.position}`,
          mark: `measure/${number}/note/${event.position}`,
          shows: event.position,
          drawing: () => ({ draw: 'measure-note', measure, event }),
        }
      })
    return [card, ...notes]
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
