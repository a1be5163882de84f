// Other words, or another time.
import type { Content } from '../content.ts'
import { noHouseRules, occasionOf, twiceApprovedIn, type PreElection } from '../house-rules.ts'
import { mayDecide, type Person } from '../people.ts'
import { approvalStands, awaitsConfirmation, notDecider, sendAt } from './approve.ts'
import { happens, type Command, type Decision, type Rules } from './command.ts'
import { fingerprint } from './fingerprint.ts'
import { current, type Proposal } from './proposal.ts'
import type { Refusal } from './refusal.ts'
import { ended, isUnsent, isWaitingToBeSent, outdated, underway } from './stage.ts'

/** Replaces the last version by another one. */
export function revise(
  proposal: Proposal,
  { version, content, form, releases = false }: Extract<Command, { do: 'revise' }>,
  by: Person,
  rules: Rules,
): Decision {
  const blocked = ended(proposal) ?? outdated(proposal, version)
  if (blocked) return blocked
  if (!isUnsent(proposal)) return underway(proposal)
  const refusal = releases ? mayMend(proposal, by) : null
  if (refusal) return refusal
  if (releases && content.stock === true) return { refused: 'in-stock' }
  const period = releases ? periodOf(content, rules) : null
  if (period !== null) return { refused: 'two-officers', ...period }
  // Who mended it and stopped it may release it again as it is.
  const isAgain = releases && current(proposal).isMended && !awaitsConfirmation(proposal)
  // What the rules of the office hold back is decided about anew as it is.
  const { stage } = proposal
  const isHeld = stage.is === 'check-needed' && stage.because === 'approval-missing'
  if (!isAgain && !isHeld && isSame(current(proposal).content, content))
    return { refused: 'nothing-changed' }
  return happens({
    ...{ type: releases ? 'mended' : 'revised', content, hash: fingerprint(content), form },
  })
}

/** Whether a person may mend a proposal and release it with that: an officer, and not their own words. What they mended
 * before is theirs and somebody else's. */
export function mayMend(proposal: Proposal, by: Person): Refusal | null {
  const [{ by: author }] = proposal.versions
  const { by: editor, isMended } = current(proposal)
  return mayDecide(by, isMended ? [author] : [author, editor])
}

/** Moves it to another time. An approval stands for what the officer who moves it has seen; when somebody else moves it,
 * it is decided about anew. */
export function reschedule(
  proposal: Proposal,
  { version, plannedAt, stock }: Extract<Command, { do: 'reschedule' }>,
  by: Person,
  rules: Rules,
): Decision {
  const blocked = ended(proposal) ?? outdated(proposal, version)
  if (blocked) return blocked
  if (!isUnsent(proposal)) return underway(proposal)
  const { content: before } = current(proposal)
  if (before.kind !== 'post') return { refused: 'not-planned' }
  if (plannedAt !== null && plannedAt <= rules.now) return { refused: 'in-the-past' }
  const { embargo } = before
  if (!stock && embargo !== undefined && (plannedAt ?? rules.now) < embargo)
    return { refused: 'embargo', until: embargo }
  const { stock: wasStock = false, ...kept } = before
  if (plannedAt === before.plannedAt && stock === wasStock) return { refused: 'nothing-changed' }
  const content: Content = { ...kept, plannedAt, ...(stock && { stock: true }) }
  const period = stock ? null : periodOf(content, rules)
  if (period !== null && occasionOf(content) === null)
    return { refused: 'occasion-missing', ...period }
  const hash = fingerprint(content)
  const { stage } = proposal
  const isAwaited =
    isWaitingToBeSent(proposal) || (stage.is === 'check-needed' && stage.because === 'late')
  const isTakenOver = isAwaited && approvalStands(proposal) && notDecider(proposal, by) === null
  const isApproved = !stock && isTakenOver && period === null
  const moved = { type: 'rescheduled', content, hash, isApproved } as const
  if (!isApproved) return happens(moved)
  const approval = { version: version + 1, hash, via: 'button', since: rules.now } as const
  return happens(moved, { type: 'approved', ...approval, sendAt: sendAt(content, rules) })
}

function isSame(one: Content, other: Content): boolean {
  return (
    fingerprint(one) === fingerprint(other) &&
    one.topic === other.topic &&
    one.reason === other.reason &&
    one.urgent === other.urgent &&
    one.occasion === other.occasion &&
    one.stock === other.stock &&
    one.embargo === other.embargo &&
    JSON.stringify([one.link, one.pictures, one.warning]) ===
      JSON.stringify([other.link, other.pictures, other.warning])
  )
}

/** The time before an election in which it would go out and needs two approvals. */
function periodOf(content: Content, rules: Rules): PreElection | null {
  return twiceApprovedIn(content, sendAt(content, rules), rules.house ?? noHouseRules)
}
