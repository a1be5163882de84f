// given(steps).when(somebody, asks).then(events or refusal): the sentence of every test about decisions.
import { expect } from 'vitest'
import type { Instant } from '../../src/core/content.ts'
import { type Command, type Decision } from '../../src/core/proposal/command.ts'
import { decide } from '../../src/core/proposal/decide.ts'
import { decideForDesk, type DeskCommand } from '../../src/core/proposal/decide-for-desk.ts'
import { type Person } from '../../src/core/people.ts'
import type { ProposalEvent } from '../../src/core/proposal/proposal.ts'
import type { Refusal } from '../../src/core/proposal/refusal.ts'
import { after, monday, type Step } from './lives.ts'

export const undo = 60_000

type Then = {
  /** Exactly these events, and of each at least what is told. */
  then(...events: readonly Partial<ProposalEvent>[]): void
  refuses(refused: Refusal['refused'], told?: Record<string, unknown>): void
}

/** A proposal with this life, asked something at a quarter past ten unless told otherwise. */
export function given(...steps: readonly Step[]): {
  when(by: Person, command: Command, now?: Instant): Then
  whenTheDesk(command: DeskCommand, now?: Instant): Then
} {
  const proposal = after(...steps)
  return {
    when: (by, command, now = monday('10:15')) =>
      judged(decide(proposal, command, by, { now, undo })),
    whenTheDesk: (command, now = monday('10:15')) => judged(decideForDesk(proposal, command, now)),
  }
}

/** The types of the events, or the reason of the refusal, as one word. */
export function inAWord(decision: Decision): string {
  return 'refused' in decision
    ? decision.refused
    : decision.events.map((event) => event.type).join(' ')
}

function judged(decision: Decision): Then {
  return {
    then(...events) {
      expect(decision).toEqual({
        events: events.map((event): unknown => expect.objectContaining(event)),
      })
    },
    refuses(refused, told = {}) {
      expect(decision).toEqual({ refused, ...told })
    },
  }
}
