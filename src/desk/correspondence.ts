// The desk's correspondence with the team: which messages a proposal owes, and what people answer by reaction.
import type { History } from '../../db/history.ts'
import type { People } from '../../db/people.ts'
import type { SlackMessages } from '../../db/slack-messages.ts'
import type { Content } from '../core/content.ts'
import type { Standing } from '../core/people.ts'
import { replay } from '../core/proposal/evolve.ts'
import { messages, type Message } from '../core/proposal/letters.ts'
import { hasEnded, type Proposal } from '../core/proposal/proposal.ts'
import type { Answer, DeskParts, Request, Visitor } from './desk.ts'
import type { Lanes } from './lanes.ts'
import type { Address, Letter, Mailroom } from './mailroom.ts'
import type { Drawing, Place } from './ports/newsroom.ts'
import type { AnsweredView, Sheet } from './ports/views.ts'

type CorrespondenceParts = DeskParts & {
  past: History
  who: People
  written: SlackMessages
  lanes: Lanes
  mail: Mailroom
  sheet: (content: Content) => Sheet
  /** Something was decided: what follows from it is due. */
  decided: (number: number) => void
  answer: (number: number, request: Request, visitor: Visitor) => Answer
  /** What a content answers, with the words as far as they are still there; null for a post of its own. */
  answered: (content: Content) => AnsweredView | null
}

/** Which reaction says what; order is that of effect: a No counts before a Yes given with it. */
const verdicts = [
  { name: 'x', says: 'reject' },
  { name: 'question', says: 'ask' },
  { name: 'white_check_mark', says: 'approve' },
] as const

/** Opens the desk's correspondence. */
export function correspondence(given: CorrespondenceParts) {
  const {
    db,
    newsroom,
    settings,
    past,
    who,
    written,
    lanes,
    mail,
    sheet,
    answer,
    answered,
    decided,
  } = given
  /** Brings every message about a proposal up to date; closes the matter when nothing is owed any more. */
  function tell(number: number): Promise<void> {
    return lanes.run(`messages ${number}`, async () => {
      const life = past.life(number)
      const proposal = replay(number, life)
      if (proposal === null) return
      let allTrue = true
      for (const message of messages(number, life)) {
        if (mail.isPaused()) return
        allTrue = (await mail.keepTrue(letter(proposal, message), stands)) && allTrue
      }
      db.transaction(() => {
        const latest = replay(number, past.life(number))
        if (allTrue && latest?.position === proposal.position && hasEnded(latest))
          past.close(number)
      }).immediate()
    })
  }

  function letter(proposal: Proposal, message: Message): Letter {
    const { key, kind, shows } = message
    return {
      key,
      shows,
      once: kind === 'note',
      needed: isNeeded(proposal, key),
      ended: hasEnded(proposal),
      address: addressOf(proposal, message),
      drawing: () => drawing(proposal, message),
    }
  }

  // Where a card stands anew, what links to it must be drawn again.
  function stands(key: string, where: Place, { anew, found }: { anew: boolean; found: boolean }) {
    // While nobody knew where it was, nobody read it either.
    if (found) void hear(where)
    const card = cardOf(key)
    if (card === null || !anew) return
    written.shown(`proposal/${card.number}/receipt`, 0)
    for (let version = 1; version < card.version; version += 1) {
      written.shown(`proposal/${card.number}/card/${version}`, 0)
    }
  }

  /** Whether people still decide on this card. */
  function isNeeded(proposal: Proposal, key: string): boolean {
    return cardOf(key)?.version === proposal.versions.length && !hasEnded(proposal)
  }

  function addressOf(proposal: Proposal, message: Message): Address {
    switch (message.kind) {
      case 'card':
        return { channel: settings.approvalChannel, thread: null }
      case 'note': {
        const card = place(proposal.number, message.version)
        return card === null ? 'not-yet' : { channel: card.channel, thread: card.ts }
      }
      case 'receipt': {
        const user = who.slackUser(message.to)
        return user === null ? 'nobody' : { channel: user, thread: null }
      }
    }
  }

  function drawing(proposal: Proposal, message: Message): Drawing {
    switch (message.kind) {
      case 'card': {
        const { version } = message
        const content = (proposal.versions[version - 1] ?? proposal.versions[0]).content
        const latestCard = place(proposal.number, proposal.versions.length)
        return {
          draw: 'card',
          proposal,
          version,
          sheet: sheet(content),
          latestCard,
          answers: answered(content),
        }
      }
      case 'receipt':
        return {
          draw: 'receipt',
          proposal,
          card: place(proposal.number, proposal.versions.length),
        }
      case 'note':
        return { draw: 'note', proposal: message.after, event: message.event, to: message.to }
    }
  }

  /** Where the card of a version stands, null while it is not written. */
  function place(number: number, version: number): Place | null {
    const card = written.get(`proposal/${number}/card/${version}`)
    return card?.ts == null ? null : { channel: card.channel, ts: card.ts }
  }

  /** Reads the reactions on the card that counts. False if Slack did not answer. */
  async function readReactions(number: number): Promise<boolean> {
    const proposal = replay(number, past.life(number))
    const card = proposal === null ? null : place(number, proposal.versions.length)
    return card === null || (await hear(card))
  }

  // Reads of one card never overlap: an older answer would look like a reaction taken back.
  async function hear(card: Place): Promise<boolean> {
    // People react to everything in the channel; only our own cards are worth a question to Slack.
    if (written.at(card.channel, card.ts) === null) return true
    let heard = false
    await lanes.run(`reactions ${card.channel} ${card.ts}`, async () => {
      heard = false
      const given = await newsroom.reactions(card)
      if (given === null) return
      // Deleting a card takes nothing back that people said on it.
      if (given === 'gone') comesBack(card)
      else await decideByReactions(card, given)
      heard = true
    })
    return heard
  }

  function comesBack(place: Place): void {
    const { key = '' } = written.at(place.channel, place.ts) ?? {}
    const { number = 0 } = cardOf(key) ?? {}
    const proposal = replay(number, past.life(number))
    if (proposal === null || !isNeeded(proposal, key)) return
    written.forget(key)
    decided(number)
  }

  async function decideByReactions(
    card: Place,
    given: readonly { user: string; name: string }[],
  ): Promise<void> {
    const message = written.at(card.channel, card.ts)
    const target = message === null ? null : cardOf(message.key)
    if (message === null || target === null) return
    const standings = new Map<string, Standing>()
    const before = written.reactions(message.key)
    const isKnown = (user: string, name: string) =>
      before.some((seen) => seen.name === name && who.slackUser(seen.actor) === user)
    for (const { user, name } of given) {
      if (verdicts.some((verdict) => verdict.name === name) && !isKnown(user, name)) {
        standings.set(user, await newsroom.standing(user))
      }
    }
    const answers = db
      .transaction(() => {
        const answered: { user: string; answer: Answer }[] = []
        for (const { name, says } of verdicts) {
          for (const { user } of given.filter((reaction) => reaction.name === name)) {
            const standing = standings.get(user)
            if (standing === undefined || isKnown(user, name)) continue
            written.remember(message.key, { actor: who.actor(user), name })
            const request = requestOf(says, target.version)
            answered.push({ user, answer: answer(target.number, request, { user, standing }) })
          }
        }
        for (const gone of before) {
          const user = who.slackUser(gone.actor)
          if (given.some((one) => one.user === user && one.name === gone.name)) continue
          written.dropped(message.key, gone)
          if (gone.name !== 'white_check_mark' || user === null) continue
          // It was theirs to give, so it is theirs to take back, whatever they are by now.
          const visitor: Visitor = { user, standing: 'staff' }
          answer(target.number, { do: 'stop', version: target.version, via: 'reaction' }, visitor)
        }
        return answered
      })
      .immediate()
    decided(target.number)
    for (const { user, answer: said } of answers) {
      if ('refused' in said) void newsroom.refuse(user, card.channel, said)
    }
  }

  return {
    tell,
    place,
    readReactions,
    /** Reads the reactions on a card and decides what they say. */
    hear,
  }
}

function cardOf(key: string): { number: number; version: number } | null {
  const [, number, version] = /^proposal\/(\d+)\/card\/(\d+)$/.exec(key) ?? []
  return number === undefined ? null : { number: Number(number), version: Number(version) }
}

function requestOf(says: (typeof verdicts)[number]['says'], version: number): Request {
  switch (says) {
    case 'approve':
      return { do: 'approve', version, via: 'reaction' }
    case 'reject':
      return { do: 'reject', version, reason: null, via: 'reaction' }
    case 'ask':
      return { do: 'ask', version, question: null, via: 'reaction' }
  }
}
