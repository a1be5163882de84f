// The desk applies what the core decides, and carries out what the core says is owed: to the network, to
// Slack and to history. It keeps nothing in memory that a crash could lose.
import type { Db } from '../../db/database.ts'
import { history } from '../../db/history.ts'
import type { Mentions, RememberedMention } from '../../db/mentions.ts'
import { people } from '../../db/people.ts'
import { slackMessages } from '../../db/slack-messages.ts'
import { parts, tidied, type Content, type Instant } from '../core/content.ts'
import {
  decide,
  decideForDesk,
  nextPart,
  propose,
  type Command,
  type Decision,
  type DeskCommand,
} from '../core/proposal/decide.ts'
import { type Standing } from '../core/people.ts'
import { read, readReply, type Draft } from '../core/proposal/draft.ts'
import { due } from '../core/proposal/due.ts'
import { replay } from '../core/proposal/evolve.ts'
import type { Outcome, Sighting } from '../core/outcome.ts'
import { current, type Proposal, type Recorded } from '../core/proposal/proposal.ts'
import { theDesk } from '../core/people.ts'
import type { Refusal } from '../core/proposal/refusal.ts'
import { correspondence } from './correspondence.ts'
import { lanes } from './lanes.ts'
import type { Mailroom } from './mailroom.ts'
import type { Network, Sought } from './ports/network.ts'
import type { Newsroom, Place } from './ports/newsroom.ts'
import type { AnsweredView, Sheet } from './ports/views.ts'

/** What the desk is given. `fault` hears of everything unexpected; the desk itself goes on. */
export type DeskParts = {
  db: Db
  network: Network
  newsroom: Newsroom
  now: () => Instant
  mail: Mailroom
  mentions: Mentions
  settings: { approvalChannel: string; zone: string; undo: number }
  fault: (what: string, error: unknown) => void
}

/** A person at the desk: their Slack user id and what they may do there. */
export type Visitor = { user: string; standing: Standing }

/** What came of a request: the proposal as it is now, or why not. */
export type Answer = { proposal: Proposal } | Refusal

/** What a person can ask by command, button or form; texts and links still as typed. */
export type Request =
  | Exclude<Command, { do: 'revise' } | { do: 'confirm-posted' }>
  | { do: 'revise'; version: number; draft: Draft; form: string }
  | { do: 'confirm-posted'; link: string }

export type Desk = ReturnType<typeof desk>

/** Opens the desk on a database. Nothing happens until it is asked or `settle` is called. */
export function desk(given: DeskParts) {
  const { db, network, mentions, mail, now, settings, fault } = given
  const past = history(db)
  const who = people(db)
  const written = slackMessages(db)
  const work = lanes((lane, error) => {
    fault(`the work on ${lane} broke off`, error)
  })
  const letters = correspondence({
    ...given,
    past,
    who,
    written,
    sheet,
    lanes: work,
    answer,
    answered: shownAnswered,
    // Also while stopping: an intent that was recorded with the decision is still carried out.
    decided: (number) => {
      void settleOne(number)
    },
  })
  /** Proposals whose intent is on record and whose part this process is about to send. What is not in
   * here and still "sending" was begun by a process that is no more. */
  const begun = new Set<number>()
  /** Proposals this process did not begin. History may be an older copy that was put back, and then the
   * public has more of them than it says. */
  const inherited = new Set(past.open())
  let stopping = false

  function load(number: number): Proposal | null {
    return replay(number, past.life(number))
  }

  /** Weighs and prices a content exactly as it would be published. */
  function sheet(content: Content): Sheet {
    const all = parts(content)
    return {
      parts: all.map(({ text }) => ({ text, weighed: network.weigh(text) })),
      price: network.price(all, content.kind === 'reply'),
    }
  }

  // Load, decide and append in one immediate transaction without await: nothing can come between.
  function apply(
    number: number,
    decision: (proposal: Proposal) => Decision,
    actor: number,
  ): Answer {
    return db
      .transaction((): Answer => {
        const proposal = load(number)
        if (proposal === null) return { refused: 'unknown-proposal' }
        const decided = decision(proposal)
        if ('refused' in decided) return decided
        past.append(number, proposal.position, decided.events, { actor, at: now() })
        return { proposal: load(number) ?? proposal }
      })
      .immediate()
  }

  function applyForDesk(number: number, command: DeskCommand): Answer {
    return apply(number, (proposal) => decideForDesk(proposal, command, now()), theDesk)
  }

  function rules() {
    return { now: now(), undo: settings.undo }
  }

  function scales() {
    return { now: now(), zone: settings.zone, weigh: (text: string) => network.weigh(text) }
  }

  /** Puts a first version on the desk, of a post or of an answer to a mention. Refuses a flawed draft with
   * every flaw; a form that was read before gives the proposal it became. */
  function submit(
    draft: Draft,
    form: string,
    visitor: Visitor,
    mention: number | null = null,
  ): Answer {
    return db
      .transaction((): Answer => {
        const known = past.ofForm(form)
        const before = known === null ? null : load(known)
        if (before !== null) return { proposal: before }
        const readOut =
          mention === null ? read(draft, scales()) : readReply(draft.text, mention, scales())
        if ('flaws' in readOut) return { refused: 'flawed', flaws: readOut.flaws }
        const actor = who.actor(visitor.user)
        const decided = propose(readOut.content, form, { actor, standing: visitor.standing })
        if ('refused' in decided) return decided
        const number = past.next()
        const events = past.append(number, 0, decided.events, { actor, at: now() })
        const proposal = replay(number, events)
        if (proposal === null) throw new Error(`proposal ${number} was not begun`)
        return { proposal }
      })
      .immediate()
  }

  /** Answers what a person asks of a proposal. The work that follows from it is left to `settle`. */
  function answer(number: number, request: Request, visitor: Visitor): Answer {
    return db
      .transaction((): Answer => {
        const command = commandOf(number, request)
        if ('refused' in command) return command
        if (command.do === 'revise' && past.ofForm(command.form) === number) {
          const proposal = load(number)
          if (proposal !== null) return { proposal }
        }
        const by = { actor: who.actor(visitor.user), standing: visitor.standing }
        const said = apply(number, (proposal) => decide(proposal, command, by, rules()), by.actor)
        // One write to the disk for a decision and the intent that follows from it at once.
        if ('proposal' in said && due(said.proposal, now())?.owed === 'send') begin(number)
        return said
      })
      .immediate()
  }

  // The intent is in history before the network hears of it.
  function begin(number: number): boolean {
    const because = obstacle(number)
    if (because !== null) return 'proposal' in applyForDesk(number, { do: 'hold', because })
    const isBegun = 'proposal' in applyForDesk(number, { do: 'begin-sending' })
    if (isBegun) begun.add(number)
    return isBegun
  }

  /** What `answer` would refuse now, without doing anything; null if nothing. */
  function refusalOf(number: number, request: Request, visitor: Visitor): Refusal | null {
    const proposal = load(number)
    if (proposal === null) return { refused: 'unknown-proposal' }
    // Whether a link is good is seen when it is there.
    const command: Command | Refusal =
      request.do === 'confirm-posted'
        ? { do: 'confirm-posted', id: '', url: '' }
        : commandOf(number, request)
    if ('refused' in command) return command
    const by = { actor: who.actor(visitor.user), standing: visitor.standing }
    const decided = decide(proposal, command, by, rules())
    return 'refused' in decided ? decided : null
  }

  function commandOf(number: number, request: Request): Command | Refusal {
    if (request.do === 'revise') {
      const proposal = load(number)
      const mention = proposal === null ? null : current(proposal).content.replyTo
      const readOut =
        mention === null
          ? read(request.draft, scales())
          : readReply(request.draft.text, mention, scales())
      return 'flaws' in readOut
        ? { refused: 'flawed', flaws: readOut.flaws }
        : { do: 'revise', version: request.version, content: readOut.content, form: request.form }
    }
    if (request.do === 'confirm-posted') {
      const id = network.idFromLink(request.link)
      if (id === null) return { refused: 'not-our-post' }
      const proposal = past.ofPost(id)
      if (proposal !== null) return { refused: 'post-known', number: proposal }
      return { do: 'confirm-posted', id, url: network.linkTo(id) }
    }
    return request
  }

  // One proposal after the other would let a hanging network hold up all; one lane each does not.
  async function publishing(number: number): Promise<void> {
    for (;;) {
      const proposal = load(number)
      const owed = proposal === null ? null : due(proposal, now())
      if (proposal === null || owed === null || (stopping && !begun.has(number))) return
      let done: boolean
      switch (owed.owed) {
        case 'send':
          done = (await isStillWanted(proposal)) && begin(number)
          break
        case 'look':
          done = await look(proposal)
          break
        case 'settle-crash':
          done = begun.delete(number)
            ? await send(proposal)
            : 'proposal' in applyForDesk(number, { do: 'record-crash' })
          break
        case 'hold':
          done = 'proposal' in applyForDesk(number, { do: 'hold', because: owed.because })
          break
        case 'expire':
          done = await expire(number)
          break
      }
      void letters.tell(number)
      if (!done) return
    }
  }

  /** The mention a proposal's first part answers; null for a post of its own and for later parts, which hang
   * on our own post. */
  function answered(number: number): RememberedMention | null {
    const proposal = load(number)
    if (proposal === null || proposal.published.length > 0) return null
    const { replyTo } = current(proposal).content
    return replyTo === null ? null : mentions.get(replyTo)
  }

  /** What a content answers, as its card shows it. */
  function shownAnswered({ text, replyTo }: Content): AnsweredView | null {
    const mention = replyTo === null ? null : mentions.get(replyTo)
    if (mention === null) return null
    const { number, postedAt, media, summons, words } = mention
    const address = words === null ? null : network.linkToMention(words.latest, words.handle)
    return {
      mention: {
        number,
        postedAt,
        edited: false,
        emergency: false,
        erased: null,
        words: words === null || address === null ? null : { ...words, media, link: address },
      },
      byHand: words === null || summons ? null : network.answerByHand(words.latest, tidied(text)),
    }
  }

  function obstacle(number: number): 'mention-gone' | 'by-hand' | null {
    const mention = answered(number)
    if (mention === null) return null
    if (mention.words === null) return 'mention-gone'
    return mention.summons ? null : 'by-hand'
  }

  // Once: whatever comes of it is recorded, and only history says whether there is another attempt.
  async function send(proposal: Proposal): Promise<boolean> {
    if (proposal.stage.is !== 'sending') return false
    const { number, stage } = proposal
    const answered = publishOnce(proposal)
    void letters.tell(number)
    const outcome = await answered
    const recorded = { do: 'record-outcome', attempt: stage.attempt, outcome } as const
    return 'proposal' in applyForDesk(number, recorded)
  }

  async function publishOnce(proposal: Proposal): Promise<Outcome> {
    // After a doubt it was looked for already, and a person has the last word.
    if (inherited.has(proposal.number) && proposal.doubted === null) {
      const { sighting } = await sight(proposal)
      if (sighting === 'found') return { outcome: 'unknown', because: 'duplicate' }
      if (sighting === 'unreadable')
        return { outcome: 'not-sent', because: 'unreachable', until: null }
    }
    const writing = nextWriting(proposal)
    return writing.kind === 'answer-somewhere'
      ? { outcome: 'refused', because: 'target-missing', status: 0, detail: '' }
      : network.publish(writing)
  }

  function sight(proposal: Proposal): Promise<Sighting> {
    const triedSince = inherited.has(proposal.number) ? current(proposal).at : proposal.triedSince
    const since = triedSince ?? now()
    return network.find(nextWriting(proposal), since, past.postsSince(since - 60_000))
  }

  async function look(proposal: Proposal): Promise<boolean> {
    const sighting = await sight(proposal)
    return 'proposal' in applyForDesk(proposal.number, { do: 'record-look', sighting })
  }

  // A reaction taken back is a Stopp, and the event that tells of it may be lost: it must win over the clock.
  async function isStillWanted({ number, approval }: Proposal): Promise<boolean> {
    if (approval?.via !== 'reaction') return true
    return (await letters.readReactions(number)) && !stopping
  }

  // An approval given in time but not yet heard of must win over the clock.
  async function expire(number: number): Promise<boolean> {
    const heard = await letters.readReactions(number)
    return heard && 'proposal' in applyForDesk(number, { do: 'expire' })
  }

  function settleOne(number: number): Promise<void> {
    const published = work.run(`publishing ${number}`, () => publishing(number))
    return Promise.all([published, letters.tell(number)]).then(() => undefined)
  }

  return {
    submit,
    answer,
    refusalOf,

    /** The life of a proposal, empty if there is none. */
    life: (number: number): readonly Recorded[] => past.life(number),
    /** A proposal as it is now, null if there is none. */
    proposal: load,
    /** Every proposal somebody or something is still waiting for. */
    open(): Proposal[] {
      return past.open().flatMap((number) => load(number) ?? [])
    },
    /** What was published last, newest first. */
    lastPublished(limit: number): Proposal[] {
      const numbers = new Set(past.lastPosts(limit * 3).map(({ matter }) => matter))
      return [...numbers].slice(0, limit).flatMap((number) => load(number) ?? [])
    },
    /** Where the card of a proposal's last version stands; null while it is not written. */
    cardOf(proposal: Proposal): Place | null {
      return letters.place(proposal.number, proposal.versions.length)
    },
    /** The number of a Slack user in history. */
    actor: (user: string) => who.actor(user),
    slackUser: (actor: number) => who.slackUser(actor),

    /** Does everything that is owed now. Work that takes long goes on in lanes of its own; the promise
     * resolves when all of it rests. */
    async settle(): Promise<void> {
      if (stopping) return
      await Promise.all(past.open().map(settleOne))
    },
    /** Does what is owed for one proposal. */
    settleOne,

    /** Reads the reactions at a place again, if a card stands there, and decides what they say. */
    async reactionsChanged(place: Place): Promise<void> {
      await letters.hear(place)
    },
    /** Reads the reactions on every undecided or unsent card: what events missed is made up for. */
    async readAllReactions(): Promise<void> {
      await Promise.all(
        past.open().map(async (number) => {
          const proposal = load(number)
          if (proposal === null || !listensToReactions(proposal)) return
          await letters.readReactions(number)
        }),
      )
    },

    /** Takes back every approval of what is not public yet: each waits for a new decision. */
    stopPlanned(visitor: Visitor): void {
      for (const number of past.open()) {
        const proposal = load(number)
        if (proposal === null || !['approved', 'waiting'].includes(proposal.stage.is)) continue
        const version = proposal.versions.length
        answer(number, { do: 'stop', version, via: 'button' }, visitor)
        void settleOne(number)
      }
    },

    /** What its card shows besides its life has changed: it is drawn again with the next settling. */
    redraw(number: number): void {
      for (const version of load(number)?.versions.keys() ?? []) {
        written.shown(`proposal/${number}/card/${version + 1}`, 0)
      }
      past.reopen(number)
    },

    /** Begins nothing more and resolves when what runs has ended. */
    async stop(): Promise<void> {
      stopping = true
      mail.stop()
      await work.idle()
    },
  }

  function nextWriting(proposal: Proposal): Sought {
    const { content } = current(proposal)
    const part = parts(content)[nextPart(proposal)]
    if (part === undefined) throw new Error(`proposal ${proposal.number} has no part left to send`)
    const before = proposal.published.at(-1)?.id ?? null
    if (before !== null || content.kind === 'post') return { kind: 'post', part, hangsOn: before }
    const target = answered(proposal.number)?.words?.latest
    return target === undefined
      ? { kind: 'answer-somewhere', part }
      : { kind: 'answer', part, hangsOn: target }
  }
}

function listensToReactions({ stage }: Proposal): boolean {
  return stage.is === 'submitted' || stage.is === 'approved' || stage.is === 'waiting'
}
