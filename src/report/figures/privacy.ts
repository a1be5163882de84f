// What was asked about and what was forgotten in a span.
import type { ErasedBecause } from '../../core/conversation/conversation.ts'
import type { Span } from '../../core/time/period.ts'
import type { Source } from '../source.ts'
import { tally, within } from './within.ts'

export type PrivacyFigures = {
  accesses: number
  requested: number
  done: number
  rejected: number
  /** Mentions whose words were erased, by why. */
  erased: Record<ErasedBecause, number>
}

/** Requests of data subjects and erasures of a span. */
export function privacyOf(source: Source, span: Span): PrivacyFigures {
  const requests = source.erasures.flatMap(({ events }) => within(events, span))
  const count = (type: string) => requests.filter((event) => event.type === type).length
  const because = source.conversations
    .flatMap(({ events }) => within(events, span))
    .flatMap((event) => (event.type === 'erased' ? event.mentions.map(() => event.because) : []))
  return {
    accesses: source.accesses.length,
    requested: count('requested'),
    done: count('granted'),
    rejected: count('rejected'),
    erased: tally(['retention', 'gone', 'request'], because),
  }
}
