// Four eyes need a second pair: that only one can decide is said, once a day at most.
import { localOf } from '../core/time/calendar.ts'
import type { Mailroom } from '../desk/mailroom.ts'

/** Looks whether only one can decide, and says so in a channel until Slack has taken it: once, until there were two
 * again, and once a day however often somebody starts. Never throws. */
export function secondPair(given: {
  /** How many can decide. Throws if Slack does not answer. */
  deciders: () => Promise<number>
  mail: Mailroom
  now: () => number
  zone: string
  channel: string
}): () => Promise<void> {
  const { deciders, mail, now, zone, channel } = given
  let isTold = false
  return async () => {
    const count = await deciders().catch(() => null)
    if (count === null) return
    if (count !== 1) isTold = false
    else if (!isTold) {
      const key = `warning/one-officer/${localOf(now(), zone).date}`
      const drawing = () => ({ draw: 'warning', because: 'one-officer' }) as const
      isTold = await mail.tellOnce(key, channel, drawing).catch(() => false)
    }
  }
}
