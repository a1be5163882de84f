// May this happen, if the desk itself asks it? A refusal means that the world moved on: nothing is done.
import type { Content, Instant } from '../content.ts'
import { aimOf, endOfAttempt, type Target } from '../errand.ts'
import { kinds, type Kind } from '../kinds.ts'
import type { Actor } from '../people.ts'
import type { HideOutcome, Outcome, Sighting, UploadOutcome } from '../outcome.ts'
import { approvalStands } from './approve.ts'
import { happens, type Decision } from './command.ts'
import { ended, halt, isUnsent, isWaitingToBeSent, underway } from './stage.ts'
import { hasExpired, sendableFrom, uploadMargin } from './due.ts'
import { fingerprint } from './fingerprint.ts'
import {
  current,
  hasEnded,
  isOpenWarning,
  isStillPublic,
  missingUploads,
  nextAim,
  nextConsentEnd,
  nextErrand,
  type HeldBecause,
  type Proposal,
  type ProposalEvent,
  type Reminder,
  type Round,
  type UploadAim,
} from './proposal.ts'
import { isToBeReminded } from './reminders.ts'
import { callDue } from './urgency.ts'

/** What the desk itself does to a proposal. */
export type DeskCommand =
  | { do: 'expire' }
  | { do: 'hold'; because: HeldBecause }
  /** The mention it answers reads differently now. */
  | { do: 'rebind'; version: number }
  | { do: 'begin-sending' }
  | { do: 'record-outcome'; attempt: number; outcome: Outcome | HideOutcome }
  | { do: 'record-uploads'; version: number; ends: readonly UploadEnd[] }
  /** Another proposal, about this one, is public. */
  | { do: 'record-followed'; by: number; kind: Kind; url: string | null }
  | { do: 'record-called'; round: Round; people: readonly Actor[] }
  | { do: 'record-reminded'; of: Reminder; people: readonly Actor[] }
  | { do: 'lapse' }
  | { do: 'ask-about-consent' }
  | { do: 'record-crash' }
  | { do: 'record-look'; sighting: Sighting }

/** How the upload of one picture ended. */
export type UploadEnd = { aim: UploadAim; outcome: UploadOutcome }

/** Decides what the desk itself asks. */
export function decideForDesk(proposal: Proposal, command: DeskCommand, now: Instant): Decision {
  switch (command.do) {
    case 'expire':
      if (hasExpired(proposal, now)) return happens({ type: 'expired' })
      return proposal.stage.is === 'submitted'
        ? { refused: 'too-early' }
        : (ended(proposal) ?? underway(proposal))
    case 'hold':
      return hold(proposal, command.because)
    case 'rebind':
      return rebind(proposal, command.version)
    case 'begin-sending':
      return beginSending(proposal, now)
    case 'record-outcome':
      return recordOutcome(proposal, command, now)
    case 'record-crash': {
      const aim = nextAim(proposal)
      return aim !== null && proposal.stage.is === 'sending'
        ? happens({ type: 'in-doubt', ...aim, because: 'crash' })
        : { refused: 'nothing-to-check' }
    }
    case 'record-uploads':
      return recordUploads(proposal, command, now)
    case 'record-followed': {
      const { by, kind, url } = command
      const isKnown = proposal.followed.some((one) => one.by === by)
      return isKnown ? { refused: 'nothing-changed' } : happens({ type: 'followed', by, kind, url })
    }
    case 'record-called': {
      const { round, people } = command
      const version = proposal.versions.length
      const next = callDue(proposal)
      return next !== null && next.owed.round === round && next.from <= now
        ? happens({ type: 'called', version, round, people })
        : { refused: 'too-early' }
    }
    case 'record-reminded': {
      const { of, people } = command
      const version = proposal.versions.length
      return isToBeReminded(proposal, of)
        ? happens({ type: 'reminded', version, of, people })
        : { refused: 'nothing-changed' }
    }
    case 'lapse': {
      const { warning } = current(proposal).content
      const isOver = warning !== undefined && warning.validUntil <= now
      return isOver && isOpenWarning(proposal) && proposal.lapsedAt === null
        ? happens({ type: 'lapsed' })
        : { refused: 'nothing-to-check' }
    }
    case 'ask-about-consent': {
      const until = isStillPublic(proposal) ? nextConsentEnd(proposal) : null
      return until !== null && until <= now && hasEnded(proposal)
        ? happens({ type: 'consent-ended', until })
        : { refused: 'nothing-to-check' }
    }
    case 'record-look':
      return recordLook(proposal, command.sighting)
  }
}

/** What can be missing at any time, decided or not. */
const vanishes: readonly HeldBecause[] = ['mention-gone', 'consent-withdrawn']

function hold(proposal: Proposal, because: HeldBecause): Decision {
  if (because === 'stopped') return ended(proposal) ?? halt(proposal)
  const { stage } = proposal
  const isNews = stage.is !== 'check-needed' || stage.because !== because
  // What it answers can vanish at any time; everything else is only asked about what would go out.
  const canBeHeld =
    isWaitingToBeSent(proposal) || (vanishes.includes(because) && isUnsent(proposal) && isNews)
  return canBeHeld ? happens({ type: 'held', because }) : (ended(proposal) ?? underway(proposal))
}

function rebind(proposal: Proposal, version: number): Decision {
  const { content } = current(proposal)
  const { replyTo } = content
  if (replyTo === null || replyTo.version === version) return { refused: 'nothing-changed' }
  if (!isUnsent(proposal)) return ended(proposal) ?? underway(proposal)
  const bound: Content = { ...content, replyTo: { ...replyTo, version } }
  return happens({ type: 'rebound', content: bound, hash: fingerprint(bound) })
}

function beginSending(proposal: Proposal, now: Instant): Decision {
  const from = sendableFrom(proposal, now)
  const aim = nextAim(proposal)
  if (from === null || aim === null) return ended(proposal) ?? underway(proposal)
  if (now < from) return { refused: 'too-early' }
  if (!approvalStands(proposal)) return { refused: 'changed-since-approval' }
  if (missingUploads(proposal, now).length > 0) return { refused: 'too-early' }
  return happens({
    type: 'begun',
    ...aim,
    attempt: (nextErrand(proposal)?.attempts ?? 0) + 1,
    target: targetOf(proposal),
    hash: current(proposal).hash,
  })
}

/** What the next write is about: the post to delete, or what the next part hangs on: the part before it, the mention it
 * answers, or the end of what it is about, so that who reads the one finds the other. */
export function targetOf(proposal: Proposal): Target {
  const aim = nextAim(proposal)
  const { original, kind, replyTo } = current(proposal).content
  const posts = original?.posts ?? []
  if (aim?.errand === 'delete') return { post: posts[aim.part] ?? '' }
  const before = proposal.published.findLast(({ network }) => network === aim?.network)
  if (before !== undefined) return { post: before.id }
  const last = posts.at(-1)
  return last === undefined || kinds[kind].deletes ? replyTo : { post: last }
}

/** What is not known to be taken is uploaded again: nobody sees it. What came for an older version counts for nothing. */
function recordUploads(
  proposal: Proposal,
  { version, ends }: Extract<DeskCommand, { do: 'record-uploads' }>,
  now: Instant,
): Decision {
  if (version !== proposal.versions.length || !isWaitingToBeSent(proposal)) {
    return ended(proposal) ?? underway(proposal)
  }
  const isMissing = ({ part, picture }: UploadAim) =>
    missingUploads(proposal, now + uploadMargin).some(
      (one) => one.part === part && one.picture === picture,
    )
  const events = ends
    .filter(({ aim }) => isMissing(aim))
    .map(({ aim, outcome }): ProposalEvent => {
      switch (outcome.outcome) {
        case 'uploaded':
          return { type: 'uploaded', ...aim, id: outcome.id, until: outcome.until }
        case 'refused': {
          const { because, status, detail } = outcome
          return { type: 'upload-refused', ...aim, because, status, detail }
        }
        case 'not-sent':
          return { type: 'not-uploaded', ...aim, because: outcome.because, until: outcome.until }
        case 'unknown':
          return { type: 'not-uploaded', ...aim, because: 'unreachable', until: null }
      }
    })
  // One refusal is the end of it; of what else went wrong, one is enough to tell.
  const good = events.filter(({ type }) => type === 'uploaded')
  const bad = events.filter(({ type }) => type !== 'uploaded')
  const worst = bad.find(({ type }) => type === 'upload-refused') ?? bad[0]
  const all = worst === undefined ? good : [...good, worst]
  return all.length === 0 ? { refused: 'nothing-changed' } : happens(...all)
}

function recordOutcome(
  proposal: Proposal,
  { attempt, outcome }: Extract<DeskCommand, { do: 'record-outcome' }>,
  now: Instant,
): Decision {
  const errand = nextErrand(proposal)
  if (errand?.stage.is !== 'under-way' || errand.attempts !== attempt) {
    return { refused: 'nothing-to-check' }
  }
  // A picture may be gone sooner than the network said. Once it is uploaded anew; then it is the picture.
  const isForgotten =
    outcome.outcome === 'refused' &&
    outcome.because === 'bad-media' &&
    attempt === 1 &&
    proposal.uploads.some(({ part }) => part === errand.part)
  return isForgotten
    ? happens({ type: 'not-sent', ...aimOf(errand), because: 'picture-gone', until: null })
    : happens(endOfAttempt(errand, outcome, now))
}

function recordLook(proposal: Proposal, sighting: Sighting): Decision {
  const aim = nextAim(proposal)
  if (aim === null || proposal.stage.is !== 'in-doubt') return { refused: 'nothing-to-check' }
  return sighting.sighting === 'found'
    ? happens({ type: 'posted', ...aim, id: sighting.id, url: sighting.url, how: 'found' })
    : happens({ type: 'looked', ...aim, sighting: sighting.sighting })
}
