import type { Instant } from '../content.ts'
import {
  isClosed,
  type Conversation,
  type ConversationEvent,
  type ConversationStage,
  type Mention,
  type RecordedInConversation,
  type Taken,
} from './conversation.ts'

const closings = ['noted', 'forwarded', 'referred', 'not-responsible', 'marked-spam'] as const
const whileOpen: readonly ConversationEvent['type'][] = [
  'claimed',
  'set-waiting',
  ...closings,
  'reminded',
]
const always: readonly ConversationEvent['type'][] = [
  'received',
  'edited',
  'card-wanted',
  'sorted',
  'measure-taken',
  'reply-proposed',
  'reply-dropped',
  'answered',
  'evidence-held',
  'evidence-reminded',
  'evidence-ended',
  'erased',
]

/** What can happen to a conversation at each stage; what is missing here is impossible. */
export const mayFollowInConversation: Record<
  ConversationStage['is'],
  readonly ConversationEvent['type'][]
> = {
  new: [...always, ...whileOpen],
  claimed: [...always, ...whileOpen],
  waiting: [...always, ...whileOpen],
  answered: always,
  noted: always,
  forwarded: always,
  referred: always,
  'not-responsible': always,
  measure: always,
  spam: always,
}

/** What is true after an event. Null before the first one. Throws on an impossible history: a fault of the
 * program or a touched file, never something a person did. */
export function evolveConversation(
  before: Conversation | null,
  event: RecordedInConversation,
  number: number,
): Conversation {
  if (before === null) {
    if (event.type !== 'received' || event.position !== 1) throw impossible(number, event)
    return {
      number,
      position: 1,
      mentions: [mentionOf(event)],
      concern: event.concern,
      sortedBy: null,
      stage: { is: 'new' },
      awaitsAnswerSince: event.at,
      firstAnsweredAt: null,
      reminders: [],
      replies: [],
      evidence: [],
      measures: [],
      cardWanted: false,
    }
  }
  if (!fits(before, event)) throw impossible(number, event)
  return { ...before, ...change(before, event), position: event.position }
}

function fits(before: Conversation, event: RecordedInConversation): boolean {
  return (
    event.position === before.position + 1 &&
    mayFollowInConversation[before.stage.is].includes(event.type) &&
    isAboutWhatIs(before, event)
  )
}

/** Nothing happens to mentions, answers and evidence that are not there. */
function isAboutWhatIs(before: Conversation, event: ConversationEvent): boolean {
  const { mentions, replies, evidence, measures, stage } = before
  switch (event.type) {
    case 'received':
      return !mentions.some(({ number }) => number === event.mention)
    case 'edited':
    case 'erased':
      return isThere(before, event.mention)
    case 'evidence-held':
      return (
        isThere(before, event.mention) && !evidence.some(({ number }) => number === event.evidence)
      )
    case 'evidence-reminded':
    case 'evidence-ended':
      return evidence.some(({ number }) => number === event.evidence)
    case 'reply-proposed':
      return isThere(before, event.mention) && !replies.includes(event.proposal)
    case 'reply-dropped':
      return replies.includes(event.proposal)
    case 'answered':
      return event.proposal === null || replies.includes(event.proposal)
    case 'measure-taken':
      return !measures.includes(event.measure)
    case 'reminded':
      return event.of !== 'resubmission' || stage.is === 'waiting'
    case 'card-wanted':
    case 'claimed':
    case 'set-waiting':
    case 'sorted':
    case 'noted':
    case 'forwarded':
    case 'referred':
    case 'not-responsible':
    case 'marked-spam':
      return true
  }
}

/** Whether a mention is part of a conversation and its words are not erased. */
export function isThere({ mentions }: Conversation, number: number): boolean {
  return mentions.some((mention) => mention.number === number && mention.erased === null)
}

/** Folds a whole life; null for an empty one. */
export function replayConversation(
  number: number,
  events: Iterable<RecordedInConversation>,
): Conversation | null {
  let conversation: Conversation | null = null
  for (const event of events) conversation = evolveConversation(conversation, event, number)
  return conversation
}

function change(conversation: Conversation, event: RecordedInConversation): Partial<Conversation> {
  const { at, actor: by } = event
  const { stage } = conversation
  switch (event.type) {
    case 'received':
      return {
        mentions: [...conversation.mentions, mentionOf(event)],
        ...(isClosed(conversation) && reopened(at)),
      }
    case 'edited': {
      const { mention: number, emergency } = event
      const before = conversation.mentions.find((mention) => mention.number === number)
      const wasEmergency = before?.emergency === true
      return {
        // A call for help stays one, whatever is made of it later: the team was told so.
        ...changed(conversation, number, { edited: true, emergency: emergency || wasEmergency }),
        ...(emergency && !wasEmergency && isClosed(conversation) && reopened(at)),
      }
    }
    case 'erased':
      return changed(conversation, event.mention, { erased: event.because })
    case 'card-wanted':
      return { cardWanted: true }
    case 'claimed':
      return { stage: { is: 'claimed', by, at } }
    case 'set-waiting': {
      const { for: awaited, fachamt, until } = event
      const taken = takenBy(stage) ?? { by, at }
      return { stage: { is: 'waiting', for: awaited, fachamt, until, taken, reminded: false } }
    }
    case 'sorted':
      return { concern: event.concern, sortedBy: by }
    case 'noted':
      return closed({ is: 'noted', at })
    case 'forwarded':
      return closed({ is: 'forwarded', to: event.to, at })
    case 'referred':
      return closed({ is: 'referred', to: event.to, at })
    case 'not-responsible':
      return closed({ is: 'not-responsible', at })
    case 'marked-spam':
      return closed({ is: 'spam', at })
    case 'measure-taken':
      return {
        ...closed({ is: 'measure', measure: event.measure, at }),
        measures: [...conversation.measures, event.measure],
      }
    case 'answered':
      return {
        ...closed({ is: 'answered', at }),
        replies: conversation.replies.filter((reply) => reply !== event.proposal),
        firstAnsweredAt: conversation.firstAnsweredAt ?? at,
      }
    case 'reply-proposed':
      return { replies: [...conversation.replies, event.proposal] }
    case 'reply-dropped':
      return { replies: conversation.replies.filter((reply) => reply !== event.proposal) }
    case 'reminded':
      return event.of === 'resubmission' && stage.is === 'waiting'
        ? { stage: { ...stage, reminded: true } }
        : { reminders: [...conversation.reminders, event.of] }
    case 'evidence-held': {
      const { evidence: number, mention, until } = event
      const held = { number, mention, until, since: at, remindedFor: null }
      return { evidence: [...conversation.evidence, held] }
    }
    case 'evidence-reminded':
      return {
        evidence: conversation.evidence.map((held) =>
          held.number === event.evidence ? { ...held, remindedFor: event.days } : held,
        ),
      }
    case 'evidence-ended':
      return { evidence: conversation.evidence.filter(({ number }) => number !== event.evidence) }
  }
}

function closed(stage: ConversationStage): Partial<Conversation> {
  return { stage, awaitsAnswerSince: null }
}

/** Anybody may take it, and the wait for an answer begins anew. */
function reopened(at: Instant): Partial<Conversation> {
  return { stage: { is: 'new' }, awaitsAnswerSince: at, reminders: [] }
}

/** Who has it, null if nobody does. */
export function takenBy(stage: ConversationStage): Taken | null {
  if (stage.is === 'claimed') return { by: stage.by, at: stage.at }
  return stage.is === 'waiting' ? stage.taken : null
}

function mentionOf(event: Extract<RecordedInConversation, { type: 'received' }>): Mention {
  const { mention: number, postedAt, emergency, about, collected, at: receivedAt } = event
  return {
    number,
    postedAt,
    receivedAt,
    emergency,
    about,
    collected,
    edited: false,
    erased: null,
  }
}

function changed(
  { mentions }: Conversation,
  number: number,
  now: Partial<Mention>,
): Partial<Conversation> {
  const [first, ...later] = mentions
  const renewed = (mention: Mention) =>
    mention.number === number ? { ...mention, ...now } : mention
  return { mentions: [renewed(first), ...later.map(renewed)] }
}

function impossible(number: number, { position, type }: RecordedInConversation): Error {
  return new Error(`impossible history: event ${position}, "${type}", in conversation ${number}`)
}
