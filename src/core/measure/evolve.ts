// What is true of a measure after an event.
import type { Instant } from '../content.ts'
import { evolveErrand, type ErrandEvent } from '../errand.ts'
import { impossible } from '../matter.ts'
import {
  actOf,
  type Measure,
  type MeasureEvent,
  type MeasureNumber,
  type MeasureStage,
  type RecordedInMeasure,
} from './measure.ts'

type OwnEvent = Exclude<MeasureEvent, ErrandEvent>

/** What can happen to a measure at each stage, beside what its errand goes through; what is missing here is
 * impossible. */
export const mayFollowInMeasure: Record<MeasureStage['is'], readonly OwnEvent['type'][]> = {
  // What needs no second person is taken with the form.
  proposed: ['approved', 'rejected', 'withdrawn', 'taken', 'informed'],
  rejected: [],
  withdrawn: [],
  approved: ['taken', 'withdrawn', 'lift-wanted', 'lapsed', 'informed'],
  'in-force': ['lift-wanted', 'review-due', 'reviewed', 'informed'],
  lifting: ['lifted', 'lapsed', 'informed'],
  lifted: ['informed'],
  lapsed: ['informed'],
}

/** What is true after an event; null before the first one. Throws on an impossible history. */
export function evolveMeasure(
  before: Measure | null,
  event: RecordedInMeasure,
  number: MeasureNumber,
): Measure {
  const { position } = event
  if (before === null) {
    if (event.type !== 'proposed' || position !== 1) {
      throw impossible('measure', number, event, 'not begun')
    }
    return begun(event, number)
  }
  const changed = position === before.position + 1 ? change(before, event) : null
  if (changed === null) throw impossible('measure', number, event, before.stage.is)
  return { ...before, ...changed, position }
}

function begun(
  event: Extract<RecordedInMeasure, { type: 'proposed' }>,
  number: MeasureNumber,
): Measure {
  const { kind, rule, milder, informed, reviewOn, actor: by, at, position } = event
  const { conversation, network, mention, version } = event
  return {
    ...{ number, position, kind, rule, milder, informed, reviewOn },
    ...{ conversation, network, mention, version },
    ...{ by, at, reviewReminded: false, approvedBy: null, takenAt: null },
    doing: null,
    undoing: null,
    stage: { is: 'proposed' },
  }
}

function change(measure: Measure, event: RecordedInMeasure): Partial<Measure> | null {
  if ('errand' in event) return inAct(measure, event)
  if (!mayFollowInMeasure[measure.stage.is].includes(event.type)) return null
  const { at, actor: by } = event
  switch (event.type) {
    case 'proposed':
      return null
    case 'approved':
      return { approvedBy: by, stage: { is: 'approved', at } }
    case 'rejected':
    case 'withdrawn':
    case 'lapsed':
      return { stage: { is: event.type, by, at } }
    case 'taken':
      return { takenAt: at, stage: { is: 'in-force', since: at } }
    case 'informed':
      return { informed: true }
    case 'review-due':
      return { reviewReminded: true }
    case 'reviewed':
      return { reviewOn: event.next, reviewReminded: false }
    case 'lift-wanted':
      return { stage: { is: 'lifting', by, at } }
    case 'lifted':
      return { stage: { is: 'lifted', at } }
  }
}

function inAct(measure: Measure, event: ErrandEvent & { at: Instant }): Partial<Measure> | null {
  const current = actOf(measure)
  if (current?.aim.errand !== event.errand) return null
  const errand = evolveErrand(current.errand, event)
  if (errand === null) return null
  return current.aim.errand === 'hide' || current.aim.errand === 'mute'
    ? { doing: errand }
    : { undoing: errand }
}
