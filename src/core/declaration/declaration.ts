// What the press office declares for a time: that nothing leaves the house, how much it can take on, who stands in, who is
// away (docs/regeln.md, "Stopp, Auslastung, Vertretung"); and that somebody looked at the own profile. Each is a matter of
// its own, with a card and an end.
import type { Instant } from '../content.ts'
import { kinds, type Kind } from '../kinds.ts'
import { monthsLater } from '../time/calendar.ts'
import { impossible, type Due, type Matter, type Numbered, type Recorded } from '../matter.ts'
import {
  mayAnswerFor,
  mayTakePart,
  type Actor,
  type NoRight,
  type Person,
  type Standing,
} from '../people.ts'

export type DeclarationNumber = number & { readonly is?: 'declaration' }

/** `lets`: what leaves all the same; warnings and all-clears in a crisis. Yellow takes on what is urgent, red what warns
 * or corrects; green is what is the case where nothing is declared. */
export type Declared =
  | { is: 'stop'; lets: 'nothing' | 'warnings' }
  | { is: 'capacity'; level: 'yellow' | 'red' }
  | { is: 'deputy'; person: Actor }
  | { is: 'absence' }
  /** Somebody looked at the own profile: what of all it should show was there. It holds until the next look. */
  | { is: 'profile'; has: Readonly<Record<ProfileItem, boolean>> }

/** What the profile of an office's account should show (docs/regeln.md, "Das eigene Profil"). */
export const profileItems = ['imprint', 'privacy', 'hours', 'no-emergency', 'automated'] as const
export type ProfileItem = (typeof profileItems)[number]

/** What the profile does not show. */
export function missingIn({ has }: Extract<Declared, { is: 'profile' }>): ProfileItem[] {
  return profileItems.filter((item) => !has[item])
}

/** After how many months somebody should look at the own profile again. */
const profileMonths = 3

/** Whether it is long ago that somebody looked at the own profile. */
export function isProfileDue({ from }: Declaration, now: Instant, zone: string): boolean {
  return monthsLater(from, profileMonths, zone) <= now
}

/** What somebody wants to declare, from an instant until, without, another; null for no end. */
export type Wish = { declared: Declared; from: Instant; until: Instant | null; reason: string }

export type DeclarationEvent =
  | ({ type: 'declared' } & Wish)
  | { type: 'began' }
  /** A person ended it. */
  | { type: 'ended' }
  /** Something newer took its place. */
  | { type: 'replaced' }
  | { type: 'expired' }

export type RecordedInDeclaration = Recorded<DeclarationEvent>

export type DeclarationStage =
  | { is: 'planned' }
  | { is: 'in-force' }
  | { is: 'ended'; by: Actor; at: Instant }
  | { is: 'expired'; at: Instant }

/** `by` declared it, `at` that instant. */
export type Declaration = Numbered &
  Wish & { number: DeclarationNumber; by: Actor; at: Instant; stage: DeclarationStage }

/** Why something is not declared or ended; src/wording has a sentence for each. */
export type DeclarationRefusal =
  | NoRight
  | { refused: 'unknown-declaration' }
  | { refused: 'declaration-over' }
  | { refused: 'in-the-past' }
  | { refused: 'ends-before-it-begins' }
  /** Nobody stands in for themselves. */
  | { refused: 'deputy-oneself' }
  /** Guests and people of other organisations decide nothing. */
  | { refused: 'deputy-outsider' }
  /** Who is a press officer anyway need not stand in. */
  | { refused: 'deputy-officer' }
  /** The same is declared for some of that time. */
  | { refused: 'declared-already'; number: DeclarationNumber }
  /** There is nothing to end. */
  | { refused: 'nothing-declared' }

/** Declares something. `open` is what is declared and not over; `deputy` is what the person who is to stand in may do
 * without that, null where nobody is. The stop is everybody's, because holding back is always safe; everything else is
 * for officers. Answers with the events, and with the numbers of what it takes the place of. */
export function declare(
  wish: Wish,
  by: Person,
  given: { now: Instant; open: readonly Declaration[]; deputy: Standing | null },
): { events: readonly DeclarationEvent[]; replaces: readonly number[] } | DeclarationRefusal {
  const { declared, from, until } = wish
  const refusal = declared.is === 'stop' ? mayTakePart(by) : mayAnswerFor(by)
  if (refusal !== null) return refusal
  if (until !== null && until <= given.now) return { refused: 'in-the-past' }
  if (until !== null && until <= from) return { refused: 'ends-before-it-begins' }
  if (declared.is === 'deputy') {
    if (declared.person === by.actor) return { refused: 'deputy-oneself' }
    if (given.deputy === 'outsider') return { refused: 'deputy-outsider' }
    if (given.deputy === 'officer') return { refused: 'deputy-officer' }
  }
  const rivals = given.open.filter((one) => isRival(one, wish, by.actor))
  const same = rivals.find((one) => isForOne(declared) || isSame(one, wish))
  if (same !== undefined) return { refused: 'declared-already', number: same.number }
  const begins = from <= given.now
  const events: DeclarationEvent[] = [{ type: 'declared', ...wish }]
  if (begins) events.push({ type: 'began' })
  return { events, replaces: rivals.map(({ number }) => number) }
}

/** About one person: several of a kind can hold at a time. */
function isForOne({ is }: Declared): boolean {
  return is === 'deputy' || is === 'absence'
}

/** Whether both cannot hold at a time: of a kind, for the same person. */
function isRival(one: Declaration, { declared, from, until }: Wish, by: Actor): boolean {
  const overlaps = one.from < (until ?? Infinity) && from < (one.until ?? Infinity)
  if (one.declared.is !== declared.is || !overlaps) return false
  if (!isForOne(declared)) return true
  return declared.is === 'deputy'
    ? one.declared.is === 'deputy' && one.declared.person === declared.person
    : one.by === by
}

function isSame(one: Declaration, { declared, from }: Wish): boolean {
  // Whoever looks once more has looked, whatever they found; but nobody looks twice in a minute.
  if (declared.is === 'profile' && from - one.from >= 60_000) return false
  return JSON.stringify(one.declared) === JSON.stringify(declared)
}

/** Ends a declaration before its time. Refuses all but officers, and who is away comes back by themselves. */
export function endDeclaration(
  { stage, declared }: Declaration,
  by: Person,
): { events: readonly DeclarationEvent[] } | DeclarationRefusal {
  const refusal = mayAnswerFor(by)
  if (refusal !== null) return refusal
  if (declared.is === 'profile') return { refused: 'nothing-declared' }
  return isOver(stage) ? { refused: 'declaration-over' } : { events: [{ type: 'ended' }] }
}

function isOver({ is }: DeclarationStage): boolean {
  return is === 'ended' || is === 'expired'
}

/** Whether it holds or will hold. */
export function canBeEnded({ stage, declared }: Declaration): boolean {
  return !isOver(stage) && declared.is !== 'profile'
}

/** Whether it holds at an instant, whatever the desk has recorded of that by then. */
export function holds({ stage, from, until }: Declaration, at: Instant): boolean {
  return !isOver(stage) && from <= at && at < (until ?? Infinity)
}

/** Whether it held at an instant in the past. */
export function held(declaration: Declaration, at: Instant): boolean {
  const { stage, from, until } = declaration
  const end = stage.is === 'ended' ? stage.at : (until ?? Infinity)
  return from <= at && at < end
}

/** Whether a post of a kind leaves although there is a stop. */
export function leavesDespite(lets: 'nothing' | 'warnings', kind: Kind): boolean {
  return lets === 'warnings' && (kind === 'warning' || kind === 'all-clear')
}

/** Whether the press office takes on a proposal at its capacity: red for what warns or corrects, yellow also for what is
 * urgent. */
export function isTakenOn(level: 'yellow' | 'red', kind: Kind, isUrgent: boolean): boolean {
  return kind === 'warning' || kinds[kind].follows || (level === 'yellow' && isUrgent)
}

/** What a declaration owes the world: that it begins and ends by itself. */
export type DeclarationOwed = 'begin' | 'expire'

/** Decides what the desk does when the time has come. Refuses what is not due. */
export function passTime(
  declaration: Declaration,
  now: Instant,
): { events: readonly DeclarationEvent[] } | { refused: 'not-due' } {
  const next = due(declaration)
  if (next === null || next.from > now) return { refused: 'not-due' }
  return { events: [{ type: next.owed === 'begin' ? 'began' : 'expired' }] }
}

function due({ stage, from, until }: Declaration): Due<DeclarationOwed> {
  if (stage.is === 'planned') return { owed: 'begin', from }
  return stage.is === 'in-force' && until !== null ? { owed: 'expire', from: until } : null
}

/** What tells of a declaration: its card, a word to who stands in, and what a stop held back once it is over. */
export type DeclarationLetter =
  { letter: 'card' } | { letter: 'to-deputy'; to: Actor } | { letter: 'released' }

const mayFollow: Record<DeclarationStage['is'], readonly DeclarationEvent['type'][]> = {
  planned: ['began', 'ended', 'replaced'],
  'in-force': ['ended', 'replaced', 'expired'],
  ended: [],
  expired: [],
}

function evolve(
  before: Declaration | null,
  event: RecordedInDeclaration,
  number: DeclarationNumber,
): Declaration {
  const { position, at, actor: by } = event
  if (before === null) {
    if (event.type !== 'declared' || position !== 1) {
      throw impossible('declaration', number, event, 'not begun')
    }
    const { declared, from, until, reason } = event
    const stage = { is: 'planned' } as const
    return { number, position, declared, from, until, reason, by, at, stage }
  }
  const fits = position === before.position + 1 && mayFollow[before.stage.is].includes(event.type)
  if (!fits) throw impossible('declaration', number, event, before.stage.is)
  switch (event.type) {
    case 'began':
      return { ...before, position, stage: { is: 'in-force' } }
    case 'ended':
    case 'replaced':
      return { ...before, position, stage: { is: 'ended', by, at } }
    case 'expired':
      return { ...before, position, stage: { is: 'expired', at } }
    case 'declared':
      throw impossible('declaration', number, event, before.stage.is)
  }
}

/** A declaration as the engine sees it. */
export const declarationMatter: Matter<
  Declaration,
  DeclarationEvent,
  DeclarationOwed,
  DeclarationLetter
> = {
  about: 'declaration',
  evolve,
  due,
  letters(number, life) {
    const [first] = life
    if (first?.type !== 'declared') return []
    const { declared } = first
    const shows = life.length
    const key = (name: string) => `declaration/${number}/${name}`
    const isOver = life.some(({ type }) => type === 'ended' || type === 'expired')
    const hasBegun = life.some(({ type }) => type === 'began')
    return [
      { letter: 'card', key: key('card'), shows },
      ...(declared.is === 'deputy'
        ? [{ letter: 'to-deputy' as const, key: key('deputy'), to: declared.person, shows }]
        : []),
      ...(declared.is === 'stop' && isOver && hasBegun
        ? [{ letter: 'released' as const, key: key('released'), shows }]
        : []),
    ]
  },
  rests: ({ stage }) => isOver(stage),
}
