// May this happen to a measure? Each command is answered with events or with a refusal.
import type { Instant } from '../content.ts'
import type { Person } from '../people.ts'
import type { HideOutcome } from '../outcome.ts'
import {
  isForNetwork,
  needsApproval,
  type Measure,
  type MeasureEvent,
  type MeasureKind,
  type MilderMeans,
  type Rule,
} from './measure.ts'

/** A measure as asked for in the form. */
export type MeasureDraft = {
  kind: MeasureKind
  rule: Rule
  milder: readonly MilderMeans[]
  informed: boolean
  reviewOn: Instant | null
}

export type MeasureCommand =
  | { do: 'approve-measure' }
  | { do: 'reject-measure' }
  | { do: 'withdraw-measure' }
  /** A person has done it, or has lifted it, by hand. */
  | { do: 'tell-done' }
  | { do: 'lift' }
  | { do: 'tell-informed' }
  | { do: 'review'; next: Instant | null }
  | { do: 'try-again' }

export type MeasureDeskCommand =
  | { do: 'begin-acting' }
  | { do: 'record-act'; attempt: number; outcome: HideOutcome }
  | { do: 'record-act-crash' }
  | { do: 'remind-of-review' }

/** Why something may not happen to a measure. */
export type MeasureRefusal =
  | { refused: 'outsider' }
  | { refused: 'not-an-officer' }
  | { refused: 'own-measure' }
  | { refused: 'unknown-measure' }
  /** Rule 8 is only for a hint, never for more (office.md section 8). */
  | { refused: 'rule-only-hint' }
  /** What hides, mutes or blocks needs the milder means that were considered. */
  | { refused: 'milder-missing' }
  | { refused: 'reason-missing' }
  | { refused: 'review-missing' }
  | { refused: 'review-past' }
  /** The network hides only what answers the office's own posts. */
  | { refused: 'not-hideable' }
  | { refused: 'measure-moved-on' }

export type MeasureDecision = { events: readonly MeasureEvent[] } | MeasureRefusal

/** A measure is proposed, or recorded where no second person is needed. Refuses outsiders, rule 8 for more
 * than a hint, and a mute or block without a date to look again. */
export function proposeMeasure(
  draft: MeasureDraft,
  about: { conversation: number; mention: number; reason: string },
  by: Person,
  now: Instant,
): MeasureDecision {
  if (by.standing === 'outsider') return { refused: 'outsider' }
  const { kind, rule, milder, reviewOn } = draft
  if (about.reason.trim() === '') return { refused: 'reason-missing' }
  if (needsApproval(kind)) {
    if (rule === 8) return { refused: 'rule-only-hint' }
    if (milder.length === 0) return { refused: 'milder-missing' }
  }
  if ((kind === 'stummschalten' || kind === 'blockieren') && reviewOn === null)
    return { refused: 'review-missing' }
  if (reviewOn !== null && reviewOn <= now) return { refused: 'review-past' }
  const { conversation, mention } = about
  const proposed: MeasureEvent = { type: 'measure-proposed', ...draft, conversation, mention }
  return needsApproval(kind)
    ? { events: [proposed] }
    : { events: [proposed, { type: 'done', how: 'told' }] }
}

/** Decides what a person asks. Four eyes: who proposed a measure does not approve it. */
export function decideMeasure(
  measure: Measure,
  command: MeasureCommand,
  by: Person,
): MeasureDecision {
  if (by.standing === 'outsider') return { refused: 'outsider' }
  const { stage } = measure
  const isOwn = measure.by === by.actor
  switch (command.do) {
    case 'approve-measure':
    case 'reject-measure':
      if (stage.is !== 'proposed') return { refused: 'measure-moved-on' }
      if (by.standing !== 'officer') return { refused: 'not-an-officer' }
      if (isOwn) return { refused: 'own-measure' }
      return happens({
        type: command.do === 'approve-measure' ? 'measure-approved' : 'measure-rejected',
      })
    case 'withdraw-measure': {
      const isUndone =
        stage.is === 'proposed' ||
        stage.is === 'approved' ||
        (stage.is === 'check-needed' && !stage.lifts)
      if (!isUndone) return { refused: 'measure-moved-on' }
      return isOwn || by.standing === 'officer'
        ? happens({ type: 'measure-withdrawn' })
        : { refused: 'not-an-officer' }
    }
    case 'tell-done':
      return tellDone(measure)
    case 'lift':
      if (stage.is !== 'in-force') return { refused: 'measure-moved-on' }
      if (by.standing !== 'officer') return { refused: 'not-an-officer' }
      return isForNetwork(measure)
        ? happens({ type: 'lift-wanted' })
        : happens({ type: 'lifted', how: 'told' })
    case 'tell-informed':
      return measure.informed ? { refused: 'measure-moved-on' } : happens({ type: 'informed' })
    case 'review':
      return stage.is === 'in-force'
        ? happens({ type: 'reviewed', next: command.next })
        : { refused: 'measure-moved-on' }
    case 'try-again':
      return stage.is === 'check-needed'
        ? happens({ type: 'act-again' })
        : { refused: 'measure-moved-on' }
  }
}

function tellDone(measure: Measure): MeasureDecision {
  const { stage } = measure
  if (stage.is === 'approved' && !isForNetwork(measure)) {
    return happens({ type: 'done', how: 'told' })
  }
  if (stage.is === 'check-needed') {
    return happens(stage.lifts ? { type: 'lifted', how: 'told' } : { type: 'done', how: 'told' })
  }
  return { refused: 'measure-moved-on' }
}

/** Decides what the desk itself asks. A refusal means that the world moved on: nothing is done. */
export function decideMeasureForDesk(
  measure: Measure,
  command: MeasureDeskCommand,
  now: Instant,
): MeasureDecision {
  const { stage } = measure
  switch (command.do) {
    case 'begin-acting':
      return measureDue(measure, now) === 'act' && 'attempts' in stage
        ? happens({
            type: 'acting',
            attempt: stage.attempts + 1,
            lifts: stage.is === 'lifting',
          })
        : { refused: 'measure-moved-on' }
    case 'record-act':
      return stage.is === 'acting' && stage.attempt === command.attempt
        ? happens(outcomeEvent(command.outcome, stage.lifts))
        : { refused: 'measure-moved-on' }
    case 'record-act-crash':
      return stage.is === 'acting'
        ? happens({ type: 'act-in-doubt', because: 'crash' })
        : { refused: 'measure-moved-on' }
    case 'remind-of-review':
      return happens({ type: 'review-due' })
  }
}

function outcomeEvent(outcome: HideOutcome, lifts: boolean): MeasureEvent {
  switch (outcome.outcome) {
    case 'done':
      return lifts ? { type: 'lifted', how: 'sent' } : { type: 'done', how: 'sent' }
    case 'refused': {
      const { because, status, detail } = outcome
      return { type: 'act-refused', because, status, detail }
    }
    case 'not-sent':
      return { type: 'act-not-sent', because: outcome.because, until: outcome.until }
    case 'unknown':
      return { type: 'act-in-doubt', because: outcome.because }
  }
}

/** What is owed for a measure now: the network is to be asked, an intent nobody recorded the end of is to be
 * settled, or somebody is to look at it again. */
export function measureDue(
  measure: Measure,
  now: Instant,
): 'act' | 'settle-crash' | 'remind-of-review' | null {
  const { stage, reviewOn, reviewReminded } = measure
  if (stage.is === 'acting') return 'settle-crash'
  if (stage.is === 'approved' || stage.is === 'lifting') {
    return isForNetwork(measure) && now >= stage.retryAt ? 'act' : null
  }
  const isToReview = stage.is === 'in-force' && reviewOn !== null && reviewOn <= now
  return isToReview && !reviewReminded ? 'remind-of-review' : null
}

function happens(event: MeasureEvent): MeasureDecision {
  return { events: [event] }
}
