// The moderation desk: takes in what citizens write to the office, keeps its cards true, and forgets in time.
// Like the desk of proposals it keeps nothing in memory that a crash could lose.
import type { Db } from '../../db/database.ts'
import { evidence as evidenceOf, type KeptEvidence } from '../../db/evidence.ts'
import { forms } from '../../db/forms.ts'
import { floods as floodsOf, type Flood } from '../../db/floods.ts'
import { history } from '../../db/history.ts'
import { lives } from '../../db/lives.ts'
import { inTurns } from '../../db/turns.ts'
import type { Mentions, RememberedMention } from '../../db/mentions.ts'
import { people } from '../../db/people.ts'
import { slackMessages } from '../../db/slack-messages.ts'
import type { Instant } from '../core/content.ts'
import { soundsLikeEmergency, suggestConcern } from '../core/conversation/concerns.ts'
import {
  isClosed,
  type Conversation,
  type ConversationEvent,
  type ErasedBecause,
  type Mention,
} from '../core/conversation/conversation.ts'
import {
  decideInConversation,
  decideInConversationForDesk,
  type ConversationCommand,
  type ConversationDecision,
  type ConversationDeskCommand,
} from '../core/conversation/decide.ts'
import {
  deadlineOf,
  evidenceDue,
  reminderDue,
  retentionDue,
  type Retention,
} from '../core/conversation/due.ts'
import { replayConversation } from '../core/conversation/evolve.ts'
import { conversationMessages, type ConversationMessage } from '../core/conversation/letters.ts'
import type { ConversationRefusal } from '../core/conversation/refusal.ts'
import { isOpen, serviceTimeBetween, type ServiceHours } from '../core/time/service-hours.ts'
import { endOf } from '../core/proposal/proposal.ts'
import { theDesk } from '../core/people.ts'
import type { Visitor } from './desk.ts'
import type { Answer } from './proposal-requests.ts'
import type { Proposals } from './proposals.ts'
import type { Lanes } from './lanes.ts'
import type { Address, Letter, Mailroom } from './mailroom.ts'
import type { ReadFailed } from '../core/outcome.ts'
import type { Incoming, Network } from './ports/network.ts'
import type { Drawing, Newsroom, Place } from './ports/newsroom.ts'
import type { MentionView } from './ports/views.ts'

export type ModerationSettings = {
  moderationChannel: string
  approvalChannel: string
  hours: ServiceHours
  retention: Retention
  /** More than `mentions` posted within `within` milliseconds are a flood. */
  flood: { mentions: number; within: number }
  /** Slack user who hears of a call for help outside service hours; null if nobody is named. */
  escalation: string | null
}

export type ModerationParts = {
  db: Db
  network: Network
  newsroom: Newsroom
  desk: Proposals
  mentions: Mentions
  lanes: Lanes
  mail: Mailroom
  now: () => Instant
  /** How much time passes, in milliseconds, whatever the wall clock is set to. */
  elapsed: () => number
  settings: ModerationSettings
  /** Mentions were erased: whoever else keeps words about them forgets these too. */
  erased: (mentions: readonly number[]) => void
}

/** What came of a request about a conversation. */
export type ModerationAnswer = { conversation: Conversation } | ConversationRefusal

/** X indexes late: each reading goes back this far before the last one, in milliseconds. */
const overlap = 60 * 60_000
/** How far back the very first reading goes, in milliseconds. */
const firstReading = 24 * 60 * 60_000
/** How often a mention is looked up on the network (R-19: within 24 hours), in milliseconds. */
const recheckAfter = 20 * 60 * 60_000

/** How long reading rests after a failure, in milliseconds. */
const pauses: Record<ReadFailed['failed'], number> = {
  'rate-limit': 60_000,
  unreachable: 60_000,
  'no-credit': 15 * 60_000,
  unauthorized: 15 * 60_000,
  unreadable: 15 * 60_000,
}

/** Longer than this nobody's wish keeps the office from asking again, in milliseconds. */
const longestPause = 15 * 60_000

export type Moderation = ReturnType<typeof moderation>

/** Opens the moderation desk on a database. Nothing happens until it is asked. */
export function moderation(given: ModerationParts) {
  const { db, network, newsroom, desk, mentions, lanes, mail, now, elapsed, settings } = given
  const conversations = lives<ConversationEvent>(db, 'conversation')
  const past = history(db)
  const floods = floodsOf(db)
  const kept = evidenceOf(db)
  const readForms = forms(db)
  const who = people(db)
  const written = slackMessages(db)
  let stopping = false
  let nextReading = -Infinity

  function load(number: number): Conversation | null {
    return replayConversation(number, conversations.life(number))
  }

  // Load, decide and append in one immediate transaction without await: nothing can come between.
  function apply(
    number: number,
    decision: (conversation: Conversation | null) => ConversationDecision,
    actor: number,
    form: string | null = null,
  ): ModerationAnswer {
    return db
      .transaction((): ModerationAnswer => {
        const conversation = load(number)
        const wasRead = form !== null && readForms.matterOf(form, 'conversation') === number
        if (conversation !== null && wasRead) return { conversation }
        const decided = decision(conversation)
        if ('refused' in decided) return decided
        const by = { actor, at: now() }
        conversations.append(number, conversation?.position ?? 0, decided.events, by)
        const after = load(number)
        if (after === null) throw new Error(`conversation ${number} was not begun`)
        if (form !== null) readForms.remember(form, 'conversation', number, now())
        return { conversation: after }
      })
      .immediate()
  }

  function applyForDesk(number: number, command: ConversationDeskCommand): boolean {
    const decide = (conversation: Conversation | null) =>
      decideInConversationForDesk(conversation, command)
    return 'conversation' in apply(number, decide, theDesk)
  }

  /** Reads what citizens wrote, unless that was done within `rhythm` milliseconds or is pointless for now.
   * What only a person can mend is told, once a day. */
  async function readIfDue(rhythm: number): Promise<void> {
    if (stopping || elapsed() < nextReading) return
    nextReading = elapsed() + rhythm
    const failed = await read()
    if (failed === null) {
      void settle()
      return
    }
    const asked = Math.min((failed.until ?? 0) - now(), longestPause)
    nextReading = elapsed() + Math.max(asked, pauses[failed.failed])
    if (failed.failed === 'rate-limit' || failed.failed === 'unreachable') return
    const because = failed.failed
    const today = new Date(now()).toISOString().slice(0, 10)
    const letter: Letter = {
      key: `trouble/${because}/${today}`,
      mark: `trouble/${because}/${today}`,
      shows: 1,
      once: true,
      needed: false,
      ended: true,
      address: { channel: settings.approvalChannel, thread: null },
      drawing: () => ({ draw: 'trouble', because }),
    }
    await mail.keepTrue(letter, () => undefined)
  }

  /** Reads what citizens wrote since the last time and takes it in. Answers with why the network told
   * nothing, null if it did. */
  async function read(): Promise<ReadFailed | null> {
    const begun = now()
    const before = mentions.readUpTo(network.name)
    // Read up to an instant that has not come: the clock was wrong then, and says nothing.
    const isKnown = before !== null && before <= begun
    const since = isKnown ? before - overlap : begun - firstReading
    const told = await network.mentions({ since })
    if ('failed' in told) return told
    // The rows and how far they reach are one truth: nothing is skipped, nothing comes twice.
    db.transaction(() => {
      for (const page of told.pages) for (const one of page) take(one)
      mentions.setReadUpTo(network.name, begun)
    }).immediate()
    return null
  }

  function take(post: Incoming): void {
    const known = mentions.ofPost(post.first)
    if (known !== null) {
      renew(known, post)
      return
    }
    const conversation = mentions.conversationOf(post) ?? answered(post) ?? conversations.next()
    const { id: latest, thread, inReplyTo, text, handle, name, media, answerable, postedAt } = post
    const words = { latest, thread, inReplyTo, text, handle, name }
    const row = { ...words, first: post.first, conversation, media, summons: answerable, postedAt }
    const mention = mentions.add({ ...row, receivedAt: now() })
    const emergency = soundsLikeEmergency(text)
    applyForDesk(conversation, {
      do: 'receive',
      received: {
        type: 'received',
        mention,
        postedAt,
        concern: suggestConcern(text),
        emergency,
        about: inReplyTo === null ? null : past.ofPost(inReplyTo),
        // A call for help always stands alone.
        collected: !emergency && load(conversation) === null && isFlooded(postedAt),
      },
    })
  }

  /** The conversation in which the office wrote what this post answers. */
  function answered({ inReplyTo }: Incoming): number | null {
    const proposal = inReplyTo === null ? null : past.ofPost(inReplyTo)
    if (proposal === null) return null
    const [first] = desk.load(proposal)?.versions ?? []
    const to = first?.content.replyTo?.mention ?? null
    return to === null ? null : (mentions.get(to)?.conversation ?? null)
  }

  function renew({ number, conversation, words }: RememberedMention, post: Incoming): void {
    if (words === null || words.latest === post.id) return
    mentions.renew(number, { latest: post.id, text: post.text })
    const emergency = soundsLikeEmergency(post.text)
    applyForDesk(conversation, { do: 'record-edit', mention: number, emergency })
  }

  function isFlooded(postedAt: Instant): boolean {
    const { mentions: most, within } = settings.flood
    if (floods.postedWithin(within, postedAt) <= most) return false
    if (floods.current() === null) {
      const by = { actor: theDesk, at: now() }
      floods.append(floods.next(), 0, [{ type: 'flood-began' }], by)
    }
    return true
  }

  /** Answers what a person asks of a conversation; the messages that follow are left to `settle`. `form` is the
   * form it was asked with, null for a button: one that was read before changes nothing more. */
  function answer(
    number: number,
    command: ConversationCommand,
    visitor: Visitor,
    form: string | null = null,
  ): ModerationAnswer {
    const by = { actor: who.actor(visitor.user), standing: visitor.standing }
    const decide = (conversation: Conversation | null): ConversationDecision =>
      conversation === null
        ? { refused: 'unknown-mention' }
        : decideInConversation(conversation, command, by, now())
    return apply(number, decide, by.actor, form)
  }

  /** Puts an answer to a mention up for approval: a proposal like any other. Refuses what `Desk.submit`
   * refuses, and an answer to what was erased. */
  function reply(
    mention: number,
    text: string,
    form: string,
    visitor: Visitor,
  ): Answer | ConversationRefusal {
    return db
      .transaction((): Answer | ConversationRefusal => {
        const known = mentions.get(mention)
        if (known === null) return { refused: 'unknown-mention' }
        if (known.words === null) return { refused: 'erased' }
        const empty = { topic: null, link: '', noLinkBecause: '', date: null, time: null }
        const said = desk.submit({ ...empty, text }, form, visitor, mention)
        if ('refused' in said) return said
        applyForDesk(known.conversation, {
          do: 'record-reply',
          proposal: said.proposal.number,
          mention,
        })
        return said
      })
      .immediate()
  }

  /** Keeps a copy of a mention as evidence. Refuses all but officers, and what was erased. */
  function holdEvidence(
    mention: number,
    until: Instant,
    visitor: Visitor,
    form: string,
  ): ModerationAnswer {
    return db
      .transaction((): ModerationAnswer => {
        const known = mentions.get(mention)
        if (known === null) return { refused: 'unknown-mention' }
        const before = load(known.conversation)
        const wasRead = readForms.matterOf(form, 'conversation') === known.conversation
        if (before !== null && wasRead) return { conversation: before }
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
        const number = kept.hold(mention, content, now())
        const said = answer(
          known.conversation,
          { do: 'hold-evidence', mention, evidence: number, until },
          visitor,
          form,
        )
        if ('refused' in said) kept.end(number)
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
  ): ModerationAnswer {
    const said = db
      .transaction((): ModerationAnswer => {
        const ended = answer(number, { do: 'end-evidence', evidence, decision }, visitor, form)
        if ('conversation' in ended) kept.end(evidence)
        return ended
      })
      .immediate()
    if ('conversation' in said) mentions.forgetForGood()
    return said
  }

  /** Erases the words of mentions: in the database at once and for good, on their cards with the next
   * settling. */
  function erase(numbers: readonly number[], because: ErasedBecause): void {
    if (numbers.length === 0) return
    db.transaction(() => {
      for (const number of numbers) {
        const known = mentions.get(number)
        if (known?.words == null) continue
        mentions.erase(number)
        applyForDesk(known.conversation, { do: 'record-erased', mention: number, because })
        const replies = repliesTo(known.conversation)
        for (const proposal of replies) desk.redraw(proposal)
        const flood = floodOf(number)
        if (flood !== null) floods.reopen(flood)
      }
      given.erased(numbers)
    }).immediate()
    // Within a larger transaction whoever began it does this when it is over.
    if (!db.inTransaction) mentions.forgetForGood()
  }

  function repliesTo(conversation: number): number[] {
    return conversations
      .life(conversation)
      .flatMap((event) => (event.type === 'reply-proposed' ? [event.proposal] : []))
  }

  function floodOf(mention: number): number | null {
    for (let number = floods.next() - 1; number > 0; number -= 1) {
      const flood = floods.get(number)
      if (flood !== null && floods.collected(flood, now()).includes(mention)) return number
    }
    return null
  }

  /** Looks up mentions that were not looked up for a day, and erases what the public cannot read any more
   * . Answers with why the network told nothing, null if it did. */
  async function recheck(): Promise<ReadFailed | null> {
    for (;;) {
      const some = mentions.unchecked(now() - recheckAfter, 100)
      if (some.length === 0) return null
      const told = await network.gone(some.map(({ latest }) => latest))
      if ('failed' in told) return told
      const gone = some.filter(({ latest }) => told.gone.has(latest))
      for (const { number } of some) mentions.checked(number, now())
      erase(
        gone.map(({ number }) => number),
        'gone',
      )
    }
  }

  /** Erases everything whose time is over, in turns: it may be a thousand conversations. */
  async function purge(): Promise<void> {
    await inTurns(db, mentions.conversations(), (number) => {
      const conversation = load(number)
      if (conversation === null) return
      erase(retentionDue(conversation, now(), settings.retention), 'retention')
    })
    mentions.forgetForGood()
  }

  // What follows from the clock and from the fate of answers.
  function attend(conversation: Conversation): void {
    const { number, replies } = conversation
    for (const reply of replies) {
      const proposal = desk.load(reply)
      const end = proposal === null ? null : endOf(proposal)
      if (end === 'published') applyForDesk(number, { do: 'record-answered', proposal: reply })
      else if (end !== null) applyForDesk(number, { do: 'record-dropped', proposal: reply })
    }
    const reminder = reminderDue(conversation, now(), settings.hours)
    if (reminder !== null) applyForDesk(number, { do: 'remind', of: reminder })
    for (const { evidence, days } of evidenceDue(conversation, now())) {
      applyForDesk(number, { do: 'remind-of-evidence', evidence, days })
    }
  }

  /** Brings everything about a conversation up to date. */
  function settleOne(number: number): Promise<void> {
    return lanes.run(`conversation ${number}`, async () => {
      const before = load(number)
      if (before === null || stopping) return
      attend(before)
      const life = conversations.life(number)
      const conversation = replayConversation(number, life)
      if (conversation === null) return
      let allTrue = true
      for (const message of conversationMessages(number, life)) {
        if (mail.isPaused()) return
        const letter = letterFor(conversation, message)
        allTrue = (await mail.keepTrue(letter, stands(number))) && allTrue
      }
      const isDone = isClosed(conversation) && conversation.evidence.length === 0
      db.transaction(() => {
        const isSame = load(number)?.position === conversation.position
        if (allTrue && isDone && isSame) conversations.close(number)
      }).immediate()
    })
  }

  function letterFor(conversation: Conversation, message: ConversationMessage): Letter {
    const { key, kind, shows } = message
    return {
      key,
      mark: key,
      shows,
      once: kind === 'note' || kind === 'escalation',
      needed: kind === 'card' && !isClosed(conversation),
      ended: isClosed(conversation),
      address: addressOf(conversation, message),
      drawing: () => drawing(conversation, message),
    }
  }

  function addressOf({ number }: Conversation, message: ConversationMessage): Address {
    const { kind } = message
    if (kind === 'card' || kind === 'alert') {
      return { channel: settings.moderationChannel, thread: null }
    }
    if (kind === 'escalation') {
      const { escalation, hours } = settings
      return escalation === null || isOpen(message.mention.receivedAt, hours)
        ? 'nobody'
        : { channel: escalation, thread: null }
    }
    const card = placeOf(`conversation/${number}/card`)
    return card === null ? 'not-yet' : { channel: card.channel, thread: card.ts }
  }

  function placeOf(key: string): Place | null {
    const message = written.get(key)
    return message?.ts == null ? null : { channel: message.channel, ts: message.ts }
  }

  // Where a card stands anew, what links to it or hangs below it must be drawn again.
  function stands(number: number) {
    return (key: string, where: Place, { anew, found }: { anew: boolean; found: boolean }) => {
      if (found) void hear(where)
      if (!anew || key !== `conversation/${number}/card`) return
      for (const mention of load(number)?.mentions ?? []) {
        written.shown(`conversation/${number}/alert/${mention.number}`, 0)
      }
    }
  }

  function drawing(conversation: Conversation, message: ConversationMessage): Drawing {
    const card = placeOf(`conversation/${conversation.number}/card`)
    switch (message.kind) {
      case 'card':
        return {
          draw: 'mention-card',
          now: now(),
          conversation,
          mention: viewOf(message.mention),
          about: aboutOf(message.mention),
          deadline: deadlineOf(conversation, settings.hours),
          answeredAfter: answeredAfter(conversation),
          byHand: byHand(message.mention.number),
        }
      case 'mention':
        return { draw: 'mention', conversation, mention: viewOf(message.mention) }
      case 'note':
        return { draw: 'mention-note', conversation, event: message.event, to: message.to }
      case 'alert':
      case 'escalation':
        return {
          draw: 'alert',
          conversation,
          mention: viewOf(message.mention),
          card,
          escalates: message.kind === 'escalation',
        }
    }
  }

  /** A mention with its words, as far as they are still there. */
  function viewOf({ number, postedAt, edited, emergency, erased }: Mention): MentionView {
    const words = mentions.get(number)?.words ?? null
    return {
      number,
      postedAt,
      edited,
      emergency,
      erased,
      words:
        words === null
          ? null
          : {
              text: words.text,
              handle: words.handle,
              name: words.name,
              link: network.linkToMention(words.latest, words.handle),
              media: mentions.get(number)?.media ?? 0,
            },
    }
  }

  function aboutOf({ about }: Mention): { number: number; url: string } | null {
    const [first] = about === null ? [] : (desk.load(about)?.published ?? [])
    return about === null || first === undefined ? null : { number: about, url: first.url }
  }

  /** The clock of the first answer runs in service hours only, from the first mention's arrival. */
  function answeredAfter({ firstAnsweredAt, mentions: [first] }: Conversation): number | null {
    return firstAnsweredAt === null
      ? null
      : serviceTimeBetween(first.receivedAt, firstAnsweredAt, settings.hours)
  }

  /** Where a person answers by hand; null where the network takes our answer. */
  function byHand(mention: number): string | null {
    const { words, summons } = mentions.get(mention) ?? { words: null, summons: true }
    return words === null || summons ? null : network.answerByHand(words.latest, '')
  }

  /** What reactions on a card say: 👀 takes it, 🗂️ notes it. Each one given counts once. */
  async function hear(place: Place): Promise<void> {
    await lanes.run(`reactions ${place.channel} ${place.ts}`, async () => {
      const key = written.at(place.channel, place.ts)?.key ?? ''
      const [, number] = /^conversation\/(\d+)\/card$/.exec(key) ?? []
      if (number === undefined) return
      const reactions = await newsroom.reactions(place)
      if (reactions === null || reactions === 'gone' || 'busy' in reactions) return
      const before = written.reactions(key)
      for (const { user, name } of reactions) {
        const command = commandOf(name)
        const actor = who.actor(user)
        const isKnown = before.some((one) => one.actor === actor && one.name === name)
        if (command === null || isKnown) continue
        const standing = await newsroom.standing(user)
        written.remember(key, { actor, name })
        const said = answer(Number(number), command, { user, standing })
        if ('refused' in said) void newsroom.refuseAtModeration(user, place.channel, said)
      }
      for (const gone of before) {
        const user = who.slackUser(gone.actor)
        const isThere = reactions.some((one) => one.user === user && one.name === gone.name)
        if (!isThere) written.dropped(key, gone)
      }
      void settleOne(Number(number))
    })
  }

  /** Brings the collecting card and the alarm of every flood up to date, and ends floods that ebbed. */
  function settleFloods(): Promise<void> {
    return lanes.run('floods', async () => {
      const going = floods.current()
      const { mentions: most, within } = settings.flood
      if (going !== null && floods.postedWithin(within, now()) <= most / 2) {
        const by = { actor: theDesk, at: now() }
        floods.append(going.number, 1, [{ type: 'flood-ended' }], by)
      }
      for (const number of floods.open()) {
        const flood = floods.get(number)
        if (flood === null || stopping) continue
        let allTrue = true
        for (const letter of floodLetters(flood)) {
          allTrue = (await mail.keepTrue(letter, () => undefined)) && allTrue
        }
        if (allTrue && flood.until !== null) floods.close(number)
      }
    })
  }

  function floodLetters(flood: Flood): Letter[] {
    const numbers = floods.collected(flood, now())
    const all = numbers.flatMap((number) => mentionOf(number) ?? [])
    const erased = all.filter((mention) => mention.erased !== null).length
    const common = { once: false, needed: flood.until === null, ended: flood.until !== null }
    const shows = numbers.length + erased + (flood.until === null ? 1 : 2)
    const draw = (): Drawing => ({
      draw: 'flood',
      isOver: flood.until !== null,
      mentions: all.map(viewOf),
    })
    return [
      {
        ...common,
        key: `flood/${flood.number}/card`,
        mark: `flood/${flood.number}/card`,
        shows,
        address: { channel: settings.moderationChannel, thread: null },
        drawing: draw,
      },
      {
        ...common,
        once: true,
        key: `flood/${flood.number}/alarm`,
        mark: `flood/${flood.number}/alarm`,
        shows: 1,
        address: { channel: settings.approvalChannel, thread: null },
        drawing: () => ({
          draw: 'flood-alarm',
          mentions: numbers.length,
          card: placeOf(`flood/${flood.number}/card`),
        }),
      },
    ]
  }

  function mentionOf(number: number): Mention | null {
    const conversation = mentions.get(number)?.conversation
    const all = conversation === undefined ? [] : (load(conversation)?.mentions ?? [])
    return all.find((mention) => mention.number === number) ?? null
  }

  /** One message in the morning of a service day instead of a ping per case; none if nothing is open. Whether
   * nothing of it is owed any more. */
  async function digest(date: string): Promise<boolean> {
    const open = conversations.open().flatMap((number) => load(number) ?? [])
    const waiting = open.filter((conversation) => !isClosed(conversation))
    if (waiting.length === 0) return true
    const letter: Letter = {
      key: `digest/${date}`,
      mark: `digest/${date}`,
      shows: 1,
      once: true,
      needed: false,
      ended: true,
      address: { channel: settings.moderationChannel, thread: null },
      drawing: () => ({ draw: 'digest', ...countsOf(waiting) }),
    }
    return mail.keepTrue(letter, () => undefined)
  }

  function countsOf(open: readonly Conversation[]) {
    const isOverdue = (conversation: Conversation) =>
      (deadlineOf(conversation, settings.hours)?.full ?? Infinity) <= now()
    const endOfDay = now() + 12 * 60 * 60_000
    return {
      fresh: open.filter(({ stage }) => stage.is === 'new').length,
      claimed: open.filter(({ stage }) => stage.is === 'claimed').length,
      resubmitted: open.filter(({ stage }) => stage.is === 'waiting' && stage.until <= endOfDay)
        .length,
      overdue: open.filter((one) => one.stage.is !== 'waiting' && isOverdue(one)).length,
    }
  }

  /** Does everything that is owed now. */
  async function settle(): Promise<void> {
    if (stopping) return
    await Promise.all([...conversations.open().map(settleOne), settleFloods()])
  }

  return {
    readIfDue,
    read,
    recheck,
    purge,
    digest,
    erase,
    forgetForGood: () => {
      mentions.forgetForGood()
    },
    /** Goes on forgetting what somebody reading the file kept from being forgotten; whether nothing is left. */
    forgetOwed: () => mentions.forgetOwed(),
    answer,
    reply,
    holdEvidence,
    endEvidence,
    hear,
    settleOne,

    /** A conversation as it is now, null if there is none. */
    conversation: load,
    life: (number: number) => conversations.life(number),
    /** The conversation a mention belongs to, and the mention with its words. */
    mention(number: number): { conversation: Conversation; view: MentionView } | null {
      const mention = mentionOf(number)
      const conversation = mention === null ? null : load(mentions.get(number)?.conversation ?? 0)
      return mention === null || conversation === null
        ? null
        : { conversation, view: viewOf(mention) }
    },
    /** A measure was carried out: nothing more is owed to the citizen. */
    measureTaken(conversation: number, measure: number): void {
      if (applyForDesk(conversation, { do: 'record-measure', measure }))
        void settleOne(conversation)
    },
    /** Whether the network could hide a mention: only what hangs below a post of ours. */
    isHideable(number: number): boolean {
      const words = mentions.get(number)?.words
      return words != null && past.ofPost(words.thread) !== null
    },
    /** The address of a mention on the network; null once erased. */
    postOf: (number: number): string | null => mentions.get(number)?.words?.latest ?? null,
    /** Every conversation somebody still waits in, the one due first in front. */
    open(): { conversation: Conversation; due: Instant | null; view: MentionView }[] {
      return conversations
        .open()
        .flatMap((number) => load(number) ?? [])
        .filter((conversation) => !isClosed(conversation))
        .map((conversation) => ({
          conversation,
          due:
            conversation.stage.is === 'waiting'
              ? conversation.stage.until
              : (deadlineOf(conversation, settings.hours)?.full ?? null),
          view: viewOf(conversation.mentions[0]),
        }))
        .sort((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity))
    },
    /** Where the card of a conversation stands; null while it is not written. */
    cardOf: (number: number): Place | null => placeOf(`conversation/${number}/card`),
    /** Everything kept of a handle: mentions and evidence. */
    about(handle: string): { mentions: RememberedMention[]; evidence: KeptEvidence[] } {
      return { mentions: mentions.ofHandle(handle), evidence: kept.ofHandle(handle) }
    },

    settle,
    /** Reads the reactions on every open card: what events missed is made up for. */
    async readAllReactions(): Promise<void> {
      for (const number of conversations.open()) {
        const card = placeOf(`conversation/${number}/card`)
        if (card !== null) await hear(card)
      }
    },
    /** Begins nothing more. */
    stop(): void {
      stopping = true
    },
  }
}

/** What a reaction on a card asks for. */
function commandOf(name: string): ConversationCommand | null {
  if (name === 'eyes') return { do: 'claim' }
  return name === 'card_index_dividers' ? { do: 'note' } : null
}
