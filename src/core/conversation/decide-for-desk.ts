// What the desk itself does to a conversation. A refusal means that the world moved on: nothing is done.
import type { Instant } from '../content.ts'
import type { Actor } from '../people.ts'
import type { ProposalNumber, Round } from '../proposal/proposal.ts'
import { callDue } from './calls.ts'
import {
  mentionIn,
  placeOf,
  type Conversation,
  type ConversationEvent,
  type ErasedBecause,
  type MentionNumber,
  type Reminder,
} from './conversation.ts'
import { answeredBy, settledWith } from './covered.ts'
import { absent, proposeReply, type ConversationDecision } from './decide.ts'

const quarterOfAnHour = 15 * 60_000

/** What a network told, what became of answers and measures, and what the clock wants. */
export type ConversationDeskCommand =
  | { do: 'receive'; received: Extract<ConversationEvent, { type: 'received' }> }
  | { do: 'record-edit'; mention: MentionNumber; emergency: boolean }
  /** Of these mentions, those whose words are still there. */
  | {
      do: 'record-erased'
      mentions: readonly MentionNumber[]
      because: ErasedBecause
      /** Service time between two instants, in milliseconds. */
      served?: (from: Instant, to: Instant) => number
    }
  /** An answer up for approval is meant for a later version of its mention now. */
  | { do: 'rebind-reply'; proposal: ProposalNumber; version: number }
  | { do: 'record-dropped'; proposal: ProposalNumber }
  | { do: 'record-answered'; proposal: ProposalNumber }
  /** Carried out because of a version of a mention. */
  | { do: 'record-measure'; measure: number; mention: MentionNumber; version: number }
  | { do: 'remind'; mention: MentionNumber; of: Reminder }
  | { do: 'record-called'; round: Round; people: readonly Actor[] }
  | { do: 'resubmit' }
  | { do: 'remind-of-evidence'; evidence: number; days: number }

/** Decides what the desk asks. What was recorded once is refused the second time. */
export function decideInConversationForDesk(
  conversation: Conversation | null,
  command: ConversationDeskCommand,
): ConversationDecision {
  if (conversation === null) {
    return command.do === 'receive' ? happens(command.received) : { refused: 'unknown-mention' }
  }
  switch (command.do) {
    case 'receive': {
      const { received } = command
      const last = conversation.mentions.at(-1)?.number ?? 0
      return received.mention > last ? happens(received) : { refused: 'already-so' }
    }
    case 'record-edit': {
      const { mention, emergency } = command
      const version = (mentionIn(conversation, mention)?.versions.length ?? 0) + 1
      return (
        absent(conversation, mention) ?? happens({ type: 'edited', mention, version, emergency })
      )
    }
    case 'record-erased':
      return recordErased(conversation, command)
    case 'rebind-reply': {
      const { proposal, version } = command
      const reply = replyTo(conversation, proposal)
      return reply === undefined
        ? { refused: 'already-so' }
        : proposeReply(conversation, { proposal, mention: reply.mention, version })
    }
    case 'record-dropped':
      return replyTo(conversation, command.proposal) === undefined
        ? { refused: 'already-so' }
        : happens({ type: 'reply-dropped', proposal: command.proposal })
    case 'record-answered': {
      const reply = replyTo(conversation, command.proposal)
      if (reply === undefined) return { refused: 'already-so' }
      const mentions = answeredBy(conversation, reply)
      return happens({ type: 'answered', proposal: command.proposal, mentions })
    }
    case 'record-measure': {
      const { measure, mention, version } = command
      if (conversation.measures.includes(measure)) return { refused: 'already-so' }
      if (placeOf(conversation, mention) === -1) return { refused: 'unknown-mention' }
      const mentions = settledWith(conversation, { mention, version })
      return happens({ type: 'measure-taken', measure, mentions })
    }
    case 'remind':
      return remind(conversation, command)
    case 'record-called': {
      const { round, people } = command
      const owed = callDue(conversation)?.owed
      return owed?.round === round
        ? happens({ type: 'called', mention: owed.mention, round, people })
        : { refused: 'already-so' }
    }
    case 'resubmit':
      return conversation.stage.is === 'waiting' && !conversation.stage.resubmitted
        ? happens({ type: 'resubmitted' })
        : { refused: 'already-so' }
    case 'remind-of-evidence':
      return remindOfEvidence(conversation, command)
  }
}

function recordErased(
  conversation: Conversation,
  { mentions: named, because, served }: Extract<ConversationDeskCommand, { do: 'record-erased' }>,
): ConversationDecision {
  const these = new Set(named)
  const known = conversation.mentions.filter(({ number }) => these.has(number))
  const mentions = known.filter(({ erased }) => erased === null).map(({ number }) => number)
  if (mentions.length > 0) {
    const waited = waitedFor(conversation, mentions, served)
    return happens({ type: 'erased', mentions, because, ...(waited === null ? {} : { waited }) })
  }
  return { refused: known.length > 0 ? 'erased' : 'unknown-mention' }
}

/** How long the first answer took, while that can still be reckoned. As coarse as the report needs it. */
function waitedFor(
  { firstAnsweredAt, mentions: [first] }: Conversation,
  erased: readonly MentionNumber[],
  served: ((from: Instant, to: Instant) => number) | undefined,
): number | null {
  if (firstAnsweredAt === null || served === undefined || !erased.includes(first.number)) {
    return null
  }
  return Math.ceil(served(first.receivedAt, firstAnsweredAt) / quarterOfAnHour) * quarterOfAnHour
}

function replyTo({ replies }: Conversation, proposal: ProposalNumber) {
  return replies.find((reply) => reply.proposal === proposal)
}

function remind(
  conversation: Conversation,
  { mention, of }: Extract<ConversationDeskCommand, { do: 'remind' }>,
): ConversationDecision {
  const wait = mentionIn(conversation, mention)?.wait ?? null
  const isNews = wait !== null && !wait.putOff && wait.reminded !== of && wait.reminded !== 'full'
  return isNews ? happens({ type: 'reminded', mention, of }) : { refused: 'already-so' }
}

function remindOfEvidence(
  { evidence: all }: Conversation,
  { evidence, days }: Extract<ConversationDeskCommand, { do: 'remind-of-evidence' }>,
): ConversationDecision {
  const held = all.find(({ number }) => number === evidence)
  if (held === undefined) return { refused: 'no-evidence' }
  return held.remindedFor !== null && held.remindedFor <= days
    ? { refused: 'already-so' }
    : happens({ type: 'evidence-reminded', evidence, days })
}

function happens(event: ConversationEvent): ConversationDecision {
  return { events: [event] }
}
