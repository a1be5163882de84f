// May this happen to a measure? Each command is answered with events or with a refusal.
import { createHash } from 'node:crypto'
import type { Instant } from '../content.ts'
import { aimOf, endOfAttempt } from '../errand.ts'
import type { HideOutcome } from '../outcome.ts'
import { mayAnswerFor, mayDecide, mayTakePart, mayWithdraw, type Person } from '../people.ts'
import { measureDue, type MeasureOwed } from './due.ts'
import {
  actOf,
  isForHands,
  mayBeDone,
  needsApproval,
  stuckErrand,
  type Measure,
  type MeasureDraft,
  type MeasureEvent,
  type MeasureTarget,
} from './measure.ts'
import type { MeasureRefusal } from './refusal.ts'

export type MeasureCommand =
  | { do: 'approve' }
  | { do: 'reject' }
  | { do: 'withdraw' }
  /** A person has done it, or has undone it, by hand. */
  | { do: 'tell-done' }
  /** A person has seen that the post is gone. */
  | { do: 'tell-gone' }
  | { do: 'try-again' }
  | { do: 'lift' }
  | { do: 'tell-informed' }
  | { do: 'review'; next: Instant | null }

export type MeasureDeskCommand =
  | { do: 'begin' }
  | { do: 'record-end'; attempt: number; outcome: HideOutcome }
  | { do: 'record-crash' }
  | { do: 'remind-of-review' }

export type MeasureDecision = { events: readonly MeasureEvent[] } | MeasureRefusal

/** A measure is proposed, or taken at once where no second person is needed. Refuses outsiders, rule 8 for more
 * than a hint, more than a hint without the milder means, and a mute or block without a day to look again. */
export function proposeMeasure(
  draft: MeasureDraft,
  about: MeasureTarget & { reason: string },
  form: string,
  by: Person,
  now: Instant,
): MeasureDecision {
  const { reason, ...target } = about
  const refusal = mayTakePart(by) ?? flawOf(draft, reason, now)
  if (refusal !== null) return refusal
  const proposed: MeasureEvent = { type: 'proposed', form, ...draft, ...target }
  return needsApproval(draft.kind) ? happens(proposed) : happens(proposed, { type: 'taken' })
}

function flawOf(
  { kind, rule, milder, reviewOn }: MeasureDraft,
  reason: string,
  now: Instant,
): MeasureRefusal | null {
  if (reason.trim() === '') return { refused: 'reason-missing' }
  if (needsApproval(kind)) {
    if (rule === 8) return { refused: 'rule-only-hint' }
    if (milder.length === 0) return { refused: 'milder-missing' }
  }
  const lasts = kind === 'stummschalten' || kind === 'blockieren'
  if (lasts && reviewOn === null) return { refused: 'review-missing' }
  return reviewOn !== null && reviewOn <= now ? { refused: 'review-past' } : null
}

/** Decides what a person asks. Four eyes: who proposed a measure does not approve it. `seen` is the measure as it was
 * in front of them: a button that means something else by now is refused. */
export function decideMeasure(
  measure: Measure,
  command: MeasureCommand,
  by: Person,
  now: Instant,
  seen: Measure = measure,
): MeasureDecision {
  const decided = decide(measure, command, by, now)
  return 'refused' in decided || meansTheSame(command, seen, measure) ? decided : movedOn(measure)
}

function meansTheSame({ do: what }: MeasureCommand, seen: Measure, measure: Measure): boolean {
  switch (what) {
    // Each of these fits one stage of a life only; holding back is always safe, and who was told was told.
    case 'approve':
    case 'reject':
    case 'lift':
    case 'withdraw':
    case 'tell-informed':
      return true
    // Each time to look again is looked at once.
    case 'review':
      return seen.reviewOn === measure.reviewOn
    // "Done" is doing it at one stage and undoing it at another.
    case 'tell-done':
    case 'tell-gone':
    case 'try-again':
      return seen.stage.is === measure.stage.is
  }
}

function decide(
  measure: Measure,
  command: MeasureCommand,
  by: Person,
  now: Instant,
): MeasureDecision {
  const { stage, informed } = measure
  switch (command.do) {
    case 'approve':
    case 'reject': {
      const type = command.do === 'approve' ? 'approved' : 'rejected'
      const fits = stage.is === 'proposed'
      return mayDecide(by, [measure.by]) ?? (fits ? happens({ type }) : movedOn(measure))
    }
    case 'withdraw':
      return mayWithdraw(by, [measure.by]) ?? withdraw(measure)
    case 'tell-done':
      return mayTakePart(by) ?? (isForHands(measure) ? doneByHand(measure) : movedOn(measure))
    case 'tell-gone': {
      // An account outlives its post: what mutes it is not over with that.
      const stuck = stuckErrand(measure)
      const isGone = stuck?.stage.because === 'target-missing' && measure.kind === 'verbergen'
      return mayTakePart(by) ?? (isGone ? happens({ type: 'lapsed' }) : movedOn(measure))
    }
    case 'try-again': {
      const stuck = stuckErrand(measure)
      return (
        mayTakePart(by) ??
        (stuck ? happens({ type: 'released', ...aimOf(stuck) }) : movedOn(measure))
      )
    }
    case 'lift': {
      const fits = stage.is === 'in-force' && needsApproval(measure.kind)
      return mayAnswerFor(by) ?? (fits ? happens({ type: 'lift-wanted' }) : movedOn(measure))
    }
    case 'tell-informed': {
      const fits = !informed && stage.is !== 'rejected' && stage.is !== 'withdrawn'
      return mayTakePart(by) ?? (fits ? happens({ type: 'informed' }) : movedOn(measure))
    }
    case 'review':
      return mayTakePart(by) ?? review(measure, command.next, now)
  }
}

/** Decides what the desk itself asks. A refusal means that the world moved on: nothing is done. */
export function decideMeasureForDesk(
  measure: Measure,
  command: MeasureDeskCommand,
  now: Instant,
): MeasureDecision {
  switch (command.do) {
    case 'begin':
      return begin(measure, now)
    case 'record-end':
      return recordEnd(measure, command, now)
    case 'record-crash':
      return recordEnd(measure, { outcome: { outcome: 'unknown', because: 'crash' } }, now)
    case 'remind-of-review':
      return isDue(measure, command.do, now) ? happens({ type: 'review-due' }) : movedOn(measure)
  }
}

function withdraw(measure: Measure): MeasureDecision {
  const { is } = measure.stage
  if (is !== 'proposed' && is !== 'approved') return movedOn(measure)
  return happens({ type: mayBeDone(measure) ? 'lift-wanted' : 'withdrawn' })
}

function review(measure: Measure, next: Instant | null, now: Instant): MeasureDecision {
  if (next !== null && next <= now) return { refused: 'review-past' }
  return measure.stage.is === 'in-force' ? happens({ type: 'reviewed', next }) : movedOn(measure)
}

function doneByHand(measure: Measure): MeasureDecision {
  const end = { type: measure.stage.is === 'lifting' ? 'lifted' : 'taken' } as const
  const stuck = stuckErrand(measure)
  return stuck === null
    ? happens(end)
    : happens({ type: 'done', ...aimOf(stuck), how: 'told' }, end)
}

function begin(measure: Measure, now: Instant): MeasureDecision {
  const act = actOf(measure)
  if (act === null || !isDue(measure, 'begin', now)) return movedOn(measure)
  const { aim, errand } = act
  const { mention, version } = measure
  const target = { mention, version }
  const hash = createHash('sha256')
    .update(JSON.stringify([aim.errand, target]))
    .digest('hex')
  return happens({ type: 'begun', ...aim, attempt: (errand?.attempts ?? 0) + 1, target, hash })
}

/** `attempt` is the one that ended; without it, whichever is under way. */
function recordEnd(
  measure: Measure,
  { attempt, outcome }: { attempt?: number; outcome: HideOutcome },
  now: Instant,
): MeasureDecision {
  const errand = actOf(measure)?.errand
  if (errand?.stage.is !== 'under-way' || (attempt ?? errand.attempts) !== errand.attempts) {
    return movedOn(measure)
  }
  const end = endOfAttempt(errand, outcome, now)
  if (end.type !== 'done') return happens(end)
  if (end.errand === 'show' || end.errand === 'unmute') return happens(end, { type: 'lifted' })
  // What was withdrawn meanwhile is done, and to be undone at once: it never was in force.
  return measure.stage.is === 'approved' ? happens(end, { type: 'taken' }) : happens(end)
}

function isDue(measure: Measure, owed: MeasureOwed, now: Instant): boolean {
  const due = measureDue(measure, now)
  return due?.owed === owed && due.from <= now
}

function movedOn({ stage }: Measure): MeasureRefusal {
  return { refused: 'measure-moved-on', now: stage.is }
}

function happens(...events: readonly MeasureEvent[]): MeasureDecision {
  return { events }
}
