// The port: what the desk asks of Slack, without a word of Slack's.
import type { Anchor, Anchored } from '../../core/anchor.ts'
import type { Instant } from '../../core/content.ts'
import type { Standing } from '../../core/people.ts'
import type { Period } from '../../core/time/period.ts'
import type { Proposal, Recorded, Reminder, Round } from '../../core/proposal/proposal.ts'
import type { Actor } from '../../core/people.ts'
import type { Refusal } from '../../core/proposal/refusal.ts'
import type { Access } from '../../core/access/access.ts'
import type { OrderStage } from '../../core/order.ts'
import type { MeasureRefusal } from '../../core/measure/refusal.ts'
import type {
  Conversation,
  MentionNumber,
  RecordedInConversation,
  Request,
} from '../../core/conversation/conversation.ts'
import type { Declaration } from '../../core/declaration/declaration.ts'
import type { Erasure } from '../../core/erasure/erasure.ts'
import type { Measure, RecordedInMeasure } from '../../core/measure/measure.ts'
import type { ConversationRefusal } from '../../core/conversation/refusal.ts'
import type { ReadFailed } from '../../core/outcome.ts'
import type { BudgetNews } from '../../core/reading-budget.ts'
import type { Missing } from './network.ts'
import type {
  AnsweredView,
  FloodView,
  MentionView,
  Sheet,
  ConversationView,
  WaitsFor,
} from './views.ts'

/** Where a message stands. `thread` is the ts of the first message of its thread. */
export type Place = { channel: string; ts: string }

/** What a message is to show. Places become links where Slack knows them. */
export type Drawing =
  | {
      draw: 'card'
      /** What its buttons carry. */
      seal: string
      proposal: Proposal
      version: number
      sheet: Sheet
      latestCard: Place | null
      answers: AnsweredView | null
    }
  | { draw: 'receipt'; proposal: Proposal; card: Place | null; waits: WaitsFor }
  /** `to` is called by name; null where nobody has to be. */
  | { draw: 'note'; seal: string; proposal: Proposal; event: Recorded; to: Actor | null }
  /** Asks departments to sign, or them and the officers what becomes of a warning. */
  | {
      draw: 'call'
      proposal: Proposal
      departments: readonly string[]
      asks: 'to-sign' | 'what-becomes'
    }
  /** Calls who can decide about what cannot wait: in the thread, and each of them directly. */
  | { draw: 'alarm'; proposal: Proposal; round: Round; people: readonly Actor[] }
  /** What waits is brought up to those people and departments. */
  | {
      draw: 'reminder'
      proposal: Proposal
      of: Reminder
      people: readonly Actor[]
      departments: readonly string[]
    }
  | { draw: 'alarm-to'; proposal: Proposal; round: Round; card: Place | null }
  | ({ draw: 'mention-card'; seal: string } & ConversationView)
  | { draw: 'mention'; seal: string; conversation: Conversation; mention: MentionView }
  | {
      draw: 'mention-note'
      conversation: Conversation
      event: RecordedInConversation
      to: Actor | null
    }
  /** What a Fachamt is asked; `isOver`: nobody owes the citizen anything more. */
  | {
      draw: 'request'
      seal: string
      request: Request
      mentions: readonly MentionView[]
      isOver: boolean
    }
  | { draw: 'request-due'; request: Request }
  /** Calls people because of a call for help: by name in the thread, or one of them directly, with the way to its card. */
  | {
      draw: 'emergency-call'
      mention: MentionNumber
      round: Round
      people: readonly Actor[]
      card: Place | null
    }
  | {
      draw: 'alert'
      seal: string
      mention: MentionView
      /** Later calls for help of the same account, and where they stand on the network. */
      further: readonly { number: MentionNumber; link: string }[]
      /** Nobody owes an answer to any of them. */
      isDone: boolean
      card: Place | null
      escalates: boolean
    }
  | ({ draw: 'flood' } & FloodView)
  | { draw: 'flood-alarm'; seal: string; mentions: number; card: Place | null }
  | {
      draw: 'digest'
      fresh: number
      claimed: number
      resubmitted: number
      overdue: number
      /** Where history ends this morning: noted here, outside of it. */
      anchor: Anchor
    }
  /** What waits for somebody this morning. */
  | {
      draw: 'morning'
      items: readonly { proposal: Proposal; card: Place | null }[]
      mentions: { count: number; due: Instant | null } | null
      /** The last look at the own profile, where that is long ago. */
      profile: Declaration | null
    }
  | {
      draw: 'measure-card'
      measure: Measure
      seal: string
      reason: string | null
      mention: MentionView | null
      card: Place | null
      /** Where a person does it by hand; null while nobody has to. */
      address: string | null
    }
  | { draw: 'measure-note'; event: RecordedInMeasure; to: Actor }
  | { draw: 'erasure'; erasure: Erasure; seal: string; handle: string | null }
  | { draw: 'access'; access: Access }
  | { draw: 'declaration'; declaration: Declaration; seal: string }
  | { draw: 'stand-in'; declaration: Declaration }
  | { draw: 'released'; held: readonly { number: number; card: Place | null }[] }
  | { draw: 'trouble'; because: ReadFailed['failed'] }
  | { draw: 'readable-again' }
  | { draw: 'many-vanished'; count: number }
  | ({ draw: 'mentions-missing' } & Missing)
  /** In USD. */
  | ({ draw: 'reading-costs'; spent: number; budget: number } & BudgetNews)
  /** What a month's budget has come to, in USD; `at` lies in that month. */
  | {
      draw: 'month-budget'
      is: 'near' | 'over' | 'free'
      at: Instant
      spent: number
      budget: number
    }
  /** A new item of the office's feed, and how many others there are. `seal` is what its button carries. */
  | { draw: 'feed-item'; seal: string; title: string; link: string | null }
  | { draw: 'feed-others'; count: number; address: string }
  | { draw: 'warning'; because: 'one-officer' }
  | { draw: 'history-differs'; how: Exclude<Anchored, 'same'>; anchor: Anchor; here: Anchor }
  | { draw: 'report'; period: Period; stage: OrderStage; byItself: boolean }

/** The end of a write to Slack. `refused` with "shared": strangers read in the channel, and the message would show
 * what citizens wrote. `busy` took nothing and says how long to wait (milliseconds); `gone`: the
 * message to change is not there any more; after `unknown` only `find` can tell. */
export type Written =
  | { written: Place }
  | { failed: 'refused'; error: string }
  | { failed: 'busy'; wait: number }
  | { failed: 'gone' }
  | { failed: 'unknown' }

/** A file to share; `altText` describes a picture. */
export type SharedFile = {
  name: string
  bytes: Uint8Array
  title: string
  altText: string | null
}

/** Why a file cannot be had: sizes in bytes; `unavailable`: the newsroom does not hand it out. */
export type FileRefusal =
  { refused: 'too-large'; bytes: number; limit: number } | { refused: 'unavailable' }

/** Who reacted with what. */
export type Reactions = readonly { user: string; name: string }[]

/** Files, and what is said with them. */
export type Handed = {
  files: readonly SharedFile[]
  said:
    | {
        of: 'report'
        period: Period
        keyFigures: readonly { label: string; shown: string }[]
      }
    | { of: 'access' }
    /** What was published before an election. */
    | { of: 'election'; title: string }
}

export type Newsroom = {
  /** Writes a message once, marked with its key so that it can be found again. Never throws. */
  write(key: string, channel: string, thread: string | null, drawing: Drawing): Promise<Written>
  /** Changes a message in place. Never throws. */
  update(place: Place, drawing: Drawing): Promise<Written>
  /** Looks for a message by its key among those written at or after `since` (UTC milliseconds). Never throws. */
  find(
    key: string,
    channel: string,
    thread: string | null,
    since: number,
  ): Promise<Place | 'absent' | 'unreadable'>
  /** What our newest message in a channel says whose key begins so, among the last thousand.
   * Never throws. */
  latest(beginning: string, channel: string): Promise<{ text: string } | 'absent' | 'unreadable'>
  /** The reactions on a message by anybody but the bot, names without skin tones; "gone" if it is not there
   * any more, "busy" with the milliseconds to wait where Slack wants to be left alone, null if it does not answer.
   * Never throws. */
  reactions(place: Place): Promise<Reactions | 'gone' | { busy: number } | null>
  /** What a Slack user may do here. Throws a fault if Slack does not answer and nothing is known. */
  standing(user: string): Promise<Standing>
  /** The Slack user ids of those who can decide and are not away, as known now. */
  onDuty(): readonly string[]
  /** The Slack user ids of those who sign for a department, as known now. */
  signers(): readonly string[]
  /** Keys of the departments a person belongs to, as known now. */
  departmentsOf(user: string): readonly string[]
  /** Tells one person only why something may not happen: in the channel, or else directly. Never throws. */
  refuse(user: string, channel: string, refusal: Refusal): Promise<void>
  /** The same for what the moderation desk refuses. */
  refuseAtModeration(
    user: string,
    channel: string,
    refusal: ConversationRefusal | MeasureRefusal,
  ): Promise<void>
  /** Shares files in one message, with what there is to say; the answer names them, so that they can be taken back.
   * Throws a fault if Slack does not take all of them. */
  share(channel: string, handed: Handed): Promise<readonly string[]>
  /** The files we shared whose names begin so after a message, in its channel. Throws a fault if Slack does not
   * tell. */
  shared(after: Place, name: string): Promise<readonly string[]>
  /** Deletes a file we shared; whether it is gone. Never throws. */
  takeBack(file: string): Promise<boolean>
  /** The bytes of a file somebody gave us. Throws a fault if Slack does not answer. */
  fetchFile(file: string): Promise<{ bytes: Uint8Array } | FileRefusal>
  /** Hands over a picture for messages and forms to show; the newsroom's name for it, null where it cannot show it.
   * Throws a fault if Slack does not take it. */
  keepPreview(picture: { name: string; bytes: Uint8Array }): Promise<string | null>
  /** The address of a message, null if Slack does not tell. Never throws. */
  permalink(place: Place): Promise<string | null>
}
