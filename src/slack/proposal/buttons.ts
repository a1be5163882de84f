// Which buttons a card has at each stage: only what the desk would do if a person who may asks for it.
import type { types } from '@slack/bolt'
import { awaitsConfirmation } from '../../core/proposal/approve.ts'
import { canBeHalted, isUnsent } from '../../core/proposal/stage.ts'
import { kinds, type Kind } from '../../core/kinds.ts'
import { isSamePurpose } from '../../core/proposal/follow-up.ts'
import {
  current,
  hasActed,
  hasEnded,
  isConsentOver,
  isOpenWarning,
  isStillPublic,
  missingCosigners,
  nextErrand,
  type CheckBecause,
  type Proposal,
} from '../../core/proposal/proposal.ts'
import {
  buttonAloud,
  buttonLabel,
  confirmWords,
  followUpLabels,
  type CardAction,
  type FollowUpChoice,
} from '../../wording/card.ts'
import type { Strain } from '../../core/month-budget.ts'
import { exceededQuestion } from '../../wording/budget.ts'
import { limits } from '../limits.ts'
import { actions, confirmation, plain } from '../pieces.ts'
import { writeTarget } from '../target.ts'

/** What a button carries that knows of the budget. */
export const despiteBudget = 'despite-budget'

/** The row of buttons on the card of the last version; null where nothing is to decide. A card that does
 * not show everything offers no approval. What is `waiting` about it already is not offered again. */
export function decisions(
  proposal: Proposal,
  seal: string,
  { showsAll, waiting, strain }: { showsAll: boolean; waiting: readonly Kind[]; strain: Strain },
): types.ActionsBlock | null {
  const waits = (kind: Kind) => waiting.some((one) => isSamePurpose(one, kind))
  const hidden: CardAction[] = [
    ...(showsAll ? [] : (['approve'] as const)),
    ...(waits('retraction') ? (['retract'] as const) : []),
    ...(waits('all-clear') ? (['all-clear', 'extend', 'close-warning'] as const) : []),
  ]
  const offered = offers(proposal).filter((action) => !hidden.includes(action))
  const more = menu(proposal, seal, waits)
  return offered.length === 0 && more === null
    ? null
    : actions([
        ...offered.map((action) => button(action, proposal, seal, strain)),
        ...(more === null ? [] : [more]),
      ])
}

/** What is rarely needed. */
function menu(
  proposal: Proposal,
  seal: string,
  waits: (kind: Kind) => boolean,
): types.Overflow | null {
  const { content } = current(proposal)
  const isThere = hasEnded(proposal) && isStillPublic(proposal) && !kinds[content.kind].deletes
  const isPlanned = content.kind === 'post' && content.stock !== true
  const choices: FollowUpChoice[] = [
    ...(isPlanned && !hasEnded(proposal) && isUnsent(proposal) ? (['reschedule'] as const) : []),
    ...(isThere && !waits('correction') ? (['correct'] as const) : []),
    ...(isThere && !waits('retraction') ? (['retract'] as const) : []),
    ...(content.pictures === undefined ? [] : (['same-picture'] as const)),
  ]
  if (choices.length === 0) return null
  return {
    type: 'overflow',
    action_id: 'follow-up',
    options: choices.map((choice) => ({
      text: plain(followUpLabels[choice], limits.option),
      value: writeTarget(seal, choice),
    })),
  }
}

/** One button about the last version of a proposal; `seal` says which it is. What costs more than is left is asked about
 * before it is approved. */
export function button(
  action: CardAction,
  proposal: Proposal,
  seal: string,
  strain: Strain = null,
): types.Button {
  const { number, stage, published } = proposal
  const version = proposal.versions.length
  const because = stage.is === 'check-needed' ? stage.because : null
  const isDeletion = nextErrand(proposal)?.errand === 'delete' || isToDelete(proposal)
  const isExceeding = action === 'approve' && strain?.is === 'exceeded'
  const isSecond = awaitsConfirmation(proposal)
  const label = buttonLabel(action, because, { isDeletion, isSecond, isExceeding })
  const asks = isExceeding
    ? exceededQuestion(label, number, strain)
    : confirmWords(action, because, { number, online: published.length, isDeletion })
  const style = styleOf(action)
  return {
    type: 'button',
    action_id: action,
    text: plain(label, limits.button),
    value: writeTarget(seal, isExceeding ? despiteBudget : null),
    accessibility_label: buttonAloud(label, number, version),
    ...(style !== null && { style }),
    ...(asks !== null && { confirm: confirmation(asks) }),
  }
}

/** What comes next is a deletion. */
function isToDelete(proposal: Proposal): boolean {
  return kinds[current(proposal).content.kind].deletes && !hasActed(proposal)
}

function offers(proposal: Proposal): CardAction[] {
  const { stage } = proposal
  const isUnseen = !hasActed(proposal)
  switch (stage.is) {
    case 'submitted':
      if (current(proposal).content.stock === true) return ['reschedule', 'revise', 'withdraw']
      return [
        // First what it waits for.
        ...(stage.question === null ? [] : (['answer-question'] as const)),
        missingCosigners(proposal).length === 0 ? 'approve' : 'cosign',
        // Who approved first may take that back.
        ...(proposal.first === null ? [] : (['stop'] as const)),
        ...(['reject', 'ask', 'revise', 'withdraw'] as const),
        ...(proposal.calls !== null && proposal.heeded === null ? (['heed'] as const) : []),
      ]
    case 'approved':
    case 'waiting':
      return isUnseen ? ['stop', 'revise', 'withdraw'] : ['stop']
    case 'sending':
    case 'in-doubt':
      // While a part is on its way or in doubt, a Stopp still holds back whatever has not gone out.
      return canBeHalted(proposal) ? ['stop'] : []
    case 'check-needed':
      return stage.because === 'doubt' && nextErrand(proposal)?.errand === 'delete'
        ? ['confirm-deleted', 'release', 'withdraw']
        : checkOffers(stage.because, isUnseen)
    case 'rejected':
      return [...(stage.reason === null ? (['give-reason'] as const) : []), ...anew(proposal)]
    case 'published':
    case 'withdrawn':
    case 'failed':
      return [
        ...(isOpenWarning(proposal) ? (['all-clear', 'extend', 'close-warning'] as const) : []),
        ...(isConsentOver(proposal) ? (['retract', 'renew-consent'] as const) : []),
        ...anew(proposal),
      ]
    case 'expired':
      return anew(proposal)
  }
}

/** What ended before anybody could read it can be proposed again, but not where nobody found out whether it is public;
 * an answer is written from its mention. */
function anew(proposal: Proposal): CardAction[] {
  const { content } = current(proposal)
  const mayBePublic = hasActed(proposal) || (nextErrand(proposal)?.doubted ?? null) !== null
  const isErased = content.text === '' && content.kind !== 'retraction'
  return mayBePublic || content.kind === 'reply' || isErased ? [] : ['again']
}

function checkOffers(because: CheckBecause, isUnseen: boolean): CardAction[] {
  const revise: CardAction[] = isUnseen ? ['revise'] : []
  switch (because) {
    case 'doubt':
      return ['confirm-posted', 'release', 'withdraw']
    case 'late':
    case 'stopped':
    case 'office-stopped':
      return ['release', ...revise, 'withdraw']
    case 'changed':
    case 'approval-missing':
    case 'consent-withdrawn':
    case 'consent-over':
      return [...revise, 'withdraw']
    case 'approver-gone':
      return ['release', ...revise, 'withdraw']
    case 'rest-refused':
      return ['release', 'confirm-posted', 'withdraw']
    case 'mention-gone':
      return ['withdraw']
    case 'by-hand':
      return ['confirm-posted', 'withdraw']
  }
}

function styleOf(action: CardAction): 'primary' | 'danger' | null {
  if (action === 'approve' || action === 'cosign') return 'primary'
  return action === 'stop' ? 'danger' : null
}
