// A proposal opened from App Home: exactly what its card shows, and one button that says yes.
import type { types } from '@slack/bolt'
import { awaitsConfirmation } from '../../core/proposal/approve.ts'
import { cancelLabel } from '../../wording/forms.ts'
import { buttonLabel, cardTitle } from '../../wording/card.ts'
import { close as closeLabel } from '../../wording/moderation/forms.ts'
import { notice } from '../fields.ts'
import { limits } from '../limits.ts'
import { plain } from '../pieces.ts'
import { despiteBudget } from '../proposal/buttons.ts'
import { card, showsAll } from '../proposal/card.ts'
import { writeTarget } from '../target.ts'
import type { CardView } from '../view.ts'

/** Draws it. `step` is what sending it means; without one, and where not everything can be shown, it is only read. */
export function reviewForm(
  view: Omit<CardView, 'latestCard'> & { step: 'approve' | 'cosign' | null },
): types.ModalView {
  const { proposal, version, seal } = view
  const step = view.step === 'approve' && !showsAll(view.sheet) ? null : view.step
  // The form is the question: its line above the text says what it would cost.
  const isExceeding = step === 'approve' && view.sheet.strain?.is === 'exceeded'
  const { blocks } = card({ ...view, latestCard: null })
  return {
    type: 'modal',
    callback_id: 'review',
    private_metadata: writeTarget(seal, isExceeding ? despiteBudget : step),
    title: plain(cardTitle(proposal.number, version), limits.viewTitle),
    ...(step !== null && {
      submit: plain(
        buttonLabel(step, null, { isSecond: awaitsConfirmation(proposal), isExceeding }),
        limits.viewTitle,
      ),
    }),
    close: plain(cancelLabel, limits.viewTitle),
    // What else can be done is done on the card.
    blocks: blocks.filter(({ type }) => type !== 'actions' && type !== 'context'),
  }
}

/** What stands there instead where it cannot be done. */
export function notDone(title: string, sentence: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'review',
    title: plain(title, limits.viewTitle),
    close: plain(closeLabel, limits.viewTitle),
    blocks: [notice(sentence)],
  }
}
