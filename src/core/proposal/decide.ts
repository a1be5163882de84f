// May this happen? One function per command; each answers with events or with a refusal.
import { parts, type Content, type Instant } from '../content.ts'
import { fingerprint } from './fingerprint.ts'
import type { Outcome, Sighting } from '../outcome.ts'
import {
  current,
  endOf,
  type CheckBecause,
  type Proposal,
  type ProposalEvent,
  type Via,
} from './proposal.ts'
import type { Actor, Person } from '../people.ts'
import type { Refusal } from './refusal.ts'

/** What a person can ask of a proposal. `version` is the one they saw, counted from 1. */
export type Command =
  | { do: 'revise'; version: number; content: Content; form: string }
  | { do: 'approve'; version: number; via: Via }
  /** Takes an approval back before it is sent: anybody's Stopp, or the approver's own reaction removed. */
  | { do: 'stop'; version: number; via: Via }
  | { do: 'reject'; version: number; reason: string | null; via: Via }
  | { do: 'give-reason'; reason: string }
  | { do: 'ask'; version: number; question: string | null; via: Via }
  | { do: 'withdraw' }
  /** "Ist veröffentlicht": the person has seen it online. */
  | { do: 'confirm-posted'; id: string; url: string }
  /** "Erneut senden": the person has seen that it is not online. */
  | { do: 'release' }

/** What the desk itself does to a proposal. */
export type DeskCommand =
  | { do: 'expire' }
  | { do: 'hold'; because: Exclude<CheckBecause, 'doubt'> }
  | { do: 'begin-sending' }
  | { do: 'record-outcome'; attempt: number; outcome: Outcome }
  | { do: 'record-crash' }
  | { do: 'record-look'; sighting: Sighting }

export type Decision = { events: readonly ProposalEvent[] } | Refusal

/** Time and rules at the moment of deciding. Durations in milliseconds. */
export type Rules = { now: Instant; undo: number }

/** A first version of a proposal. Refuses outsiders. The content has been read and found good. */
export function propose(content: Content, form: string, by: Person): Decision {
  if (by.standing === 'outsider') return { refused: 'outsider' }
  return happens({ type: 'proposed', content, hash: fingerprint(content), form })
}

/** Decides what a person asks. Refuses outsiders always, ends are final, and only the version that
 * counts can be decided about. */
export function decide(
  proposal: Proposal,
  command: Command,
  by: Person,
  { now, undo }: Rules,
): Decision {
  if (by.standing === 'outsider') return { refused: 'outsider' }
  switch (command.do) {
    case 'revise':
      return revise(proposal, command)
    case 'approve':
      return approve(proposal, command, by, { now, undo })
    case 'stop':
      return stop(proposal, command, by)
    case 'reject':
      return reject(proposal, command, by)
    case 'give-reason':
      return giveReason(proposal, command.reason, by)
    case 'ask':
      return ask(proposal, command, by)
    case 'withdraw':
      return withdraw(proposal, by)
    case 'confirm-posted':
      return confirmPosted(proposal, command, by)
    case 'release':
      return release(proposal, by)
  }
}

/** Decides what the desk itself asks. A refusal here means that the world moved on: nothing is done. */
export function decideForDesk(proposal: Proposal, command: DeskCommand, now: Instant): Decision {
  switch (command.do) {
    case 'expire':
      if (hasExpired(proposal, now)) return happens({ type: 'expired' })
      return proposal.stage.is === 'submitted'
        ? { refused: 'too-early' }
        : (ended(proposal) ?? underway(proposal))
    case 'hold':
      if (command.because === 'stopped') return ended(proposal) ?? halt(proposal)
      return isWaitingToBeSent(proposal)
        ? happens({ type: 'held', because: command.because })
        : (ended(proposal) ?? underway(proposal))
    case 'begin-sending':
      return beginSending(proposal, now)
    case 'record-outcome':
      return recordOutcome(proposal, command)
    case 'record-crash':
      return proposal.stage.is === 'sending'
        ? happens({ type: 'in-doubt', part: nextPart(proposal), because: 'crash' })
        : { refused: 'nothing-to-check' }
    case 'record-look':
      return recordLook(proposal, command.sighting)
  }
}

/** Whether an approval of a version still stands for exactly what would be sent: the last
 * version, the same fingerprint, and an approver who is neither author nor last editor. */
export function approvalStands(proposal: Proposal): boolean {
  const { approval } = proposal
  return (
    approval !== null &&
    approval.version === proposal.versions.length &&
    approval.hash === fingerprint(current(proposal).content) &&
    !isOwn(proposal, approval.by)
  )
}

/** Whether its planned time came and nobody decided. Who stopped it after that time is still at it. */
export function hasExpired(proposal: Proposal, now: Instant): boolean {
  const { stage } = proposal
  const { plannedAt } = current(proposal).content
  if (stage.is !== 'submitted' || plannedAt === null || plannedAt > now) return false
  return stage.stopped === null || stage.stopped.at < plannedAt
}

/** The first instant at which its next part may be sent, null while nothing is to be sent. The embargo and
 * the planned time hold whatever was reckoned before and whatever the clock did since. */
export function sendableFrom(proposal: Proposal): Instant | null {
  const { stage } = proposal
  const plannedAt = current(proposal).content.plannedAt ?? 0
  if (stage.is === 'approved') return Math.max(stage.sendAt, plannedAt)
  return stage.is === 'waiting' ? Math.max(stage.retryAt, plannedAt) : null
}

/** Author and last editor never decide about their own words. */
export function isOwn(proposal: Proposal, actor: Actor): boolean {
  return actor === proposal.versions[0].by || actor === current(proposal).by
}

function approve(
  proposal: Proposal,
  { version, via }: Extract<Command, { do: 'approve' }>,
  by: Person,
  { now, undo }: Rules,
): Decision {
  const blocked = ended(proposal) ?? outdated(proposal, version) ?? notDecider(proposal, by)
  if (blocked) return blocked
  if (proposal.stage.is !== 'submitted') return underway(proposal)
  const { stopped } = proposal.stage
  // The reactions of a card are read again and again: the one that was stopped may still be there.
  // Only who took her own reaction back can have put it there anew.
  const isNew = stopped === null || (stopped.via === 'reaction' && stopped.by === by.actor)
  if (via === 'reaction' && !isNew) return { refused: 'stopped', by: stopped.by, at: stopped.at }
  const { hash, content } = current(proposal)
  const sendAt = Math.max(now + undo, content.plannedAt ?? 0)
  return happens({ type: 'approved', version, hash, via, sendAt })
}

function stop(
  proposal: Proposal,
  { version, via }: Extract<Command, { do: 'stop' }>,
  by: Person,
): Decision {
  const blocked = ended(proposal) ?? outdated(proposal, version)
  if (blocked) return blocked
  const { approval } = proposal
  if (approval === null) return { refused: 'not-approved' }
  // Taking a reaction back undoes what that reaction did, and only that.
  if (via === 'reaction' && (approval.via !== 'reaction' || approval.by !== by.actor)) {
    return { refused: 'not-yours' }
  }
  return isUnsent(proposal) ? happens({ type: 'stopped', version, via }) : halt(proposal)
}

/** Nothing further goes out by itself; what is on its way keeps its outcome. */
function halt(proposal: Proposal): Decision {
  return wouldGoOn(proposal) ? happens({ type: 'held', because: 'stopped' }) : underway(proposal)
}

/** Whether the desk would by itself send something of it that is not on its way yet. */
export function wouldGoOn(proposal: Proposal): boolean {
  const { stage, halted } = proposal
  if (isWaitingToBeSent(proposal)) return true
  if (halted || (stage.is !== 'sending' && stage.is !== 'in-doubt')) return false
  const hasMore = nextPart(proposal) + 1 < parts(current(proposal).content).length
  return hasMore || (stage.is === 'in-doubt' && stage.released)
}

function reject(
  proposal: Proposal,
  { version, reason, via }: Extract<Command, { do: 'reject' }>,
  by: Person,
): Decision {
  const blocked = ended(proposal) ?? outdated(proposal, version) ?? notDecider(proposal, by)
  if (blocked) return blocked
  if (!isUnsent(proposal)) return underway(proposal)
  const given = reason?.trim() ?? ''
  if (via === 'button' && given === '') return { refused: 'reason-missing' }
  return happens({ type: 'rejected', version, reason: given === '' ? null : given, via })
}

function giveReason(proposal: Proposal, reason: string, by: Person): Decision {
  const blocked = notDecider(proposal, by)
  if (blocked) return blocked
  if (proposal.stage.is !== 'rejected') return { refused: 'nothing-to-check' }
  if (proposal.stage.reason !== null) return { refused: 'reason-known' }
  const given = reason.trim()
  return given === ''
    ? { refused: 'reason-missing' }
    : happens({ type: 'reason-given', reason: given })
}

function ask(
  proposal: Proposal,
  { version, question, via }: Extract<Command, { do: 'ask' }>,
  by: Person,
): Decision {
  const blocked = ended(proposal) ?? outdated(proposal, version) ?? notDecider(proposal, by)
  if (blocked) return blocked
  const { stage } = proposal
  if (stage.is !== 'submitted') return underway(proposal)
  // A bare question mark adds nothing to a question, and would do so at every look at the card.
  if (via === 'reaction' && stage.question !== null) return { refused: 'nothing-changed' }
  const asked = question?.trim() ?? ''
  if (via === 'button' && asked === '') return { refused: 'reason-missing' }
  return happens({ type: 'question-asked', version, question: asked === '' ? null : asked, via })
}

function revise(
  proposal: Proposal,
  { version, content, form }: Extract<Command, { do: 'revise' }>,
): Decision {
  const blocked = ended(proposal) ?? outdated(proposal, version)
  if (blocked) return blocked
  if (!isUnsent(proposal)) return underway(proposal)
  return isSame(current(proposal).content, content)
    ? { refused: 'nothing-changed' }
    : happens({ type: 'revised', content, hash: fingerprint(content), form })
}

function isSame(one: Content, other: Content): boolean {
  return (
    fingerprint(one) === fingerprint(other) &&
    one.topic === other.topic &&
    JSON.stringify(one.link) === JSON.stringify(other.link)
  )
}

function withdraw(proposal: Proposal, by: Person): Decision {
  const blocked = ended(proposal)
  if (blocked) return blocked
  const { stage } = proposal
  if (by.standing !== 'officer' && !isOwn(proposal, by.actor)) return { refused: 'not-yours' }
  if (stage.is === 'check-needed') {
    // Whether the public can read a post in doubt is for an officer to say.
    return stage.because === 'doubt' && by.standing !== 'officer'
      ? { refused: 'not-an-officer' }
      : happens({ type: 'withdrawn' })
  }
  return isUnsent(proposal) ? happens({ type: 'withdrawn' }) : underway(proposal)
}

function confirmPosted(
  proposal: Proposal,
  { id, url }: Extract<Command, { do: 'confirm-posted' }>,
  by: Person,
): Decision {
  const blocked = ended(proposal)
  if (blocked) return blocked
  if (by.standing !== 'officer') return { refused: 'not-an-officer' }
  const { stage } = proposal
  if (stage.is !== 'check-needed' || !['doubt', 'by-hand'].includes(stage.because))
    return { refused: 'nothing-to-check' }
  if (proposal.published.some((part) => part.id === id)) {
    return { refused: 'post-known', number: proposal.number }
  }
  return happens({ type: 'posted', part: nextPart(proposal), id, url, how: 'told' })
}

function release(proposal: Proposal, by: Person): Decision {
  const blocked = ended(proposal)
  if (blocked) return blocked
  if (by.standing !== 'officer') return { refused: 'not-an-officer' }
  if (isOwn(proposal, by.actor)) return { refused: 'own-proposal' }
  const { stage } = proposal
  if (stage.is !== 'check-needed' || isForHands(stage.because))
    return { refused: 'nothing-to-check' }
  return approvalStands(proposal)
    ? happens({ type: 'released', part: nextPart(proposal) })
    : { refused: 'changed-since-approval' }
}

/** Sending it would lead to the same question again. */
function isForHands(because: CheckBecause): boolean {
  return because === 'mention-gone' || because === 'by-hand'
}

function beginSending(proposal: Proposal, now: Instant): Decision {
  const from = sendableFrom(proposal)
  if (from === null) return ended(proposal) ?? underway(proposal)
  if (now < from) return { refused: 'too-early' }
  if (!approvalStands(proposal)) return { refused: 'changed-since-approval' }
  return happens({
    type: 'sending',
    part: nextPart(proposal),
    attempt: proposal.attempts + 1,
    hash: current(proposal).hash,
  })
}

function recordOutcome(
  proposal: Proposal,
  { attempt, outcome }: Extract<DeskCommand, { do: 'record-outcome' }>,
): Decision {
  if (proposal.stage.is !== 'sending' || proposal.stage.attempt !== attempt) {
    return { refused: 'nothing-to-check' }
  }
  const part = nextPart(proposal)
  switch (outcome.outcome) {
    case 'posted':
      return happens({ type: 'posted', part, id: outcome.id, url: outcome.url, how: 'sent' })
    case 'refused':
      // The office may still answer by hand what the network does not take from a program.
      if (outcome.because === 'reply-not-allowed' && current(proposal).content.kind === 'reply') {
        return happens({ type: 'held', because: 'by-hand' })
      }
      // After a doubt, "duplicate" most likely means that the doubtful attempt did arrive.
      return outcome.because === 'duplicate' && proposal.doubted !== null
        ? happens({ type: 'in-doubt', part, because: 'duplicate' })
        : happens({
            type: 'refused',
            part,
            because: outcome.because,
            status: outcome.status,
            detail: outcome.detail,
          })
    case 'not-sent':
      return happens({ type: 'not-sent', part, because: outcome.because, until: outcome.until })
    case 'unknown':
      return happens({ type: 'in-doubt', part, because: outcome.because })
  }
}

function recordLook(proposal: Proposal, sighting: Sighting): Decision {
  if (proposal.stage.is !== 'in-doubt') return { refused: 'nothing-to-check' }
  const part = nextPart(proposal)
  return sighting.sighting === 'found'
    ? happens({ type: 'posted', part, id: sighting.id, url: sighting.url, how: 'found' })
    : happens({ type: 'looked', part, sighting: sighting.sighting })
}

/** The part to be sent next, counted from 0. */
export function nextPart({ published }: Proposal): number {
  return published.length
}

function happens(...events: ProposalEvent[]): Decision {
  return { events }
}

function ended(proposal: Proposal): Refusal | null {
  const stage = endOf(proposal)
  return stage === null ? null : { refused: 'already-ended', stage }
}

function outdated(proposal: Proposal, version: number): Refusal | null {
  const latest = proposal.versions.length
  return version === latest ? null : { refused: 'outdated-version', current: latest }
}

function notDecider(proposal: Proposal, by: Person): Refusal | null {
  if (by.standing !== 'officer') return { refused: 'not-an-officer' }
  return isOwn(proposal, by.actor) ? { refused: 'own-proposal' } : null
}

/** Nothing of it is public and nothing is on its way. */
function isUnsent(proposal: Proposal): boolean {
  const { stage, published } = proposal
  if (published.length > 0) return false
  if (stage.is === 'check-needed') return stage.because !== 'doubt'
  return stage.is === 'submitted' || isWaitingToBeSent(proposal)
}

function isWaitingToBeSent({ stage }: Proposal): boolean {
  return stage.is === 'approved' || stage.is === 'waiting'
}

function underway(proposal: Proposal): Refusal {
  const { stage, approval, published } = proposal
  const isInDoubt =
    stage.is === 'check-needed' ? stage.because === 'doubt' : stage.is === 'in-doubt'
  if (isInDoubt) return { refused: 'in-doubt' }
  if (approval === null) return { refused: 'not-approved' }
  if (stage.is === 'sending' || published.length > 0) return { refused: 'already-publishing' }
  return { refused: 'already-approved', by: approval.by, at: approval.at }
}
