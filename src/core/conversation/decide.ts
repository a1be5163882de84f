// May this happen at the moderation desk? What a person asks is answered with events or with a refusal.
import type { Instant } from '../content.ts'
import { mayAnswerFor, mayTakePart, type Person } from '../people.ts'
import type { ProposalNumber } from '../proposal/proposal.ts'
import type { Concern } from './concerns.ts'
import {
  canBeReopened,
  isThere,
  mentionIn,
  takenBy,
  type Awaited,
  type Conversation,
  type ConversationEvent,
  type ConversationStage,
  type Fachamt,
  type MentionNumber,
  type Referral,
} from './conversation.ts'
import { coveredBy } from './covered.ts'
import type { ConversationRefusal } from './refusal.ts'

/** How a person closes a conversation, or as much of it as was seen. */
export type Closing =
  | { do: 'note' }
  | { do: 'forward'; to: Fachamt }
  | { do: 'refer'; to: Referral }
  | { do: 'not-responsible' }
  | { do: 'mark-spam' }
  /** A person has answered on the network itself. */
  | { do: 'tell-answered' }

/** The position in the life of the conversation that was in front of the person who decides: what came after it
 * was not decided about. */
export type Seen = { seen: number }

/** What a person can ask of a conversation. */
export type ConversationCommand =
  /** Takes it; refused if somebody has it. */
  | { do: 'claim' }
  /** Takes it from whoever has it. */
  | { do: 'take-over' }
  | ({ do: 'wait'; for: Awaited; fachamt: Fachamt | null; until: Instant } & Seen)
  /** Sends it to a Fachamt, which is asked for its Zuarbeit until a day. */
  | ({ do: 'pass-on'; fachamt: Fachamt; until: Instant; question: string } & Seen)
  /** A Fachamt answers what it was asked. */
  | { do: 'contribute'; request: number; text: string }
  | { do: 'sort'; concern: Concern }
  | (Closing & Seen)
  /** Gives it back: nobody has it then. */
  | { do: 'give-back' }
  /** Takes back what closed it. */
  | { do: 'reopen' }
  | { do: 'want-card' }
  /** An answer to a version of a mention was put up for approval, or was looked at again for this version. */
  | {
      do: 'propose-reply'
      proposal: ProposalNumber
      mention: MentionNumber
      version: number
      /** It answers others, too. */
      joint?: true
    }
  | { do: 'hold-evidence'; mention: MentionNumber; evidence: number; until: Instant }
  | { do: 'end-evidence'; evidence: number; decision: 'handed-over' | 'released' }

export type ConversationDecision = { events: readonly ConversationEvent[] } | ConversationRefusal

/** Decides what a person asks. Refuses outsiders always; what is closed stays closed until the citizen
 * writes again; of two who claim, the first one has it; nothing is closed or put off that was not seen. Only
 * officers decide about evidence. */
export function decideInConversation(
  conversation: Conversation,
  command: ConversationCommand,
  by: Person,
  now: Instant,
): ConversationDecision {
  if (mayTakePart(by) !== null) return { refused: 'outsider' }
  switch (command.do) {
    case 'want-card':
      return conversation.cardWanted ? { refused: 'already-so' } : happens({ type: 'card-wanted' })
    case 'sort':
      return conversation.concern === command.concern && conversation.sortedBy !== null
        ? { refused: 'already-so' }
        : happens({ type: 'sorted', concern: command.concern })
    case 'propose-reply':
      return proposeReply(conversation, command)
    case 'hold-evidence':
      return holdEvidence(conversation, command, by, now)
    case 'end-evidence':
      return endEvidence(conversation, command, by)
    case 'claim':
    case 'take-over':
      return closedAlready(conversation) ?? claim(conversation, by, command.do)
    case 'give-back':
      return closedAlready(conversation) ?? giveBack(conversation.stage, by)
    case 'reopen':
      return reopen(conversation)
    case 'wait':
      return closedAlready(conversation) ?? wait(conversation, command, now)
    case 'pass-on':
      return closedAlready(conversation) ?? passOn(conversation, command, now)
    case 'contribute':
      return contribute(conversation, command)
    case 'note':
    case 'forward':
    case 'refer':
    case 'not-responsible':
    case 'mark-spam':
    case 'tell-answered':
      return closedAlready(conversation) ?? close(conversation, command)
  }
}

/** Who has it already takes it once more where a call for help came since, or where it waits for others. */
function claim(
  { stage, alarm }: Conversation,
  { actor }: Person,
  how: 'claim' | 'take-over',
): ConversationDecision {
  const taken = takenBy(stage)
  if (taken === null) return happens({ type: 'claimed', from: null })
  if (taken.by === actor) {
    return stage.is === 'waiting' || alarm !== null
      ? happens({ type: 'claimed', from: null })
      : { refused: 'already-so' }
  }
  return how === 'take-over'
    ? happens({ type: 'claimed', from: taken.by })
    : { refused: 'already-claimed', by: taken.by, at: taken.at }
}

/** Who has it gives it back; an officer also for somebody who is away. */
function giveBack(stage: ConversationStage, by: Person): ConversationDecision {
  const taken = takenBy(stage)
  if (taken === null) return { refused: 'already-so' }
  return taken.by === by.actor || mayAnswerFor(by) === null
    ? happens({ type: 'returned', from: taken.by })
    : { refused: 'already-claimed', by: taken.by, at: taken.at }
}

/** Everybody's slip can be taken back by everybody: nobody outside has seen anything of it. */
function reopen(conversation: Conversation): ConversationDecision {
  const { slip } = conversation
  if (slip === null || !canBeReopened(conversation)) return { refused: 'not-reopenable' }
  const mentions = slip.mentions.filter((number) => isThere(conversation, number))
  return happens({ type: 'reopened', undoes: slip.position, mentions })
}

function wait(
  conversation: Conversation,
  command: Extract<ConversationCommand, { do: 'wait' }>,
  now: Instant,
): ConversationDecision {
  const { for: awaited, fachamt, until, seen } = command
  if (until <= now) return { refused: 'date-past' }
  if (awaited === 'fachamt' && fachamt === null) return { refused: 'fachamt-missing' }
  const mentions = coveredBy(conversation, seen)
  if (mentions.length === 0) return { refused: 'not-seen' }
  const of = awaited === 'fachamt' ? fachamt : null
  return happens({ type: 'set-waiting', mentions, for: awaited, fachamt: of, until })
}

function passOn(
  conversation: Conversation,
  command: Extract<ConversationCommand, { do: 'pass-on' }>,
  now: Instant,
): ConversationDecision {
  const { fachamt, until, question, seen } = command
  if (until <= now) return { refused: 'date-past' }
  const mentions = coveredBy(conversation, seen)
  if (mentions.length === 0) return { refused: 'not-seen' }
  return happens({ type: 'passed-on', mentions, fachamt, until, question: question.trim() })
}

/** Taken also when the citizen has an answer by now: what somebody typed is not lost. */
function contribute(
  conversation: Conversation,
  command: Extract<ConversationCommand, { do: 'contribute' }>,
): ConversationDecision {
  const request = conversation.requests.find(({ position }) => position === command.request)
  const text = command.text.trim()
  if (request === undefined) return { refused: 'unknown-mention' }
  if (text === '') return { refused: 'nothing-said' }
  const { mentions, position } = request
  // Whatever is said of words that are gone goes with them.
  return mentions.every((number) => isThere(conversation, number))
    ? happens({ type: 'contributed', request: position, mentions, text })
    : { refused: 'erased' }
}

function close(conversation: Conversation, command: Closing & Seen): ConversationDecision {
  const mentions = coveredBy(conversation, command.seen)
  if (mentions.length === 0) return { refused: 'not-seen' }
  switch (command.do) {
    case 'note':
      return happens({ type: 'noted', mentions })
    case 'forward':
      return happens({ type: 'forwarded', to: command.to, mentions })
    case 'refer':
      return happens({ type: 'referred', to: command.to, mentions })
    case 'not-responsible':
      return happens({ type: 'not-responsible', mentions })
    case 'mark-spam':
      return happens({ type: 'marked-spam', mentions })
    case 'tell-answered':
      return happens({ type: 'answered', proposal: null, mentions })
  }
}

/** An answer to words that have changed since is taken all the same, so that nothing typed is lost: it is outdated
 * at once, and a person looks at it again. */
export function proposeReply(
  conversation: Conversation,
  reply: Omit<Extract<ConversationCommand, { do: 'propose-reply' }>, 'do'>,
): ConversationDecision {
  const { proposal, mention, version, joint } = reply
  const missing = absent(conversation, mention)
  if (missing !== null) return missing
  const versions = mentionIn(conversation, mention)?.versions.length ?? 0
  if (version < 1 || version > versions) return { refused: 'unknown-mention' }
  const known = conversation.replies.find((one) => one.proposal === proposal)
  if (known !== undefined && (known.mention !== mention || known.version >= version)) {
    return { refused: 'already-so' }
  }
  return happens({
    ...{ type: 'reply-proposed', proposal, mention, version },
    ...(joint !== undefined && { joint }),
  })
}

function holdEvidence(
  conversation: Conversation,
  command: Extract<ConversationCommand, { do: 'hold-evidence' }>,
  by: Person,
  now: Instant,
): ConversationDecision {
  if (mayAnswerFor(by) !== null) return { refused: 'not-an-officer' }
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
  { evidence: number, decision }: Extract<ConversationCommand, { do: 'end-evidence' }>,
  by: Person,
): ConversationDecision {
  if (mayAnswerFor(by) !== null) return { refused: 'not-an-officer' }
  return evidence.some((held) => held.number === number)
    ? happens({ type: 'evidence-ended', evidence: number, decision })
    : { refused: 'no-evidence' }
}

/** Why nothing can happen to a mention: it is none of this conversation, or its words are gone. */
export function absent(
  conversation: Conversation,
  mention: MentionNumber,
): ConversationRefusal | null {
  if (isThere(conversation, mention)) return null
  return { refused: mentionIn(conversation, mention) === null ? 'unknown-mention' : 'erased' }
}

function closedAlready(conversation: Conversation): ConversationRefusal | null {
  const { stage } = conversation
  if (stage.is === 'new' || stage.is === 'claimed' || stage.is === 'waiting') return null
  return { refused: 'already-closed', as: stage.is }
}

function happens(event: ConversationEvent): ConversationDecision {
  return { events: [event] }
}
