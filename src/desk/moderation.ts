// The desks at which citizens' words are dealt with, opened together: they tell each other what happened.
import type { Mentions } from '../../db/mentions.ts'
import type { ConversationRules } from '../core/conversation/due.ts'
import type { FloodLimit } from '../core/flood/collect.ts'
import { accesses as openAccesses } from './accesses.ts'
import { conversations as openConversations, type Conversations } from './conversations.ts'
import type { Desk, DeskParts } from './desk.ts'
import { digestOf } from './digest.ts'
import { erasures as openErasures } from './erasures.ts'
import { floods as openFloods, type Floods } from './floods.ts'
import { inbox as openInbox } from './inbox.ts'
import { keptAbout } from './kept-about.ts'
import { measures as openMeasures, type Measures } from './measures.ts'
import type { MentionViews } from './mention-views.ts'
import type { Network } from './ports/network.ts'
import type { Proposals } from './proposals.ts'

export type ModerationParts = Omit<DeskParts, 'fault'> & {
  desk: Desk
  network: Network
  proposals: Proposals
  mentions: Mentions
  views: MentionViews
  /** Logs a fault and answers with the id that person and operator can both name. */
  fault: (what: string, error: unknown) => string
  settings: ConversationRules & {
    approvalChannel: string
    moderationChannel: string
    zone: string
    flood: FloodLimit
    /** Slack user who hears of a call for help outside service hours; null if nobody is named. */
    escalation: string | null
  }
}

export type Moderation = ReturnType<typeof moderation>

/** Opens the desks of conversations, floods, measures, erasures and accesses, and the inbox before them. */
export function moderation(given: ModerationParts) {
  const { db, mentions, network, proposals, settings } = given
  const conversations: Conversations = openConversations({
    ...given,
    moved: (conversation) => {
      floods.follow(conversation)
    },
    erased: (numbers) => {
      measures.mentionGone(numbers)
    },
  })
  const floods: Floods = openFloods({ ...given, conversations: () => conversations })
  const measures: Measures = openMeasures({
    ...given,
    targets: mentions,
    mention(number) {
      const known = conversations.mention(number)
      if (known === null) return null
      const { conversation, view } = known
      return {
        conversation: conversation.number,
        version: conversations.versionOf(number),
        view,
        card: conversations.cardOf(conversation.number),
        hideable: conversations.isHideable(number) ? conversations.postOf(number) : null,
      }
    },
    taken(conversation, number) {
      const about = measures.load(number)?.mention
      if (about !== undefined) conversations.measureTaken(conversation, number, about)
    },
  })
  const about = keptAbout({
    db,
    network,
    conversationOf: (mention) => conversations.mention(mention)?.conversation ?? null,
    measures,
    proposals,
    zone: settings.zone,
  })
  return {
    conversations,
    floods,
    measures,
    inbox: openInbox({ ...given, conversations, floods }),
    digest: digestOf({ ...given, conversations }),
    erasures: openErasures({
      ...given,
      kept: about.counted,
      erase: (numbers) => {
        conversations.erase(numbers, 'request')
      },
      forgetForGood: mentions.forgetForGood,
    }),
    accesses: openAccesses({ ...given, kept: about.whole }),
  }
}
