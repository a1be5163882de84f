// What the moderation channel shows of a request for erasure.
import type { ErasureStage } from '../core/moderation/erasure.ts'
import {
  erasureConfirm,
  erasureLabels,
  erasureSentence,
  erasureTitle,
} from '../wording/moderation/erasure.ts'
import type { Drawn } from './card.ts'
import { escapeWithin, limits } from './limits.ts'
import { writeNumber } from './mention-target.ts'
import { actions, confirmation, header, line, plain, rich, words } from './pieces.ts'
import { shortNames } from './shown.ts'
import type { Setting } from './view.ts'

/** Draws the card; the account is shown only while somebody must decide. */
export function erasureCard(
  view: Setting & { number: number; handle: string | null; stage: ErasureStage },
): Drawn {
  const { number, handle, stage } = view
  const title = erasureTitle(number, stage)
  const value = writeNumber(number)
  return {
    text: escapeWithin(title, limits.header),
    blocks: [
      header(title),
      rich([line(words(erasureSentence(stage, handle, shortNames(view))))]),
      ...(stage.is !== 'requested'
        ? []
        : [
            actions([
              {
                type: 'button',
                action_id: 'approve-erasure',
                text: plain(erasureLabels['approve-erasure'], limits.button),
                value,
                style: 'danger',
                confirm: confirmation(erasureConfirm),
              },
              {
                type: 'button',
                action_id: 'reject-erasure',
                text: plain(erasureLabels['reject-erasure'], limits.button),
                value,
              },
            ]),
          ]),
    ],
  }
}
