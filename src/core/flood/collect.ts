import type { Conversation } from '../conversation/conversation.ts'
import { hasCard } from '../conversation/conversation.ts'

/** How much the channel bears: more than `mentions` posted within `within` milliseconds are a flood. */
export type FloodLimit = { mentions: number; within: number }

/** What a new post meets: the conversation it would join, if any, and how many posts of the time up to its own
 * there are, itself among them: in all, and in that conversation. */
export type Arriving = {
  emergency: boolean
  joins: Conversation | null
  posted: { all: number; there: number }
}

/** How many posts below one card the channel bears while it is flooded, for as long as a flood takes. */
const inThread = 3

/** How a post is taken in: shown with a card or in the thread of one, or collected in a flood's list. Below one of
 * our posts or somebody's mention a crowd is a flood, too, and so are many small ones below many: whoever comes then
 * has a conversation `apart`, so that each of them can be answered and closed alone. Who answers us while others
 * flood the channel still stands in the thread. A call for help is always shown. */
export function arrival(
  { emergency, joins, posted }: Arriving,
  limit: FloodLimit,
): 'shown' | 'collected' | 'collected-apart' {
  if (emergency) return 'shown'
  const isFlooded = posted.all > limit.mentions
  if (joins !== null && hasCard(joins)) {
    const isCrowd = posted.there > Math.min(limit.mentions, inThread)
    return isFlooded && isCrowd ? 'collected-apart' : 'shown'
  }
  return isFlooded ? 'collected' : 'shown'
}
