// What is owed for a measure, which messages tell of it, and when it rests.
import type { Instant } from '../content.ts'
import { errandDue, type ErrandOwed } from '../errand.ts'
import type { Due } from '../matter.ts'
import { actOf, isOver, needsApproval, type Measure } from './measure.ts'

/** The network is to be asked, an attempt nobody recorded the end of to be settled, or somebody to look again. */
export type MeasureOwed = ErrandOwed | 'remind-of-review'

/** What is owed for a measure, and from when. */
export function measureDue(measure: Measure, now: Instant): Due<MeasureOwed> {
  const act = actOf(measure)
  if (act !== null) {
    return act.errand === null ? { owed: 'begin', from: now } : errandDue(act.errand, now)
  }
  const { reviewOn } = measure
  return reviewOn !== null && awaitsReview(measure)
    ? { owed: 'remind-of-review', from: reviewOn }
    : null
}

/** What can be lifted lives as long as it is in force: its card must stay. */
export function measureRests(measure: Measure): boolean {
  const { stage, kind } = measure
  const isOnRecord = stage.is === 'in-force' && !needsApproval(kind)
  return isOver(measure) || (isOnRecord && !awaitsReview(measure))
}

function awaitsReview({ stage, reviewOn, reviewReminded }: Measure): boolean {
  return stage.is === 'in-force' && reviewOn !== null && !reviewReminded
}
