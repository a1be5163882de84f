// What people ask of proposals: drafts read, links understood, and each request decided.
import { drafts } from '../../db/drafts.ts'
import { forms } from '../../db/forms.ts'
import type { ProposalLives } from '../../db/proposal-lives.ts'
import {
  asksForOccasion,
  twiceApprovedIn,
  type HouseRules,
  type PreElection,
} from '../core/house-rules.ts'
import type { Kind } from '../core/kinds.ts'
import type { LookAtPage } from '../core/page.ts'
import {
  parts,
  withoutHandle,
  type Content,
  type Instant,
  type MentionVersion,
  type Warning,
} from '../core/content.ts'
import { leavesDespite } from '../core/declaration/declaration.ts'
import { shortened, type PressRelease, type Shortened } from '../core/press-release.ts'
import { mayTakePart, type Actor } from '../core/people.ts'
import type { PlanSettings } from '../core/plan.ts'
import type { ServiceHours } from '../core/time/service-hours.ts'
import { decideForDesk } from '../core/proposal/decide-for-desk.ts'
import { type Command, type Rules } from '../core/proposal/command.ts'
import { decide, propose } from '../core/proposal/decide.ts'
import { canBeHalted, isWaitingToBeSent } from '../core/proposal/stage.ts'
import {
  dividedDraft,
  read,
  readReply,
  readTime,
  type Draft,
  type Flaw,
  type When,
} from '../core/proposal/draft.ts'
import type { PictureDraft } from '../core/proposal/picture-draft.ts'
import { due } from '../core/proposal/due.ts'
import { mayFollowUp, type About, type Waiting } from '../core/proposal/follow-up.ts'
import { current, type Proposal, type ProposalEvent } from '../core/proposal/proposal.ts'
import type { Refusal } from '../core/proposal/refusal.ts'
import type { Desk, DeskParts } from './desk.ts'
import type { Budgets } from './month-budget.ts'
import type { Targets } from './errands.ts'
import type { DeskPictures } from './pictures.ts'
import { kindTemplates, warningText } from '../wording/kinds.ts'
import { answersEmergency } from '../wording/urgency.ts'
import { consentWithdrawnReason } from '../wording/proposal-card.ts'
import type { Network } from './ports/network.ts'
import type { AnsweredView } from './ports/views.ts'
import type { Docket, Visitor } from './works.ts'

/** What is known of the mention an answer is for. */
export type Answered = {
  view: AnsweredView
  /** How often its words changed, from 1. */
  version: number
  isErased: boolean
  /** Whether the network takes our answer, or a person must post it by hand. */
  summons: boolean
}

export type ProposalParts = DeskParts & {
  desk: Desk
  network: Network
  targets: Targets
  pictures: DeskPictures
  /** What is answered together with others. */
  together: {
    /** Whether a mention still wants an answer: its words are those, and nobody gave or proposed one. */
    isOpen: (one: MentionVersion) => boolean
    /** A post that answers it is up for approval, in the same transaction. */
    proposed: (one: MentionVersion, proposal: number, by: Actor) => void
  }
  /** An answer to a mention moved on: its conversation follows, in the same transaction. */
  answerMoved: (answer: Proposal) => void
  /** The mention with this number, null if there is none. `text` is what would be answered. */
  mention: (number: number, text: string) => Answered | null
  /** What the press office has declared. */
  office: {
    /** What leaves while there is a stop; null where there is none. */
    stop: () => 'nothing' | 'warnings' | null
    /** What is taken on; null for everything. */
    capacity: () => 'yellow' | 'red' | null
    /** When the first of those who are away is back; null where nobody says. */
    backAt: () => Instant | null
    /** Whether somebody stood in for the press office at an instant. */
    stoodIn: (actor: Actor, at: Instant) => boolean
  }
  /** What a month costs. */
  budgets: Pick<Budgets, 'month'>
  /** Looks at official pages while somebody decides; null where the office does not want that. */
  lookAtPage: LookAtPage | null
  /** `templates` are the texts of the Textbausteine for answers, `postTemplates` those for posts. */
  settings: {
    approvalChannel: string
    zone: string
    /** Slack user id of who is called where nobody of the press office answers; null for nobody. */
    escalation: string | null
    /** What a warning says of official warnings; null for nothing. */
    nina: string | null
    undo: number
    hours: ServiceHours
    /** What the office has set for itself about approvals. */
    house: HouseRules
    plan: PlanSettings
    templates: readonly string[]
    postTemplates: readonly string[]
  }
}

/** A picture that comes with a form: a file that may still have to be fetched, or one that is kept; with what was said
 * about it so far. */
export type Carried = {
  file: string | null
  sha256: string | null
  name: string
  said: Omit<PictureDraft, 'sha256'>
  /** Nobody wanted it when the form was last drawn. It stays in the list: what is ticked there goes by its place. */
  isLeftOut?: boolean
}

/** What is kept of a form of several steps. */
export type KeptDraft = {
  /** The version it replaces, as its card carries it; null for a first one. */
  seal: string | null
  /** What the form is for, and what it does not ask. */
  fixed: Pick<Draft, 'kind' | 'original' | 'topic' | 'answers'>
  /** Pictures that were there before anybody chose one in the form. */
  carried: readonly Carried[]
  /** What was typed in the first step, and the pictures it goes with. */
  typed: Draft | null
  chosen: readonly Carried[]
}

/** What came of a request: the proposal as it is now, or why not. */
export type Answer = { proposal: Proposal } | Refusal

/** What a person can ask by command, button or form; texts and links still as typed. */
export type Request =
  | Exclude<Command, { do: 'revise' } | { do: 'confirm-posted' } | { do: 'reschedule' }>
  | ({ do: 'reschedule'; version: number } & When)
  | { do: 'revise'; version: number; draft: Draft; form: string }
  | { do: 'confirm-posted'; link: string }

type RequestParts = ProposalParts & {
  docket: Docket<Proposal, ProposalEvent>
  past: ProposalLives
  /** Puts the intent to send on record, or what stands in its way. */
  begin: (number: number) => boolean
  /** What is proposed about a proposal and not decided or done yet. */
  waitingAbout: (number: number) => readonly Waiting[]
  /** What would be spent in the month if it were approved, where that is more than there is. */
  exceeds: (proposal: Proposal) => { spent: number; budget: number } | null
  /** Draws the cards of a proposal again. */
  redraw: (number: number) => void
}

/** Opens the requests of the desk of proposals. */
export function proposalRequests(given: RequestParts) {
  const { db, desk, network, now, settings, docket, past, begin, mention, waitingAbout } = given
  const readForms = forms(db)
  const keptDrafts = drafts<KeptDraft>(db)

  const scales = () => ({
    now: now(),
    zone: settings.zone,
    house: settings.house,
    weigh: (text: string) => network.weigh(text),
    compose: (warning: Warning, isExtension: boolean) =>
      warningText(warning, { ...settings, isExtension }),
  })

  function readDraft(draft: Draft, answers: MentionVersion | null) {
    if (answers === null) {
      const templates = [...kindTemplates, ...settings.postTemplates]
      return read(draft, { ...scales(), templates })
    }
    const known = mention(answers.mention, '')?.view.mention
    const handle = known?.words?.handle
    const text = handle === undefined ? draft.text : withoutHandle(draft.text, handle)
    return readReply(text, answers, {
      ...{ ...scales(), templates: settings.templates },
      ...(known?.emergency === true && { urgent: answersEmergency }),
    })
  }

  /** The mention as it reads now. */
  function asItReads(answers: MentionVersion): MentionVersion {
    return { ...answers, version: mention(answers.mention, '')?.version ?? answers.version }
  }

  /** The draft of a post with its text divided, and what its parts weigh, where it is only too long; null where it
   * needs something else. */
  function divided(draft: Draft) {
    const by = scales()
    const inParts = dividedDraft(draft, by)
    const readOut = inParts === null ? null : read(inParts, by)
    if (inParts === null || readOut === null || 'flaws' in readOut) return null
    const lengths = parts(readOut.content).map(({ text }) => by.weigh(text).length)
    return { draft: inParts, divided: { lengths, limit: by.weigh('').limit } }
  }

  /** The draft without those who were answered, wrote anew or are gone since the form was opened. */
  function stillAsked({ answers, ...draft }: Draft): Draft {
    const open = (answers ?? []).filter(given.together.isOpen)
    return open.length === 0 ? draft : { ...draft, answers: open }
  }

  /** Puts a first version on the desk, of a post or of an answer to the mention as it read then. Refuses a flawed draft with
   * every flaw; a form that was read before gives the proposal it became. */
  function submit(
    draft: Draft,
    form: string,
    visitor: Visitor,
    answers: MentionVersion | null = null,
  ): Answer {
    return db
      .transaction((): Answer => {
        const known = past.ofForm(form)
        const before = known === null ? null : docket.load(known)
        if (before !== null) return { proposal: before }
        const readOut = readDraft(stillAsked(draft), answers)
        if ('flaws' in readOut) return { refused: 'flawed', flaws: readOut.flaws }
        const by = personOf(visitor)
        const decided = propose(readOut.content, form, by, aboutOf(readOut.content))
        if ('refused' in decided) return decided
        const proposal = docket.begin(decided.events, by.actor)
        for (const one of current(proposal).content.answers ?? [])
          given.together.proposed(one, proposal.number, by.actor)
        return { proposal }
      })
      .immediate()
  }

  /** Answers what a person asks of a proposal. The work that follows from it is left to `settle`. `form` is the form
   * it was asked with, null for a button: one that was read before changes nothing more. */
  function answer(
    number: number,
    request: Request,
    visitor: Visitor,
    form: string | null = null,
  ): Answer {
    return db
      .transaction((): Answer => {
        const before = docket.load(number)
        if (form !== null && before !== null && readForms.matterOf(form, 'proposal') === number) {
          return { proposal: before }
        }
        const command = commandOf(number, request)
        if ('refused' in command) return command
        if (command.do === 'revise' && past.ofForm(command.form) === number) {
          const proposal = docket.load(number)
          if (proposal !== null) return { proposal }
        }
        // Nobody approves what they could not see yet, by reaction either.
        if (command.do === 'approve' && before !== null && !isShown(before)) {
          return { refused: 'pictures-not-ready' }
        }
        if (command.do === 'release' && before !== null && isHeldByStop(before)) {
          return { refused: 'office-stopped' }
        }
        const by = personOf(visitor)
        const said = docket.apply(
          number,
          (one) => decide(one, command, by, rulesFor(command, one)),
          by.actor,
        )
        // Its card may be older than what is spent by now: it has to ask.
        if ('refused' in said && said.refused === 'over-budget') given.redraw(number)
        if ('refused' in said)
          return said.refused === 'unknown' ? { refused: 'unknown-proposal' } : said
        if (form !== null) readForms.remember(form, 'proposal', number, now())
        // One write to the disk for a decision and the intent that follows from it at once. Whether an approval somebody
        // else gave still stands is looked at first.
        const next = due(said.state, now(), settings.hours)
        const isTheirs = said.state.approval?.by === by.actor
        if (isTheirs && next?.owed.do === 'send' && next.from <= now()) begin(number)
        return { proposal: docket.load(number) ?? said.state }
      })
      .immediate()
  }

  /** What `answer` would refuse now, without doing anything; null if nothing. */
  function refusalOf(number: number, request: Request, visitor: Visitor): Refusal | null {
    const proposal = docket.load(number)
    if (proposal === null) return { refused: 'unknown-proposal' }
    // Whether a link is good is seen when it is there.
    const command: Command | Refusal =
      request.do === 'confirm-posted'
        ? { do: 'confirm-posted', id: '', url: '' }
        : commandOf(number, request)
    if ('refused' in command) return command
    const decided = decide(proposal, command, personOf(visitor), rulesFor(command, proposal))
    return 'refused' in decided ? decided : null
  }

  function rulesFor({ do: what }: Command, proposal: Proposal): Rules {
    const exceeds = what === 'approve' ? given.exceeds(proposal) : null
    return { now: now(), undo: settings.undo, house: settings.house, exceeds }
  }

  function commandOf(number: number, request: Request): Command | Refusal {
    if (request.do === 'revise') {
      const proposal = docket.load(number)
      const answers = proposal === null ? null : current(proposal).content.replyTo
      const readOut = readDraft(request.draft, answers && asItReads(answers))
      return 'flaws' in readOut
        ? { refused: 'flawed', flaws: readOut.flaws }
        : {
            ...{ do: 'revise', version: request.version, form: request.form },
            ...{ content: readOut.content, releases: request.draft.releases === true },
          }
    }
    if (request.do === 'reschedule') {
      const { version, stock = false } = request
      const when = readTime(request, now(), settings.zone)
      return 'flaws' in when
        ? { refused: 'flawed', flaws: when.flaws }
        : { do: 'reschedule', version, plannedAt: when.at, stock }
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

  /** Whether the newsroom shows every picture of the version that counts. */
  function isShown(proposal: Proposal): boolean {
    const { pictures = [] } = current(proposal).content
    return pictures.every(({ sha256 }) => given.pictures.get(sha256)?.preview != null)
  }

  function aboutOf({ original: named }: Content): About | null {
    const original = named === undefined ? null : docket.load(named.proposal)
    return original && { original, waiting: waitingAbout(original.number) }
  }

  function isHeldByStop(proposal: Proposal): boolean {
    const stop = given.office.stop()
    return stop !== null && !leavesDespite(stop, current(proposal).content.kind)
  }

  function personOf({ user, standing }: Visitor) {
    return { actor: desk.actor(user), standing }
  }

  return {
    divided,
    /** What is kept of a form; null where nothing is. */
    draftFor: (form: string): KeptDraft | null => keptDrafts.get(form),
    keepDraft(form: string, kept: KeptDraft): void {
      keptDrafts.put(form, kept, now())
    },
    /** Words for a post from a press release, as much of it as fits. */
    shortened: (release: PressRelease): Shortened => shortened(release, scales().weigh),
    /** The time before an election in which a draft would go out and somebody has to say why; null where nobody has. */
    periodOf(draft: Draft): PreElection | null {
      const { kind = 'post', text, stock = false } = draft
      const when = readTime(draft, now(), settings.zone)
      const at = ('at' in when ? when.at : null) ?? now()
      return stock || !asksForOccasion(kind)
        ? null
        : twiceApprovedIn({ kind, text }, at, settings.house)
    },
    /** Everything that is wrong with a draft, of a post or of an answer to a mention. */
    flawsOf(draft: Draft, answers: MentionVersion | null = null): readonly Flaw[] {
      const readOut = readDraft(draft, answers)
      return 'flaws' in readOut ? readOut.flaws : []
    },
    submit,
    answer,
    refusalOf,
    /** Why nobody can propose this about a proposal now, null if they can. */
    refusalToFollow: (original: Proposal, kind: Kind): Refusal | null =>
      mayFollowUp(kind, { original, waiting: waitingAbout(original.number) }),

    /** What a reaction on the card of a version says; null if it was taken, else why not. */
    reacted(
      number: number,
      version: number,
      name: string,
      visitor: Visitor,
      since: Instant,
    ): Refusal | null {
      const departments = given.newsroom.departmentsOf(visitor.user)
      const request = requestOf(name, version, { since, departments })
      const said = request === null ? null : answer(number, request, visitor)
      return said !== null && 'refused' in said ? said : null
    },

    /** The proposals of which some version has a picture, the newest first. */
    withPicture: (sha256: string): Proposal[] =>
      given.pictures
        .usedBy(sha256)
        .reverse()
        .flatMap((number) => docket.load(number) ?? []),

    /** Somebody on a picture does not agree any more to be seen: the deletion of every public post with it is proposed, and
     * nothing with it goes out. The same form does it once. Refuses outsiders. */
    withdrawConsent(
      sha256: string,
      visitor: Visitor,
      form: string,
    ): { deletions: number[]; held: number[] } | Refusal {
      const deletions: number[] = []
      const held: number[] = []
      const outside = mayTakePart(personOf(visitor))
      if (outside) return outside
      for (const number of given.pictures.usedBy(sha256)) {
        const proposal = docket.load(number)
        if (proposal === null) continue
        const { pictures = [], topic } = current(proposal).content
        if (proposal.published.length > 0) {
          const posts = [...proposal.published].sort((one, other) => one.part - other.part)
          const draft: Draft = {
            kind: 'retraction',
            original: { proposal: number, posts: posts.map(({ id }) => id) },
            reason: consentWithdrawnReason,
            ...{ text: '', topic, link: '', noLinkBecause: '', date: null, time: null },
          }
          const said = submit(draft, `${form}/${number}`, visitor)
          if ('proposal' in said) deletions.push(said.proposal.number)
        }
        if (!pictures.some((picture) => picture.sha256 === sha256)) continue
        const command = { do: 'hold', because: 'consent-withdrawn' } as const
        const { actor } = personOf(visitor)
        const said = docket.apply(number, (one) => decideForDesk(one, command, now()), actor)
        if ('state' in said) held.push(number)
      }
      return { deletions, held }
    },

    /** A stop begins: nothing of what may leave by itself does. Call it within the transaction that says so. */
    holdAll(actor: Actor): void {
      for (const number of docket.open()) {
        const proposal = docket.load(number)
        if (proposal === null || !canBeHalted(proposal) || !isHeldByStop(proposal)) continue
        // What is on its way keeps its outcome, and nothing of it follows.
        const because = isWaitingToBeSent(proposal) ? 'office-stopped' : 'stopped'
        docket.apply(number, (one) => decideForDesk(one, { do: 'hold', because }, now()), actor)
      }
    },
  }
}

function requestOf(
  name: string,
  version: number,
  { since, departments }: { since: Instant; departments: readonly string[] },
): Request | null {
  switch (name) {
    case 'white_check_mark':
      return { do: 'approve', version, via: 'reaction', since }
    case 'x':
      return { do: 'reject', version, reason: null, via: 'reaction' }
    case 'writing_hand':
      return { do: 'cosign', version, departments, via: 'reaction' }
    case 'question':
      return { do: 'ask', version, question: null, via: 'reaction' }
    case 'eyes':
      return { do: 'heed', version, via: 'reaction' }
    default:
      return null
  }
}
