// Whose turn it is with a proposal, and in which order a day is worked through.
import type { Instant } from '../content.ts'
import { mayApproveAlone, noHouseRules, type HouseRules } from '../house-rules.ts'
import type { Actor, Standing } from '../people.ts'
import { awaitsConfirmation } from './approve.ts'
import {
  current,
  hasEnded,
  isConsentOver,
  isOpenWarning,
  missingCosigners,
  owners,
  type Proposal,
} from './proposal.ts'
import { isUrgent } from './urgency.ts'

/** Who looks: what they may do, for which departments they sign, and by which rules. */
export type Viewer = {
  actor: Actor
  standing: Standing
  departments: readonly string[]
  /** What the office has set for itself about approvals; left out where that is nothing. */
  house?: HouseRules
}

/** It is the viewer's turn, somebody else's, or the desk's; it waits for a day; null where nothing more is to be done. */
export type Turn = 'now' | 'others' | 'planned' | 'stock' | null

/** Whose turn it is. Pure. */
export function turnOf(proposal: Proposal, viewer: Viewer): Turn {
  const { stage } = proposal
  const isOfficer = viewer.standing === 'officer'
  const decides = (does: boolean) => (does ? 'now' : 'others')
  if (hasEnded(proposal)) {
    const isAsked = isConsentOver(proposal) || isLapsed(proposal)
    return isAsked && isOfficer ? 'now' : null
  }
  switch (stage.is) {
    case 'submitted': {
      if (current(proposal).content.stock === true) return 'stock'
      const missing = missingCosigners(proposal)
      const isOwn = owners(proposal).includes(viewer.actor)
      const { content, at } = current(proposal)
      const goesOut = Math.max(content.plannedAt ?? 0, at)
      const isAlone = mayApproveAlone(content, goesOut, viewer.house ?? noHouseRules)
      const hasApproved = proposal.first?.by === viewer.actor
      if (missing.length > 0) {
        return decides(missing.some((key) => viewer.departments.includes(key)))
      }
      if (awaitsConfirmation(proposal)) return decides(proposal.versions[0].by === viewer.actor)
      return decides(
        stage.question === null ? isOfficer && (!isOwn || isAlone) && !hasApproved : isOwn,
      )
    }
    case 'check-needed':
      return decides(isOfficer)
    default:
      return 'planned'
  }
}

function isLapsed(proposal: Proposal): boolean {
  return isOpenWarning(proposal) && proposal.lapsedAt !== null
}

/** What the viewer can do about it with one more look: sign, or approve; null for anything else. Pure. */
export function nextStep(proposal: Proposal, viewer: Viewer): 'cosign' | 'approve' | null {
  if (proposal.stage.is !== 'submitted' || turnOf(proposal, viewer) !== 'now') return null
  if (missingCosigners(proposal).length > 0) return 'cosign'
  return proposal.stage.question === null ? 'approve' : null
}

/** Until when it must be decided; null for no end. */
function deadlineOfProposal({ versions }: Pick<Proposal, 'versions'>): Instant | null {
  const { plannedAt, warning } = current({ versions }).content
  return plannedAt ?? warning?.validUntil ?? null
}

/** When something goes out by itself; null while it is on its way. Pure. */
export function goesOutAt({ stage }: Proposal): Instant | null {
  return stage.is === 'approved' ? stage.sendAt : stage.is === 'waiting' ? stage.retryAt : null
}

/** The order in which things go out, what is on its way first. Pure. */
export function byGoingOut(one: Proposal, other: Proposal): number {
  return (goesOutAt(one) ?? 0) - (goesOutAt(other) ?? 0) || one.number - other.number
}

/** The order of a day: what cannot wait first, then what is due soonest, then the oldest. Pure. */
export function byTurn(one: Proposal, other: Proposal): number {
  const [first, second] = [one, other].map((proposal) => [
    isUrgent(current(proposal).content) ? 0 : 1,
    deadlineOfProposal(proposal) ?? Infinity,
    proposal.number,
  ])
  const at = (first ?? []).findIndex((value, index) => value !== second?.[index])
  return at === -1 ? 0 : (first?.[at] ?? 0) < (second?.[at] ?? 0) ? -1 : 1
}
