import {
  hasCard,
  mentionIn,
  type Conversation,
  type MentionNumber,
} from '../conversation/conversation.ts'

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

/** How long the alerts of one account are counted together, in milliseconds. */
export const alertsWithin = 24 * 60 * 60_000
/** From which of them on one alert tells of all that follows. */
const alertsOfOne = 3

/** The alert that is to tell of one more call for help of the same account, too; null where that raises an alert of its
 * own. `alerts` are those of the account within a day, oldest first, each with the conversation it belongs to. One
 * that somebody has settled collects nothing more: people must hear of what comes then (docs/regeln.md, "Notfälle"). */
export function collectingAlert(
  alerts: readonly { mention: MentionNumber; conversation: Conversation | null }[],
): MentionNumber | null {
  const last = alerts.at(-1)
  if (last?.conversation == null || alerts.length < alertsOfOne) return null
  const isOpen = mentionIn(last.conversation, last.mention)?.wait != null
  return isOpen ? last.mention : null
}
