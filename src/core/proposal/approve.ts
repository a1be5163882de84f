// Who may let a version go out, and whether that still stands.
import type { Content, Instant } from '../content.ts'
import { mayApproveAlone, noHouseRules, occasionOf, twiceApprovedIn } from '../house-rules.ts'
import { mayDecide, type Person } from '../people.ts'
import { happens, type Command, type Decision, type Rules } from './command.ts'
import { isFingerprintOf } from './fingerprint.ts'
import { current, missingCosigners, owners, type Approval, type Proposal } from './proposal.ts'
import type { Refusal } from './refusal.ts'
import { ended, halt, isUnsent, outdated, underway } from './stage.ts'

/** Whether an approval of a version still stands for exactly what would be sent: the last version, the same
 * fingerprint, and an approver who is neither author nor last editor; or an officer's own words that somebody else has
 * seen, or that the office lets go out so. Where two approved, both. */
export function approvalStands(proposal: Proposal): boolean {
  const { approval } = proposal
  return (
    approval !== null &&
    approval.version === proposal.versions.length &&
    isFingerprintOf(approval.hash, current(proposal).content) &&
    hasFourEyes(proposal, approval)
  )
}

function hasFourEyes(proposal: Proposal, approval: Approval): boolean {
  const { by, confirmedBy, first, isOwn } = approval
  const { by: editor, isMended } = current(proposal)
  if (confirmedBy !== null) return isMended && by === editor && confirmedBy !== by
  const own = owners(proposal)
  if (first !== null && (first.by === by || own.includes(first.by))) return false
  return isOwn || !own.includes(by)
}

/** Whether an approval is enough by the rules of the office, for what goes out now: two and an occasion before an
 * election, and nobody's own for what is not harmless. */
export function isEnough(proposal: Proposal, { now, house = noHouseRules }: Rules): boolean {
  const { approval } = proposal
  const { content } = current(proposal)
  if (approval === null) return false
  const at = Math.max(now, content.plannedAt ?? 0)
  if (approval.isOwn && !mayApproveAlone(content, at, house)) return false
  const isTwice = approval.first !== null && occasionOf(content) !== null
  return isTwice || twiceApprovedIn(content, at, house) === null
}

/** Whether a version an officer mended waits for somebody else to see it; not any more once somebody stopped it or has a
 * question. Pure. */
export function awaitsConfirmation(proposal: Proposal): boolean {
  const { stage } = proposal
  return (
    current(proposal).isMended &&
    stage.is === 'submitted' &&
    proposal.first === null &&
    stage.stopped === null &&
    stage.question === null
  )
}

/** Lets a version go out, or, where the office wants two approvals, is the first of them. */
export function approve(
  proposal: Proposal,
  { version, via, since, despite }: Extract<Command, { do: 'approve' }>,
  by: Person,
  rules: Rules,
): Decision {
  const { now, house = noHouseRules, exceeds = null } = rules
  const { hash, content, by: editor } = current(proposal)
  const goesOut = sendAt(content, rules)
  const period = twiceApprovedIn(content, goesOut, house)
  const isAwaited = awaitsConfirmation(proposal) && editor !== by.actor
  const isSecond = isAwaited && period === null
  const blocked =
    ended(proposal) ??
    outdated(proposal, version) ??
    (isSecond ? null : notApprover(proposal, by, rules))
  // Who has seen what an officer mended is the second person, but no second officer.
  if (isAwaited && period !== null && blocked?.refused === 'not-an-officer')
    return { refused: 'two-officers', ...period }
  if (blocked) return blocked
  if (proposal.stage.is !== 'submitted') return underway(proposal)
  const { stopped } = proposal.stage
  // The reactions of a card are read again and again: the one that was stopped may still be there.
  // Only who took her own reaction back can have put it there anew.
  const isNew = stopped === null || (stopped.via === 'reaction' && stopped.by === by.actor)
  if (via === 'reaction' && !isNew) return { refused: 'stopped', by: stopped.by, at: stopped.at }
  const missing = missingCosigners(proposal)
  if (missing.length > 0) return { refused: 'cosignature-missing', departments: missing }
  if (content.stock === true) return { refused: 'in-stock' }
  if (period !== null) {
    const { first } = proposal
    if (occasionOf(content) === null) return { refused: 'occasion-missing', ...period }
    if (first === null) return happens({ type: 'approved-once', version, hash, via })
    if (first.by === by.actor) return { refused: 'approved-once', ...period }
  }
  if (exceeds !== null && despite !== 'budget') return { refused: 'over-budget', ...exceeds }
  const given = { version, hash, via, sendAt: goesOut, since: Math.min(since ?? now, now) }
  if (isSecond) return happens({ type: 'confirmed', ...given })
  const isOwn = owners(proposal).includes(by.actor)
  return happens({ type: 'approved', ...given, ...(isOwn && { isOwn }) })
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
  const { approval, first } = proposal
  if (approval === null && first === null) return { refused: 'not-approved' }
  // Taking a reaction back undoes what that reaction did, and only that.
  const given = [
    first,
    approval?.first ?? null,
    approval && { by: approval.confirmedBy ?? approval.by, via: approval.via },
  ]
  const isTheirs = given.some((one) => one?.via === 'reaction' && one.by === by.actor)
  if (via === 'reaction' && !isTheirs) return { refused: 'not-yours' }
  return isUnsent(proposal) ? happens({ type: 'stopped', version, via }) : halt(proposal)
}

/** Why somebody does not decide about a proposal; null where they do. */
export function notDecider(proposal: Proposal, by: Person): Refusal | null {
  return mayDecide(by, owners(proposal))
}

/** Why somebody does not approve a proposal, or release it again; null where they do. Nobody does about what is their
 * own, but for what the office says is harmless. */
export function notApprover(
  proposal: Proposal,
  by: Person,
  { now, house = noHouseRules }: Pick<Rules, 'now' | 'house'>,
): Refusal | null {
  const { content } = current(proposal)
  const at = Math.max(now, content.plannedAt ?? 0)
  return mayDecide(by, mayApproveAlone(content, at, house) ? [] : owners(proposal))
}
