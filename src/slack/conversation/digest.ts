// The morning's one message.
import { digestSentence } from '../../wording/moderation/conversation.ts'
import { escapeWithin, limits } from '../limits.ts'
import { line, rich, words, type Drawn } from '../pieces.ts'

/** Draws what waits, in numbers. */
export function digest(counts: Parameters<typeof digestSentence>[0]): Drawn {
  const says = digestSentence(counts)
  return {
    text: escapeWithin(says, limits.section),
    blocks: [rich([line(words(says))])],
  }
}
