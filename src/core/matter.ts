// A matter is anything that has a life: a proposal, a conversation, a measure, an erasure, a flood, an ordered
// report, what the press office declares. One shape for all of them, so that one engine serves all.
import type { Instant } from './content.ts'
import type { Actor } from './people.ts'

/** What a matter can be; each row of history names one. */
export const kindsOfMatter = [
  'proposal',
  'conversation',
  'measure',
  'erasure',
  'flood',
  'report-order',
  'access',
  'declaration',
] as const
export type KindOfMatter = (typeof kindsOfMatter)[number]

/** What a row of history is about: a matter, or the register of what stands beside history. */
export type About = KindOfMatter | 'register'

/** An event as history keeps it: `position` is its place in the life of its matter, from 1. */
export type Recorded<Event> = Event & { position: number; at: Instant; actor: Actor }

/** What is owed next, and from when: an instant that has come means now. Null while nothing comes by itself. */
export type Due<Owed> = { owed: Owed; from: Instant } | null

/** A message the desk owes the team. `key` never changes within a matter; `shows` is the position in its life up
 * to which the message must be true; one that shows less is brought up to date in place. */
export type Message = { key: string; shows: number }

/** What every state knows of itself: its number among its kind, and how many events it has seen. */
export type Numbered = { number: number; position: number }

/** The pure description of one kind of matter. What the office has set (hours, zones) is bound when it is made. */
export type Matter<State extends Numbered, Event extends { type: string }, Owed, Letter> = {
  about: About
  /** What is true after an event; null before the first one. Throws on an impossible history: a fault of the
   * program or a touched file, never something a person did. */
  evolve(before: State | null, event: Recorded<Event>, number: number): State
  /** What is owed to the world, or from when. The same state and time give the same answer. */
  due(state: State, now: Instant): Due<Owed>
  /** Everything the team must be able to read about it by now. What hangs on a message stands after it. */
  letters(number: number, life: readonly Recorded<Event>[]): readonly (Letter & Message)[]
  /** Nothing more will come by itself once every message is true. */
  rests(state: State): boolean
}

/** Folds a whole life; null for an empty one. */
export function replay<State, Event>(
  evolve: (before: State | null, event: Recorded<Event>, number: number) => State,
  number: number,
  life: Iterable<Recorded<Event>>,
): State | null {
  let state: State | null = null
  for (const event of life) state = evolve(state, event, number)
  return state
}

/** A history that cannot be: said by `evolve` of every kind of matter. */
export function impossible(
  about: About,
  number: number,
  { position, type }: { position: number; type: string },
  state: string,
): Error {
  return new Error(
    `impossible history: event ${position}, "${type}", in ${about} ${number}, ${state}`,
  )
}

/** The instant at which what began at `since` has lasted `wait` milliseconds. A clock that shows less than the
 * beginning was put back: nobody knows how long it lasted, and it is over rather than an hour late. */
export function lasted(since: Instant, wait: number, now: Instant): Instant {
  return now < since ? now : since + wait
}
