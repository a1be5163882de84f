// What does the desk still owe the world?
import type { Instant } from '../content.ts'
import { approvalStands, hasExpired, sendableFrom } from './decide.ts'
import type { Proposal } from './proposal.ts'

/** One thing the desk must do for a proposal now. */
export type Owed =
  /** Read the card's reactions once more, then let it expire if it is still undecided. */
  | { owed: 'expire' }
  /** Stop and ask a person. */
  | { owed: 'hold'; because: 'late' | 'changed' }
  | { owed: 'send' }
  /** An intent whose outcome nobody recorded; a doubt, unless the writing is still under way. */
  | { owed: 'settle-crash' }
  | { owed: 'look' }

/** How late a post may go out by itself, in milliseconds; after that a person decides whether the
 * public still needs it. */
export const latestDelay = 60 * 60_000

/** When the own timeline is read after a doubt began, in milliseconds (x.md section 3: the first look
 * after 10 to 30 s, all within about two minutes). */
export const lookAfter = [15_000, 50_000, 110_000] as const

/** What is owed now, or null. Pure: the same history and time give the same answer. */
export function due(proposal: Proposal, now: Instant): Owed | null {
  const { stage } = proposal
  switch (stage.is) {
    case 'submitted':
      return hasExpired(proposal, now) ? { owed: 'expire' } : null
    case 'approved':
    case 'waiting': {
      if (now - stage.dueSince > latestDelay) return { owed: 'hold', because: 'late' }
      const from = sendableFrom(proposal)
      if (from === null || now < from) return null
      return approvalStands(proposal) ? { owed: 'send' } : { owed: 'hold', because: 'changed' }
    }
    case 'sending':
      return { owed: 'settle-crash' }
    case 'in-doubt': {
      const wait = stage.released ? 0 : (lookAfter[stage.looks] ?? 0)
      return now >= stage.since + wait ? { owed: 'look' } : null
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
