// May this happen, if the desk itself asks it? A refusal means that the world moved on: nothing is done.
import type { Content, Instant } from '../content.ts'
import { endOfAttempt, type Target } from '../errand.ts'
import type { Outcome, Sighting } from '../outcome.ts'
import {
  approvalStands,
  ended,
  halt,
  happens,
  isUnsent,
  isWaitingToBeSent,
  underway,
  type Decision,
} from './decide.ts'
import { hasExpired, sendableFrom } from './due.ts'
import { fingerprint } from './fingerprint.ts'
import { current, nextAim, nextErrand, type HeldBecause, type Proposal } from './proposal.ts'

/** What the desk itself does to a proposal. */
export type DeskCommand =
  | { do: 'expire' }
  | { do: 'hold'; because: HeldBecause }
  /** The mention it answers reads differently now. */
  | { do: 'rebind'; version: number }
  | { do: 'begin-sending' }
  | { do: 'record-outcome'; attempt: number; outcome: Outcome }
  | { do: 'record-crash' }
  | { do: 'record-look'; sighting: Sighting }

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
    case 'record-look':
      return recordLook(proposal, command.sighting)
  }
}

function hold(proposal: Proposal, because: HeldBecause): Decision {
  if (because === 'stopped') return ended(proposal) ?? halt(proposal)
  const { stage } = proposal
  const isNews = stage.is !== 'check-needed' || stage.because !== because
  // What it answers can vanish at any time; everything else is only asked about what would go out.
  const canBeHeld =
    isWaitingToBeSent(proposal) || (because === 'mention-gone' && isUnsent(proposal) && isNews)
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
  return happens({
    type: 'begun',
    ...aim,
    attempt: (nextErrand(proposal)?.attempts ?? 0) + 1,
    target: targetOf(proposal),
    hash: current(proposal).hash,
  })
}

/** What the next part hangs on: the part before it, or the mention it answers. */
export function targetOf(proposal: Proposal): Target {
  const aim = nextAim(proposal)
  const before = proposal.published.findLast(({ network }) => network === aim?.network)
  return before === undefined ? current(proposal).content.replyTo : { post: before.id }
}

function recordOutcome(
  proposal: Proposal,
  { attempt, outcome }: Extract<DeskCommand, { do: 'record-outcome' }>,
  now: Instant,
): Decision {
  const errand = nextErrand(proposal)
  return errand?.stage.is === 'under-way' && errand.attempts === attempt
    ? happens(endOfAttempt(errand, outcome, now))
    : { refused: 'nothing-to-check' }
}

function recordLook(proposal: Proposal, sighting: Sighting): Decision {
  const aim = nextAim(proposal)
  if (aim === null || proposal.stage.is !== 'in-doubt') return { refused: 'nothing-to-check' }
  return sighting.sighting === 'found'
    ? happens({ type: 'posted', ...aim, id: sighting.id, url: sighting.url, how: 'found' })
    : happens({ type: 'looked', ...aim, sighting: sighting.sighting })
}
