// A word to the team about the set-up: it works, but not as somebody would expect.
import { warningSentences, type Warning } from '../wording/start.ts'
import type { Drawn } from './pieces.ts'
import { line, rich, words } from './pieces.ts'

/** Draws a warning. */
export function warning(because: Warning): Drawn {
  const says = warningSentences[because]
  return { text: says, blocks: [rich([line(words(says))])] }
}
