// Which buttons a card has at each stage: only what the desk would do if a person who may asks for it.
import type { types } from '@slack/bolt'
import { canBeHalted } from '../../core/proposal/decide.ts'
import { type CheckBecause, type Proposal } from '../../core/proposal/proposal.ts'
import { buttonAloud, buttonLabel, confirmWords, type CardAction } from '../../wording/card.ts'
import { limits } from '../limits.ts'
import { actions, confirmation, plain } from '../pieces.ts'
import { writeTarget } from '../target.ts'

/** The row of buttons on the card of the last version; null where nothing is to decide. A card that does
 * not show everything offers no approval. */
export function decisions(
  proposal: Proposal,
  seal: string,
  showsAll: boolean,
): types.ActionsBlock | null {
  const offered = offers(proposal).filter((action) => showsAll || action !== 'approve')
  return offered.length === 0
    ? null
    : actions(offered.map((action) => button(action, proposal, seal)))
}

/** One button about the last version of a proposal; `seal` says which it is. */
export function button(action: CardAction, proposal: Proposal, seal: string): types.Button {
  const { number, stage, published } = proposal
  const version = proposal.versions.length
  const because = stage.is === 'check-needed' ? stage.because : null
  const label = buttonLabel(action, because)
  const asks = confirmWords(action, because, published.length)
  const style = styleOf(action)
  return {
    type: 'button',
    action_id: action,
    text: plain(label, limits.button),
    value: writeTarget(seal),
    accessibility_label: buttonAloud(label, number, version),
    ...(style !== null && { style }),
    ...(asks !== null && { confirm: confirmation(asks) }),
  }
}

function offers(proposal: Proposal): CardAction[] {
  const { stage } = proposal
  const isUnseen = proposal.published.length === 0
  switch (stage.is) {
    case 'submitted':
      return ['approve', 'reject', 'ask', 'revise', 'withdraw']
    case 'approved':
    case 'waiting':
      return isUnseen ? ['stop', 'revise', 'withdraw'] : ['stop']
    case 'sending':
    case 'in-doubt':
      // While a part is on its way or in doubt, a Stopp still holds back whatever has not gone out.
      return canBeHalted(proposal) ? ['stop'] : []
    case 'check-needed':
      return checkOffers(stage.because, isUnseen)
    case 'rejected':
      return stage.reason === null ? ['give-reason'] : []
    case 'published':
    case 'withdrawn':
    case 'expired':
    case 'failed':
      return []
  }
}

function checkOffers(because: CheckBecause, isUnseen: boolean): CardAction[] {
  const revise: CardAction[] = isUnseen ? ['revise'] : []
  switch (because) {
    case 'doubt':
      return ['confirm-posted', 'release', 'withdraw']
    case 'late':
    case 'stopped':
      return ['release', ...revise, 'withdraw']
    case 'changed':
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
  if (action === 'approve') return 'primary'
  return action === 'stop' ? 'danger' : null
}
