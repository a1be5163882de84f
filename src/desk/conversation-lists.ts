// What can be looked up about conversations and mentions.
import { proposalLives } from '../../db/proposal-lives.ts'
import type { Instant } from '../core/content.ts'
import {
  isClosed,
  mentionIn,
  type Conversation,
  type ConversationEvent,
  type Mention,
} from '../core/conversation/conversation.ts'
import { bareWords } from '../core/flood/groups.ts'
import { current, endOf, type Proposal } from '../core/proposal/proposal.ts'
import { isBlank } from '../core/content.ts'
import { deadlineOf } from '../core/conversation/due.ts'
import type { ConversationParts } from './conversation-requests.ts'
import type { Docket } from './works.ts'
import type { Measured } from './measures.ts'
import type { Place } from './ports/newsroom.ts'
import type { MentionView } from './ports/views.ts'

/** How many agreed answers are offered. */
const mostAgreed = 2

/** A conversation somebody waits in; `due` is when something of it is due, null if nothing is. */
export type Waiting = { conversation: Conversation; due: Instant | null; view: MentionView }

/** Opens what can be looked up. */
export function conversationLists(
  given: ConversationParts & { docket: Docket<Conversation, ConversationEvent> },
) {
  const { db, docket, mentions, proposals, views, settings } = given
  const past = proposalLives(db)

  function mentionOf(number: number): { conversation: Conversation; mention: Mention } | null {
    const known = mentions.get(number)
    const conversation = known === null ? null : docket.load(known.conversation)
    const mention = conversation === null ? null : mentionIn(conversation, number)
    return conversation === null || mention === null ? null : { conversation, mention }
  }

  function dueOf(conversation: Conversation): Instant | null {
    const { stage } = conversation
    const full = deadlineOf(conversation, settings.hours)?.full ?? null
    return full ?? (stage.is === 'waiting' ? stage.until : null)
  }

  function cardOf(number: number): Place | null {
    return docket.place(`conversation/${number}/card`)
  }

  return {
    /** The conversation a mention belongs to, and the mention with its words. */
    mention(number: number): { conversation: Conversation; view: MentionView } | null {
      const known = mentionOf(number)
      return known && { conversation: known.conversation, view: views.view(known.mention) }
    },
    /** A mention as a measure is about it; null if there is none. */
    measured(number: number): Measured | null {
      const known = mentionOf(number)
      if (known === null) return null
      const { conversation, mention } = known
      const words = mentions.get(number)?.words ?? null
      // Only what hangs below a post of ours can be hidden.
      const isHideable = words !== null && past.ofPost(words.thread) !== null
      return {
        conversation: conversation.number,
        version: mention.versions.length,
        view: views.view(mention),
        card: cardOf(conversation.number),
        hideable: isHideable ? words.latest : null,
        post: words?.latest ?? null,
      }
    },
    /** What the public has read from us in answer to the same words of others, the newest first: approved as it is. */
    agreedFor(number: number): { proposal: number; text: string }[] {
      const words = bareWords(mentions.get(number)?.words?.text ?? '')
      const all = words === '' ? [] : mentions.newestWords()
      const others = all
        .filter((one) => one.number !== number && bareWords(one.text) === words)
        .map((one) => one.number)
      const answers = others.length === 0 ? [] : past.answersTo(others)
      const texts = new Map<string, number>()
      for (const proposal of answers.reverse()) {
        const answer = proposals.load(proposal)
        const text = answer === null || endOf(answer) !== 'published' ? '' : textOf(answer)
        if (text !== '' && !texts.has(text)) texts.set(text, proposal)
      }
      return [...texts].slice(0, mostAgreed).map(([text, proposal]) => ({ proposal, text }))
    },
    /** Which of our proposals a mention answers, and where the public reads it; null if none. */
    aboutOf({ about }: Mention): { number: number; url: string } | null {
      const [first] = about === null ? [] : (proposals.load(about)?.published ?? [])
      return about === null || first === undefined ? null : { number: about, url: first.url }
    },
    /** Where the card of a conversation stands; null while it is not written. */
    cardOf,
    /** Every conversation somebody still waits in, the one due first in front. */
    open(): Waiting[] {
      return docket
        .open()
        .flatMap((number) => docket.load(number) ?? [])
        .filter((conversation) => !isClosed(conversation))
        .map((conversation) => {
          const [first] = conversation.mentions
          return { conversation, due: dueOf(conversation), view: views.view(first) }
        })
        .sort((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity))
    },
  }
}

/** What an answer says; empty once its words are erased. */
function textOf(answer: Proposal): string {
  const { content } = current(answer)
  return isBlank(content) ? '' : content.text
}
