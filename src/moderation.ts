// The moderation desk: takes in what citizens write to the office, keeps its cards true, and forgets in time.
// Like the desk of proposals it keeps nothing in memory that a crash could lose.
import type { Db } from '../db/database.ts'
import type { EvidenceStore } from '../db/evidence.ts'
import { lives } from '../db/lives.ts'
import type { Mentions, RememberedMention } from '../db/mentions.ts'
import { people } from '../db/people.ts'
import { slackMessages } from '../db/slack-messages.ts'
import { history } from '../db/history.ts'
import type { Instant } from './core/content.ts'
import { endOf, theDesk } from './core/proposal.ts'
import { soundsLikeEmergency, suggestConcern } from './core/moderation/concerns.ts'
import {
  isClosed,
  type Conversation,
  type ConversationEvent,
  type ErasedBecause,
} from './core/moderation/conversation.ts'
import {
  decideInConversation,
  decideInConversationForDesk,
  type ConversationCommand,
  type ConversationDecision,
  type ConversationDeskCommand,
} from './core/moderation/decide.ts'
import {
  deadlineOf,
  dueInConversation,
  retentionDue,
  type Retention,
} from './core/moderation/due.ts'
import { replayConversation } from './core/moderation/evolve.ts'
import { conversationMessages, type ConversationMessage } from './core/moderation/messages.ts'
import type { ConversationRefusal } from './core/moderation/refusal.ts'
import { isOpen, type ServiceHours } from './core/moderation/service-hours.ts'
import type { Answer, Desk, Visitor } from './desk.ts'
import type { Lanes } from './lanes.ts'
import type { Address, Letter, Mailroom } from './mailroom.ts'
import type { Incoming, Network, ReadFailed } from './networks/network.ts'
import type { Drawing, Place } from './slack/newsroom.ts'
import type { MentionView } from './slack/view.ts'

export type ModerationSettings = {
  moderationChannel: string
  approvalChannel: string
  hours: ServiceHours
  retention: Retention
  /** More than `mentions` posted within `within` milliseconds are a flood. */
  flood: { mentions: number; within: number }
  /** Slack user who hears of an emergency outside service hours; null if nobody is named. */
  escalation: string | null
}

export type ModerationParts = {
  db: Db
  network: Network
  desk: Desk
  mentions: Mentions
  evidence: EvidenceStore
  lanes: Lanes
  mail: Mailroom
  now: () => Instant
  settings: ModerationSettings
  fault: (what: string, error: unknown) => void
}
