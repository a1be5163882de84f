// What X makes of a text: links, names and topics, as twitter-text finds them. The one truth for the public page and for
// the timeline beside the local Slack.
import twitterText from 'twitter-text'
import type { XMark } from '../contract.ts'

/** How long a text may be to be looked through: twitter-text takes seconds over a long text of dots. */
const longest = 4_000
/** A timeline is drawn again and again. */
const known = new Map<string, readonly XMark[]>()
const mostKnown = 2_000

/** What is marked in a text, in its order; nothing in one that is too long to look through. */
export function marksIn(text: string): readonly XMark[] {
  if (text.length > longest) return []
  const before = known.get(text)
  if (before !== undefined) return before
  if (known.size >= mostKnown) known.clear()
  const marks = twitterText
    .extractEntitiesWithIndices(text)
    .map((found): XMark => {
      const [from, to] = found.indices
      const href = 'url' in found ? addressOf(found.url) : null
      return { from, to, href }
    })
    .sort((a, b) => a.from - b.from)
  known.set(text, marks)
  return marks
}

function addressOf(url: string): string {
  return /^https?:/i.test(url) ? url : `http://${url}`
}
