import { parts } from './content.ts'
import {
  current,
  looksBeforeAsking,
  retryAfter,
  type Proposal,
  type Recorded,
  type Stage,
} from './proposal.ts'

/** What is true after an event. Null before the first one. Throws on an impossible history: that is a
 * fault of the program or a touched file, never something a person did. */
export function evolve(before: Proposal | null, event: Recorded, number: number): Proposal {
  if (before === null) {
    if (event.type !== 'proposed') {
      throw new Error(`the history of proposal ${number} begins with "${event.type}"`)
    }
    const { content, hash, actor: by, at } = event
    return {
      number,
      position: event.position,
      versions: [{ content, hash, by, at }],
      approval: null,
      published: [],
      attempts: 0,
      triedSince: null,
      doubted: false,
      stage: { is: 'submitted', question: null, stopped: null },
    }
  }
  return { ...before, ...change(before, event), position: event.position }
}

/** Folds a whole life; null for an empty one. */
export function replay(number: number, events: Iterable<Recorded>): Proposal | null {
  let proposal: Proposal | null = null
  for (const event of events) proposal = evolve(proposal, event, number)
  return proposal
}

function change(proposal: Proposal, event: Recorded): Partial<Proposal> {
  const { at, actor: by } = event
  switch (event.type) {
    case 'proposed':
      throw new Error(`proposal ${proposal.number} was proposed twice`)
    case 'revised':
      return {
        versions: [...proposal.versions, { content: event.content, hash: event.hash, by, at }],
        ...unapproved,
        stage: { is: 'submitted', question: null, stopped: null },
      }
    case 'approved': {
      const { version, hash, via, sendAt } = event
      return {
        approval: { version, hash, by, at, via },
        stage: { is: 'approved', sendAt, dueSince: sendAt },
      }
    }
    case 'stopped':
      return { ...unapproved, stage: { is: 'submitted', question: null, stopped: { by, at } } }
    case 'question-asked': {
      const question = { by, at, text: event.question }
      return { stage: { is: 'submitted', question, stopped: null } }
    }
    case 'rejected':
      return { stage: { is: 'rejected', reason: event.reason, by, at } }
    case 'reason-given':
      return proposal.stage.is === 'rejected'
        ? { stage: { ...proposal.stage, reason: event.reason } }
        : {}
    case 'withdrawn':
      return { stage: { is: 'withdrawn', by, at } }
    case 'expired':
      return { stage: { is: 'expired', at } }
    case 'held':
      return { stage: { is: 'check-needed', because: event.because, since: at } }
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
      const complete = published.length >= parts(current(proposal).content).length
      return {
        published,
        attempts: 0,
        triedSince: null,
        doubted: false,
        stage: complete ? { is: 'published', at } : { is: 'approved', sendAt: at, dueSince: at },
      }
    }
    case 'refused': {
      const { because, status, detail } = event
      return { stage: { is: 'failed', because, status, detail, at } }
    }
    case 'not-sent': {
      const { because } = event
      const retryAt = event.until ?? at + retryAfter[because]
      return {
        stage: { is: 'waiting', because, retryAt, since: at, dueSince: dueSince(proposal, at) },
      }
    }
    case 'in-doubt': {
      const { because } = event
      return {
        doubted: true,
        stage: { is: 'in-doubt', because, since: at, looks: 0, released: false },
      }
    }
    case 'looked':
      return { stage: afterLook(proposal.stage, event.sighting, at) }
    case 'released':
      return {
        stage: proposal.doubted
          ? { is: 'in-doubt', because: 'crash', since: at, looks: 0, released: true }
          : { is: 'approved', sendAt: at, dueSince: at },
      }
  }
}

const unapproved = { approval: null, attempts: 0, triedSince: null, doubted: false } as const

function dueSince({ stage }: Proposal, at: number): number {
  return 'dueSince' in stage ? stage.dueSince : at
}

function afterLook(stage: Stage, sighting: 'absent' | 'unreadable', at: number): Stage {
  if (stage.is !== 'in-doubt') return stage
  if (stage.released) {
    return sighting === 'absent'
      ? { is: 'approved', sendAt: at, dueSince: at }
      : { is: 'check-needed', because: 'doubt', since: at }
  }
  const looks = stage.looks + 1
  return looks >= looksBeforeAsking
    ? { is: 'check-needed', because: 'doubt', since: at }
    : { ...stage, looks }
}
