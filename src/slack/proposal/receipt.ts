// The author's receipt: a direct message with the state of a proposal and the way to its card.
import { current } from '../../core/proposal/proposal.ts'
import { receiptState, receiptTitle, toTheCardLabel } from '../../wording/messages.ts'
import type { Drawn } from '../pieces.ts'
import { cut, escapeWithin, shares } from '../limits.ts'
import { line, link, quote, rich, strong, words } from '../pieces.ts'
import { excerptOf, publicLinks, shortNames } from '../shown.ts'
import type { ReceiptView } from '../view.ts'

/** Draws the receipt. Shows the beginning of the post to recognise it by; the card shows all of it. */
export function receipt(view: ReceiptView): Drawn {
  const { proposal } = view
  const state = receiptState(proposal, view.waits, shortNames(view))
  const title = receiptTitle(proposal, state.title)
  const post = excerptOf(current(proposal).content)
  return {
    text: escapeWithin(`${title}. ${post} ${state.says}`, 1_000),
    blocks: [
      rich([
        line(strong(title)),
        line(words(post)),
        line(words(state.says)),
        ...(state.quote === null ? [] : [quote(cut(state.quote, shares.quote))]),
        ...publicLinks(proposal),
        ...(view.card === null ? [] : [line(link(view.card, toTheCardLabel))]),
      ]),
    ],
  }
}
