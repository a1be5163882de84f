// What does the desk still owe a proposal, and from when?
import type { Instant } from '../content.ts'
import { errandDue } from '../errand.ts'
import { lasted, type Due } from '../matter.ts'
import type { ServiceHours } from '../time/service-hours.ts'
import { approvalStands } from './approve.ts'
import {
  current,
  isOpenWarning,
  isStillPublic,
  missingUploads,
  nextConsentEnd,
  nextErrand,
  type Proposal,
  type Reminder,
  type Round,
} from './proposal.ts'
import { reminderDue } from './reminders.ts'
import { callDue } from './urgency.ts'

/** One thing the desk must do for a proposal. */
export type Owed =
  /** Read the card's reactions once more, then let it expire if it is still undecided. */
  | { do: 'expire' }
  /** Call who can decide. */
  | { do: 'call'; round: Round }
  /** Tell whose turn it is that it waits. */
  | { do: 'remind'; of: Reminder }
  /** Stop and ask a person. */
  | { do: 'hold'; because: 'late' | 'changed' | 'consent-over' }
  | { do: 'send' }
  /** Pictures: the network must have them before their part is sent. */
  | { do: 'upload' }
  /** A warning holds no longer: people are asked. */
  | { do: 'lapse' }
  /** People on a picture agreed until now: somebody is asked. */
  | { do: 'ask-about-consent' }
  /** A write whose end nobody recorded; a doubt, unless it is still under way. */
  | { do: 'settle-crash' }
  | { do: 'look' }

/** How late a post may go out by itself, in milliseconds; after that a person decides whether the
 * public still needs it. */
export const latestDelay = 60 * 60_000

/** How long before a post is due its pictures are uploaded, in milliseconds: then it goes out on time. */
const uploadAhead = 5 * 60_000

/** How long a picture must still be known to the network when its post is sent, in milliseconds. */
export const uploadMargin = 10 * 60_000

/** What is owed next, or from when; null while only people can move it. Nobody is reminded outside of `hours`. Pure. */
export function due(proposal: Proposal, now: Instant, hours: ServiceHours): Due<Owed> {
  const { stage } = proposal
  switch (stage.is) {
    case 'submitted': {
      const from = expiresAt(proposal)
      // Nobody is told that a time comes which is over.
      const isOver = from !== null && from <= now
      const reminder = isOver ? null : reminderDue(proposal, now, hours)
      const word = sooner(callDue(proposal), reminder)
      if (from === null || (word !== null && word.from < from)) return word
      return { owed: { do: 'expire' }, from }
    }
    case 'approved':
    case 'waiting': {
      // Should the network want to be left alone for longer, a person is asked meanwhile.
      const { warning } = current(proposal).content
      const late = Math.min(stage.dueSince + latestDelay + 1, warning?.validUntil ?? Infinity)
      const over = nextConsentEnd(proposal) ?? Infinity
      const from = sendableFrom(proposal, now) ?? now
      if (over <= Math.max(now, from)) {
        return { owed: { do: 'hold', because: 'consent-over' }, from: over }
      }
      if (late <= Math.max(now, from)) {
        return { owed: { do: 'hold', because: 'late' }, from: late }
      }
      if (!approvalStands(proposal)) return { owed: { do: 'hold', because: 'changed' }, from }
      if (missingUploads(proposal, Math.max(now, from) + uploadMargin).length === 0) {
        return { owed: { do: 'send' }, from }
      }
      const upload = Math.max(from - uploadAhead, triedAgainFrom(proposal, now))
      // Kept waiting by the network, a person is asked when it is late, as for any other write.
      return late <= Math.max(now, upload)
        ? { owed: { do: 'hold', because: 'late' }, from: late }
        : { owed: { do: 'upload' }, from: upload }
    }
    case 'sending':
    case 'in-doubt': {
      const errand = nextErrand(proposal)
      const next = errand === null ? null : errandDue(errand, now)
      if (next === null || next.owed === 'begin') return null
      return { owed: { do: next.owed }, from: next.from }
    }
    case 'published':
    case 'withdrawn':
    case 'failed':
      return dueInPublic(proposal)
    case 'check-needed':
    case 'rejected':
    case 'expired':
      return null
  }
}

function sooner(one: Due<Owed>, other: Due<Owed>): Due<Owed> {
  if (one === null || other === null) return one ?? other
  return other.from < one.from ? other : one
}

/** A warning and a consent hold for so long; what comes first is asked about first. */
function dueInPublic(proposal: Proposal): Due<Owed> {
  const { warning } = current(proposal).content
  const lapses = isOpenWarning(proposal) && proposal.lapsedAt === null
  const lapse = lapses && warning !== undefined ? warning.validUntil : Infinity
  const consent = (isStillPublic(proposal) ? nextConsentEnd(proposal) : null) ?? Infinity
  const from = Math.min(lapse, consent)
  if (from === Infinity) return null
  return { owed: { do: from === lapse ? 'lapse' : 'ask-about-consent' }, from }
}

/** From when a picture that was not taken may be uploaded again. */
function triedAgainFrom({ uploadTrouble: trouble }: Proposal, now: Instant): Instant {
  return trouble === null ? 0 : lasted(trouble.since, trouble.retryAt - trouble.since, now)
}

/** Whether its planned time came and nobody decided. */
export function hasExpired(proposal: Proposal, now: Instant): boolean {
  const at = expiresAt(proposal)
  return at !== null && at <= now
}

/** Who stopped it after its planned time is still at it. */
function expiresAt(proposal: Proposal): Instant | null {
  const { stage } = proposal
  const { plannedAt, warning } = current(proposal).content
  if (stage.is !== 'submitted') return null
  // A warning that holds no longer warns of nothing.
  if (warning !== undefined) return Math.min(warning.validUntil, plannedAt ?? Infinity)
  if (plannedAt === null) return null
  return stage.stopped === null || stage.stopped.at < plannedAt ? plannedAt : null
}

/** The first instant at which its next part may be sent, null while nothing is to be sent. The embargo and
 * the planned time hold whatever was reckoned before and whatever the clock did since. */
export function sendableFrom({ stage, ...proposal }: Proposal, now: Instant): Instant | null {
  if (stage.is !== 'approved' && stage.is !== 'waiting') return null
  const wanted = stage.is === 'approved' ? stage.sendAt : stage.retryAt
  const { plannedAt } = current(proposal).content
  return Math.max(lasted(stage.since, wanted - stage.since, now), plannedAt ?? 0)
}
