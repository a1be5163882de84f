// Who may let a version go out, and whether that still stands.
import type { Content, Instant } from '../content.ts'
import { mayDecide, type Actor, type Person } from '../people.ts'
import { happens, type Command, type Decision, type Rules } from './command.ts'
import { isFingerprintOf } from './fingerprint.ts'
import { current, missingCosigners, type Approval, type Proposal } from './proposal.ts'
import type { Refusal } from './refusal.ts'
import { ended, halt, isUnsent, outdated, underway } from './stage.ts'

/** Whether an approval of a version still stands for exactly what would be sent: the last version, the same
 * fingerprint, and an approver who is neither author nor last editor; or an officer's own words that somebody else has
 * seen. */
export function approvalStands(proposal: Proposal): boolean {
  const { approval } = proposal
  return (
    approval !== null &&
    approval.version === proposal.versions.length &&
    isFingerprintOf(approval.hash, current(proposal).content) &&
    hasFourEyes(proposal, approval)
  )
}

function hasFourEyes(proposal: Proposal, { by, confirmedBy }: Approval): boolean {
  const { by: editor, isMended } = current(proposal)
  return confirmedBy === null
    ? !owners(proposal).includes(by)
    : isMended && by === editor && confirmedBy !== by
}

/** Whether a version an officer mended waits for somebody else to see it; not any more once somebody stopped it or has a
 * question. Pure. */
export function awaitsConfirmation(proposal: Proposal): boolean {
  const { stage } = proposal
  return (
    current(proposal).isMended &&
    stage.is === 'submitted' &&
    stage.stopped === null &&
    stage.question === null
  )
}

/** Whose words it is: author and last editor never decide about them. */
export function owners(proposal: Proposal): readonly Actor[] {
  return [proposal.versions[0].by, current(proposal).by]
}

/** Lets a version go out. */
export function approve(
  proposal: Proposal,
  { version, via, since }: Extract<Command, { do: 'approve' }>,
  by: Person,
  { now, undo }: Rules,
): Decision {
  const isSecond = awaitsConfirmation(proposal) && current(proposal).by !== by.actor
  const blocked =
    ended(proposal) ?? outdated(proposal, version) ?? (isSecond ? null : notDecider(proposal, by))
  if (blocked) return blocked
  if (proposal.stage.is !== 'submitted') return underway(proposal)
  const { stopped } = proposal.stage
  // The reactions of a card are read again and again: the one that was stopped may still be there.
  // Only who took her own reaction back can have put it there anew.
  const isNew = stopped === null || (stopped.via === 'reaction' && stopped.by === by.actor)
  if (via === 'reaction' && !isNew) return { refused: 'stopped', by: stopped.by, at: stopped.at }
  const missing = missingCosigners(proposal)
  if (missing.length > 0) return { refused: 'cosignature-missing', departments: missing }
  const { hash, content } = current(proposal)
  if (content.stock === true) return { refused: 'in-stock' }
  return happens({
    type: isSecond ? 'confirmed' : 'approved',
    ...{ version, hash, via, sendAt: sendAt(content, { now, undo }) },
    since: Math.min(since ?? now, now),
  })
}

/** When an approval given now takes effect. */
export function sendAt({ plannedAt }: Content, { now, undo }: Rules): Instant {
  return Math.max(now + undo, plannedAt ?? 0)
}

/** Takes an approval back before it is sent. */
export function stop(
  proposal: Proposal,
  { version, via }: Extract<Command, { do: 'stop' }>,
  by: Person,
): Decision {
  const blocked = ended(proposal) ?? outdated(proposal, version)
  if (blocked) return blocked
  const { approval } = proposal
  if (approval === null) return { refused: 'not-approved' }
  // Taking a reaction back undoes what that reaction did, and only that.
  if (
    via === 'reaction' &&
    (approval.via !== 'reaction' || (approval.confirmedBy ?? approval.by) !== by.actor)
  ) {
    return { refused: 'not-yours' }
  }
  return isUnsent(proposal) ? happens({ type: 'stopped', version, via }) : halt(proposal)
}

/** Why somebody does not decide about a proposal; null where they do. */
export function notDecider(proposal: Proposal, by: Person): Refusal | null {
  return mayDecide(by, owners(proposal))
}
