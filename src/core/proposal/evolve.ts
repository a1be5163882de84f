import { parts, type Instant } from '../content.ts'
import {
  current,
  looksBeforeAsking,
  retryAfter,
  type Proposal,
  type ProposalEvent,
  type Recorded,
  type Stage,
} from './proposal.ts'

/** What can happen to a proposal at each stage of its life; what is missing here is impossible. */
export const mayFollow: Record<Stage['is'], readonly ProposalEvent['type'][]> = {
  submitted: ['revised', 'approved', 'rejected', 'question-asked', 'withdrawn', 'expired'],
  approved: ['revised', 'stopped', 'rejected', 'withdrawn', 'held', 'sending'],
  sending: ['posted', 'refused', 'not-sent', 'in-doubt', 'held'],
  waiting: ['revised', 'stopped', 'rejected', 'withdrawn', 'held', 'sending'],
  'in-doubt': ['posted', 'looked', 'held'],
  'check-needed': ['revised', 'stopped', 'rejected', 'withdrawn', 'posted', 'released'],
  published: [],
  rejected: ['reason-given'],
  withdrawn: [],
  expired: [],
  failed: [],
}

/** What is true after an event. Null before the first one. Throws on an impossible history: that is a
 * fault of the program or a touched file, never something a person did. */
export function evolve(before: Proposal | null, event: Recorded, number: number): Proposal {
  const { position } = event
  if (before === null) {
    if (event.type !== 'proposed' || position !== 1) throw impossible(number, event, 'unborn')
    const { content, hash, actor: by, at } = event
    return {
      number,
      position,
      versions: [{ content, hash, by, at }],
      approval: null,
      published: [],
      attempts: 0,
      triedSince: null,
      doubted: null,
      halted: false,
      stage: { is: 'submitted', question: null, stopped: null },
    }
  }
  if (event.type === 'proposed' || !fits(before, event)) {
    throw impossible(number, event, `${before.stage.is} after event ${before.position}`)
  }
  return { ...before, ...change(before, event), position }
}

function fits({ position, stage, published, versions }: Proposal, event: Recorded): boolean {
  return (
    event.position === position + 1 &&
    mayFollow[stage.is].includes(event.type) &&
    (!('part' in event) || event.part === published.length) &&
    (!('version' in event) || event.version === versions.length)
  )
}

function impossible(number: number, { position, type }: Recorded, state: string): Error {
  return new Error(
    `impossible history: event ${position}, "${type}", in proposal ${number}, ${state}`,
  )
}

/** Folds a whole life; null for an empty one. */
export function replay(number: number, events: Iterable<Recorded>): Proposal | null {
  let proposal: Proposal | null = null
  for (const event of events) proposal = evolve(proposal, event, number)
  return proposal
}

function change(
  proposal: Proposal,
  event: Exclude<Recorded, { type: 'proposed' }>,
): Partial<Proposal> {
  const { at, actor: by } = event
  const { stage } = proposal
  switch (event.type) {
    case 'revised':
      return {
        versions: [...proposal.versions, { content: event.content, hash: event.hash, by, at }],
        approval: null,
        stage: { is: 'submitted', question: null, stopped: null },
      }
    case 'approved': {
      const { version, hash, via, sendAt } = event
      // A reaction may have waited on the card for a desk that was down; a button is pressed now.
      const plannedAt = via === 'reaction' ? current(proposal).content.plannedAt : null
      return {
        approval: { version, hash, by, at, via },
        halted: false,
        stage: { is: 'approved', sendAt, dueSince: plannedAt ?? sendAt },
      }
    }
    case 'stopped': {
      const stopped = { by, at, via: event.via }
      return { approval: null, stage: { is: 'submitted', question: null, stopped } }
    }
    case 'question-asked': {
      const question = { by, at, text: event.question }
      const stopped = stage.is === 'submitted' ? stage.stopped : null
      return { stage: { is: 'submitted', question, stopped } }
    }
    case 'rejected':
      return { stage: { is: 'rejected', reason: event.reason, by, at } }
    case 'reason-given':
      return stage.is === 'rejected' ? { stage: { ...stage, reason: event.reason } } : {}
    case 'withdrawn':
      return { stage: { is: 'withdrawn', by, at } }
    case 'expired':
      return { stage: { is: 'expired', at } }
    case 'held':
      return (stage.is === 'sending' || stage.is === 'in-doubt') && event.because !== 'by-hand'
        ? { halted: true }
        : { stage: { is: 'check-needed', because: event.because, since: at } }
    case 'sending':
      return {
        attempts: event.attempt,
        triedSince: proposal.triedSince ?? at,
        stage: {
          is: 'sending',
          attempt: event.attempt,
          since: at,
          dueSince: dueSince(proposal, at),
        },
      }
    case 'posted': {
      const published = [
        ...proposal.published,
        { part: event.part, id: event.id, url: event.url, at },
      ]
      const isComplete = published.length >= parts(current(proposal).content).length
      // A part found by itself may have been lost for hours: then the rest of the thread is late too.
      const isFound = stage.is === 'in-doubt' && !stage.released
      const due = isFound ? (proposal.triedSince ?? at) : at
      return {
        published,
        attempts: 0,
        triedSince: null,
        doubted: null,
        stage: isComplete ? { is: 'published', at } : onward(proposal, at, due),
      }
    }
    case 'refused': {
      const { because, status, detail } = event
      return { stage: { is: 'failed', because, status, detail, at } }
    }
    case 'not-sent': {
      const { because } = event
      const until = event.until ?? at + retryAfter[because]
      const retryAt = Math.max(until, at + retryAfter.unreachable)
      return {
        stage: proposal.halted
          ? halt(at)
          : { is: 'waiting', because, retryAt, since: at, dueSince: dueSince(proposal, at) },
      }
    }
    case 'in-doubt': {
      const { because } = event
      return {
        doubted: because,
        stage: { is: 'in-doubt', because, since: at, looks: 0, released: false },
      }
    }
    case 'looked':
      return { stage: afterLook(proposal, event.sighting, at) }
    case 'released': {
      const because = proposal.doubted
      return {
        halted: false,
        stage:
          because === null
            ? toBeSent(proposal, at, at)
            : { is: 'in-doubt', because, since: at, looks: 0, released: true },
      }
    }
  }
}

function dueSince({ stage }: Proposal, at: Instant): Instant {
  return 'dueSince' in stage ? stage.dueSince : at
}

function onward(proposal: Proposal, at: Instant, since: Instant): Stage {
  return proposal.halted ? halt(at) : toBeSent(proposal, at, since)
}

/** Whoever releases it before the planned time, and whatever the clock did, it keeps that time. */
function toBeSent(proposal: Proposal, at: Instant, since: Instant): Stage {
  const plannedAt = current(proposal).content.plannedAt ?? 0
  return { is: 'approved', sendAt: Math.max(at, plannedAt), dueSince: Math.max(since, plannedAt) }
}

function halt(at: Instant): Stage {
  return { is: 'check-needed', because: 'stopped', since: at }
}

function afterLook(proposal: Proposal, sighting: 'absent' | 'unreadable', at: Instant): Stage {
  const { stage } = proposal
  if (stage.is !== 'in-doubt') return stage
  if (stage.released && sighting === 'absent') return onward(proposal, at, at)
  const looks = stage.looks + 1
  return stage.released || looks >= looksBeforeAsking
    ? { is: 'check-needed', because: 'doubt', since: at }
    : { ...stage, looks }
}
