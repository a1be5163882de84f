// A word to the team about the set-up: it works, but not as somebody would expect.
import type { Anchor, Anchored } from '../core/anchor.ts'
import { differsSentence } from '../wording/history/verdict.ts'
import { warningSentences, type Warning } from '../wording/start.ts'
import { escapeWithin, limits } from './limits.ts'
import type { Drawn } from './pieces.ts'
import { line, rich, words } from './pieces.ts'

/** Draws a warning. */
export function warning(because: Warning): Drawn {
  const says = warningSentences[because]
  return { text: says, blocks: [rich([line(words(says))])] }
}

/** Draws that history here does not fit the seal that was noted in Slack. */
export function historyDiffers(found: {
  how: Exclude<Anchored, 'same'>
  anchor: Anchor
  here: Anchor
}): Drawn {
  const says = differsSentence(found)
  return { text: escapeWithin(says, limits.section), blocks: [rich([line(words(says))])] }
}
