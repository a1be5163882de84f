// What the moderation channel shows of a request for erasure.
import type { types } from '@slack/bolt'
import type { Erasure } from '../../core/erasure/erasure.ts'
import {
  erasureAloud,
  erasureConfirm,
  erasureLabels,
  erasureSentence,
  erasureTitle,
  type ErasureAction,
} from '../../wording/moderation/erasure.ts'
import type { Drawn } from '../pieces.ts'
import { cut, escapeWithin, limits } from '../limits.ts'
import { writeTarget } from '../target.ts'
import { actions, confirmation, header, line, plain, rich, words } from '../pieces.ts'
import { shortNames } from '../shown.ts'
import type { Setting } from '../view.ts'

/** Draws the card; the account is shown only while somebody must decide. */
export function erasureCard(
  view: Setting & { erasure: Erasure; seal: string; handle: string | null },
): Drawn {
  const { erasure, seal, handle } = view
  const { number, stage } = erasure
  const title = erasureTitle(erasure)
  return {
    text: escapeWithin(title, limits.header),
    blocks: [
      header(title),
      rich([line(words(erasureSentence(erasure, handle, shortNames(view))))]),
      ...(stage.is !== 'requested'
        ? []
        : [
            actions([
              {
                ...button('approve-erasure', number, seal),
                style: 'danger',
                confirm: confirmation(erasureConfirm),
              },
              button('reject-erasure', number, seal),
            ]),
          ]),
    ],
  }
}

function button(action: ErasureAction, number: number, seal: string): types.Button {
  return {
    type: 'button',
    action_id: action,
    text: plain(erasureLabels[action], limits.button),
    value: writeTarget(seal),
    accessibility_label: cut(erasureAloud(action, number), limits.accessibilityLabel),
  }
}
