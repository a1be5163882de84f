// The text of a version exactly as the public will read it, with its length. Rich text shows it byte for
// byte; nothing in it pings, links or formats.
import type { types } from '@slack/bolt'
import {
  accidentalLinkHint,
  erasedText,
  notAllShown,
  partFlaw,
  partLabel,
  postLabel,
  threadLabel,
} from '../../wording/card.ts'
import { cut, shares } from '../limits.ts'
import { line, quote, strong, words } from '../pieces.ts'
import type { Sheet } from '../../desk/ports/views.ts'

type Preview = {
  elements: (types.RichTextSection | types.RichTextQuote)[]
  /** False where a card has no room for all of it. */
  showsAll: boolean
}

/** The parts with their lengths and hints. What does not fit is left out, and said. */
export function preview({ parts }: Sheet): Preview {
  if (parts.every(({ text }) => text === '')) {
    return { elements: [line(words(erasedText))], showsAll: true }
  }
  const all = parts.length
  const fitting = howManyFit(parts.map(({ text }) => text.length))
  const shown = parts.slice(0, fitting)
  const room = { hints: shares.accidentalLinks as number }
  const elements = shown.flatMap(({ text, weighed }, index) => {
    const label = all === 1 ? postLabel(weighed) : partLabel(index + 1, all, weighed)
    const flaw = partFlaw(index + 1, all, weighed)
    const hints = weighed.accidentalLinks
      .slice(0, room.hints)
      .map((found) => accidentalLinkHint(cut(found, shares.accidentalLink)))
    room.hints -= hints.length
    return [
      line(all === 1 ? strong(label) : words(label)),
      ...(text === '' ? [] : [quote(text)]),
      ...(flaw === null ? [] : [line(strong(flaw))]),
      ...hints.map((hint) => line(words(hint))),
    ]
  })
  const showsAll = fitting === all
  return {
    elements: [
      ...(all > 1 ? [line(strong(threadLabel(all)))] : []),
      ...elements,
      ...(showsAll ? [] : [line(strong(notAllShown(fitting, all)))]),
    ],
    showsAll,
  }
}

function howManyFit(lengths: readonly number[]): number {
  let used = 0
  const first = lengths.findIndex((length, index) => {
    used += length
    return index >= shares.parts || used > shares.post
  })
  return first === -1 ? lengths.length : first
}
