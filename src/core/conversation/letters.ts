// Which Slack messages tell of a conversation, and how much of its life each of them must show.
import type { Actor } from '../people.ts'
import {
  isClosed,
  type Conversation,
  type Mention,
  type RecordedInConversation,
} from './conversation.ts'
import { evolveConversation } from './evolve.ts'

/** A message the moderation desk owes the team; `shows` and `key` as for a proposal's messages. */
export type ConversationMessage =
  /** One live card per conversation, for its first mention. */
  | { kind: 'card'; key: string; mention: Mention; shows: number }
  /** A later mention, in the thread of the card. */
  | { kind: 'mention'; key: string; mention: Mention; shows: number }
  /** A word in the thread, written once. `to` must be reached, if anybody. */
  | {
      kind: 'note'
      key: string
      to: Actor | null
      event: RecordedInConversation
      after: Conversation
      shows: number
    }
  /** A call for help stands out, and is told to whoever is on call while the office is closed. */
  | { kind: 'alert' | 'escalation'; key: string; mention: Mention; shows: number }

/** Everything the team must be able to read about a conversation by now: the card first, then what stands
 * in its thread, in the order of events. */
export function conversationMessages(
  number: number,
  life: readonly RecordedInConversation[],
): readonly ConversationMessage[] {
  const key = `conversation/${number}`
  let now: Conversation | null = null
  const notes: ConversationMessage[] = []
  /** The position at which what is shown of a mention last changed. */
  const changedAt = new Map<number, number>()
  for (const event of life) {
    const before: Conversation | null = now
    now = evolveConversation(before, event, number)
    if (event.type === 'received' || event.type === 'edited' || event.type === 'erased') {
      changedAt.set(event.mention, event.position)
    }
    if (before === null) continue
    const to = addressee(before, event)
    if (to === 'nobody-needs-it') continue
    const { position: shows } = event
    notes.push({ kind: 'note', key: `${key}/note/${shows}`, to, event, after: now, shows })
  }
  if (now === null) return []
  const conversation = now
  const { mentions, position } = conversation
  const [first, ...later] = mentions
  const alerts = mentions
    .filter(({ emergency }) => emergency)
    .flatMap((mention): ConversationMessage[] => {
      const shows = isClosed(conversation) ? position : (changedAt.get(mention.number) ?? 0)
      return [
        { kind: 'alert', key: `${key}/alert/${mention.number}`, mention, shows },
        { kind: 'escalation', key: `${key}/escalation/${mention.number}`, mention, shows },
      ]
    })
  if (!hasCard(conversation)) return alerts
  return [
    { kind: 'card', key: `${key}/card`, mention: first, shows: position },
    ...alerts,
    ...later.map((mention): ConversationMessage => {
      const shows = changedAt.get(mention.number) ?? 0
      return { kind: 'mention', key: `${key}/mention/${mention.number}`, mention, shows }
    }),
    ...notes,
  ]
}

/** What came in a flood stands on the collecting card until somebody wants a card of its own. */
export function hasCard({ mentions, cardWanted }: Conversation): boolean {
  return cardWanted || mentions.some(({ collected }) => !collected)
}

type Addressee = Actor | null | 'nobody-needs-it'

/** Whom an event must reach by a word in the thread; most things are for the card alone. */
function addressee(before: Conversation, event: RecordedInConversation): Addressee {
  switch (event.type) {
    case 'reminded':
    case 'evidence-reminded':
      // In the thread for who looks there; a ping per case would cost more than it gives.
      return null
    case 'reply-dropped':
      // Whoever closed it meanwhile does not wait for that answer.
      return isClosed(before) ? 'nobody-needs-it' : null
    case 'claimed':
      return event.from ?? 'nobody-needs-it'
    case 'received':
    case 'edited':
    case 'card-wanted':
    case 'set-waiting':
    case 'sorted':
    case 'noted':
    case 'forwarded':
    case 'referred':
    case 'not-responsible':
    case 'marked-spam':
    case 'measure-taken':
    case 'reply-proposed':
    case 'answered':
    case 'evidence-held':
    case 'evidence-ended':
    case 'erased':
      return 'nobody-needs-it'
  }
}
