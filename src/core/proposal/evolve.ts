import type { Instant } from '../content.ts'
import { evolveErrand, retryAt, type Errand, type ErrandEvent } from '../errand.ts'
import { impossible as impossibleIn, replay as replayMatter } from '../matter.ts'
import {
  current,
  owners,
  errandOf,
  hasActed,
  isSameAim,
  nextAim,
  type CheckBecause,
  type Proposal,
  type ProposalEvent,
  type Published,
  type Recorded,
  type Stage,
} from './proposal.ts'

/** What belongs to a version. */
const fresh = {
  ...{ cosignatures: [], uploads: [], uploadTrouble: null },
  ...{ calls: null, heeded: null, reminded: [] },
  first: null,
} as const

const decisions = [
  ...['revised', 'mended', 'rescheduled', 'rebound'],
  ...['rejected', 'withdrawn', 'held'],
] as const
const ends = ['posted', 'done', 'refused', 'not-sent', 'in-doubt'] as const
const uploads = ['uploaded', 'not-uploaded', 'upload-refused'] as const
const later = ['followed', 'consent-ended', 'consent-renewed'] as const

/** What can happen to a proposal at each stage of its life; what is missing here is impossible. */
export const mayFollow: Record<Stage['is'], readonly ProposalEvent['type'][]> = {
  submitted: [
    ...decisions,
    'approved',
    'approved-once',
    'stopped',
    'confirmed',
    'question-asked',
    'question-answered',
    'expired',
    'cosigned',
    'cosignature-withdrawn',
    'called',
    'heeded',
    'reminded',
  ],
  approved: [...decisions, ...uploads, 'stopped', 'begun'],
  sending: [...ends, 'held'],
  waiting: [...decisions, ...uploads, 'stopped', 'begun'],
  'in-doubt': ['posted', 'looked', 'held'],
  'check-needed': [...decisions, 'stopped', 'posted', 'done', 'resumed', 'released', 'followed'],
  published: [...later, 'lapsed', 'closed'],
  rejected: ['reason-given'],
  withdrawn: later,
  expired: [],
  failed: later,
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
      versions: [{ content, hash, by, at, position, isMended: false }],
      approval: null,
      errands: [],
      published: [],
      ...fresh,
      followed: [],
      lapsedAt: null,
      closed: null,
      consent: null,
      halted: false,
      stage: { is: 'submitted', question: null, stopped: null },
    }
  }
  const state = `${before.stage.is} after event ${before.position}`
  if (event.type === 'proposed' || !fits(before, event)) throw impossible(number, event, state)
  const change = isOfErrand(event) ? errandChange(before, event) : ownChange(before, event)
  if (change === null) throw impossible(number, event, state)
  return { ...before, ...change, position }
}

function fits({ position, stage, versions }: Proposal, event: Recorded): boolean {
  return (
    event.position === position + 1 &&
    mayFollow[stage.is].includes(event.type) &&
    (!('version' in event) || event.version === versions.length)
  )
}

function impossible(number: number, event: Recorded, state: string): Error {
  return impossibleIn('proposal', number, event, state)
}

/** Folds a whole life; null for an empty one. */
export function replay(number: number, events: Iterable<Recorded>): Proposal | null {
  return replayMatter(evolve, number, events)
}

type OwnEvent = Exclude<Recorded, ErrandEvent | { type: 'proposed' }>

function isOfErrand(event: Recorded): event is Recorded & ErrandEvent {
  return 'errand' in event
}

function ownChange(proposal: Proposal, event: OwnEvent): Partial<Proposal> {
  const { at, actor: by, position } = event
  const { stage } = proposal
  switch (event.type) {
    case 'revised':
    case 'mended': {
      const { content, hash } = event
      const isMended = event.type === 'mended'
      return renewed(proposal, { content, hash, by, at, position, isMended })
    }
    case 'rebound': {
      const { content, hash } = event
      const { by: editor } = current(proposal)
      return renewed(proposal, { content, hash, by: editor, at, position, isMended: false })
    }
    case 'rescheduled': {
      // Whoever signed the words, and what the network has of them, is as good for another time.
      const { content, hash } = event
      const { cosignatures, uploads, uploadTrouble, calls, heeded } = proposal
      const { by: editor, isMended } = current(proposal)
      return {
        ...renewed(proposal, { content, hash, by: editor, at, position, isMended }),
        ...{ cosignatures, uploads, uploadTrouble, calls, heeded },
      }
    }
    case 'approved':
    case 'confirmed': {
      const { version, hash, via, sendAt, since } = event
      const plannedAt = current(proposal).content.plannedAt ?? 0
      // A reaction may have waited on the card for a desk that was away; a button is pressed now. The time for undoing
      // makes nothing late.
      const wouldHaveGone = Math.max(since + (sendAt - at), plannedAt)
      const dueSince = via === 'button' ? sendAt : Math.min(sendAt, wouldHaveGone)
      return {
        approval: {
          ...{ version, hash, at, via },
          ...(event.type === 'approved'
            ? { by, confirmedBy: null, isOwn: event.isOwn === true }
            : { by: current(proposal).by, confirmedBy: by, isOwn: false }),
          first: proposal.first?.by === by ? null : proposal.first,
        },
        first: null,
        halted: false,
        stage: { is: 'approved', sendAt, since: at, dueSince },
      }
    }
    case 'approved-once':
      return {
        first: { by, at, via: event.via },
        stage: { is: 'submitted', question: null, stopped: null },
      }
    case 'stopped': {
      const stopped = { by, at, via: event.via }
      return { approval: null, first: null, stage: { is: 'submitted', question: null, stopped } }
    }
    case 'question-asked': {
      const question = { by, at, text: event.question }
      const stopped = stage.is === 'submitted' ? stage.stopped : null
      // Each question is brought up once.
      const reminded = proposal.reminded.filter((of) => of !== 'question')
      return { reminded, stage: { is: 'submitted', question, stopped } }
    }
    case 'question-answered':
      return stage.is === 'submitted' ? { stage: { ...stage, question: null } } : {}
    case 'rejected':
      return { stage: { is: 'rejected', reason: event.reason, by, at } }
    case 'reason-given':
      return stage.is === 'rejected' ? { stage: { ...stage, reason: event.reason } } : {}
    case 'withdrawn':
      return { stage: { is: 'withdrawn', by, at } }
    case 'expired':
      return { stage: { is: 'expired', at } }
    case 'held':
      return stage.is === 'sending' || stage.is === 'in-doubt'
        ? { halted: true }
        : { stage: ask(event.because, at) }
    case 'cosigned': {
      const { department, via } = event
      return { cosignatures: [...proposal.cosignatures, { department, by, at, via }] }
    }
    case 'cosignature-withdrawn':
      return {
        cosignatures: proposal.cosignatures.filter(
          ({ department }) => department !== event.department,
        ),
      }
    case 'called': {
      const { round, people } = event
      return { calls: { round, at, people } }
    }
    case 'heeded':
      return { heeded: { by, at } }
    case 'reminded':
      return { reminded: [...proposal.reminded, event.of] }
    case 'uploaded': {
      const { network, part, picture, id, until } = event
      return {
        uploads: [...proposal.uploads, { network, part, picture, id, until }],
        uploadTrouble: null,
      }
    }
    case 'not-uploaded': {
      const { because, until } = event
      return { uploadTrouble: { because, since: at, retryAt: retryAt(because, until, at) } }
    }
    case 'upload-refused':
      return { stage: afterRefusal(proposal, event, at) }
    case 'followed': {
      const { by: proposalNumber, kind, url } = event
      return { followed: [...proposal.followed, { by: proposalNumber, kind, url, at }] }
    }
    case 'lapsed':
      return { lapsedAt: at }
    case 'closed':
      return { closed: { by, at } }
    case 'consent-ended':
      return { consent: { until: event.until, isOpen: true } }
    case 'consent-renewed':
      return { consent: proposal.consent && { ...proposal.consent, isOpen: false } }
    case 'resumed':
      return { ...takenOver(proposal, event), stage: toBeSent(proposal, at, at) }
  }
}

function renewed({ versions }: Proposal, version: Proposal['versions'][number]): Partial<Proposal> {
  return {
    versions: [...versions, version],
    ...fresh,
    approval: null,
    stage: { is: 'submitted', question: null, stopped: null },
  }
}

/** What an event of the errand that is to be done next changes; null for any other errand, and where the errand
 * cannot have had it. */
function errandChange(proposal: Proposal, event: Recorded & ErrandEvent): Partial<Proposal> | null {
  const aim = nextAim(proposal)
  if (aim === null || !isSameAim(aim, event)) return null
  const before = errandOf(proposal.errands, aim)
  const errand = evolveErrand(before, event)
  if (errand === null) return null
  const errands = [...proposal.errands.filter((one) => one !== before), errand]
  const isForgotten = event.type === 'not-sent' && event.because === 'picture-gone'
  const change = {
    errands,
    published: publishedOf(errands),
    ...(isForgotten && {
      uploads: proposal.uploads.filter(({ part }) => part !== event.part),
    }),
    ...(event.type === 'released' && takenOver(proposal, event)),
  }
  return { ...change, stage: stageAfter({ ...proposal, ...change }, errand, event) }
}

/** Who says that it shall go out answers for it from now on. Where two approved, somebody else stays beside them. */
function takenOver(
  proposal: Proposal,
  { actor: by, at }: Recorded,
): Pick<Proposal, 'approval' | 'halted'> {
  const { approval } = proposal
  if (approval === null) return { approval, halted: false }
  const { by: before, at: then, via, first } = approval
  const other = first?.by === by ? { by: before, at: then, via } : first
  const isOwn = owners(proposal).includes(by)
  return {
    approval: { ...approval, by, at, via: 'button', confirmedBy: null, first: other, isOwn },
    halted: false,
  }
}

/** In the order in which they became public. */
function publishedOf(errands: readonly Errand[]): Published[] {
  return errands.flatMap(({ network, part, stage }): Published[] =>
    stage.is === 'done' && stage.post !== null
      ? [{ network, part, ...stage.post, at: stage.at }]
      : [],
  )
}

function stageAfter(proposal: Proposal, errand: Errand, event: Recorded & ErrandEvent): Stage {
  const { stage } = errand
  const { at } = event
  switch (stage.is) {
    case 'under-way': {
      const { attempts: attempt } = errand
      return { is: 'sending', attempt, since: at, dueSince: dueSince(proposal, at) }
    }
    case 'waiting': {
      if (proposal.halted) return ask('stopped', at)
      const { retryAt, since } = stage
      const because = event.type === 'not-sent' ? event.because : 'unreachable'
      return { is: 'waiting', because, retryAt, since, dueSince: dueSince(proposal, at) }
    }
    case 'in-doubt': {
      const { because, since, looks, released } = stage
      return { is: 'in-doubt', because, since, looks, released, dueSince: dueSince(proposal, at) }
    }
    case 'unsettled':
      return ask('doubt', at)
    case 'free':
      return onward(proposal, at, dueSince(proposal, at))
    case 'refused':
      return afterRefusal(proposal, stage, at)
    case 'done': {
      if (nextAim(proposal) === null) return { is: 'published', at }
      // A part that is found may have been lost for hours: then the rest of the thread is late too.
      return onward(proposal, at, stage.how === 'found' ? dueSince(proposal, at) : at)
    }
  }
}

/** Half a thread is never the end of it, and the office may still answer by hand what the network does not take
 * from a program. */
function afterRefusal(
  { errands, versions }: Proposal,
  refusal: Pick<Extract<Errand['stage'], { is: 'refused' }>, 'because' | 'status' | 'detail'>,
  at: Instant,
): Stage {
  const { because, status, detail } = refusal
  if (hasActed({ errands })) return ask('rest-refused', at)
  if (versions.at(-1)?.content.kind === 'reply') {
    if (because === 'reply-not-allowed') return ask('by-hand', at)
    if (because === 'target-missing') return ask('mention-gone', at)
  }
  return { is: 'failed', because, status, detail, at }
}

function dueSince({ stage }: Proposal, at: Instant): Instant {
  return 'dueSince' in stage ? stage.dueSince : at
}

function onward(proposal: Proposal, at: Instant, since: Instant): Stage {
  return proposal.halted ? ask('stopped', at) : toBeSent(proposal, at, since)
}

/** Whoever releases it before the planned time, and whatever the clock did, it keeps that time. */
function toBeSent(proposal: Proposal, at: Instant, since: Instant): Stage {
  const plannedAt = current(proposal).content.plannedAt ?? 0
  const sendAt = Math.max(at, plannedAt)
  return { is: 'approved', sendAt, since: at, dueSince: Math.max(since, plannedAt) }
}

function ask(because: CheckBecause, at: Instant): Stage {
  return { is: 'check-needed', because, since: at }
}
