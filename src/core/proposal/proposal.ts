// A proposal: what can happen to it (events) and what is true now (state).
import type { Actor } from '../people.ts'
import type { Content, Instant } from '../content.ts'
import type { DoubtBecause, NotSentBecause, RefusalByNetwork } from '../outcome.ts'

/** Proposals are numbers from 1. */
export type ProposalNumber = number & { readonly is?: 'proposal' }

export type Via = 'reaction' | 'button'

/** Why the desk stopped and asks a person. `mention-gone`: what it answers was erased meanwhile;
 * `by-hand`: the network takes this answer only from a person's hands. */
export type CheckBecause = 'doubt' | 'late' | 'stopped' | 'changed' | 'mention-gone' | 'by-hand'

/** Versions of the text count from 1, parts of a thread from 0. */
export type ProposalEvent =
  | { type: 'proposed'; content: Content; hash: string; form: string }
  | { type: 'revised'; content: Content; hash: string; form: string }
  | { type: 'approved'; version: number; hash: string; via: Via; sendAt: Instant }
  | { type: 'stopped'; version: number; via: Via }
  | { type: 'rejected'; version: number; reason: string | null; via: Via }
  | { type: 'reason-given'; reason: string }
  | { type: 'question-asked'; version: number; question: string | null; via: Via }
  | { type: 'withdrawn' }
  | { type: 'expired' }
  | { type: 'held'; because: Exclude<CheckBecause, 'doubt'> }
  | { type: 'sending'; part: number; attempt: number; hash: string }
  | { type: 'posted'; part: number; id: string; url: string; how: 'sent' | 'found' | 'told' }
  | { type: 'refused'; part: number; because: RefusalByNetwork; status: number; detail: string }
  | { type: 'not-sent'; part: number; because: NotSentBecause; until: Instant | null }
  | { type: 'in-doubt'; part: number; because: DoubtBecause }
  | { type: 'looked'; part: number; sighting: 'absent' | 'unreadable' }
  | { type: 'released'; part: number }

/** An event as history keeps it: `position` is its place in the life of its proposal, from 1. */
export type Recorded = ProposalEvent & { position: number; at: Instant; actor: Actor }

export type Version = { content: Content; hash: string; by: Actor; at: Instant }

export type Approval = { version: number; hash: string; by: Actor; at: Instant; via: Via }

/** A part the public can read. */
export type Published = { part: number; id: string; url: string; at: Instant }

export type Decided = { by: Actor; at: Instant }

export type Stage =
  | {
      is: 'submitted'
      question: (Decided & { text: string | null }) | null
      stopped: (Decided & { via: Via }) | null
    }
  /** Will be sent at `sendAt`; `dueSince` is what lateness is counted from, and does not move while the
   * network makes it wait. */
  | { is: 'approved'; sendAt: Instant; dueSince: Instant }
  | { is: 'sending'; attempt: number; since: Instant; dueSince: Instant }
  | {
      is: 'waiting'
      because: NotSentBecause
      retryAt: Instant
      since: Instant
      dueSince: Instant
    }
  /** `released`: a person wants it sent again, and the last look decides whether that is needed. */
  | { is: 'in-doubt'; because: DoubtBecause; since: Instant; looks: number; released: boolean }
  | { is: 'check-needed'; because: CheckBecause; since: Instant }
  | { is: 'published'; at: Instant }
  | ({ is: 'rejected'; reason: string | null } & Decided)
  | ({ is: 'withdrawn' } & Decided)
  | { is: 'expired'; at: Instant }
  | { is: 'failed'; because: RefusalByNetwork; status: number; detail: string; at: Instant }

/** The stages nothing leads out of. */
export type End = 'published' | 'rejected' | 'withdrawn' | 'expired' | 'failed'

export type Proposal = {
  number: number
  /** How many events it has seen; the next one gets this plus one. */
  position: number
  versions: readonly [Version, ...Version[]]
  approval: Approval | null
  published: readonly Published[]
  /** How often the next part was begun, since when, and why one of these ended in doubt, if one did. */
  attempts: number
  triedSince: Instant | null
  doubted: DoubtBecause | null
  /** A person wants nothing further sent; what is on its way still gets its outcome. */
  halted: boolean
  stage: Stage
}

/** The version that counts: the last one. */
export function current(proposal: Proposal): Version {
  return proposal.versions[proposal.versions.length - 1] ?? proposal.versions[0]
}

/** How it ended, null while something can still be decided about it. */
export function endOf({ stage }: Proposal): End | null {
  switch (stage.is) {
    case 'published':
    case 'rejected':
    case 'withdrawn':
    case 'expired':
    case 'failed':
      return stage.is
    case 'submitted':
    case 'approved':
    case 'sending':
    case 'waiting':
    case 'in-doubt':
    case 'check-needed':
      return null
  }
}

/** Nothing more will be decided about it. */
export function hasEnded(proposal: Proposal): boolean {
  return endOf(proposal) !== null
}

/** How often the own timeline is read before a person is asked. */
export const looksBeforeAsking = 3

/** How long to wait before trying again where the network does not say, in milliseconds; the shortest of
 * them is kept even where the network says "at once" or its clock is behind. */
export const retryAfter: Record<NotSentBecause, number> = {
  'rate-limit': 15 * 60_000,
  'no-credit': 15 * 60_000,
  unreachable: 60_000,
  'not-visible': 10_000,
}
