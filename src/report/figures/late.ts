// What happened after the end of the span to matters it tells of. The figures stay as they were at its end.
import { isClosed } from '../../core/conversation/conversation.ts'
import { replayConversation } from '../../core/conversation/evolve.ts'
import type { Span } from '../../core/time/period.ts'
import type { Source } from '../source.ts'

export type LateFigures = {
  /** Open at the end of the span, closed by now. */
  closed: number
  /** Undecided or unsent proposals that came to something later. */
  decided: number
  /** Doubts of the span that were settled later. */
  settled: number
  /** Measures of the span that were lifted later, or of which the person was told later. */
  lifted: number
  informed: number
}

/** What came late, as far as history knows now. */
export function lateOf(source: Source, { from, to }: Span): LateFigures {
  const isLate = ({ at }: { at: number }) => at >= to
  const isIn = ({ at }: { at: number }) => at >= from && at < to
  const late: LateFigures = { closed: 0, decided: 0, settled: 0, lifted: 0, informed: 0 }
  for (const { number, events } of source.conversations) {
    if (!events.some(isLate)) continue
    const then = replayConversation(
      number,
      events.filter((event) => event.at < to),
    )
    const now = replayConversation(number, events)
    const wasOpen = then !== null && !isClosed(then)
    if (wasOpen && now !== null && isClosed(now)) late.closed += 1
  }
  const ends = ['rejected', 'withdrawn', 'expired', 'posted', 'refused']
  for (const { events } of source.proposals) {
    const before = events.filter((event) => event.at < to)
    const last = before.at(-1)
    const end = events.find((event) => isLate(event) && ends.includes(event.type))
    if (last === undefined || end === undefined || ends.includes(last.type)) continue
    if (before.some((event) => event.type === 'in-doubt' && isIn(event))) late.settled += 1
    else late.decided += 1
  }
  for (const { events } of source.measures) {
    if (!events.some((event) => event.type === 'taken' && isIn(event))) continue
    if (events.some((event) => event.type === 'lifted' && isLate(event))) late.lifted += 1
    if (events.some((event) => event.type === 'informed' && isLate(event))) late.informed += 1
  }
  return late
}
