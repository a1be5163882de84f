// What a person can ask of a proposal, by which rules that is decided, and what comes of it.
import type { Content, Instant } from '../content.ts'
import type { HouseRules } from '../house-rules.ts'
import type { ProposalEvent, Via } from './proposal.ts'
import type { Refusal } from './refusal.ts'

/** What a person can ask of a proposal. `version` is the one they saw, counted from 1. */
export type Command =
  /** `releases`: the officer decides with it that it goes out. */
  | { do: 'revise'; version: number; content: Content; form: string; releases?: boolean }
  /** For another time; null for as soon as it is approved, or for some day where it is `stock`. */
  | { do: 'reschedule'; version: number; plannedAt: Instant | null; stock: boolean }
  /** `since`: the first instant at which it can have been given (UTC milliseconds), null for now. `despite`: the person
   * knows that it is more than the month's budget. */
  | { do: 'approve'; version: number; via: Via; since: Instant | null; despite?: 'budget' }
  /** Takes an approval back before it is sent: anybody's Stopp, or the approver's own reaction removed. */
  | { do: 'stop'; version: number; via: Via }
  | { do: 'reject'; version: number; reason: string | null; via: Via }
  | { do: 'give-reason'; reason: string }
  | { do: 'ask'; version: number; question: string | null; via: Via }
  | { do: 'answer-question'; version: number; answer: string }
  | { do: 'withdraw' }
  /** "Steht schon auf X": the person has seen it online. */
  | { do: 'confirm-posted'; id: string; url: string }
  /** "Jetzt senden": the person wants it to go out after all. */
  | { do: 'release' }
  /** The person has seen that it is gone. */
  | { do: 'confirm-deleted' }
  /** Stands for a version in the name of departments: those the person belongs to. */
  | { do: 'cosign'; version: number; departments: readonly string[]; via: Via }
  /** Takes back what a reaction signed. */
  | { do: 'withdraw-cosignature'; version: number }
  /** Whoever was called sees to it. */
  | { do: 'heed'; version: number; via: Via }
  /** A warning needs no all-clear. */
  | { do: 'close' }
  /** Who is seen on the pictures agrees again. */
  | { do: 'renew-consent' }

export type Decision = { events: readonly ProposalEvent[] } | Refusal

/** Time and rules at the moment of deciding. Durations in milliseconds. `house` is what the office has set for itself,
 * left out where that is nothing. `exceeds`: what would be spent in the month, and what may be, where that is more than
 * the budget. */
export type Rules = {
  now: Instant
  undo: number
  house?: HouseRules
  exceeds?: { spent: number; budget: number } | null
}

/** Decides for these events. */
export function happens(...events: ProposalEvent[]): { events: readonly ProposalEvent[] } {
  return { events }
}
