// The desks at which citizens' words are dealt with, and how they know each other.
import type { forgotten } from '../../db/forgotten.ts'
import type { Mentions } from '../../db/mentions.ts'
import type { Fachamt } from '../core/conversation/conversation.ts'
import type { ConversationRules } from '../core/conversation/due.ts'
import type { FloodLimit } from '../core/flood/collect.ts'
import type { ReadingBudget } from '../core/reading-budget.ts'
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

type Forgotten = ReturnType<typeof forgotten>

export type ModerationParts = DeskParts & {
  /** Logs a fault and answers with the Kennung person and operator can both name. */
  fault: (what: string, error: unknown) => string
  desk: Desk
  network: Network
  proposals: Proposals
  mentions: Mentions
  views: MentionViews
  /** What was erased, noted beside the database. */
  forgotten: Forgotten
  settings: ConversationRules & {
    approvalChannel: string
    moderationChannel: string
    zone: string
    flood: FloodLimit
    reading: ReadingBudget
    /** Slack user who hears of a call for help outside service hours; null if nobody is named. */
    escalation: string | null
    /** Which channel or Slack user of a Fachamt is sent what it is asked. */
    contacts: ReadonlyMap<Fachamt, string>
    /** Whether the office has a Textbaustein for damage. */
    hasDamageText: boolean
  }
}

export type Moderation = ReturnType<typeof moderation>

/** Opens the desks of mentions: they know each other where one's matter follows another's. */
export function moderation(given: ModerationParts) {
  const { db, network, proposals, mentions, settings, forgotten } = given
  const conversations: Conversations = openConversations({
    ...given,
    moved: (conversation) => {
      floods.follow(conversation)
    },
    erased: (numbers, from) => {
      measures.mentionGone(numbers)
      for (const conversation of from) floods.wordsGone(conversation)
    },
  })
  const floods: Floods = openFloods({ ...given, conversations: () => conversations })
  const measures: Measures = openMeasures({
    ...given,
    targets: mentions,
    mention: conversations.measured,
    taken: conversations.measureTaken,
  })
  const about = keptAbout({
    db,
    network,
    conversationOf: (mention) => conversations.mention(mention)?.conversation ?? null,
    measures,
    proposals,
    zone: settings.zone,
  })
  const accesses = openAccesses({ ...given, kept: about.whole })

  /** Erases again what an older copy of the database brought back; how many mentions and copies that were. */
  async function eraseAgain(): Promise<number> {
    const { mentions: back, evidence } = forgotten.broughtBack()
    for (const { evidence: copy, conversation, decision } of evidence) {
      conversations.endAgain(conversation, copy, decision)
    }
    const handles = back.flatMap(({ mention, because }) =>
      because === 'request' ? (mentions.get(mention)?.words?.handle ?? []) : [],
    )
    const files = [...new Set(handles)].flatMap((handle) => accesses.forget(handle))
    for (const because of new Set(back.map((one) => one.because))) {
      const these = back.filter((one) => one.because === because)
      await conversations.eraseInTurns(
        these.map(({ mention }) => mention),
        because,
      )
    }
    forgotten.note()
    void accesses.takeBack(files)
    return back.length + evidence.length
  }

  return {
    eraseAgain,
    /** Nothing erased is left in the files, and every erasure is on the list, as soon as that is possible. */
    forgetOwed(): void {
      mentions.forgetOwed()
      forgotten.note()
    },
    conversations,
    floods,
    mentions,
    inbox: openInbox({ ...given, conversations, floods }),
    digest: digestOf({ ...given, conversations }),
    measures,
    erasures: openErasures({
      ...given,
      kept: about.counted,
      erase(numbers, handle) {
        conversations.erase(numbers, 'request')
        const files = accesses.forget(handle)
        return () => {
          mentions.forgetForGood()
          forgotten.note()
          void accesses.takeBack(files)
        }
      },
    }),
    accesses,
  }
}
