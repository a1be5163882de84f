// What people ask of conversations: each request is decided about what was in front of whoever asks.
import type { Db } from '../../db/database.ts'
import { evidence as evidenceOf } from '../../db/evidence.ts'
import { forms } from '../../db/forms.ts'
import type { Mentions } from '../../db/mentions.ts'
import type { Instant } from '../core/content.ts'
import type {
  Conversation,
  ConversationEvent,
  ConversationNumber,
  Fachamt,
  MentionNumber,
} from '../core/conversation/conversation.ts'
import { decideInConversation, type ConversationCommand } from '../core/conversation/decide.ts'
import type { ConversationRules } from '../core/conversation/due.ts'
import type { ConversationRefusal } from '../core/conversation/refusal.ts'
import type { Desk } from './desk.ts'
import type { MentionViews } from './mention-views.ts'
import type { Network } from './ports/network.ts'
import type { Newsroom } from './ports/newsroom.ts'
import type { Proposals } from './proposals.ts'
import type { Docket, Visitor } from './works.ts'
import type { Answer } from './proposal-requests.ts'

export type ConversationParts = {
  db: Db
  desk: Desk
  network: Network
  newsroom: Newsroom
  proposals: Proposals
  mentions: Mentions
  views: MentionViews
  now: () => Instant
  settings: ConversationRules & {
    moderationChannel: string
    /** Slack user who hears of a call for help outside service hours; null if nobody is named. */
    escalation: string | null
    /** Which channel or Slack user of a Fachamt is sent what it is asked. */
    contacts: ReadonlyMap<Fachamt, string>
    /** Whether the office has a Textbaustein for damage. */
    hasDamageText: boolean
  }
  /** Something happened to a conversation: whoever lists it follows, in the same transaction. */
  moved: (conversation: Conversation) => void
  /** Mentions of some conversations were erased: whoever else keeps or shows words of them or about them forgets
   * these, in the same transaction. */
  erased: (mentions: readonly MentionNumber[], from: readonly ConversationNumber[]) => void
}

/** What came of a request about a conversation. */
export type ConversationAnswer = { conversation: Conversation } | ConversationRefusal

/** What a person saw of a conversation: the position in its life. */
export type SeenConversation = { number: number; seen: number }

/** Opens the requests of the desk of conversations. */
export function conversationRequests(
  given: ConversationParts & { docket: Docket<Conversation, ConversationEvent> },
) {
  const { db, desk, network, proposals, mentions, now, docket } = given
  const kept = evidenceOf(db)
  const readForms = forms(db)

  /** Answers what a person asks of a conversation. `form` is the form it was asked with, null for a button: one
   * that was read before changes nothing more. */
  function answer(
    number: number,
    command: ConversationCommand,
    { user, standing }: Visitor,
    form: string | null = null,
  ): ConversationAnswer {
    return db
      .transaction((): ConversationAnswer => {
        const conversation = docket.load(number)
        if (conversation === null) return { refused: 'unknown-mention' }
        if (form !== null && readForms.matterOf(form, 'conversation') === number) {
          return { conversation }
        }
        const by = { actor: desk.actor(user), standing }
        const decide = (state: Conversation) => decideInConversation(state, command, by, now())
        const said = docket.apply(number, decide, by.actor)
        if ('refused' in said) {
          return said.refused === 'unknown' ? { refused: 'unknown-mention' } : said
        }
        if (form !== null) readForms.remember(form, 'conversation', number, now())
        return { conversation: said.state }
      })
      .immediate()
  }

  /** Puts an answer to a mention up for approval, written for the words that were seen: a proposal like any other.
   * Refuses what `Proposals.submit` refuses, and an answer to what was erased. */
  function reply(
    mention: number,
    seen: number,
    text: string,
    form: string,
    visitor: Visitor,
  ): Answer | ConversationRefusal {
    return db
      .transaction((): Answer | ConversationRefusal => {
        const known = mentions.get(mention)
        if (known === null) return { refused: 'unknown-mention' }
        if (known.words === null) return { refused: 'erased' }
        const version = versionSeen(known.conversation, mention, seen)
        const empty = { topic: null, link: '', noLinkBecause: '', date: null, time: null }
        const said = proposals.submit({ ...empty, text }, form, visitor, { mention, version })
        if ('refused' in said) return said
        const { number: proposal } = said.proposal
        answer(known.conversation, { do: 'propose-reply', proposal, mention, version }, visitor)
        // Written for words that have changed since: whoever decides about it sees that at once.
        if (version < known.words.version) proposals.mentionChanged([proposal], known.words.version)
        return said
      })
      .immediate()
  }

  /** Which version of a mention's words stood there at a position of its conversation's life. */
  function versionSeen(conversation: number, mention: number, seen: number): number {
    const { mentions: all = [] } = docket.load(conversation) ?? {}
    const { versions = [] } = all.find(({ number }) => number === mention) ?? {}
    return Math.max(1, versions.filter((position) => position <= seen).length)
  }

  /** Keeps a copy of a mention as evidence. Refuses all but officers, and what was erased. */
  function holdEvidence(
    mention: number,
    until: Instant,
    visitor: Visitor,
    form: string,
  ): ConversationAnswer {
    return db
      .transaction((): ConversationAnswer => {
        const known = mentions.get(mention)
        if (known === null) return { refused: 'unknown-mention' }
        if (known.words === null) return { refused: 'erased' }
        const { text, handle, name, thread, inReplyTo, latest } = known.words
        const content = {
          text,
          handle,
          name,
          address: network.linkToMention(latest, handle),
          thread,
          inReplyTo,
          postedAt: new Date(known.postedAt).toISOString(),
          receivedAt: new Date(known.receivedAt).toISOString(),
          media: known.media,
        }
        const evidence = kept.hold(mention, content, now())
        const command = { do: 'hold-evidence', mention, evidence, until } as const
        const said = answer(known.conversation, command, visitor, form)
        const isHeld = 'conversation' in said && holds(said.conversation, evidence)
        if (!isHeld) kept.end(evidence)
        return said
      })
      .immediate()
  }

  /** Ends a Beweissicherung by decision: the copy is removed for good. */
  function endEvidence(
    number: number,
    evidence: number,
    decision: 'handed-over' | 'released',
    visitor: Visitor,
    form: string,
  ): ConversationAnswer {
    return db
      .transaction((): ConversationAnswer => {
        const said = answer(number, { do: 'end-evidence', evidence, decision }, visitor, form)
        if ('conversation' in said && !holds(said.conversation, evidence)) kept.end(evidence)
        return said
      })
      .immediate()
  }

  return {
    answer,
    reply,
    holdEvidence,
    endEvidence,
    versionSeen,
    /** What a seal on a card or form says was seen; null for what history does not have. */
    seen(seal: string): SeenConversation | null {
      const named = desk.sealed(seal)
      return named?.about === 'conversation' ? { number: named.number, seen: named.position } : null
    },
    /** The seal of a conversation as it is now. */
    seal: ({ number, position }: Conversation): string => docket.seal(number, position),
  }
}

function holds({ evidence }: Conversation, number: number): boolean {
  return evidence.some((held) => held.number === number)
}
