// What the stage of a proposal lets happen.
import { happens, type Decision } from './command.ts'
import { endOf, hasActed, type Proposal } from './proposal.ts'
import type { Refusal } from './refusal.ts'

/** Nothing of it is public and nothing is on its way. */
export function isUnsent(proposal: Proposal): boolean {
  const { stage } = proposal
  if (hasActed(proposal)) return false
  if (stage.is === 'check-needed') return stage.because !== 'doubt'
  return stage.is === 'submitted' || isWaitingToBeSent(proposal)
}

/** It is approved, and the desk sends it when its time comes. */
export function isWaitingToBeSent({ stage }: Proposal): boolean {
  return stage.is === 'approved' || stage.is === 'waiting'
}

/** Whether the desk may still send something of it by itself: also while a request is under way, because the
 * network may not take it. */
export function canBeHalted(proposal: Proposal): boolean {
  const { stage, halted } = proposal
  if (isWaitingToBeSent(proposal)) return true
  return !halted && (stage.is === 'sending' || stage.is === 'in-doubt')
}

/** Nothing goes out by itself that has not gone out yet; what is on its way keeps its outcome. */
export function halt(proposal: Proposal): Decision {
  return canBeHalted(proposal) ? happens({ type: 'held', because: 'stopped' }) : underway(proposal)
}

/** Why nothing is decided about what has ended; null before. */
export function ended(proposal: Proposal): Refusal | null {
  const stage = endOf(proposal)
  return stage === null ? null : { refused: 'already-ended', stage }
}

/** Why nothing is decided about a version that was replaced. */
export function outdated(proposal: Proposal, version: number): Refusal | null {
  const latest = proposal.versions.length
  return version === latest ? null : { refused: 'outdated-version', current: latest }
}

/** Why something that is on its way cannot be decided about. */
export function underway(proposal: Proposal): Refusal {
  const { stage, approval } = proposal
  const isInDoubt =
    stage.is === 'check-needed' ? stage.because === 'doubt' : stage.is === 'in-doubt'
  if (isInDoubt) return { refused: 'in-doubt' }
  if (approval === null) return { refused: 'not-approved' }
  if (stage.is === 'sending' || hasActed(proposal)) return { refused: 'already-publishing' }
  return { refused: 'already-approved', by: approval.by, at: approval.at }
}
