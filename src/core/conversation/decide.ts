// May this happen at the moderation desk? Each command is answered with events or with a refusal.
import type { Instant } from '../content.ts'
import type { Person } from '../people.ts'
import type { Concern } from './concerns.ts'
import {
  isClosed,
  type Awaited,
  type Closed,
  type Conversation,
  type ConversationEvent,
  type ErasedBecause,
  type Fachamt,
  type Referral,
  type Reminder,
} from './conversation.ts'
import { isThere, takenBy } from './evolve.ts'
import type { ConversationRefusal } from './refusal.ts'

/** What a person can ask of a conversation. */
export type ConversationCommand =
  /** Takes it; refused if somebody has it. */
  | { do: 'claim' }
  /** Takes it from whoever has it. */
  | { do: 'take-over' }
  | { do: 'wait'; for: Awaited; fachamt: Fachamt | null; until: Instant }
  | { do: 'sort'; concern: Concern }
  | { do: 'note' }
  | { do: 'forward'; to: Fachamt }
  | { do: 'refer'; to: Referral }
  | { do: 'not-responsible' }
  | { do: 'mark-spam' }
  | { do: 'want-card' }
  /** A person has answered on the network itself. */
  | { do: 'tell-answered' }
  | { do: 'hold-evidence'; mention: number; evidence: number; until: Instant }
  | { do: 'end-evidence'; evidence: number; decision: 'handed-over' | 'released' }

/** What the desk itself does to a conversation. */
export type ConversationDeskCommand =
  | { do: 'receive'; received: Extract<ConversationEvent, { type: 'received' }> }
  | { do: 'record-edit'; mention: number; emergency: boolean }
  | { do: 'record-erased'; mention: number; because: ErasedBecause }
  | { do: 'record-reply'; proposal: number; mention: number }
  | { do: 'record-dropped'; proposal: number }
  | { do: 'record-answered'; proposal: number }
  | { do: 'record-measure'; measure: number }
  | { do: 'remind'; of: Reminder }
  | { do: 'remind-of-evidence'; evidence: number; days: number }

export type ConversationDecision = { events: readonly ConversationEvent[] } | ConversationRefusal

/** Decides what a person asks. Refuses outsiders always; what is closed stays closed until the citizen
 * writes again; of two who claim, the first one has it. Only officers decide about evidence. */
export function decideInConversation(
  conversation: Conversation,
  command: ConversationCommand,
  by: Person,
  now: Instant,
): ConversationDecision {
  if (by.standing === 'outsider') return { refused: 'outsider' }
  switch (command.do) {
    case 'want-card':
      return conversation.cardWanted ? { refused: 'already-so' } : happens({ type: 'card-wanted' })
    case 'sort':
      return conversation.concern === command.concern && conversation.sortedBy !== null
        ? { refused: 'already-so' }
        : happens({ type: 'sorted', concern: command.concern })
    case 'hold-evidence':
      return holdEvidence(conversation, command, by, now)
    case 'end-evidence':
      return endEvidence(conversation, command, by)
    case 'claim':
    case 'take-over':
    case 'wait':
    case 'note':
    case 'forward':
    case 'refer':
    case 'not-responsible':
    case 'mark-spam':
    case 'tell-answered':
      return closedAlready(conversation) ?? triage(conversation, command, by, now)
  }
}

type Triage = Extract<
  ConversationCommand,
  {
    do:
      | 'claim'
      | 'take-over'
      | 'wait'
      | 'note'
      | 'forward'
      | 'refer'
      | 'not-responsible'
      | 'mark-spam'
      | 'tell-answered'
  }
>

function triage(
  conversation: Conversation,
  command: Triage,
  by: Person,
  now: Instant,
): ConversationDecision {
  switch (command.do) {
    case 'claim':
      return claim(conversation, by, false)
    case 'take-over':
      return claim(conversation, by, true)
    case 'wait':
      if (command.until <= now) return { refused: 'date-past' }
      if (command.for === 'fachamt' && command.fachamt === null)
        return { refused: 'fachamt-missing' }
      return happens({
        type: 'set-waiting',
        for: command.for,
        fachamt: command.for === 'fachamt' ? command.fachamt : null,
        until: command.until,
      })
    case 'note':
      return happens({ type: 'noted' })
    case 'forward':
      return happens({ type: 'forwarded', to: command.to })
    case 'refer':
      return happens({ type: 'referred', to: command.to })
    case 'not-responsible':
      return happens({ type: 'not-responsible' })
    case 'mark-spam':
      return happens({ type: 'marked-spam' })
    case 'tell-answered':
      return happens({ type: 'answered', proposal: null })
  }
}

function claim(
  { stage }: Conversation,
  { actor }: Person,
  takesOver: boolean,
): ConversationDecision {
  const taken = takenBy(stage)
  if (taken === null) return happens({ type: 'claimed', from: null })
  if (taken.by === actor) {
    return stage.is === 'waiting'
      ? happens({ type: 'claimed', from: null })
      : { refused: 'already-so' }
  }
  return takesOver
    ? happens({ type: 'claimed', from: taken.by })
    : { refused: 'already-claimed', by: taken.by, at: taken.at }
}

function holdEvidence(
  conversation: Conversation,
  command: Extract<ConversationCommand, { do: 'hold-evidence' }>,
  by: Person,
  now: Instant,
): ConversationDecision {
  if (by.standing !== 'officer') return { refused: 'not-an-officer' }
  const missing = absent(conversation, command.mention)
  if (missing) return missing
  if (conversation.evidence.some((held) => held.mention === command.mention))
    return { refused: 'evidence-held' }
  const { evidence: number, until } = command
  if (until <= now) return { refused: 'date-past' }
  return happens({ type: 'evidence-held', mention: command.mention, evidence: number, until })
}

function endEvidence(
  { evidence }: Conversation,
  command: Extract<ConversationCommand, { do: 'end-evidence' }>,
  by: Person,
): ConversationDecision {
  if (by.standing !== 'officer') return { refused: 'not-an-officer' }
  return evidence.some(({ number }) => number === command.evidence)
    ? happens({
        type: 'evidence-ended',
        evidence: command.evidence,
        decision: command.decision,
      })
    : { refused: 'no-evidence' }
}

/** Decides what the desk itself asks. A refusal means that the world moved on: nothing is done. */
export function decideInConversationForDesk(
  conversation: Conversation | null,
  command: ConversationDeskCommand,
): ConversationDecision {
  if (conversation === null) {
    return command.do === 'receive'
      ? { events: [command.received] }
      : { refused: 'unknown-mention' }
  }
  const { mentions, replies } = conversation
  switch (command.do) {
    case 'receive':
      return mentions.some(({ number }) => number === command.received.mention)
        ? { refused: 'already-so' }
        : { events: [command.received] }
    case 'record-edit': {
      const { mention, emergency } = command
      return absent(conversation, mention) ?? happens({ type: 'edited', mention, emergency })
    }
    case 'record-erased': {
      const { mention, because } = command
      return absent(conversation, mention) ?? happens({ type: 'erased', mention, because })
    }
    case 'record-reply': {
      const { proposal, mention } = command
      if (replies.includes(proposal)) return { refused: 'already-so' }
      return absent(conversation, mention) ?? happens({ type: 'reply-proposed', proposal, mention })
    }
    case 'record-dropped':
      return replies.includes(command.proposal)
        ? happens({ type: 'reply-dropped', proposal: command.proposal })
        : { refused: 'already-so' }
    case 'record-answered':
      return replies.includes(command.proposal)
        ? happens({ type: 'answered', proposal: command.proposal })
        : { refused: 'already-so' }
    case 'record-measure':
      return conversation.measures.includes(command.measure)
        ? { refused: 'already-so' }
        : happens({ type: 'measure-taken', measure: command.measure })
    case 'remind':
      return closedAlready(conversation) ?? remind(conversation, command.of)
    case 'remind-of-evidence':
      return remindOfEvidence(conversation, command)
  }
}

function remind({ stage, reminders }: Conversation, of: Reminder): ConversationDecision {
  const isNews =
    of === 'resubmission' ? stage.is === 'waiting' && !stage.reminded : !reminders.includes(of)
  return isNews ? happens({ type: 'reminded', of }) : { refused: 'already-so' }
}

function remindOfEvidence(
  conversation: Conversation,
  { evidence, days }: Extract<ConversationDeskCommand, { do: 'remind-of-evidence' }>,
): ConversationDecision {
  const held = conversation.evidence.find(({ number }) => number === evidence)
  if (held === undefined) return { refused: 'no-evidence' }
  return held.remindedFor !== null && held.remindedFor <= days
    ? { refused: 'already-so' }
    : happens({ type: 'evidence-reminded', evidence, days })
}

function absent(conversation: Conversation, mention: number): ConversationRefusal | null {
  if (isThere(conversation, mention)) return null
  return conversation.mentions.some(({ number }) => number === mention)
    ? { refused: 'erased' }
    : { refused: 'unknown-mention' }
}

function closedAlready(conversation: Conversation): ConversationRefusal | null {
  return isClosed(conversation)
    ? { refused: 'already-closed', as: conversation.stage.is as Closed }
    : null
}

function happens(event: ConversationEvent): ConversationDecision {
  return { events: [event] }
}
