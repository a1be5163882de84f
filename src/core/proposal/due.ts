// What does the desk still owe a proposal, and from when?
import type { Instant } from '../content.ts'
import { errandDue } from '../errand.ts'
import { lasted, type Due } from '../matter.ts'
import { approvalStands } from './decide.ts'
import { current, nextErrand, type Proposal } from './proposal.ts'

/** One thing the desk must do for a proposal. */
export type Owed =
  /** Read the card's reactions once more, then let it expire if it is still undecided. */
  | { do: 'expire' }
  /** Stop and ask a person. */
  | { do: 'hold'; because: 'late' | 'changed' }
  | { do: 'send' }
  /** A write whose end nobody recorded; a doubt, unless it is still under way. */
  | { do: 'settle-crash' }
  | { do: 'look' }

/** How late a post may go out by itself, in milliseconds; after that a person decides whether the
 * public still needs it. */
export const latestDelay = 60 * 60_000

/** What is owed next, or from when; null while only people can move it. Pure. */
export function due(proposal: Proposal, now: Instant): Due<Owed> {
  const { stage } = proposal
  switch (stage.is) {
    case 'submitted': {
      const from = expiresAt(proposal)
      return from === null ? null : { owed: { do: 'expire' }, from }
    }
    case 'approved':
    case 'waiting': {
      // Should the network want to be left alone for longer, a person is asked meanwhile.
      const late = stage.dueSince + latestDelay + 1
      const from = sendableFrom(proposal, now) ?? now
      if (late <= Math.max(now, from)) {
        return { owed: { do: 'hold', because: 'late' }, from: late }
      }
      const owed: Owed = approvalStands(proposal)
        ? { do: 'send' }
        : { do: 'hold', because: 'changed' }
      return { owed, from }
    }
    case 'sending':
    case 'in-doubt': {
      const errand = nextErrand(proposal)
      const next = errand === null ? null : errandDue(errand, now)
      if (next === null || next.owed === 'begin') return null
      return { owed: { do: next.owed }, from: next.from }
    }
    case 'check-needed':
    case 'published':
    case 'rejected':
    case 'withdrawn':
    case 'expired':
    case 'failed':
      return null
  }
}

/** Whether its planned time came and nobody decided. */
export function hasExpired(proposal: Proposal, now: Instant): boolean {
  const at = expiresAt(proposal)
  return at !== null && at <= now
}

/** Who stopped it after its planned time is still at it. */
function expiresAt(proposal: Proposal): Instant | null {
  const { stage } = proposal
  const { plannedAt } = current(proposal).content
  if (stage.is !== 'submitted' || plannedAt === null) return null
  return stage.stopped === null || stage.stopped.at < plannedAt ? plannedAt : null
}

/** The first instant at which its next part may be sent, null while nothing is to be sent. The embargo and
 * the planned time hold whatever was reckoned before and whatever the clock did since. */
export function sendableFrom({ stage, ...proposal }: Proposal, now: Instant): Instant | null {
  if (stage.is !== 'approved' && stage.is !== 'waiting') return null
  const wanted = stage.is === 'approved' ? stage.sendAt : stage.retryAt
  const { plannedAt } = current(proposal).content
  return Math.max(lasted(stage.since, wanted - stage.since, now), plannedAt ?? 0)
}
