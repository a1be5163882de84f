// What may happen to a flood: the desk collects, and people close in bulk what they have seen in the list.
import {
  hasCard,
  isClosed,
  type Conversation,
  type ConversationNumber,
} from '../conversation/conversation.ts'
import type { Closing } from '../conversation/decide.ts'
import { mayTakePart, type Person } from '../people.ts'
import type { Flood, FloodEvent, Post } from './flood.ts'

/** What the desk itself does to a flood. */
export type FloodDeskCommand =
  | { do: 'collect'; posts: readonly Post[] }
  | { do: 'relist'; conversation: ConversationNumber }
  /** Whatever of these conversations needs the list no more leaves it. */
  | { do: 'clear'; conversations: readonly Conversation[] }
  | { do: 'end' }

/** What a person asks of many at once: of those chosen from the list, or of all that wait in it. `seen` is the
 * position in the flood's life that was in front of the person. */
export type BulkCommand = {
  closing: Closing
  of: readonly ConversationNumber[] | 'all'
  seen: number
}

/** Why something may not happen in a flood's list. */
export type FloodRefusal =
  | { refused: 'outsider' }
  | { refused: 'unknown-flood' }
  /** None of what was chosen waits in the list as it was seen. */
  | { refused: 'not-listed' }
  | { refused: 'already-so' }

export type FloodDecision = { events: readonly FloodEvent[] } | FloodRefusal

/** Decides what the desk asks; null is a flood that has not begun. A refusal means that there is nothing to do. */
export function decideInFlood(flood: Flood | null, command: FloodDeskCommand): FloodDecision {
  if (flood === null) {
    return command.do === 'collect' && command.posts.length > 0
      ? { events: [{ type: 'began' }, { type: 'collected', posts: command.posts }] }
      : { refused: 'unknown-flood' }
  }
  const isListed = (number: ConversationNumber) =>
    flood.listed.some(({ conversation }) => conversation === number)
  switch (command.do) {
    case 'collect':
      return flood.ended === null && command.posts.length > 0
        ? { events: [{ type: 'collected', posts: command.posts }] }
        : { refused: 'already-so' }
    case 'relist': {
      const { conversation } = command
      return isListed(conversation)
        ? { events: [{ type: 'relisted', conversation }] }
        : { refused: 'not-listed' }
    }
    case 'clear': {
      const over = new Set(command.conversations.filter(needsNoList).map(({ number }) => number))
      const conversations = flood.listed
        .map(({ conversation }) => conversation)
        .filter((conversation) => over.has(conversation))
      return conversations.length > 0
        ? { events: [{ type: 'left', conversations }] }
        : { refused: 'already-so' }
    }
    case 'end':
      return flood.ended === null ? { events: [{ type: 'ended' }] } : { refused: 'already-so' }
  }
}

/** Whether a conversation is settled, or stands on a card of its own. */
function needsNoList(conversation: Conversation): boolean {
  return isClosed(conversation) || hasCard(conversation)
}

/** Which conversations a bulk act closes: those chosen that wait in the list and have not changed since it was
 * seen. Refuses outsiders, and an act that closes none. */
export function bulkOf(
  flood: Flood,
  { of, seen }: Omit<BulkCommand, 'closing'>,
  by: Person,
): { conversations: readonly ConversationNumber[] } | FloodRefusal {
  if (mayTakePart(by) !== null) return { refused: 'outsider' }
  const chosen = of === 'all' ? null : new Set(of)
  const conversations = flood.listed
    .filter(({ conversation, since }) => since <= seen && chosen?.has(conversation) !== false)
    .map(({ conversation }) => conversation)
  return conversations.length > 0 ? { conversations } : { refused: 'not-listed' }
}
