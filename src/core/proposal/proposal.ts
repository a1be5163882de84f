// A proposal: what can happen to it (events) and what is true now (state).
import { consentTo, parts, type Content, type Instant, type NetworkName } from '../content.ts'
import { kinds, type Kind } from '../kinds.ts'
import type { Aim, Errand, ErrandEvent, OnNetwork } from '../errand.ts'
import type { Recorded as InLife } from '../matter.ts'
import type { DoubtBecause, NotSentBecause, RefusalByNetwork } from '../outcome.ts'
import type { Actor } from '../people.ts'

/** Its number among the proposals, from 1. */
export type ProposalNumber = number & { readonly is?: 'proposal' }

export type Via = 'reaction' | 'button'

/** Which picture: of a part, both counted from 0. */
export type UploadAim = { network: NetworkName; part: number; picture: number }

/** Why the desk stopped and asks a person. `changed`: not what was approved; `mention-gone`: what it answers was
 * erased meanwhile; `by-hand`: the network takes this answer only from a person's hands; `approver-gone`: who
 * approved it may not any more; `consent-withdrawn`: somebody on a picture does not agree any more; `consent-over`: the
 * same, because it was given for so long; `office-stopped`: nothing left the house for a time; `approval-missing`: by the rules of
 * the office its approval is not enough (any more); `rest-refused`: a part is public and the network refuses the next. */
export type CheckBecause =
  | 'doubt'
  | 'late'
  | 'stopped'
  | 'changed'
  | 'mention-gone'
  | 'by-hand'
  | 'approver-gone'
  | 'consent-withdrawn'
  | 'consent-over'
  | 'office-stopped'
  | 'approval-missing'
  | 'rest-refused'

type OfVersion = { version: number; hash: string; via: Via }

/** Why the desk itself holds something back. */
export type HeldBecause = Exclude<CheckBecause, 'doubt' | 'rest-refused'>

/** Versions of the text count from 1, parts of a thread from 0. */
export type ProposalEvent =
  | { type: 'proposed'; content: Content; hash: string; form: string }
  | { type: 'revised'; content: Content; hash: string; form: string }
  /** An officer changed somebody else's words and wants them to go out; a second person has to see them. */
  | { type: 'mended'; content: Content; hash: string; form: string }
  /** The same words at another time; `isApproved`: whoever moves it approves it with that. */
  | { type: 'rescheduled'; content: Content; hash: string; isApproved: boolean }
  /** The citizen changed what this answers: the same words, to be decided about anew. */
  | { type: 'rebound'; content: Content; hash: string }
  /** `since`: the first instant at which it can have been given; a reaction may have waited for the desk. `isOwn`: the
   * officer wrote it, and the office lets such posts go out so. */
  | ({ type: 'approved'; sendAt: Instant; since: Instant; isOwn?: true } & OfVersion)
  /** The first of two approvals that it needs before an election. */
  | ({ type: 'approved-once' } & OfVersion)
  /** A second person has seen what an officer mended and released. */
  | { type: 'confirmed'; version: number; hash: string; via: Via; sendAt: Instant; since: Instant }
  | { type: 'stopped'; version: number; via: Via }
  | { type: 'rejected'; version: number; reason: string | null; via: Via }
  | { type: 'reason-given'; reason: string }
  | { type: 'question-asked'; version: number; question: string | null; via: Via }
  /** The question is answered, and whoever asked decides. */
  | { type: 'question-answered'; version: number; answer: string }
  /** A department stands for what a version says, or does not any more. */
  | { type: 'cosigned'; version: number; department: string; via: Via }
  | { type: 'cosignature-withdrawn'; version: number; department: string; via: Via }
  /** Who can decide was called; the last call is for whoever the office has named for that. */
  | { type: 'called'; version: number; round: Round; people: readonly Actor[] }
  /** It waits, and whose turn it is was told. */
  | { type: 'reminded'; version: number; of: Reminder; people: readonly Actor[] }
  /** Somebody who was called says that they see to it. */
  | { type: 'heeded'; version: number; via: Via }
  | { type: 'withdrawn' }
  | { type: 'expired' }
  | { type: 'held'; because: HeldBecause }
  /** Somebody who may decide wants it to go out after all, and takes the approval over. */
  | { type: 'resumed' }
  /** The network has a picture; nobody sees it before the post names it, and it is forgotten at `until`. */
  | ({ type: 'uploaded'; id: string; until: Instant } & UploadAim)
  | ({ type: 'not-uploaded'; because: NotSentBecause; until: Instant | null } & UploadAim)
  | ({
      type: 'upload-refused'
      because: RefusalByNetwork
      status: number
      detail: string
    } & UploadAim)
  /** Another proposal said something about it in public, or took it back; `url` is what the public can read of that. */
  | { type: 'followed'; by: ProposalNumber; kind: Kind; url: string | null }
  /** A warning holds no longer, and people are asked what becomes of it. */
  | { type: 'lapsed' }
  /** It needs no all-clear. */
  | { type: 'closed' }
  /** Something public shows people who agreed until now, and somebody is asked what becomes of it. */
  | { type: 'consent-ended'; until: Instant }
  /** They agree again. */
  | { type: 'consent-renewed' }
  | ErrandEvent

/** What somebody is reminded of: its planned time comes and nobody has decided; or a question, a signature or the second
 * look at a small correction is waited for. */
export type Reminder = 'planned' | 'question' | 'signature' | 'confirmation'

/** How often was called, from 1. */
export type Round = 1 | 2 | 3

export type Recorded = InLife<ProposalEvent>

/** `position` is that of the event that made it. `isMended`: an officer made it of somebody else's words and decided
 * with it that it goes out, once a second person has seen it. */
export type Version = {
  content: Content
  hash: string
  by: Actor
  at: Instant
  position: number
  isMended: boolean
}

/** `by` decided; `confirmedBy` is the second person who saw what an officer mended, null where the words are not the
 * officer's. `first` approved before that where two had to; `isOwn`: the officer's own words, and nobody else's approval. */
export type Approval = {
  version: number
  hash: string
  by: Actor
  at: Instant
  via: Via
  confirmedBy: Actor | null
  first: FirstApproval | null
  isOwn: boolean
}

/** The first of two approvals. */
export type FirstApproval = Decided & { via: Via }

/** A part the public can read. */
export type Published = OnNetwork & { network: NetworkName; part: number; at: Instant }

export type Decided = { by: Actor; at: Instant }

export type Cosignature = Decided & { department: string; via: Via }

/** A picture the network has and forgets at `until`. */
export type Upload = UploadAim & { id: string; until: Instant }

/** What became of it after it was public. */
export type Followed = { by: ProposalNumber; kind: Kind; url: string | null; at: Instant }

export type Stage =
  | {
      is: 'submitted'
      question: (Decided & { text: string | null }) | null
      stopped: (Decided & { via: Via }) | null
    }
  /** Will be sent at `sendAt`, which was reckoned at `since`; `dueSince` is what lateness is counted from, and does
   * not move while the network makes it wait. */
  | { is: 'approved'; sendAt: Instant; since: Instant; dueSince: Instant }
  | { is: 'sending'; attempt: number; since: Instant; dueSince: Instant }
  | {
      is: 'waiting'
      because: NotSentBecause
      retryAt: Instant
      since: Instant
      dueSince: Instant
    }
  /** `released`: a person wants it sent again, and the last look decides whether that is needed. */
  | {
      is: 'in-doubt'
      because: DoubtBecause
      since: Instant
      looks: number
      released: boolean
      dueSince: Instant
    }
  | { is: 'check-needed'; because: CheckBecause; since: Instant }
  | { is: 'published'; at: Instant }
  | ({ is: 'rejected'; reason: string | null } & Decided)
  | ({ is: 'withdrawn' } & Decided)
  | { is: 'expired'; at: Instant }
  | { is: 'failed'; because: RefusalByNetwork; status: number; detail: string; at: Instant }

/** The stages nothing leads out of. */
export type End = 'published' | 'rejected' | 'withdrawn' | 'expired' | 'failed'

export type Proposal = {
  number: ProposalNumber
  /** How many events it has seen; the next one gets this plus one. */
  position: number
  versions: readonly [Version, ...Version[]]
  approval: Approval | null
  /** Of the version that counts, while the second is missing. */
  first: FirstApproval | null
  /** One for each network and part that was begun, or that a person brought to its end. */
  errands: readonly Errand[]
  published: readonly Published[]
  /** Of the version that counts. */
  cosignatures: readonly Cosignature[]
  /** The last call to decide about it, and who answered to one. */
  calls: { round: Round; at: Instant; people: readonly Actor[] } | null
  heeded: Decided | null
  /** What somebody was reminded of. */
  reminded: readonly Reminder[]
  uploads: readonly Upload[]
  /** Why a picture could not be uploaded, and when it is tried again; null where nothing is in the way. */
  uploadTrouble: { because: NotSentBecause; since: Instant; retryAt: Instant } | null
  followed: readonly Followed[]
  /** When a warning ceased to hold, and that people said it needs no all-clear. */
  lapsedAt: Instant | null
  closed: Decided | null
  /** The end of a consent that was asked about last, and whether that is still open. */
  consent: { until: Instant; isOpen: boolean } | null
  /** A person wants nothing further sent; what is on its way still gets its outcome. */
  halted: boolean
  stage: Stage
}

/** The version that counts: the last one. */
export function current({ versions }: Pick<Proposal, 'versions'>): Version {
  return versions[versions.length - 1] ?? versions[0]
}

/** Whose words it is: author and last editor never decide about them. */
export function owners(proposal: Pick<Proposal, 'versions'>): readonly Actor[] {
  return [proposal.versions[0].by, current(proposal).by]
}

/** What is to be sent next: the first part of the first network that is not public yet; null if all are. */
export function nextAim({ versions, errands }: Pick<Proposal, 'versions' | 'errands'>): Aim | null {
  const { content } = current({ versions })
  const isDone = (aim: Aim) => errandOf(errands, aim)?.stage.is === 'done'
  return aimsOf(content).find((aim) => !isDone(aim)) ?? null
}

/** Every write a content needs: one errand for each network and part. */
function aimsOf(content: Content): Aim[] {
  const all = parts(content)
  // What is gone is not found any more while the public reads why; the last part first, so that none hangs on nothing.
  const gone = kinds[content.kind].deletes ? (content.original?.posts ?? []) : []
  return content.networks.flatMap((network) => [
    ...gone.map((_, part): Aim => ({ errand: 'delete', network, part })).reverse(),
    ...all.map((_, part): Aim => ({ errand: 'post', network, part })),
  ])
}

/** The pictures that the network does not have, or will have forgotten at an instant: of every part that is not public,
 * so that no thread stops halfway for want of one. */
export function missingUploads(proposal: Proposal, at: Instant): UploadAim[] {
  const aim = nextAim(proposal)
  if (aim?.errand !== 'post') return []
  const { network } = aim
  const has = (part: number, picture: number) =>
    proposal.uploads.some((one) => one.part === part && one.picture === picture && one.until > at)
  return parts(current(proposal).content).flatMap(({ media }, part) =>
    part < aim.part
      ? []
      : media.flatMap((_, picture) => (has(part, picture) ? [] : [{ network, part, picture }])),
  )
}

/** The departments that have not signed the version that counts, in its order. */
export function missingCosigners({
  versions,
  cosignatures,
}: Pick<Proposal, 'versions' | 'cosignatures'>): string[] {
  const { cosigners = [] } = current({ versions }).content
  return cosigners.filter((key) => cosignatures.every(({ department }) => department !== key))
}

/** Whether the public has something of it already, or has lost something by it. */
export function hasActed({ errands }: Pick<Proposal, 'errands'>): boolean {
  return errands.some(({ stage }) => stage.is === 'done')
}

/** Whether the public can read something of it, and nobody has deleted that since. */
export function isStillPublic({ published, followed }: Proposal): boolean {
  return published.length > 0 && followed.every(({ kind }) => kind !== 'retraction')
}

/** When the next consent to be seen on a picture of the version that counts ends, of those nobody was asked about yet;
 * null where none does. */
export function nextConsentEnd(proposal: Pick<Proposal, 'versions' | 'consent'>): Instant | null {
  const asked = proposal.consent?.until ?? -Infinity
  const ends = (current(proposal).content.pictures ?? [])
    .map(({ shown }) => consentTo(shown)?.until ?? Infinity)
    .filter((until) => until > asked && until < Infinity)
  return ends.length === 0 ? null : Math.min(...ends)
}

/** Whether the public sees people whose consent ends some day, or has ended and nobody has said what becomes of it. */
export function isConsentToWatch(proposal: Proposal): boolean {
  return isStillPublic(proposal) && (isConsentOver(proposal) || nextConsentEnd(proposal) !== null)
}

/** Whether the public sees people who do not agree any more, and nobody has said what becomes of it. */
export function isConsentOver(proposal: Proposal): boolean {
  return isStillPublic(proposal) && proposal.consent?.isOpen === true
}

/** A public warning of which nobody has said that it is over. */
export function isOpenWarning(proposal: Proposal): boolean {
  const { content } = current(proposal)
  return (
    content.kind === 'warning' &&
    proposal.stage.is === 'published' &&
    proposal.closed === null &&
    proposal.followed.every(({ kind }) => kind === 'correction')
  )
}

/** The errand with this aim, null before it was begun. */
export function errandOf(errands: readonly Errand[], aim: Aim): Errand | null {
  return errands.find((errand) => isSameAim(errand, aim)) ?? null
}

export function isSameAim(one: Aim, other: Aim): boolean {
  return nameOf(one) === nameOf(other)
}

function nameOf({ errand, network, part }: Aim): string {
  return `${errand}/${network}/${part}`
}

/** The errand that is to be done next, null before it was begun, and where all are done. */
export function nextErrand(proposal: Proposal): Errand | null {
  const aim = nextAim(proposal)
  return aim === null ? null : errandOf(proposal.errands, aim)
}

/** How it ended, null while something can still be decided about it. */
export function endOf({ stage }: Proposal): End | null {
  switch (stage.is) {
    case 'published':
    case 'rejected':
    case 'withdrawn':
    case 'expired':
    case 'failed':
      return stage.is
    case 'submitted':
    case 'approved':
    case 'sending':
    case 'waiting':
    case 'in-doubt':
    case 'check-needed':
      return null
  }
}

/** Nothing more will be decided about it. */
export function hasEnded(proposal: Proposal): boolean {
  return endOf(proposal) !== null
}
