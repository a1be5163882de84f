// What the program remembers, as far as the campaign asks for it. The only file that knows how history is kept.
import type { Verdict } from '../../src/core/anchor.ts'
import type { Db } from '../../db/database.ts'
import { verify } from '../../db/history.ts'
import { proposalLives } from '../../db/proposal-lives.ts'
import { lives } from '../../db/lives.ts'
import { mentions } from '../../db/mentions.ts'
import {
  hasCard,
  isClosed,
  type ConversationEvent,
} from '../../src/core/conversation/conversation.ts'
import { replayConversation } from '../../src/core/conversation/evolve.ts'
import { replay } from '../../src/core/proposal/evolve.ts'
import { current, hasEnded } from '../../src/core/proposal/proposal.ts'

/** Something a person did, by history. `text` and `mention` say which matter it really is about. */
export type Recorded = {
  about: string
  matter: number
  type: string
  user: string
  text: string
  mentions: readonly number[]
  /** Words of one of them were erased. */
  isErased: boolean
}

export type Past = {
  verdict: Verdict
  /** Everything people did. */
  byPeople: readonly Recorded[]
  /** Proposals somebody or something still waits for: their last version, counted from 1, and its text. */
  openProposals: readonly { number: number; version: number; text: string }[]
  /** Mentions whose conversation is open and must have a card of its own: the number the card names. */
  openMentions: readonly { number: number; text: string | null }[]
  /** How many measures there are about a mention. */
  measuresAbout(mention: number): number
  /** The mention a post became, by the id of its first version; `first` is the first of its conversation. */
  mentionOf(post: string): { number: number; hasWords: boolean; first: number } | 'erased' | null
  /** Everything that happened, a line each. */
  told: readonly string[]
}

type Row = {
  about: string
  matter: number
  position: number
  type: string
  at: string
  body: string
}

/** Reads what a database remembers. */
export function pastOf(db: Db): Past {
  const past = proposalLives(db)
  const kept = mentions(db)
  const talks = lives<ConversationEvent>(db, 'conversation')
  const rows = db
    .prepare<[], Row & { said: string | null }>(
      'SELECT event.*, said FROM event LEFT JOIN erasable ON event = number ORDER BY number',
    )
    .all()
  const acted = db
    .prepare<[], { about: string; matter: number; type: string; user: string }>(
      `SELECT about, matter, type, slack_user AS user FROM event JOIN person USING (actor)
       ORDER BY number`,
    )
    .all()
  const bodies = (about: string, matter: number) =>
    rows
      .filter((row) => row.about === about && row.matter === matter)
      .map(({ body, said }) => `${body}${said ?? ''}`)
  const mentionIn = (body: string) => (JSON.parse(body) as { mention?: unknown }).mention

  function mentionsOf(about: string, matter: number): number[] {
    if (about === 'conversation')
      return (
        replayConversation(matter, talks.life(matter))?.mentions.map(({ number }) => number) ?? []
      )
    if (about !== 'measure') return []
    return rows
      .filter((row) => row.about === about && row.matter === matter)
      .map(({ body }) => mentionIn(body))
      .filter((one) => typeof one === 'number')
  }

  return {
    verdict: verify(db),
    byPeople: acted.map((one) => ({
      ...one,
      text: bodies(one.about, one.matter).join('\n'),
      mentions: mentionsOf(one.about, one.matter),
      isErased: mentionsOf(one.about, one.matter).some(
        (number) => kept.get(number)?.words === null,
      ),
    })),
    openProposals: past.open().flatMap((number) => {
      const proposal = replay(number, past.life(number))
      if (proposal === null || hasEnded(proposal)) return []
      const { text } = current(proposal).content
      return [{ number, version: proposal.versions.length, text }]
    }),
    openMentions: talks.open().flatMap((number) => {
      const conversation = replayConversation(number, talks.life(number))
      if (conversation === null || isClosed(conversation) || !hasCard(conversation)) return []
      const [first] = conversation.mentions
      return [{ number: first.number, text: kept.get(first.number)?.words?.text ?? null }]
    }),
    measuresAbout: (mention) =>
      new Set(
        rows
          .filter(({ about, position, body }) => {
            return about === 'measure' && position === 1 && mentionIn(body) === mention
          })
          .map(({ matter }) => matter),
      ).size,
    mentionOf(post) {
      const known = kept.ofPost(post)
      if (known === null || known === 'erased') return known
      const talk = replayConversation(known.conversation, talks.life(known.conversation))
      const first = talk?.mentions[0].number ?? known.number
      return { number: known.number, hasWords: known.words !== null, first }
    },
    told: rows.map(
      ({ about, matter, type, at, body }) => `${at} ${about} ${matter} ${type} ${body}`,
    ),
  }
}
