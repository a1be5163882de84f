// A word in the thread of a card: who must act or wants to know is called by name.
import { noteWords } from '../../wording/messages.ts'
import { button } from './buttons.ts'
import type { Drawn } from '../pieces.ts'
import { cut, escapeWithin, shares } from '../limits.ts'
import { actions, calling, quote, rich } from '../pieces.ts'
import { publicLinks, shortNames } from '../shown.ts'
import type { NoteView } from '../view.ts'

/** Draws a note. A rejection without a reason offers to give one. */
export function note(view: NoteView): Drawn {
  const { proposal, event } = view
  const { says, quote: said } = noteWords(proposal, event, shortNames(view))
  const { text, section } = calling([view.to], says)
  const links = publicLinks(proposal)
  const isUnexplained = event.type === 'rejected' && event.reason === null
  return {
    text: said === null ? text : `${text} ${escapeWithin(`„${said}“`, shares.quote)}`,
    blocks: [
      section,
      ...(said === null || said.trim() === '' ? [] : [rich([quote(cut(said, shares.quote))])]),
      ...(links.length === 0 ? [] : [rich(links)]),
      ...(isUnexplained ? [actions([button('give-reason', proposal, view.seal)])] : []),
    ],
  }
}
