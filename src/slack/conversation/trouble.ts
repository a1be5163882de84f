// The alarm that mentions cannot be read.
import { troubleSentences } from '../../wording/moderation/conversation.ts'
import type { Drawn } from '../pieces.ts'
import { escapeWithin, limits } from '../limits.ts'
import type { ReadTrouble } from '../../desk/ports/newsroom.ts'
import { line, rich, words } from '../pieces.ts'

/** Draws the alarm: what does not work, and what to do. */
export function trouble(because: ReadTrouble): Drawn {
  const says = troubleSentences[because]
  return {
    text: escapeWithin(says, limits.section),
    blocks: [rich([line(words(says))])],
  }
}
