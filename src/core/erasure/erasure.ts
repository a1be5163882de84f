// Somebody asks that what is kept about them be erased: a second person decides, and only the fact is on record.
// Whose data it is about stands in a table that is emptied with the decision.
import type { Instant } from '../content.ts'
import { impossible, type Matter, type Numbered, type Recorded } from '../matter.ts'
import { mayAnswerFor, mayDecide, type Actor, type NoRight, type Person } from '../people.ts'

export type ErasureNumber = number & { readonly is?: 'erasure' }

/** How much is kept about an account: mentions with their words, and copies that stay as evidence. */
export type HowMuch = { mentions: number; evidence: number }

export type ErasureEvent =
  | { type: 'requested' }
  | { type: 'rejected' }
  /** How many mentions were erased, and how many copies stay as evidence. */
  | ({ type: 'granted' } & HowMuch)

export type RecordedInErasure = Recorded<ErasureEvent>

export type ErasureStage =
  | { is: 'requested' }
  | { is: 'rejected'; by: Actor; at: Instant }
  | ({ is: 'granted'; by: Actor; at: Instant } & HowMuch)

/** `by` asked for it, `at` that instant. */
export type Erasure = Numbered & {
  number: ErasureNumber
  by: Actor
  at: Instant
  stage: ErasureStage
}

/** Why an erasure is not asked for or decided about; src/wording has a sentence for each. */
export type ErasureRefusal =
  | NoRight
  | { refused: 'unknown-erasure' }
  | { refused: 'erasure-decided' }
  /** Nothing is kept under this name, or nobody knows any more under which. */
  | { refused: 'nothing-kept' }
  | { refused: 'handle-missing' }

export type ErasureCommand = { do: 'grant'; kept: HowMuch | null } | { do: 'reject' }

export type ErasureDecision = { events: readonly ErasureEvent[] } | ErasureRefusal

/** Asks for an erasure. Refuses all but officers, and accounts of which no words are kept. */
export function requestErasure({ mentions }: HowMuch, by: Person): ErasureDecision {
  const refusal = mayAnswerFor(by)
  if (refusal !== null) return refusal
  return mentions === 0 ? { refused: 'nothing-kept' } : { events: [{ type: 'requested' }] }
}

/** Decides about a request, with four eyes. `kept` is what is erased with it; null if nobody knows any more whose
 * it was: then it can only be rejected. */
export function decideErasure(
  { stage, by: asked }: Erasure,
  command: ErasureCommand,
  by: Person,
): ErasureDecision {
  const refusal = mayDecide(by, [asked])
  if (refusal !== null) return refusal
  if (stage.is !== 'requested') return { refused: 'erasure-decided' }
  if (command.do === 'reject') return { events: [{ type: 'rejected' }] }
  return command.kept === null
    ? { refused: 'nothing-kept' }
    : { events: [{ type: 'granted', ...command.kept }] }
}

function evolve(before: Erasure | null, event: RecordedInErasure, number: ErasureNumber): Erasure {
  const { position, at, actor: by } = event
  if (before === null) {
    if (event.type !== 'requested' || position !== 1) {
      throw impossible('erasure', number, event, 'not begun')
    }
    return { number, position, by, at, stage: { is: 'requested' } }
  }
  const fits = position === before.position + 1 && before.stage.is === 'requested'
  if (!fits || event.type === 'requested') {
    throw impossible('erasure', number, event, before.stage.is)
  }
  if (event.type === 'rejected') return { ...before, position, stage: { is: 'rejected', by, at } }
  const { mentions, evidence } = event
  return { ...before, position, stage: { is: 'granted', by, at, mentions, evidence } }
}

/** An erasure as the engine sees it: one card, and nothing that comes by itself. */
export const erasureMatter: Matter<Erasure, ErasureEvent, never, { letter: 'card' }> = {
  about: 'erasure',
  evolve,
  due: () => null,
  letters: (number, life) =>
    life.length === 0
      ? []
      : [{ letter: 'card', key: `erasure/${number}/card`, shows: life.length }],
  rests: ({ stage }) => stage.is !== 'requested',
}

/** The account name somebody typed, without "@"; null for what cannot be one. */
export function readHandle(typed: string): string | null {
  const handle = typed.trim().replace(/^@/, '')
  return /^\w{1,15}$/.test(handle) ? handle : null
}
