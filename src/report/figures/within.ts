import type { Instant } from '../../core/content.ts'
import type { Span } from '../../core/time/period.ts'

/** What happened in a span, of a life. */
export function within<Event extends { at: Instant }>(
  events: readonly Event[],
  { from, to }: Span,
): Event[] {
  return events.filter(({ at }) => at >= from && at < to)
}

/** How often each of some words occurs; words that do not occur have 0. */
export function tally<Word extends string>(
  words: readonly Word[],
  found: readonly Word[],
): Record<Word, number> {
  const counted = Object.fromEntries(words.map((word) => [word, 0])) as Record<Word, number>
  for (const word of found) counted[word] += 1
  return counted
}
