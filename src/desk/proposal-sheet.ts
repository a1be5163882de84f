// What a card shows of a version besides its life: the words weighed and priced, the pictures, the official page, and what
// else repeats what is corrected.
import type { ProposalLives } from '../../db/proposal-lives.ts'
import { consentTo, parts, type AttachedPicture, type Content } from '../core/content.ts'
import { preElectionsAt, twiceApprovedIn, type HouseRules } from '../core/house-rules.ts'
import { kinds } from '../core/kinds.ts'
import type { Actor } from '../core/people.ts'
import type { Strain } from '../core/month-budget.ts'
import type { LookAtPage } from '../core/page.ts'
import { mindedOn, tooCloseTo, type SpecialTime } from '../core/plan.ts'
import { localOf } from '../core/time/calendar.ts'
import type { Waiting } from '../core/proposal/follow-up.ts'
import {
  current,
  hasEnded,
  isStillPublic,
  owners,
  type Proposal,
} from '../core/proposal/proposal.ts'
import { repeated } from '../core/repeats.ts'
import { pages } from './pages.ts'
import type { DeskPictures } from './pictures.ts'
import type { Network } from './ports/network.ts'
import type { OriginalView, PictureView, SeenPage, Sheet } from './ports/views.ts'

/** How many of our last posts are compared with what is corrected. */
const mostCompared = 200

/** How long before the end of a consent that is said, in milliseconds. */
const endsSoonWithin = 14 * 24 * 60 * 60_000

/** Opens the sheets of proposals. `redraw` draws the cards of a proposal again. */
export function proposalSheets(given: {
  network: Network
  pictures: DeskPictures
  past: ProposalLives
  load: (number: number) => Proposal | null
  lookAtPage: LookAtPage | null
  now: () => number
  elapsed: () => number
  waitingAbout: (number: number) => readonly Waiting[]
  redraw: (number: number) => void
  /** The proposals somebody or something is still waiting for. */
  open: () => readonly Proposal[]
  specialTimes: readonly SpecialTime[]
  strainOf: (content: Content, proposal: Proposal) => Strain
  zone: string
  house: HouseRules
  /** Who is there and can decide. */
  deciders: () => readonly Actor[]
}) {
  const { network, pictures, past, load, now, waitingAbout, redraw, zone } = given
  const pageSeen = pages({ look: given.lookAtPage, elapsed: given.elapsed })

  /** Weighs and prices a content exactly as it would be published. */
  function sheet(content: Content, proposal: Proposal): Sheet {
    const { number, stage } = proposal
    const all = parts(content)
    // The page matters to whoever decides; later the card is left alone.
    const { link } = content
    const url = link !== null && 'url' in link && !hasEnded(proposal) ? link.url : null
    const look = (page: string) =>
      stage.is === 'submitted' ? pageSeen(page, () => redraw(number)) : null
    return {
      parts: all.map(({ text }, part) => ({
        text,
        weighed: network.weigh(text),
        pictures: (content.pictures ?? [])
          .filter((picture) => picture.part === part)
          .map((picture) => pictureView(picture, content, number)),
      })),
      price: priceOf(content, network),
      strain: given.strainOf(content, proposal),
      repeats: stage.is === 'submitted' ? repeatsOf(content) : [],
      original: hasEnded(proposal) ? null : originalOf(content, number),
      waiting: waitingAbout(number),
      ...planning(content, proposal),
      preElection: preElectionOf(content, proposal),
      account: isAskedAbout(proposal) ? network.linkToAccount() : null,
      page: url === null ? null : { url, seen: look(url) },
    }
  }

  /** What planning has to mind, while it can be planned otherwise. */
  function planning({ plannedAt }: Content, proposal: Proposal): Pick<Sheet, 'near' | 'minded'> {
    if (plannedAt === null || hasEnded(proposal)) return { near: [], minded: [] }
    const { date } = localOf(plannedAt, zone)
    return {
      near: tooCloseTo(proposal, given.open()),
      minded: mindedOn(date, given.specialTimes),
    }
  }

  /** A card of what has ended otherwise says nothing of it. */
  function preElectionOf(content: Content, proposal: Proposal): Sheet['preElection'] {
    const { stage, published, first } = proposal
    const at = published[0]?.at ?? Math.max(content.plannedAt ?? 0, now())
    const isOver = hasEnded(proposal) && stage.is !== 'published'
    if (content.stock === true || isOver) return null
    const twice = twiceApprovedIn(content, at, given.house)
    const period = twice ?? preElectionsAt(at, given.house)[0]
    if (period === undefined) return null
    const isTwice = twice !== null && stage.is !== 'published'
    const own = [...owners(proposal), ...(first === null ? [] : [first.by])]
    const others = given.deciders().filter((actor) => !own.includes(actor))
    // Before the first approval it is enough that two can decide.
    const isToTell = isTwice && stage.is === 'submitted' && (first !== null || others.length < 2)
    return {
      ...{ until: period.until, isTwice },
      second: isToTell ? (first === null ? others.slice(1) : others) : null,
    }
  }

  /** What a version is about, as the public reads it. */
  function originalOf({ original }: Content, number: number): OriginalView | null {
    const proposal = original === undefined ? null : load(original.proposal)
    if (proposal === null) return null
    const { content } = current(proposal)
    const others = proposal.followed.filter(({ by }) => {
      const other = load(by)
      return other !== null && isStillPublic(other)
    })
    return {
      proposal,
      pictures: (content.pictures ?? []).map((one) => pictureView(one, content, number)),
      others: others.map(({ by, kind, url }) => ({ number: by, kind, url })),
    }
  }

  /** What else is public and repeats what a correction is about. */
  function repeatsOf({ kind, original }: Content): Sheet['repeats'] {
    const wrong = original === undefined ? null : load(original.proposal)
    if (kind !== 'correction' || wrong === null) return []
    const { text } = current(wrong).content
    const others = new Set(past.lastPosts(mostCompared).map(({ matter }) => matter))
    others.delete(wrong.number)
    return [...others].flatMap((number) => {
      const other = load(number)
      if (other === null || other.followed.some((one) => one.kind !== 'warning')) return []
      const { content } = current(other)
      const words = content.kind === 'correction' ? null : repeated(text, content.text)
      return words === null ? [] : [{ number, kind: content.kind, words }]
    })
  }

  function pictureView(
    { sha256, altText, credit, shown }: AttachedPicture,
    { plannedAt }: Content,
    number: number,
  ): PictureView {
    const known = pictures.get(sha256)
    if (known?.preview === null) {
      void pictures.preview(sha256).then((file) => {
        if (file !== null) redraw(number)
      })
    }
    const until = consentTo(shown)?.until ?? Infinity
    const soon = Math.max(plannedAt ?? 0, now()) + endsSoonWithin
    return {
      ...{ altText, credit, shown, file: known?.preview ?? null },
      consent: until <= now() ? 'over' : until <= soon ? 'ends-soon' : 'holds',
      isErased: known === null,
    }
  }

  /** The official page of what goes out or is decided about, and what was seen of it; null where there is none. `changed`
   * is called when more is known, and must not throw. */
  function pageOf({ link }: Content, changed: () => void): SeenPage | null {
    if (link === null || !('url' in link)) return null
    return { url: link.url, seen: pageSeen(link.url, changed) }
  }

  return { sheet, pageOf }
}

/** What publishing a content costs, in USD; for what deletes posts, that too. Pure. */
export function priceOf(
  content: Content,
  network: Pick<Network, 'price' | 'removalPrice'>,
): number {
  const removed = kinds[content.kind].deletes ? (content.original?.posts.length ?? 0) : 0
  return network.price(parts(content), content.kind === 'reply') + removed * network.removalPrice
}

/** Whether somebody is asked whether it is public. */
function isAskedAbout({ stage }: Proposal): boolean {
  return stage.is === 'check-needed' && stage.because === 'doubt'
}
