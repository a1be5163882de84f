// What a kind of matter brings to the desk, and what it gets there.
import type { Instant } from '../core/content.ts'
import type { Matter, Message, Numbered, Recorded } from '../core/matter.ts'
import type { Actor, Standing } from '../core/people.ts'
import type { Letter as Mail } from './mailroom.ts'
import type { Place } from './ports/newsroom.ts'

/** A person at the desk: their Slack user id and what they may do there. */
export type Visitor = { user: string; standing: Standing }

/** What a kind of matter hears of the reactions on its messages. */
export type Hears = {
  /** Names of reactions in the order of effect: a No counts before a Yes given with it. */
  names: readonly string[]
  /** Decides what one says, within the transaction that remembers it. Null if it was taken; else what tells who
   * reacted, in the channel, why not. `since` is the first instant at which it can have been given. */
  given(
    number: number,
    key: string,
    name: string,
    visitor: Visitor,
    since: Instant,
  ): ((channel: string) => void) | null
  /** The same when one was taken back. */
  takenBack?(number: number, key: string, name: string, visitor: Visitor): void
}

/** What the desk does for one kind of matter. */
export type Works<State extends Numbered, Event extends { type: string }, Owed, Letter> = {
  matter: Matter<State, Event, Owed, Letter>
  /** Does one thing that is owed; whether something came of it. False: not now, it is asked again in a second. */
  carryOut(owed: Owed, state: State): Promise<boolean>
  /** Something happened to a matter: what must become true of other matters with it, in the same transaction. */
  follows?(state: State): void
  /** Whether something owed was begun by this process and must be brought to its end even while it stops. */
  mustEnd?(owed: Owed, state: State): boolean
  /** Where a letter belongs and what it shows. */
  draw(state: State, letter: Letter & Message): Omit<Mail, 'key' | 'shows' | 'mark'>
  /** What reactions on a letter say; nothing on kinds without. */
  hears?: Hears
}

/** Answers of a decision about a matter: its state afterwards, or why not. */
export type Applied<State, Refused> = { state: State } | Refused | { refused: 'unknown' }

/** The matters of one kind, as the rest of the desk uses them. */
export type Docket<State, Event> = {
  /** A matter as it is now, null if there is none. */
  load(number: number): State | null
  /** Its life in order, empty if there is none. */
  life(number: number): readonly Recorded<Event>[]
  /** Begins a matter with its first events. Call it within the transaction that decides. */
  begin(events: readonly Event[], actor: Actor): State
  /** Load, decide and append in one immediate transaction without await: nothing can come between. */
  apply<Refused extends { refused: string }>(
    number: number,
    decision: (state: State) => { events: readonly Event[] } | Refused,
    actor: Actor,
  ): Applied<State, Refused>
  /** Does what is owed for one matter and tells of it; resolves when it rests. */
  settle(number: number): Promise<void>
  /** What its messages show besides its life has changed: they are drawn again. */
  redraw(number: number): void
  /** Every matter something or somebody is still waited for in, oldest first. */
  open(): number[]
  /** Erases what can be erased of its life, for good: all of it, or what is about one mention. Every message about it
   * is drawn again, also those that are written once. Call it within the transaction that decides. */
  erase(number: number, mention?: number | null): void
  /** What a button, form or card carries, so that what is pressed is what was seen. */
  seal(number: number, position?: number): string
  /** Where the message with this key stands, null while it is not written. */
  place(key: string): Place | null
}
