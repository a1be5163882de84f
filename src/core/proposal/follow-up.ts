// Whether something can be said about something public: nobody says it twice, or about what is not there any more.
import type { Kind } from '../kinds.ts'
import { isOpenWarning, isStillPublic, type Proposal, type ProposalNumber } from './proposal.ts'
import type { Refusal } from './refusal.ts'

/** A proposal about something public that is not decided or not done yet. */
export type Waiting = { number: ProposalNumber; kind: Kind }

/** What a proposal is about: one of ours as it is now, and what waits about it already. */
export type About = { original: Proposal; waiting: readonly Waiting[] }

/** Why nobody can propose this about it now, null if they can. Pure. */
export function mayFollowUp(kind: Kind, { original, waiting }: About): Refusal | null {
  const rival = waiting.find((one) => isSamePurpose(one.kind, kind))
  if (rival !== undefined) return { refused: 'follow-up-waiting', ...rival }
  if (endsWarning(kind)) return isOpenWarning(original) ? null : { refused: 'warning-over' }
  return isStillPublic(original) ? null : { refused: 'not-public' }
}

/** Whether two of them say the same of something public: a warning cannot be over and hold for longer. Pure. */
export function isSamePurpose(one: Kind, other: Kind): boolean {
  return one === other || (endsWarning(one) && endsWarning(other))
}

function endsWarning(kind: Kind): boolean {
  return kind === 'all-clear' || kind === 'warning'
}
