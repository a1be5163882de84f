// The official pages of proposals: each is looked at once while somebody decides, beside everything else.
import type { LookAtPage, PageSeen } from '../core/page.ts'

/** How long what was seen counts, in milliseconds. */
const countsFor = 60 * 60_000
const mostKept = 500

/** Opens the look at official pages; with no way to look at them nothing is ever known. Nothing is kept beyond the
 * process: whoever draws a card again has the page looked at again. */
export function pages({ look, elapsed }: { look: LookAtPage | null; elapsed: () => number }) {
  const known = new Map<string, { seen: PageSeen | null; at: number }>()
  /** Who waits for a look that is being taken. */
  const waiting = new Map<string, Set<() => void>>()

  /** What was seen of a page, null while nobody knows. The first who asks has it looked at; `changed` is called when that
   * is over, and must not throw. */
  return function seen(url: string, changed: () => void): PageSeen | null {
    if (look === null) return null
    const before = known.get(url)
    if (before !== undefined && elapsed() - before.at < countsFor) return before.seen
    const others = waiting.get(url)
    if (others !== undefined) {
      others.add(changed)
      return before?.seen ?? null
    }
    waiting.set(url, new Set([changed]))
    void look(url).then((now) => {
      if (known.size >= mostKept) known.clear()
      known.set(url, { seen: now, at: elapsed() })
      const told = waiting.get(url) ?? []
      waiting.delete(url)
      for (const tell of told) tell()
    })
    return before?.seen ?? null
  }
}
