// Which Slack messages tell of a conversation, and how much of its life each of them must show.
import type { Message } from '../matter.ts'
import type { Actor } from '../people.ts'
import {
  hasCard,
  isClosed,
  takenBy,
  unanswered,
  type Conversation,
  type ConversationNumber,
  type Mention,
  type MentionNumber,
  type Request,
  type RecordedInConversation,
} from './conversation.ts'
import { evolveConversation } from './evolve.ts'

/** A message the moderation desk owes the team. */
export type ConversationLetter =
  /** One live card per conversation, for its first mention. */
  | { kind: 'card'; mention: Mention }
  /** A later mention, in the thread of the card. */
  | { kind: 'mention'; mention: Mention }
  /** A word in the thread, written once. `to` must be reached, if anybody; `after` is the conversation as it was
   * when that happened. */
  | { kind: 'note'; to: Actor | null; event: RecordedInConversation; after: Conversation }
  /** What a Fachamt is asked, where it reads it. */
  | { kind: 'request'; request: Request }
  /** A word below that, written once: its Zuarbeit is due. */
  | { kind: 'request-due'; request: Request }
  /** Calls people because of a call for help: in the thread of the card, and each of them directly. */
  | { kind: 'call'; event: Called }
  | { kind: 'call-to'; event: Called; to: Actor }
  /** A call for help stands out, and is told to whoever is on call while the office is closed. */
  | { kind: 'alert' | 'escalation'; mention: Mention }

type Called = Extract<RecordedInConversation, { type: 'called' }>

export type ConversationMessage = ConversationLetter & Message

/** Everything the team must be able to read about a conversation by now: the card first, then what stands
 * in its thread, in the order of events. */
export function conversationLetters(
  number: ConversationNumber,
  life: readonly RecordedInConversation[],
): readonly ConversationMessage[] {
  const key = `conversation/${number}`
  let now: Conversation | null = null
  const notes: ConversationMessage[] = []
  /** The positions at which the words of a mention, or its wait for the office, last changed. */
  const said = new Map<MentionNumber, number>()
  const stood = new Map<MentionNumber, number>()
  for (const event of life) {
    const before: Conversation | null = now
    now = evolveConversation(before, event, number)
    const { position: shows } = event
    for (const mention of mentionsOf(event)) {
      stood.set(mention, shows)
      if (changesWords(event)) said.set(mention, shows)
    }
    if (event.type === 'called') notes.push(...callsOf(key, event))
    const to = before === null ? 'nobody-needs-it' : addressee(before, event)
    if (to === 'nobody-needs-it') continue
    notes.push({ kind: 'note', key: `${key}/note/${shows}`, to, event, after: now, shows })
    if (event.type !== 'resubmitted') continue
    for (const request of unanswered(now).filter(({ until }) => until <= event.at)) {
      const own = `${key}/request/${request.position}/due/${shows}`
      notes.push({ kind: 'request-due', key: own, request, shows })
    }
  }
  if (now === null) return []
  const [first, ...later] = now.mentions
  const calls = now.mentions.filter(({ emergency }) => emergency)
  // One alert may tell of several calls: it is as new as the newest of them.
  const shows = Math.max(0, ...calls.map(({ number: call }) => stood.get(call) ?? 0))
  const alerts = calls.flatMap((mention): ConversationMessage[] => {
    return [
      { kind: 'alert', key: `${key}/alert/${mention.number}`, mention, shows },
      { kind: 'escalation', key: `${key}/escalation/${mention.number}`, mention, shows },
    ]
  })
  if (!hasCard(now)) return alerts
  return [
    { kind: 'card', key: `${key}/card`, mention: first, shows: now.position },
    ...alerts,
    ...later.map((mention): ConversationMessage => {
      const shows = said.get(mention.number) ?? 0
      return { kind: 'mention', key: `${key}/mention/${mention.number}`, mention, shows }
    }),
    ...requestsOf(key, now),
    ...notes,
  ]
}

/** Nobody was called where nobody is there. */
function callsOf(key: string, event: Called): ConversationMessage[] {
  const { position: shows, people } = event
  const own = `${key}/call/${shows}`
  if (people.length === 0) return []
  return [
    { kind: 'call', key: own, event, shows },
    ...people.map((to): ConversationMessage => {
      return { kind: 'call-to', key: `${own}/${to}`, event, to, shows }
    }),
  ]
}

function requestsOf(key: string, { requests, position }: Conversation): ConversationMessage[] {
  return requests.map((request) => {
    return { kind: 'request', key: `${key}/request/${request.position}`, request, shows: position }
  })
}

/** The mentions of which an event changes the words or the wait. */
function mentionsOf(event: RecordedInConversation): readonly MentionNumber[] {
  if ('mentions' in event) return event.mentions
  return event.type === 'received' || event.type === 'edited' ? [event.mention] : []
}

function changesWords({ type }: RecordedInConversation): boolean {
  return type === 'received' || type === 'edited' || type === 'erased'
}

type Addressee = Actor | null | 'nobody-needs-it'

/** Whom an event must reach by a word in the thread; most things are for the card alone. */
function addressee(before: Conversation, event: RecordedInConversation): Addressee {
  switch (event.type) {
    case 'reminded':
    case 'resubmitted':
    case 'evidence-reminded':
      // In the thread for who looks there; a ping per case would cost more than it gives.
      return null
    case 'reply-dropped':
      // Whoever closed it meanwhile does not wait for that answer.
      return isClosed(before) ? 'nobody-needs-it' : null
    case 'contributed':
      return takenBy(before.stage)?.by ?? null
    case 'claimed':
      return event.from ?? 'nobody-needs-it'
    case 'returned':
      return event.from === event.actor ? 'nobody-needs-it' : event.from
    case 'reopened':
    case 'called':
    case 'received':
    case 'edited':
    case 'card-wanted':
    case 'set-waiting':
    case 'passed-on':
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
