// The desk of measures: what the office does about a post that breaks the Netiquette. Hiding and muting go to the
// network; the rest a person does by hand and says so.
import { forms } from '../../db/forms.ts'
import { proposalLives } from '../../db/proposal-lives.ts'
import { measureReasons } from '../../db/measure-reasons.ts'
import { measureTargets } from '../../db/measure-targets.ts'
import { patiently } from '../../db/turns.ts'
import type { MentionVersion } from '../core/content.ts'
import { replay } from '../core/matter.ts'
import {
  decideMeasure,
  decideMeasureForDesk,
  proposeMeasure,
  type MeasureCommand,
  type MeasureDecision,
  type MeasureDeskCommand,
} from '../core/measure/decide.ts'
import type { MeasureOwed } from '../core/measure/due.ts'
import type { MeasureLetter } from '../core/measure/letters.ts'
import { measureMatter } from '../core/measure/matter.ts'
import {
  actOf,
  addressGone,
  isForHands,
  isForNetwork,
  isOver,
  needsApproval,
  type Measure,
  type MeasureDraft,
  type MeasureEvent,
  type MeasureNumber,
} from '../core/measure/measure.ts'
import type { MeasureRefusal } from '../core/measure/refusal.ts'
import { theDesk, type Actor } from '../core/people.ts'
import type { Desk, DeskParts } from './desk.ts'
import type { Visitor, Works } from './works.ts'
import { errands as openErrands, type Targets } from './errands.ts'
import type { Network } from './ports/network.ts'
import type { Drawing, Place } from './ports/newsroom.ts'
import type { MentionView } from './ports/views.ts'

/** The mention a measure is about, as it reads now. */
export type Measured = {
  conversation: number
  version: number
  view: MentionView
  /** Where the card of its conversation stands, null while it is not written. */
  card: Place | null
  /** The network's id of it where the network could hide it: only what hangs below a post of ours. */
  hideable: string | null
  /** The network's id of it, by which its account is found; null once its words are erased. */
  post: string | null
}

export type MeasureParts = DeskParts & {
  desk: Desk
  network: Network
  targets: Targets
  /** The mention with this number, null if there is none. */
  mention: (number: number) => Measured | null
  /** A measure is in force: nothing more is owed to the citizen. Called within the transaction that says so. */
  taken: (measure: Measure) => void
  settings: { approvalChannel: string }
}

/** What a person saw of a measure: the position in its life. */
export type SeenMeasure = { number: MeasureNumber; seen: number }

/** What came of a request: the measure as it is now, or why not. */
export type MeasureAnswer = { measure: Measure } | MeasureRefusal

export type Measures = ReturnType<typeof measures>

/** Opens the desk of measures. */
export function measures(given: MeasureParts) {
  const { db, desk, network, now, settings, mention, taken } = given
  const read = forms(db)
  const reasons = measureReasons(db)
  const posts = measureTargets(db)
  const errands = openErrands({ network, past: proposalLives(db), targets: given.targets })

  const works: Works<Measure, MeasureEvent, MeasureOwed, MeasureLetter> = {
    matter: measureMatter,
    carryOut,
    mustEnd: (owed, { number }) => owed === 'settle-crash' && errands.isOurs(owner(number)),
    draw,
  }
  const docket = desk.open(works)

  /** Decides and does at once what hangs on it: the conversation is told, and an address nobody needs any more is
   * forgotten. */
  function apply(
    number: MeasureNumber,
    decision: (measure: Measure) => MeasureDecision,
    actor: Actor,
  ): MeasureAnswer {
    return db
      .transaction((): MeasureAnswer => {
        const before = docket.load(number)
        const said = docket.apply(number, decision, actor)
        if ('refused' in said) {
          return said.refused === 'unknown' ? { refused: 'unknown-measure' } : said
        }
        const measure = said.state
        if (before?.takenAt !== measure.takenAt) taken(measure)
        if (isOver(measure)) posts.forget(number)
        return { measure }
      })
      .immediate()
  }

  function order(number: MeasureNumber, command: MeasureDeskCommand): boolean {
    const decide = (measure: Measure) => decideMeasureForDesk(measure, command, now())
    return 'measure' in apply(number, decide, theDesk)
  }

  /** Puts a measure about a mention, as somebody read it, up for approval, or on record where no second person is
   * needed. Refuses what the rules of the house forbid, words that have changed since, and hiding what the network
   * cannot hide; a form that was read before gives the measure it became. */
  function propose(
    { about, draft, reason }: { about: MentionVersion; draft: MeasureDraft; reason: string },
    visitor: Visitor,
    form: string,
  ): MeasureAnswer {
    return db
      .transaction((): MeasureAnswer => {
        const known = read.matterOf(form, 'measure')
        const before = known === null ? null : docket.load(known)
        if (before !== null) return { measure: before }
        const found = mention(about.mention)
        if (found === null) return { refused: 'unknown-measure' }
        const { conversation, version, hideable } = found
        const post = draft.kind === 'verbergen' ? hideable : found.post
        if (version !== about.version) return { refused: 'words-changed' }
        if (isForNetwork(draft) && post === null) {
          return { refused: draft.kind === 'verbergen' ? 'not-hideable' : 'address-gone' }
        }
        const by = personOf(visitor)
        const target = { conversation, network: network.name, ...about }
        const decided = proposeMeasure(draft, { ...target, reason }, form, by, now())
        if ('refused' in decided) return decided
        const measure = docket.begin(decided.events, by.actor)
        reasons.keep(measure.number, reason, now())
        read.remember(form, 'measure', measure.number, now())
        // Lifting needs it, too, when nothing else of the mention is kept any more.
        if (needsApproval(draft.kind) && post !== null) posts.keep(measure.number, post)
        if (measure.takenAt !== null) taken(measure)
        return { measure }
      })
      .immediate()
  }

  function personOf({ user, standing }: Visitor) {
    return { actor: desk.actor(user), standing }
  }

  async function carryOut(owed: MeasureOwed, measure: Measure): Promise<boolean> {
    const { number } = measure
    switch (owed) {
      case 'begin': {
        const isBegun = order(number, { do: 'begin' })
        if (isBegun) errands.begin(owner(number))
        return isBegun
      }
      case 'settle-crash':
        return errands.take(owner(number)) ? act(measure) : order(number, { do: 'record-crash' })
      case 'remind-of-review':
        return order(number, { do: owed })
      case 'look':
        throw new Error('whether a post is hidden, or its account muted, cannot be read')
    }
  }

  async function act(measure: Measure): Promise<boolean> {
    const { number } = measure
    const errand = actOf(measure)?.errand
    if (errand == null) return false
    const post = posts.get(number)
    const outcome = post === null ? addressGone : await errands.act(errand.errand, post)
    return patiently(() => order(number, { do: 'record-end', attempt: errand.attempts, outcome }))
  }

  function draw(measure: Measure, letter: MeasureLetter): ReturnType<typeof works.draw> {
    const ended = isOver(measure)
    if (letter.letter === 'card') {
      const address = { channel: settings.approvalChannel, thread: null }
      return { once: false, needed: !ended, ended, address, drawing: () => cardOf(measure) }
    }
    const place = docket.place(`measure/${measure.number}/card`)
    const address = place && { channel: place.channel, thread: place.ts }
    const { event, to } = letter
    const drawing = (): Drawing => ({ draw: 'measure-note', event, to })
    return { once: true, needed: false, ended, address: address ?? 'not-yet', drawing }
  }

  function cardOf(measure: Measure): Drawing {
    const about = mention(measure.mention)
    return {
      draw: 'measure-card',
      measure,
      seal: docket.seal(measure.number, measure.position),
      reason: reasons.get(measure.number),
      mention: about?.view ?? null,
      card: about?.card ?? null,
      address: isForHands(measure) ? addressOf(measure, about) : null,
    }
  }

  /** Where a person does it by hand: the account, or the post once nobody keeps whose it is. */
  function addressOf({ number }: Measure, about: Measured | null): string | null {
    const handle = about?.view.words?.handle
    if (handle !== undefined) return network.linkToProfile(handle)
    const post = posts.get(number)
    return post === null ? null : network.linkToMention(post, '')
  }

  return {
    propose,
    /** Answers what a person asks of a measure as they saw it; what follows is left to `settle`. */
    answer(
      { number, seen }: SeenMeasure,
      command: MeasureCommand,
      visitor: Visitor,
    ): MeasureAnswer {
      const by = personOf(visitor)
      const before = replay(measureMatter.evolve, number, docket.life(number).slice(0, seen))
      const decide = (measure: Measure) =>
        decideMeasure(measure, command, by, now(), before ?? measure)
      return apply(number, decide, by.actor)
    },
    /** What a seal on a card says was seen; null for what history does not have. */
    seen(seal: string): SeenMeasure | null {
      const named = desk.sealed(seal)
      return named?.about === 'measure' ? { number: named.number, seen: named.position } : null
    },
    load: docket.load,
    settle: docket.settle,
    /** Every measure there ever was, oldest first. */
    all(): Measure[] {
      const found: Measure[] = []
      for (let one = docket.load(1); one !== null; one = docket.load(found.length + 1)) {
        found.push(one)
      }
      return found
    },
    /** The measures about these mentions, with their reasons as far as they are kept. */
    about: (mentions: readonly number[]): { measure: Measure; reason: string | null }[] =>
      reasons.about(mentions).flatMap((number) => {
        const measure = docket.load(number)
        return measure === null ? [] : { measure, reason: reasons.get(number) }
      }),
    /** Words of these mentions were erased: so are the reasons that may quote them. */
    mentionGone(mentions: readonly MentionVersion['mention'][]): void {
      for (const number of reasons.about(mentions)) {
        reasons.forget(number)
        docket.redraw(number)
      }
    },
  }
}

function owner(number: MeasureNumber): string {
  return `measure/${number}`
}
