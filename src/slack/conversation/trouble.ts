// What the team hears when mentions cannot be read, or not all of them.
import {
  missingSentence,
  readableAgainSentence,
  readingCostsSentence,
  troubleSentences,
  vanishedSentence,
} from '../../wording/moderation/reading.ts'
import type { ReadFailed } from '../../core/outcome.ts'
import type { Missing } from '../../desk/ports/network.ts'
import { escapeWithin, limits } from '../limits.ts'
import { line, rich, words, type Drawn } from '../pieces.ts'

/** Draws the alarm: what does not work, and what to do. */
export function trouble(because: ReadFailed['failed']): Drawn {
  return said(troubleSentences[because])
}

/** Draws that it works again. */
export function readableAgain(): Drawn {
  return said(readableAgainSentence)
}

/** Draws that a network misses suspiciously many at once. */
export function manyVanished(count: number): Drawn {
  return said(vanishedSentence(count))
}

/** Draws that reading has cost nearly or more than what it may. In USD. */
export function readingCosts(news: Parameters<typeof readingCostsSentence>[0]): Drawn {
  return said(readingCostsSentence(news))
}

/** Draws that mentions of a span may be missing. */
export function mentionsMissing({ since, until, askAgain }: Missing, zone: string): Drawn {
  return said(missingSentence({ since, until, askAgain }, zone))
}

function said(says: string): Drawn {
  return { text: escapeWithin(says, limits.section), blocks: [rich([line(words(says))])] }
}
