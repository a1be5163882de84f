// May this happen, if a person asks it? One function per command; each answers with events or with a refusal.
import type { Content, Instant } from '../content.ts'
import { mayAnswerFor, mayDecide, mayTakePart, mayWithdraw } from '../people.ts'
import type { Actor, Person } from '../people.ts'
import { fingerprint, isFingerprintOf } from './fingerprint.ts'
import { mayFollowUp, type About } from './follow-up.ts'
import {
  current,
  endOf,
  hasActed,
  isConsentOver,
  isOpenWarning,
  missingCosigners,
  nextAim,
  nextErrand,
  type Approval,
  type CheckBecause,
  type Proposal,
  type ProposalEvent,
  type Via,
} from './proposal.ts'
import type { Refusal } from './refusal.ts'

/** What a person can ask of a proposal. `version` is the one they saw, counted from 1. */
export type Command =
  /** `releases`: the officer decides with it that it goes out. */
  | { do: 'revise'; version: number; content: Content; form: string; releases?: boolean }
  /** For another time; null for as soon as it is approved, or for some day where it is `stock`. */
  | { do: 'reschedule'; version: number; plannedAt: Instant | null; stock: boolean }
  /** `since`: the first instant at which it can have been given (UTC milliseconds), null for now. */
  | { do: 'approve'; version: number; via: Via; since: Instant | null }
  /** Takes an approval back before it is sent: anybody's Stopp, or the approver's own reaction removed. */
  | { do: 'stop'; version: number; via: Via }
  | { do: 'reject'; version: number; reason: string | null; via: Via }
  | { do: 'give-reason'; reason: string }
  | { do: 'ask'; version: number; question: string | null; via: Via }
  | { do: 'answer-question'; version: number; answer: string }
  | { do: 'withdraw' }
  /** "Steht schon auf X": the person has seen it online. */
  | { do: 'confirm-posted'; id: string; url: string }
  /** "Jetzt senden": the person wants it to go out after all. */
  | { do: 'release' }
  /** The person has seen that it is gone. */
  | { do: 'confirm-deleted' }
  /** Stands for a version in the name of departments: those the person belongs to. */
  | { do: 'cosign'; version: number; departments: readonly string[]; via: Via }
  /** Takes back what a reaction signed. */
  | { do: 'withdraw-cosignature'; version: number }
  /** Whoever was called sees to it. */
  | { do: 'heed'; version: number; via: Via }
  /** A warning needs no all-clear. */
  | { do: 'close' }
  /** Who is seen on the pictures agrees again. */
  | { do: 'renew-consent' }

export type Decision = { events: readonly ProposalEvent[] } | Refusal

/** Time and rules at the moment of deciding. Durations in milliseconds. */
export type Rules = { now: Instant; undo: number }

/** A first version of a proposal. The content has been read and found good; `about` is what it is about, null where that
 * is nothing public of ours. Refuses outsiders, and what is proposed already or comes too late. */
export function propose(
  content: Content,
  form: string,
  by: Person,
  about: About | null = null,
): Decision {
  return (
    mayTakePart(by) ??
    (about === null ? null : mayFollowUp(content.kind, about)) ??
    happens({ type: 'proposed', content, hash: fingerprint(content), form })
  )
}

/** Decides what a person asks. Refuses outsiders always, ends are final, and only the version that
 * counts can be decided about. */
export function decide(proposal: Proposal, command: Command, by: Person, rules: Rules): Decision {
  const outside = mayTakePart(by)
  if (outside) return outside
  switch (command.do) {
    case 'revise':
      return revise(proposal, command, by)
    case 'reschedule':
      return reschedule(proposal, command, by, rules)
    case 'approve':
      return approve(proposal, command, by, rules)
    case 'stop':
      return stop(proposal, command, by)
    case 'reject':
      return reject(proposal, command, by)
    case 'give-reason':
      return giveReason(proposal, command.reason, by)
    case 'ask':
      return ask(proposal, command, by)
    case 'answer-question':
      return answerQuestion(proposal, command)
    case 'withdraw':
      return withdraw(proposal, by)
    case 'confirm-posted':
      return confirmPosted(proposal, command, by)
    case 'release':
      return release(proposal, by)
    case 'confirm-deleted':
      return confirmDeleted(proposal, by)
    case 'cosign':
      return cosign(proposal, command)
    case 'withdraw-cosignature':
      return withdrawCosignature(proposal, command.version, by)
    case 'heed':
      return heed(proposal, command, by)
    case 'close':
      return mayAnswerFor(by) ?? close(proposal)
    case 'renew-consent':
      return mayAnswerFor(by) ?? renewConsent(proposal)
  }
}

function renewConsent(proposal: Proposal): Decision {
  return isConsentOver(proposal)
    ? happens({ type: 'consent-renewed' })
    : { refused: 'nothing-to-check' }
}

function close(proposal: Proposal): Decision {
  return isOpenWarning(proposal) ? happens({ type: 'closed' }) : { refused: 'nothing-to-check' }
}

/** Whether an approval of a version still stands for exactly what would be sent: the last version, the same
 * fingerprint, and an approver who is neither author nor last editor; or an officer's own words that somebody else has
 * seen. */
export function approvalStands(proposal: Proposal): boolean {
  const { approval } = proposal
  return (
    approval !== null &&
    approval.version === proposal.versions.length &&
    isFingerprintOf(approval.hash, current(proposal).content) &&
    hasFourEyes(proposal, approval)
  )
}

function hasFourEyes(proposal: Proposal, { by, confirmedBy }: Approval): boolean {
  const { by: editor, isMended } = current(proposal)
  return confirmedBy === null
    ? !owners(proposal).includes(by)
    : isMended && by === editor && confirmedBy !== by
}

/** Whether a version an officer mended waits for somebody else to see it; not any more once somebody stopped it or has a
 * question. Pure. */
export function awaitsConfirmation(proposal: Proposal): boolean {
  const { stage } = proposal
  return (
    current(proposal).isMended &&
    stage.is === 'submitted' &&
    stage.stopped === null &&
    stage.question === null
  )
}

/** Whose words it is: author and last editor never decide about them. */
export function owners(proposal: Proposal): readonly Actor[] {
  return [proposal.versions[0].by, current(proposal).by]
}

function approve(
  proposal: Proposal,
  { version, via, since }: Extract<Command, { do: 'approve' }>,
  by: Person,
  { now, undo }: Rules,
): Decision {
  const isSecond = awaitsConfirmation(proposal) && current(proposal).by !== by.actor
  const blocked =
    ended(proposal) ?? outdated(proposal, version) ?? (isSecond ? null : notDecider(proposal, by))
  if (blocked) return blocked
  if (proposal.stage.is !== 'submitted') return underway(proposal)
  const { stopped } = proposal.stage
  // The reactions of a card are read again and again: the one that was stopped may still be there.
  // Only who took her own reaction back can have put it there anew.
  const isNew = stopped === null || (stopped.via === 'reaction' && stopped.by === by.actor)
  if (via === 'reaction' && !isNew) return { refused: 'stopped', by: stopped.by, at: stopped.at }
  const missing = missingCosigners(proposal)
  if (missing.length > 0) return { refused: 'cosignature-missing', departments: missing }
  const { hash, content } = current(proposal)
  if (content.stock === true) return { refused: 'in-stock' }
  return happens({
    type: isSecond ? 'confirmed' : 'approved',
    ...{ version, hash, via, sendAt: sendAt(content, { now, undo }) },
    since: Math.min(since ?? now, now),
  })
}

/** When an approval given now takes effect. */
function sendAt({ plannedAt }: Content, { now, undo }: Rules): Instant {
  return Math.max(now + undo, plannedAt ?? 0)
}

/** One signature for each department the person belongs to. Who wrote it may sign for the department, too: what two people
 * have to agree on is decided by an officer who did not write it. */
function cosign(
  proposal: Proposal,
  { version, departments, via }: Extract<Command, { do: 'cosign' }>,
): Decision {
  const blocked = ended(proposal) ?? outdated(proposal, version)
  if (blocked) return blocked
  if (proposal.stage.is !== 'submitted') return underway(proposal)
  const { cosigners = [] } = current(proposal).content
  if (!cosigners.some((key) => departments.includes(key))) return { refused: 'not-your-department' }
  const signs = missingCosigners(proposal).filter((key) => departments.includes(key))
  return signs.length === 0
    ? { refused: 'nothing-changed' }
    : happens(
        ...signs.map((department) => ({ type: 'cosigned', version, department, via }) as const),
      )
}

/** Only who was called, or can decide, ends the calls: nobody else's word helps whoever waits. */
function heed(
  proposal: Proposal,
  { version, via }: Extract<Command, { do: 'heed' }>,
  by: Person,
): Decision {
  const blocked = ended(proposal) ?? outdated(proposal, version)
  if (blocked) return blocked
  const { calls, heeded } = proposal
  if (calls?.people.includes(by.actor) !== true && mayAnswerFor(by) !== null) {
    return { refused: 'not-an-officer' }
  }
  return calls === null || heeded !== null || proposal.stage.is !== 'submitted'
    ? { refused: 'nothing-changed' }
    : happens({ type: 'heeded', version, via })
}

function withdrawCosignature(proposal: Proposal, version: number, by: Person): Decision {
  const theirs = proposal.cosignatures.filter(
    (one) => one.via === 'reaction' && one.by === by.actor,
  )
  if (version !== proposal.versions.length || proposal.stage.is !== 'submitted') {
    return { refused: 'nothing-changed' }
  }
  return theirs.length === 0
    ? { refused: 'nothing-changed' }
    : happens(
        ...theirs.map(
          ({ department }) =>
            ({ type: 'cosignature-withdrawn', version, department, via: 'reaction' }) as const,
        ),
      )
}

function confirmDeleted(proposal: Proposal, by: Person): Decision {
  const blocked = ended(proposal) ?? mayAnswerFor(by)
  if (blocked) return blocked
  const { stage } = proposal
  const aim = nextAim(proposal)
  return aim?.errand === 'delete' &&
    stage.is === 'check-needed' &&
    confirmable.includes(stage.because)
    ? happens({ type: 'done', ...aim, how: 'told' })
    : { refused: 'nothing-to-check' }
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
  if (
    via === 'reaction' &&
    (approval.via !== 'reaction' || (approval.confirmedBy ?? approval.by) !== by.actor)
  ) {
    return { refused: 'not-yours' }
  }
  return isUnsent(proposal) ? happens({ type: 'stopped', version, via }) : halt(proposal)
}

/** Nothing goes out by itself that has not gone out yet; what is on its way keeps its outcome. */
export function halt(proposal: Proposal): Decision {
  return canBeHalted(proposal) ? happens({ type: 'held', because: 'stopped' }) : underway(proposal)
}

/** Whether the desk may still send something of it by itself: also while a request is under way, because the
 * network may not take it. */
export function canBeHalted(proposal: Proposal): boolean {
  const { stage, halted } = proposal
  if (isWaitingToBeSent(proposal)) return true
  return !halted && (stage.is === 'sending' || stage.is === 'in-doubt')
}

function reject(
  proposal: Proposal,
  { version, reason, via }: Extract<Command, { do: 'reject' }>,
  by: Person,
): Decision {
  const blocked = ended(proposal) ?? outdated(proposal, version) ?? notDecider(proposal, by)
  if (blocked) return blocked
  // What is under way cannot be called back, but nothing of it is tried again or follows.
  if (!isUnsent(proposal)) return halt(proposal)
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

/** Everybody of the office may know the answer. */
function answerQuestion(
  proposal: Proposal,
  { version, answer }: Extract<Command, { do: 'answer-question' }>,
): Decision {
  const blocked = ended(proposal) ?? outdated(proposal, version)
  if (blocked) return blocked
  const { stage } = proposal
  if (stage.is !== 'submitted' || stage.question === null) return { refused: 'nothing-to-check' }
  const given = answer.trim()
  return given === ''
    ? { refused: 'reason-missing' }
    : happens({ type: 'question-answered', version, answer: given })
}

function revise(
  proposal: Proposal,
  { version, content, form, releases = false }: Extract<Command, { do: 'revise' }>,
  by: Person,
): Decision {
  const blocked = ended(proposal) ?? outdated(proposal, version)
  if (blocked) return blocked
  if (!isUnsent(proposal)) return underway(proposal)
  const refusal = releases ? mayMend(proposal, by) : null
  if (refusal) return refusal
  if (releases && content.stock === true) return { refused: 'in-stock' }
  // Who mended it and stopped it may release it again as it is.
  const isAgain = releases && current(proposal).isMended && !awaitsConfirmation(proposal)
  if (!isAgain && isSame(current(proposal).content, content)) return { refused: 'nothing-changed' }
  return happens({
    ...{ type: releases ? 'mended' : 'revised', content, hash: fingerprint(content), form },
  })
}

/** Whether a person may mend a proposal and release it with that: an officer, and not their own words. What they mended
 * before is theirs and somebody else's. */
export function mayMend(proposal: Proposal, by: Person): Refusal | null {
  const [{ by: author }] = proposal.versions
  const { by: editor, isMended } = current(proposal)
  return mayDecide(by, isMended ? [author] : [author, editor])
}

/** Moves it to another time. An approval stands for what the officer who moves it has seen; when somebody else moves it,
 * it is decided about anew. */
function reschedule(
  proposal: Proposal,
  { version, plannedAt, stock }: Extract<Command, { do: 'reschedule' }>,
  by: Person,
  rules: Rules,
): Decision {
  const blocked = ended(proposal) ?? outdated(proposal, version)
  if (blocked) return blocked
  if (!isUnsent(proposal)) return underway(proposal)
  const { content: before } = current(proposal)
  if (before.kind !== 'post') return { refused: 'not-planned' }
  if (plannedAt !== null && plannedAt <= rules.now) return { refused: 'in-the-past' }
  const { embargo } = before
  if (!stock && embargo !== undefined && (plannedAt ?? rules.now) < embargo)
    return { refused: 'embargo', until: embargo }
  const { stock: wasStock = false, ...kept } = before
  if (plannedAt === before.plannedAt && stock === wasStock) return { refused: 'nothing-changed' }
  const content: Content = { ...kept, plannedAt, ...(stock && { stock: true }) }
  const hash = fingerprint(content)
  const { stage } = proposal
  const isAwaited =
    isWaitingToBeSent(proposal) || (stage.is === 'check-needed' && stage.because === 'late')
  const isTakenOver = isAwaited && approvalStands(proposal) && notDecider(proposal, by) === null
  const isApproved = !stock && isTakenOver
  const moved = { type: 'rescheduled', content, hash, isApproved } as const
  if (!isApproved) return happens(moved)
  const approval = { version: version + 1, hash, via: 'button', since: rules.now } as const
  return happens(moved, { type: 'approved', ...approval, sendAt: sendAt(content, rules) })
}

function isSame(one: Content, other: Content): boolean {
  return (
    fingerprint(one) === fingerprint(other) &&
    one.topic === other.topic &&
    one.reason === other.reason &&
    one.urgent === other.urgent &&
    one.stock === other.stock &&
    one.embargo === other.embargo &&
    JSON.stringify([one.link, one.pictures, one.warning]) ===
      JSON.stringify([other.link, other.pictures, other.warning])
  )
}

function withdraw(proposal: Proposal, by: Person): Decision {
  const blocked = ended(proposal) ?? mayWithdraw(by, owners(proposal))
  if (blocked) return blocked
  const { stage } = proposal
  if (stage.is === 'check-needed') {
    // Whether the public can read a post in doubt is for an officer to say.
    return (stage.because === 'doubt' ? mayAnswerFor(by) : null) ?? happens({ type: 'withdrawn' })
  }
  return isUnsent(proposal) ? happens({ type: 'withdrawn' }) : halt(proposal)
}

/** Where a person can say that the public reads it already. */
const confirmable: readonly CheckBecause[] = ['doubt', 'by-hand', 'rest-refused']

function confirmPosted(
  proposal: Proposal,
  { id, url }: Extract<Command, { do: 'confirm-posted' }>,
  by: Person,
): Decision {
  const blocked = ended(proposal) ?? mayAnswerFor(by)
  if (blocked) return blocked
  const { stage } = proposal
  const aim = nextAim(proposal)
  if (aim?.errand !== 'post' || stage.is !== 'check-needed' || !confirmable.includes(stage.because))
    return { refused: 'nothing-to-check' }
  if (proposal.published.some((part) => part.id === id)) {
    return { refused: 'post-known', number: proposal.number }
  }
  return happens({ type: 'posted', ...aim, id, url, how: 'told' })
}

function release(proposal: Proposal, by: Person): Decision {
  const blocked = ended(proposal) ?? notDecider(proposal, by)
  if (blocked) return blocked
  const { stage } = proposal
  const aim = nextAim(proposal)
  if (aim === null || stage.is !== 'check-needed' || notSendable.includes(stage.because))
    return { refused: 'nothing-to-check' }
  if (!approvalStands(proposal)) return { refused: 'changed-since-approval' }
  // What may be there already is looked for once more.
  const wasDoubted = (nextErrand(proposal)?.doubted ?? null) !== null
  return happens(wasDoubted ? { type: 'released', ...aim } : { type: 'resumed' })
}

/** Sending it would lead to the same question again. */
const notSendable: readonly CheckBecause[] = [
  'mention-gone',
  'by-hand',
  'consent-withdrawn',
  'consent-over',
]

export function happens(...events: ProposalEvent[]): { events: readonly ProposalEvent[] } {
  return { events }
}

export function ended(proposal: Proposal): Refusal | null {
  const stage = endOf(proposal)
  return stage === null ? null : { refused: 'already-ended', stage }
}

function outdated(proposal: Proposal, version: number): Refusal | null {
  const latest = proposal.versions.length
  return version === latest ? null : { refused: 'outdated-version', current: latest }
}

function notDecider(proposal: Proposal, by: Person): Refusal | null {
  return mayDecide(by, owners(proposal))
}

/** Nothing of it is public and nothing is on its way. */
export function isUnsent(proposal: Proposal): boolean {
  const { stage } = proposal
  if (hasActed(proposal)) return false
  if (stage.is === 'check-needed') return stage.because !== 'doubt'
  return stage.is === 'submitted' || isWaitingToBeSent(proposal)
}

export function isWaitingToBeSent({ stage }: Proposal): boolean {
  return stage.is === 'approved' || stage.is === 'waiting'
}

/** Why something that is on its way cannot be decided about. */
export function underway(proposal: Proposal): Refusal {
  const { stage, approval } = proposal
  const isInDoubt =
    stage.is === 'check-needed' ? stage.because === 'doubt' : stage.is === 'in-doubt'
  if (isInDoubt) return { refused: 'in-doubt' }
  if (approval === null) return { refused: 'not-approved' }
  if (stage.is === 'sending' || hasActed(proposal)) return { refused: 'already-publishing' }
  return { refused: 'already-approved', by: approval.by, at: approval.at }
}
