// The official pages of proposals: each is looked at once while somebody decides, beside everything else.
import type { LookAtPage, PageSeen } from '../core/page.ts'

/** How long what was seen counts, in milliseconds. */
const countsFor = 60 * 60_000
const mostKept = 500

/** Opens the look at official pages; with no way to look at them nothing is ever known. Nothing is kept beyond the
 * process: whoever draws a card again has the page looked at again. */
export function pages({ look, elapsed }: { look: LookAtPage | null; elapsed: () => number }) {
  const known = new Map<string, { seen: PageSeen | null; at: number }>()

  /** What was seen of a page, null while nobody knows. The first who asks has it looked at, and `changed` is called when
   * that is over. */
  return function seen(url: string, changed: () => void): PageSeen | null {
    if (look === null) return null
    const before = known.get(url)
    if (before !== undefined && elapsed() - before.at < countsFor) return before.seen
    if (known.size >= mostKept) known.clear()
    known.set(url, { seen: before?.seen ?? null, at: elapsed() })
    void look(url).then((now) => {
      known.set(url, { seen: now, at: elapsed() })
      changed()
    })
    return before?.seen ?? null
  }
}
