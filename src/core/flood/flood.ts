// A flood: more came in than one card each could bear. One list collects it, and nobody in it is out of reach.
import type { Instant } from '../content.ts'
import type { ConversationNumber, MentionNumber } from '../conversation/conversation.ts'
import { impossible, type Recorded } from '../matter.ts'

/** Floods are numbers from 1. */
export type FloodNumber = number & { readonly is?: 'flood' }

/** What happens to a flood. */
export type FloodEvent =
  | { type: 'began' }
  /** Citizens wrote, in conversations that have no card: they stand in the list now. */
  | { type: 'collected'; posts: readonly Post[] }
  /** Words of a listed conversation changed: whoever decided before did not see that. */
  | { type: 'relisted'; conversation: ConversationNumber }
  /** These conversations need the list no more: they are settled, or have a card of their own. */
  | { type: 'left'; conversations: readonly ConversationNumber[] }
  /** It has ebbed: what comes now is no part of it. */
  | { type: 'ended' }

export type Post = { mention: MentionNumber; conversation: ConversationNumber }

export type RecordedInFlood = Recorded<FloodEvent>

/** A conversation that waits in the list; `since` is the position in the flood's life at which it came or changed. */
export type Listed = { conversation: ConversationNumber; since: number }

export type Flood = {
  number: FloodNumber
  position: number
  began: Instant
  /** When it last brought something. */
  lastAt: Instant
  /** How many posts it brought. */
  collected: number
  /** What waits in the list, in the order it came. */
  listed: readonly Listed[]
  /** Null while it goes on. */
  ended: Instant | null
}

/** What can happen to a flood; what is missing here is impossible. */
export const mayFollowInFlood: Record<'going' | 'ebbed', readonly FloodEvent['type'][]> = {
  going: ['collected', 'relisted', 'left', 'ended'],
  ebbed: ['relisted', 'left'],
}

/** What is true after an event; null before the first one. Throws on an impossible history. */
export function evolveFlood(
  before: Flood | null,
  event: RecordedInFlood,
  number: FloodNumber,
): Flood {
  const { at, position } = event
  if (before === null) {
    if (event.type !== 'began' || position !== 1) {
      throw impossible('flood', number, event, 'not begun')
    }
    return { number, position, began: at, lastAt: at, collected: 0, listed: [], ended: null }
  }
  const is = before.ended === null ? 'going' : 'ebbed'
  const follows = position === before.position + 1 && mayFollowInFlood[is].includes(event.type)
  const change = follows ? changeOf(before, event) : null
  if (change === null) throw impossible('flood', number, event, is)
  return { ...before, ...change, position }
}

/** What an event changes; null where it speaks of what is not in the list. */
function changeOf(before: Flood, event: RecordedInFlood): Partial<Flood> | null {
  const { listed } = before
  const { position: since, at } = event
  switch (event.type) {
    case 'began':
      return null
    case 'collected': {
      const { posts } = event
      const conversations = new Set(posts.map(({ conversation }) => conversation))
      if (conversations.size === 0) return null
      return {
        lastAt: at,
        collected: before.collected + posts.length,
        listed: [
          ...listed.filter(({ conversation }) => !conversations.has(conversation)),
          ...[...conversations].map((conversation) => ({ conversation, since })),
        ],
      }
    }
    case 'relisted': {
      const { conversation } = event
      const others = listed.filter((one) => one.conversation !== conversation)
      if (others.length === listed.length) return null
      return { listed: [...others, { conversation, since }] }
    }
    case 'left': {
      const gone = new Set(event.conversations)
      const left = listed.filter(({ conversation }) => !gone.has(conversation))
      if (gone.size === 0 || left.length + gone.size !== listed.length) return null
      return { listed: left }
    }
    case 'ended':
      return { ended: at }
  }
}
