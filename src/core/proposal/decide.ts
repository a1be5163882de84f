// May this happen, if a person asks it? One function per command; each answers with events or with a refusal.
import type { Content } from '../content.ts'
import { mayAnswerFor, mayTakePart, mayWithdraw, type Person } from '../people.ts'
import { approvalStands, approve, isEnough, notApprover, notDecider, stop } from './approve.ts'
import { happens, type Command, type Decision, type Rules } from './command.ts'
import { fingerprint } from './fingerprint.ts'
import { mayFollowUp, type About } from './follow-up.ts'
import {
  isConsentOver,
  isOpenWarning,
  current,
  missingCosigners,
  nextAim,
  nextErrand,
  owners,
  type CheckBecause,
  type Proposal,
} from './proposal.ts'
import { reschedule, revise } from './revise.ts'
import { ended, halt, isUnsent, outdated, underway } from './stage.ts'

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
      return revise(proposal, command, by, rules)
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
      return release(proposal, by, rules)
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

function release(proposal: Proposal, by: Person, rules: Rules): Decision {
  const blocked = ended(proposal) ?? notApprover(proposal, by, rules)
  if (blocked) return blocked
  const { stage } = proposal
  const aim = nextAim(proposal)
  if (aim === null || stage.is !== 'check-needed' || notSendable.includes(stage.because))
    return { refused: 'nothing-to-check' }
  if (!approvalStands(proposal)) return { refused: 'changed-since-approval' }
  if (!isEnough(proposal, rules)) return { refused: 'approval-missing' }
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
  'approval-missing',
]
