// What is kept about an account: for who asks what it is, and for who asks that it be erased.
import type { Db } from '../../db/database.ts'
import { evidence as evidenceOf } from '../../db/evidence.ts'
import { proposalLives } from '../../db/proposal-lives.ts'
import { mentions as mentionsOf } from '../../db/mentions.ts'
import type { Conversation } from '../core/conversation/conversation.ts'
import { isBlank } from '../core/content.ts'
import { current, type Recorded } from '../core/proposal/proposal.ts'
import type { KeptAbout } from '../wording/moderation/access.ts'
import { conversationSentence } from '../wording/moderation/conversation.ts'
import type { Measures } from './measures.ts'
import type { Network } from './ports/network.ts'
import type { Proposals } from './proposals.ts'

export type KeptParts = {
  db: Db
  network: Network
  /** The conversation a mention belongs to, null if there is none. */
  conversationOf: (mention: number) => Conversation | null
  measures: Measures
  proposals: Proposals
  zone: string
}

/** What colleagues said about an answer, in words. */
function saidAbout(life: readonly Recorded[]): string[] {
  return life.flatMap((event) => {
    switch (event.type) {
      case 'question-asked':
        return event.question ?? []
      case 'rejected':
      case 'reason-given':
        return event.reason ?? []
      default:
        return []
    }
  })
}

/** What a Fachamt was asked about a mention, and what it said. */
function askedAbout({ requests }: Conversation, mention: number): string[] {
  return requests
    .filter(({ mentions }) => mentions.includes(mention))
    .flatMap(({ question, contributions }) => [question, ...contributions.map(({ text }) => text)])
    .filter((text) => text !== '')
}

/** Looks up what is kept about accounts. */
export function keptAbout({ db, network, conversationOf, measures, proposals, zone }: KeptParts) {
  const mentions = mentionsOf(db)
  const evidence = evidenceOf(db)
  const past = proposalLives(db)
  // Who at the office did what is nobody's business but the office's.
  const setting = { name: () => 'Bezirksamt', zone }

  return {
    /** What an erasure is about: the mentions whose words are kept, and how many copies stay as evidence. */
    counted(handle: string): { mentions: readonly number[]; evidence: number } {
      return {
        mentions: mentions.ofHandle(handle).map(({ number }) => number),
        evidence: evidence.ofHandle(handle).length,
      }
    },

    /** Everything, ready to be told. */
    whole(handle: string): KeptAbout {
      const kept = mentions.ofHandle(handle)
      const copies = evidence.ofHandle(handle)
      const ofCopies = copies.map(({ mention }) => mention)
      const numbers = [...new Set([...kept.map(({ number }) => number), ...ofCopies])]
      return {
        mentions: kept.flatMap(({ number, words, postedAt, receivedAt }) => {
          if (words === null) return []
          const conversation = conversationOf(number)
          const state = conversation === null ? '' : conversationSentence(conversation, setting)
          const address = network.linkToMention(words.latest, words.handle)
          const earlier = mentions.versions(number).slice(0, -1)
          const said = conversation === null ? [] : askedAbout(conversation, number)
          return [{ ...words, number, address, postedAt, receivedAt, state, earlier, said }]
        }),
        answers: past.answersTo(numbers).flatMap((number) => {
          const answer = proposals.load(number)
          if (answer === null) return []
          const { content } = current(answer)
          const { text, replyTo } = content
          if (replyTo === null || isBlank(content)) return []
          const addresses = answer.published.map(({ url }) => url)
          const said = saidAbout(proposals.life(number))
          return [{ mention: replyTo.mention, text, addresses, said }]
        }),
        measures: measures.about(numbers),
        evidence: copies.map(({ number, content, sha256 }) => ({
          number,
          sha256,
          text: content.text,
          handle: content.handle,
          name: content.name,
          address: content.address,
          postedAt: Date.parse(content.postedAt),
          receivedAt: Date.parse(content.receivedAt),
        })),
      }
    },
  }
}
