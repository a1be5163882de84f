// What cannot wait: the press office is called until somebody answers to it (docs/regeln.md, "Was eilt").
import type { Content } from '../content.ts'
import type { Due } from '../matter.ts'
import { current, missingCosigners, type Proposal, type Round } from './proposal.ts'

/** How long nobody may answer to a call, in milliseconds. */
export const callAgainAfter = 10 * 60_000

/** Whether a proposal cannot wait: somebody said why, or it warns. */
export function isUrgent({ kind, urgent }: Pick<Content, 'kind' | 'urgent'>): boolean {
  return kind === 'warning' || urgent !== undefined
}

/** The call that is owed next, and from when; null once somebody answered to it, while others have to sign first, and
 * after the last one. Pure. */
export function callDue(proposal: Proposal): Due<{ do: 'call'; round: Round }> {
  const { stage, calls, heeded } = proposal
  const { content, at } = current(proposal)
  if (stage.is !== 'submitted' || stage.question !== null || stage.stopped !== null) return null
  if (content.stock === true) return null
  if (!isUrgent(content) || heeded !== null || missingCosigners(proposal).length > 0) return null
  if (calls === null) return { owed: { do: 'call', round: 1 }, from: at }
  const next = calls.round === 1 ? 2 : calls.round === 2 ? 3 : null
  return next === null
    ? null
    : { owed: { do: 'call', round: next }, from: calls.at + callAgainAfter }
}
