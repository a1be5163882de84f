// The desk of proposals: what a proposal owes the public and the team, and what people say on its cards.
import { proposalLives } from '../../db/proposal-lives.ts'
import { patiently } from '../../db/turns.ts'
import { isBlank, parts, type Content, type Instant } from '../core/content.ts'
import type { Aim } from '../core/errand.ts'
import type { Outcome, Sighting } from '../core/outcome.ts'
import { isTakenOn, leavesDespite } from '../core/declaration/declaration.ts'
import { theDesk, type Actor } from '../core/people.ts'
import { awaitsConfirmation, isEnough } from '../core/proposal/approve.ts'
import {
  decideForDesk,
  targetOf,
  type DeskCommand,
  type UploadEnd,
} from '../core/proposal/decide-for-desk.ts'
import { due, uploadMargin, type Owed } from '../core/proposal/due.ts'
import { evolve } from '../core/proposal/evolve.ts'
import type { Waiting } from '../core/proposal/follow-up.ts'
import { letters, type Letter } from '../core/proposal/letters.ts'
import {
  current,
  hasActed,
  hasEnded,
  isConsentToWatch,
  isOpenWarning,
  missingCosigners,
  missingUploads,
  nextAim,
  nextErrand,
  owners,
  type Proposal,
  type ProposalEvent,
  type Reminder,
  type Round,
} from '../core/proposal/proposal.ts'
import { isUrgent } from '../core/proposal/urgency.ts'
import { monthOf, strain, type Strain } from '../core/month-budget.ts'
import { planOf, type Plan } from '../core/plan.ts'
import type { Week } from '../core/time/period.ts'
import { priceOf, proposalSheets } from './proposal-sheet.ts'
import type { Works } from './works.ts'
import { errands as openErrands } from './errands.ts'
import type { Drawing, Place } from './ports/newsroom.ts'
import type { WaitsFor } from './ports/views.ts'
import { proposalRequests, type Answered, type ProposalParts } from './proposal-requests.ts'

export type Proposals = ReturnType<typeof proposals>

/** Opens the desk of proposals. */
export function proposals(given: ProposalParts) {
  const { db, desk, network, newsroom, now, pictures, settings, mention, office } = given
  const past = proposalLives(db)
  const errands = openErrands({ network, past, targets: given.targets })
  /** Proposals this process did not begin. History may be an older copy that was put back, and then the public has
   * more of them than it says. */
  const inherited = new Set(past.open())

  const works: Works<Proposal, ProposalEvent, Owed, Letter> = {
    matter: {
      about: 'proposal',
      evolve,
      due: (proposal, at) => due(proposal, at, settings.hours),
      letters,
      rests: (proposal) =>
        hasEnded(proposal) && !isOpenWarning(proposal) && !isConsentToWatch(proposal),
    },
    carryOut,
    follows: (proposal) => {
      const { content } = current(proposal)
      if (content.kind === 'reply' || content.answers !== undefined) given.answerMoved(proposal)
      tellOriginal(proposal)
      if (answeredBy(content)?.isErased === true) forgetWords(proposal)
    },
    // An intent on record is still carried out.
    mustEnd: (owed, { number }) => owed.do === 'settle-crash' && errands.isOurs(owner(number)),
    draw,
    hears: {
      names: ['x', 'question', 'writing_hand', 'white_check_mark', 'eyes'],
      given(number, key, name, visitor, since) {
        const refusal = requests.reacted(number, versionOf(key), name, visitor, since)
        return refusal && ((channel) => void newsroom.refuse(visitor.user, channel, refusal))
      },
      takenBack: (number, key, name, visitor) => {
        const version = versionOf(key)
        if (name === 'white_check_mark')
          requests.answer(number, { do: 'stop', version, via: 'reaction' }, visitor)
        if (name === 'writing_hand')
          requests.answer(number, { do: 'withdraw-cosignature', version }, visitor)
      },
    },
  }
  const docket = desk.open(works)
  const requests = proposalRequests({
    ...{ ...given, docket, past, begin, waitingAbout },
    ...{ exceeds, redraw },
  })
  const { sheet, pageOf } = proposalSheets({
    ...{ network, pictures, past, load: docket.load, redraw, now, waitingAbout },
    ...{ lookAtPage: given.lookAtPage, elapsed: given.elapsed, open },
    ...{ zone: settings.zone, specialTimes: settings.plan.specialTimes, strainOf },
    house: settings.house,
    deciders: () => newsroom.onDuty().map((user) => desk.actor(user)),
  })

  function open(): Proposal[] {
    return docket.open().flatMap((number) => docket.load(number) ?? [])
  }

  async function carryOut(owed: Owed, proposal: Proposal): Promise<boolean> {
    const { number } = proposal
    switch (owed.do) {
      case 'send':
        return (await mayGoOut(proposal)) && begin(number)
      case 'upload':
        return upload(proposal)
      case 'call':
        return order(number, {
          ...{ do: 'record-called', round: owed.round, people: toBeCalled(owed.round, proposal) },
        })
      case 'remind':
        return order(number, {
          ...{ do: 'record-reminded', of: owed.of, people: whoseTurn(proposal, owed.of) },
        })
      case 'lapse':
      case 'ask-about-consent':
        return order(number, { do: owed.do })
      case 'look':
        return order(number, { do: 'record-look', sighting: await sight(proposal) })
      case 'settle-crash':
        return errands.take(owner(number)) ? send(proposal) : order(number, { do: 'record-crash' })
      case 'hold':
        return order(number, { do: 'hold', because: owed.because })
      case 'expire':
        // An approval given in time but not yet heard of must win over the clock.
        return (await reactionsAreRead(proposal)) && order(number, { do: 'expire' })
    }
  }

  /** Who is called: the press office but for whose words it is, else whoever the office has named for that. */
  function toBeCalled(round: Round, proposal: Proposal): Actor[] {
    const own = [...owners(proposal), ...(proposal.first === null ? [] : [proposal.first.by])]
    const there =
      round === 3
        ? []
        : newsroom
            .onDuty()
            .map((user) => desk.actor(user))
            .filter((actor) => !own.includes(actor))
    const { escalation } = settings
    return there.length > 0 || escalation === null ? there : [desk.actor(escalation)]
  }

  /** Who can move it on. Whose signature is missing is called by the department; of a planned time who wrote it hears
   * while others are asked, else who decides. */
  function whoseTurn(proposal: Proposal, of: Reminder): Actor[] {
    const { stage } = proposal
    switch (of) {
      case 'question':
        return [current(proposal).by]
      case 'signature':
        return []
      case 'confirmation':
        return [proposal.versions[0].by]
      case 'planned': {
        const isAsked = stage.is === 'submitted' && stage.question !== null
        const waitsForOthers = isAsked || missingCosigners(proposal).length > 0
        return waitsForOthers ? [current(proposal).by] : toBeCalled(1, proposal)
      }
    }
  }

  function order(number: number, command: DeskCommand): boolean {
    const decide = (proposal: Proposal) => decideForDesk(proposal, command, now())
    return 'state' in docket.apply(number, decide, theDesk)
  }

  // The intent is in history before the network hears of it. What stands in its way is asked about instead.
  function begin(number: number): boolean {
    const proposal = docket.load(number)
    if (proposal === null) return false
    const obstacle = obstacleOf(proposal)
    if (obstacle !== null) return order(number, obstacle)
    const isBegun = order(number, { do: 'begin-sending' })
    if (isBegun) errands.begin(owner(number))
    return isBegun
  }

  /** All that is missing at once; nobody sees it before the post names it. */
  async function upload(proposal: Proposal): Promise<boolean> {
    const { number, versions } = proposal
    const all = parts(current(proposal).content)
    const ends = await Promise.all(
      missingUploads(proposal, now() + uploadMargin).map(async (aim): Promise<UploadEnd> => {
        const media = all[aim.part]?.media[aim.picture]
        const picture = media === undefined ? null : pictures.get(media.sha256)
        const bytes = media === undefined ? null : pictures.bytes(media.sha256)
        if (media === undefined || picture === null || bytes === null) {
          return { aim, outcome: pictureGone }
        }
        const { type } = picture
        return { aim, outcome: await network.upload({ bytes, type, altText: media.altText }) }
      }),
    )
    return order(number, { do: 'record-uploads', version: versions.length, ends })
  }

  /** What this proposal is about hears of it once it is public, and says meanwhile that it waits. */
  function tellOriginal(proposal: Proposal): void {
    const { number, position, stage, published } = proposal
    const { original, kind } = current(proposal).content
    if (original === undefined) return
    const url = published[0]?.url ?? null
    if (stage.is === 'published') {
      order(original.proposal, { do: 'record-followed', by: number, kind, url })
    }
    if (position === 1 || hasEnded(proposal)) docket.redraw(original.proposal)
  }

  function waitingAbout(number: number): Waiting[] {
    return docket.open().flatMap((other) => {
      const proposal = docket.load(other)
      if (proposal === null || hasEnded(proposal)) return []
      const { kind, original } = current(proposal).content
      return original?.proposal === number ? [{ number: other, kind }] : []
    })
  }

  function rules() {
    return { now: now(), undo: settings.undo, house: settings.house }
  }

  function obstacleOf(proposal: Proposal): DeskCommand | null {
    const { content } = current(proposal)
    const stop = office.stop()
    if (stop !== null && !leavesDespite(stop, content.kind)) {
      return { do: 'hold', because: 'office-stopped' }
    }
    // What the public has begun to read is not left half told.
    if (!hasActed(proposal) && !isEnough(proposal, rules())) {
      return { do: 'hold', because: 'approval-missing' }
    }
    const known = proposal.published.length > 0 ? null : answeredBy(content)
    if (known === null) return null
    if (known.isErased) return { do: 'hold', because: 'mention-gone' }
    if (known.version !== content.replyTo?.version) return { do: 'rebind', version: known.version }
    return known.summons ? null : { do: 'hold', because: 'by-hand' }
  }

  /** The words of an answer go with those they answer; what may be on the network has to be looked for first. */
  function forgetWords({ number, versions, stage }: Proposal): void {
    const isLookedFor =
      stage.is === 'sending' ||
      stage.is === 'in-doubt' ||
      (stage.is === 'check-needed' && stage.because === 'doubt')
    if (!isLookedFor && versions.some(({ content }) => !isBlank(content))) docket.erase(number)
  }

  function answeredBy({ replyTo, text }: Content): Answered | null {
    return replyTo === null ? null : mention(replyTo.mention, text)
  }

  // A reaction taken back is a Stopp, and the event that tells of it may be lost: it must win over the clock. And
  // who may not approve any more has not approved.
  async function mayGoOut(proposal: Proposal): Promise<boolean> {
    const { number, approval } = proposal
    // After the clock was set nobody knows how long the approval has stood: it stands for its time once more.
    if (approval === null || desk.evenFor() < settings.undo) return false
    const isReaction = approval.via === 'reaction' || approval.first?.via === 'reaction'
    const mustRead = isReaction || isUnheard(proposal)
    if (mustRead && !(await reactionsAreRead(proposal))) return false
    for (const one of [approval, ...(approval.first === null ? [] : [approval.first])]) {
      const user = desk.slackUser(one.by)
      const standing = user === null ? 'outsider' : await newsroom.standing(user)
      // Who stood in then approved for good, also if that is over by now.
      const mayHave = standing === 'staff' && office.stoodIn(one.by, one.at)
      if (standing !== 'officer' && !mayHave) {
        return order(number, { do: 'hold', because: 'approver-gone' })
      }
    }
    return !desk.isStopping()
  }

  function isUnheard({ number, versions }: Proposal): boolean {
    const card = docket.place(cardKey(number, versions.length))
    return card !== null && desk.isUnheard(card)
  }

  async function reactionsAreRead({ number, versions }: Proposal): Promise<boolean> {
    const card = docket.place(cardKey(number, versions.length))
    return card === null || desk.hear(card, null)
  }

  // Once: whatever comes of it is recorded, and only history says whether there is another attempt.
  async function send(proposal: Proposal): Promise<boolean> {
    const errand = nextErrand(proposal)
    const part = nextPart(proposal)
    if (errand?.errand === 'delete') {
      const { number } = proposal
      const outcome = await errands.remove(errand)
      return patiently(() =>
        order(number, { do: 'record-outcome', attempt: errand.attempts, outcome }),
      )
    }
    if (errand === null || part === null) return false
    const outcome = await (async (): Promise<Outcome> => {
      // After a doubt it was looked for already, and a person has the last word.
      if (inherited.has(proposal.number) && errand.doubted === null) {
        const { sighting } = await sight(proposal)
        if (sighting === 'found') return { outcome: 'unknown', because: 'duplicate' } as const
        if (sighting === 'unreadable')
          return { outcome: 'not-sent', because: 'unreachable', until: null } as const
        // The look took its time, and people decide meanwhile.
        const after = docket.load(proposal.number)
        if (after === null || after.halted || obstacleOf(after) !== null)
          return { outcome: 'not-sent', because: 'held-back', until: null } as const
      }
      const uploads = uploadsFor(proposal, errand)
      const { madeWithAi = false } = current(proposal).content
      return errands.post(errand, part, { uploads, madeWithAi })
    })()
    const { number } = proposal
    // What the network has done must not be forgotten because somebody else writes just now.
    return patiently(() =>
      order(number, { do: 'record-outcome', attempt: errand.attempts, outcome }),
    )
  }

  /** The network's ids of the pictures of a part, in their order: the newest of each. */
  function uploadsFor({ uploads }: Proposal, { part }: Aim): string[] {
    const newest = new Map(
      uploads.filter((one) => one.part === part).map(({ picture, id }) => [picture, id]),
    )
    return [...newest].sort(([one], [other]) => one - other).map(([, id]) => id)
  }

  function sight(proposal: Proposal): Promise<Sighting> {
    const errand = nextErrand(proposal)
    const part = nextPart(proposal)
    if (part === null) throw new Error(`proposal ${proposal.number} has no part left to look for`)
    const tried = errand?.triedSince ?? now()
    const since = inherited.has(proposal.number) ? Math.min(current(proposal).at, tried) : tried
    return errands.look(errand ?? { target: targetOf(proposal), targetMoved: false }, part, since)
  }

  function nextPart(proposal: Proposal) {
    const aim = nextAim(proposal)
    return aim?.errand === 'post' ? (parts(current(proposal).content)[aim.part] ?? null) : null
  }

  function draw(proposal: Proposal, letter: Letter): ReturnType<typeof works.draw> {
    const ended = hasEnded(proposal)
    const card = (version: number) => docket.place(cardKey(proposal.number, version))
    const latest = card(proposal.versions.length)
    switch (letter.kind) {
      case 'card': {
        const isLatest = letter.version === proposal.versions.length
        return {
          once: false,
          needed: isLatest && !ended,
          ended,
          address: isQueued(proposal)
            ? 'not-yet'
            : // Withdrawn before anybody could decide about it, it concerns nobody.
              latest === null && proposal.stage.is === 'withdrawn'
              ? 'nobody'
              : { channel: settings.approvalChannel, thread: null },
          drawing: () => cardOf(proposal, letter.version, latest),
        }
      }
      case 'note': {
        const { after: then, event, calls, version } = letter
        const to = calls ? letter.to : null
        const place = card(version)
        const address = place && { channel: place.channel, thread: place.ts }
        const seal = sealOf(proposal, version)
        const drawing = (): Drawing => ({ draw: 'note', seal, proposal: then, event, to })
        return {
          ...{ once: true, quotes: true, needed: false, ended },
          ...{ address: address ?? 'not-yet', drawing },
        }
      }
      case 'call': {
        const place = card(letter.version)
        const address = place && { channel: place.channel, thread: place.ts }
        const { departments, asks } = letter
        const drawing = (): Drawing => ({ draw: 'call', proposal, departments, asks })
        return { once: true, needed: false, ended, address: address ?? 'not-yet', drawing }
      }
      case 'alarm': {
        const place = card(letter.version)
        const address = place && { channel: place.channel, thread: place.ts }
        const { round, people } = letter
        const drawing = (): Drawing => ({ draw: 'alarm', proposal, round, people })
        return { once: true, needed: false, ended, address: address ?? 'not-yet', drawing }
      }
      case 'reminder': {
        const place = card(letter.version)
        const address = place && { channel: place.channel, thread: place.ts }
        const { of, people, departments } = letter
        const drawing = (): Drawing => ({ draw: 'reminder', proposal, of, people, departments })
        return { once: true, needed: false, ended, address: address ?? 'not-yet', drawing }
      }
      case 'alarm-to': {
        const user = desk.slackUser(letter.to)
        const address = user === null ? 'nobody' : { channel: user, thread: null }
        const { round } = letter
        const drawing = (): Drawing => ({ draw: 'alarm-to', proposal, round, card: latest })
        return {
          ...{ once: true, needed: false, ended },
          ...{ address: latest === null ? 'not-yet' : address, drawing },
        }
      }
      case 'receipt': {
        const user = desk.slackUser(letter.to)
        const address = user === null ? 'nobody' : { channel: user, thread: null }
        const drawing = (): Drawing => ({
          ...{ draw: 'receipt', proposal, card: latest, waits: waitsFor(proposal) },
        })
        return { once: false, needed: false, ended, address, drawing }
      }
    }
  }

  /** What publishing it would do to the budget of the month in which it would go out; null once that is decided, and
   * without a budget. What is approved and not out yet is counted as spent. */
  function strainOf(content: Content, { number, stage }: Proposal): Strain {
    const { plannedAt, kind } = content
    const goes = Math.max(plannedAt ?? 0, now())
    const month = stage.is === 'submitted' ? given.budgets.month(goes) : null
    if (month === null) return null
    const promised = open()
      .filter((other) => other.number !== number && goesOutIn(other, monthOf(goes)))
      .reduce((sum, other) => sum + priceOf(current(other).content, network), 0)
    return strain(kind, priceOf(content, network), { ...month, promised })
  }

  function goesOutIn({ approval, versions, stage }: Proposal, month: string): boolean {
    const { plannedAt } = current({ versions }).content
    const isToCome = approval !== null && stage.is !== 'published' && stage.is !== 'check-needed'
    return isToCome && monthOf(Math.max(plannedAt ?? 0, now())) === month
  }

  function exceeds(proposal: Proposal): { spent: number; budget: number } | null {
    const said = strainOf(current(proposal).content, proposal)
    return said?.is === 'exceeded' ? { spent: said.spent, budget: said.budget } : null
  }

  /** Whether the press office does not take it on for now: its card comes when it does. */
  function isQueued({ number, versions, stage }: Proposal): boolean {
    const level = office.capacity()
    const { content } = current({ versions })
    const { kind } = content
    if (level === null || stage.is !== 'submitted' || isTakenOn(level, kind, isUrgent(content)))
      return false
    return versions.every((_, index) => docket.place(cardKey(number, index + 1)) === null)
  }

  /** Why nobody decides about it for now; null where somebody can. */
  function waitsFor(proposal: Proposal): WaitsFor {
    if (proposal.stage.is !== 'submitted') return null
    const level = isQueued(proposal) ? office.capacity() : null
    if (level !== null) return { for: 'capacity' }
    // Nobody of the press office is needed for these.
    if (current(proposal).content.stock === true || awaitsConfirmation(proposal)) return null
    return newsroom.onDuty().length === 0 ? { for: 'somebody', at: office.backAt() } : null
  }

  function sealOf({ number, versions }: Proposal, version: number): string {
    return docket.seal(number, versions[version - 1]?.position)
  }

  function cardOf(
    proposal: Proposal,
    version: number,
    latestCard: Place | null,
  ): Extract<Drawing, { draw: 'card' }> {
    const { content } = proposal.versions[version - 1] ?? proposal.versions[0]
    return {
      draw: 'card',
      proposal,
      version,
      seal: sealOf(proposal, version),
      sheet: sheet(content, proposal),
      latestCard,
      answers: answeredBy(content)?.view ?? null,
    }
  }

  /** Draws the cards of a proposal again, unless the office closes meanwhile. */
  function redraw(number: number): void {
    if (desk.isStopping()) return
    docket.redraw(number)
    void docket.settle(number)
  }

  return {
    ...requests,
    pictures,
    /** Erases the pictures nobody needs any more. */
    forgetPictures: () => pictures.forget(redraw),
    load: docket.load,
    /** The version a seal names; null for what history does not have. */
    seen(seal: string): { seal: string; number: number; version: number } | null {
      const named = desk.sealed(seal)
      if (named?.about !== 'proposal') return null
      const { versions = [] } = docket.load(named.number) ?? {}
      const version = versions.findIndex(({ position }) => position === named.position) + 1
      return version === 0 ? null : { seal, number: named.number, version }
    },
    life: docket.life,
    settle: docket.settle,
    /** The last version of a proposal as a form about it carries it. */
    latest: (proposal: Proposal) => ({
      seal: sealOf(proposal, proposal.versions.length),
      number: proposal.number,
      version: proposal.versions.length,
    }),
    /** Every proposal somebody or something is still waiting for. */
    open,
    /** The official page of a proposal that is still to go out, and what was seen of it; null where there is none. `changed`
     * is called when more is known, and must not throw. */
    pageOf: (proposal: Proposal, changed: () => void) =>
      hasEnded(proposal) ? null : pageOf(current(proposal).content, changed),
    /** The plan of a week; what has no time yet beside it: what lies in stock, the oldest first, and how much goes out as
     * soon as somebody approves it. */
    plan(week: Week): { plan: Plan; stock: Proposal[]; undated: number } {
      const all = open()
      const numbers = new Set(all.map(({ number }) => number))
      const published = past
        .postedBetween(week.from, week.to)
        .filter((number) => !numbers.has(number))
        .flatMap((number) => docket.load(number) ?? [])
      const submitted = all
        .filter(({ stage }) => stage.is === 'submitted')
        .map((proposal) => ({ proposal, content: current(proposal).content }))
      return {
        plan: planOf([...all, ...published], week, {
          ...{ zone: settings.zone, now: now(), settings: settings.plan },
        }),
        stock: submitted
          .filter(({ content }) => content.stock === true)
          .map(({ proposal }) => proposal),
        undated: submitted.filter(
          ({ content: { plannedAt, stock, kind } }) =>
            plannedAt === null && stock !== true && kind !== 'reply',
        ).length,
      }
    },
    /** What was published in a span, in the order of their numbers. */
    publishedBetween: (from: Instant, to: Instant): Proposal[] =>
      past.postedBetween(from, to).flatMap((number) => docket.load(number) ?? []),
    /** What the press office takes on, or who is there, has changed: who waits hears of it, the oldest first. */
    async officeChanged(): Promise<void> {
      for (const number of docket.open()) {
        if (docket.load(number)?.stage.is !== 'submitted') continue
        docket.redraw(number)
        await docket.settle(number)
      }
    },
    /** What a stop held back and nobody has decided about since, oldest first, with its card. */
    heldByStop: (): { number: number; card: Place | null }[] =>
      docket.open().flatMap((number) => {
        const proposal = docket.load(number)
        return proposal?.stage.is === 'check-needed' && proposal.stage.because === 'office-stopped'
          ? [{ number, card: docket.place(cardKey(number, proposal.versions.length)) }]
          : []
      }),
    /** The proposals whose words contain these, in any case, newest first; one more than `most` says that there are more. */
    find(words: string, most: number): Proposal[] {
      const sought = words.normalize('NFC').toLowerCase()
      const found: Proposal[] = []
      for (let number = past.next() - 1; number > 0 && found.length <= most; number -= 1) {
        const proposal = docket.load(number)
        const said = proposal === null ? '' : textOf(current(proposal).content)
        if (proposal !== null && said.toLowerCase().includes(sought)) found.push(proposal)
      }
      return found
    },
    /** What was published last, newest first. */
    lastPublished(limit: number): Proposal[] {
      const numbers = new Set(past.lastPosts(limit * 3).map(({ matter }) => matter))
      return [...numbers].slice(0, limit).flatMap((number) => docket.load(number) ?? [])
    },
    /** What the card of a proposal's last version shows. */
    drawing: (proposal: Proposal) => cardOf(proposal, proposal.versions.length, null),
    isQueued,
    waitsFor,
    /** What this month has cost so far, and what it may; null where the office has set no budget. */
    monthBudget: () => given.budgets.month(now()),
    /** Where the card of a proposal's last version stands; null while it is not written. */
    cardOf: ({ number, versions }: Proposal): Place | null =>
      docket.place(cardKey(number, versions.length)),
    /** The citizen changed the mention that proposals answer: each is to be decided about anew. */
    mentionChanged(numbers: readonly number[], version: number): void {
      for (const number of numbers) order(number, { do: 'rebind', version })
    },
    /** What proposals answer was erased: nothing of them goes out by itself, and their cards lose its words. */
    mentionGone(numbers: readonly number[]): void {
      for (const number of numbers) {
        const proposal = docket.load(number)
        // What answers others, too, goes out all the same.
        if (proposal === null || current(proposal).content.replyTo === null) continue
        order(number, { do: 'hold', because: 'mention-gone' })
        const held = docket.load(number)
        if (held !== null) forgetWords(held)
        docket.redraw(number)
      }
    },
  }
}

/** The words of a content with the texts of its pictures. */
function textOf(content: Content): string {
  const texts = parts(content).flatMap(({ text, media }) => [
    text,
    ...media.map(({ altText }) => altText),
  ])
  return texts.join('\n')
}

const pictureGone = {
  outcome: 'refused',
  because: 'bad-media',
  status: 0,
  detail: 'The picture is erased.',
} as const

function owner(number: number): string {
  return `proposal/${number}`
}

function cardKey(number: number, version: number): string {
  return `proposal/${number}/card/${version}`
}

function versionOf(key: string): number {
  return Number(/\/card\/(\d+)$/.exec(key)?.[1] ?? 0)
}
