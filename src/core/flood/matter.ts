// What a flood owes, and which messages tell of it.
import type { Instant } from '../content.ts'
import { lasted, replay, type Due, type Matter, type Message } from '../matter.ts'
import type { FloodLimit } from './collect.ts'
import {
  evolveFlood,
  type Flood,
  type FloodEvent,
  type FloodNumber,
  type RecordedInFlood,
} from './flood.ts'

/** A message the moderation desk owes the team. */
export type FloodLetter =
  /** The collecting card: what is in the list, and the way into it. */
  | { kind: 'card'; flood: Flood }
  /** Written once where posts are approved: what is planned may not fit any more. */
  | { kind: 'alarm'; flood: Flood }

/** A flood has ebbed when it brought nothing for as long as it takes to become one: then also where the channel
 * bears not even one post. */
export function floodDue(flood: Flood, now: Instant, { within }: FloodLimit): Due<'end'> {
  return flood.ended === null ? { owed: 'end', from: lasted(flood.lastAt, within, now) } : null
}

/** The card first, so that the alarm can lead to it. */
export function floodLetters(
  number: FloodNumber,
  life: readonly RecordedInFlood[],
): readonly (FloodLetter & Message)[] {
  const flood = replay(evolveFlood, number, life)
  if (flood === null) return []
  return [
    { kind: 'card', key: `flood/${number}/card`, shows: flood.position, flood },
    { kind: 'alarm', key: `flood/${number}/alarm`, shows: 1, flood },
  ]
}

/** It has ebbed, and nobody waits in its list. */
export function floodRests({ ended, listed }: Flood): boolean {
  return ended !== null && listed.length === 0
}

/** What a flood is to the desk's engine, under the limit of one office. */
export function floodMatter(limit: FloodLimit): Matter<Flood, FloodEvent, 'end', FloodLetter> {
  return {
    about: 'flood',
    evolve: evolveFlood,
    due: (flood, now) => floodDue(flood, now, limit),
    letters: floodLetters,
    rests: floodRests,
  }
}
