// What a reading could not have: what is asked for again, and whether people hear of it. One gap is one alarm, however
// often it is met again.
import type { Instant } from './content.ts'

/** From one instant up to another, both included, in UTC milliseconds. */
export type Span = { since: Instant; until: Instant }

/** A span of which not everything could be read; `askAgain`: it may be had later. */
export type Missing = Span & { askAgain: boolean }

/** What is to be asked for again, and the gap people heard of while it lasts; null where there is none. */
export type Gaps = { missing: Span | null; told: Missing | null }

/** What a reading means that looked at the newest: `found` is what it could not have, null where it had everything.
 * `isNews`: people have not heard of it. What could not be had before is still asked for. */
export function afterNewest(before: Gaps, found: Missing | null): Gaps & { isNews: boolean } {
  const again = found?.askAgain === true ? found : null
  const missing = union(before.missing, again)
  return { missing, ...told(missing === null ? null : before.told, before.told, found) }
}

/** The same for one that asked again for what was missing. */
export function afterAskingAgain(before: Gaps, found: Missing | null): Gaps & { isNews: boolean } {
  const missing = found?.askAgain === true ? spanOf(found) : null
  return { missing, ...told(null, before.told, found) }
}

/** A gap that touches the one people heard of is the same, and news only where it turns out that nothing of it can be
 * had later. */
function told(
  stays: Missing | null,
  before: Missing | null,
  found: Missing | null,
): { told: Missing | null; isNews: boolean } {
  if (found === null) return { told: stays, isNews: false }
  const isSame = before !== null && found.since <= before.until && before.since <= found.until
  if (!isSame) return { told: found, isNews: true }
  const askAgain = before.askAgain && found.askAgain
  const { since, until } = union(before, found) ?? found
  return { told: { since, until, askAgain }, isNews: before.askAgain && !found.askAgain }
}

function union(one: Span | null, other: Span | null): Span | null {
  if (one === null || other === null) return spanOf(one ?? other)
  return {
    since: Math.min(one.since, other.since),
    until: Math.max(one.until, other.until),
  }
}

function spanOf(span: Span | null): Span | null {
  return span && { since: span.since, until: span.until }
}
