// What the desk owes a proposal with this life, as the tests of due ask it.
import type { Instant } from '../../src/core/content.ts'
import type { Due } from '../../src/core/matter.ts'
import { due as dueFor, type Owed } from '../../src/core/proposal/due.ts'
import type { Proposal } from '../../src/core/proposal/proposal.ts'
import { officeHours } from './conversations.ts'
import { after, type Step } from './lives.ts'

/** What is owed next, or from when, in an office with ordinary hours. */
export function due(proposal: Proposal, now: Instant): Due<Owed> {
  return dueFor(proposal, now, officeHours)
}

/** What is owed now, null while it is not time or nothing is. */
export function owed(steps: readonly Step[], now: Instant): Owed | null {
  const next = due(after(...steps), now)
  return next === null || next.from > now ? null : next.owed
}

/** What is owed at some times, in the order of times, in a word. */
export function owedAt(steps: readonly Step[], ...times: Instant[]): (Owed['do'] | null)[] {
  return times.map((now) => owed(steps, now)?.do ?? null)
}
