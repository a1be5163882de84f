// The morning's one message.
import type { Anchor } from '../../core/anchor.ts'
import { anchorLine } from '../../wording/history/verdict.ts'
import { digestSentence } from '../../wording/moderation/conversation.ts'
import { escapeWithin, limits } from '../limits.ts'
import { line, plain, rich, words, type Drawn } from '../pieces.ts'

/** Draws what waits, in numbers, and below it in small print where history ends. */
export function digest(counts: Parameters<typeof digestSentence>[0] & { anchor: Anchor }): Drawn {
  const says = digestSentence(counts)
  const seal = anchorLine(counts.anchor)
  return {
    text: escapeWithin(`${says} ${seal}`, limits.section),
    blocks: [
      rich([line(words(says))]),
      { type: 'context', elements: [plain(seal, limits.section)] },
    ],
  }
}
