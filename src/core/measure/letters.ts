// Which messages tell of a measure, and how much of its life each of them must show.
import type { Message } from '../matter.ts'
import type { Actor } from '../people.ts'
import { evolveMeasure } from './evolve.ts'
import { stuckErrand, type Measure, type MeasureNumber, type RecordedInMeasure } from './measure.ts'

export type MeasureLetter =
  | { letter: 'card' }
  /** A word in the thread of the card where somebody must act; written once. `to` is who must be reached. */
  | { letter: 'note'; event: RecordedInMeasure; after: Measure; to: Actor }

/** The card, and a word below it each time the network leaves the desk without an answer or a review comes. */
export function measureLetters(
  number: MeasureNumber,
  life: readonly RecordedInMeasure[],
): readonly (MeasureLetter & Message)[] {
  const key = `measure/${number}`
  const notes: (MeasureLetter & Message)[] = []
  let now: Measure | null = null
  for (const event of life) {
    const before: Measure | null = now
    now = evolveMeasure(before, event, number)
    const asks = stuckErrand(now) !== null && (before === null || stuckErrand(before) === null)
    if (!asks && event.type !== 'review-due') continue
    const { position: shows } = event
    const to = now.approvedBy ?? now.by
    notes.push({ letter: 'note', key: `${key}/note/${shows}`, shows, event, after: now, to })
  }
  return now === null ? [] : [{ letter: 'card', key: `${key}/card`, shows: now.position }, ...notes]
}
