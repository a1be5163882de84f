// How the desk worked in a span: what was proposed, decided, and what went wrong.
import { replay } from '../../core/proposal/evolve.ts'
import type { Span } from '../../core/time/period.ts'
import type { Recorded } from '../../core/proposal/proposal.ts'
import type { Source } from '../source.ts'
import { within } from './within.ts'

export type ProposalFigures = {
  submitted: number
  /** Of these, answers to citizens. */
  submittedAnswers: number
  revised: number
  approved: number
  /** Of these, by the officer who wrote it. */
  selfApproved: number
  asked: number
  rejected: number
  withdrawn: number
  expired: number
  /** The network refused for good. */
  failed: number
  /** Writings of which nobody knew at first whether the public could read them, and how that ended by the end
   * of the span. */
  doubts: { all: number; found: number; told: number; again: number; open: number }
}

/** Counts proposals, each at most once in a line. */
export function proposalsOf(source: Source, span: Span): ProposalFigures {
  const figures = {
    submitted: 0,
    submittedAnswers: 0,
    revised: 0,
    approved: 0,
    selfApproved: 0,
    asked: 0,
    rejected: 0,
    withdrawn: 0,
    expired: 0,
    failed: 0,
    doubts: { all: 0, found: 0, told: 0, again: 0, open: 0 },
  }
  for (const { number, events } of source.proposals) {
    const happened = within(events, span)
    const has = (type: Recorded['type']) => happened.some((event) => event.type === type)
    const first = happened.find(({ type }) => type === 'proposed')
    figures.submitted += count(first !== undefined)
    figures.submittedAnswers += count(first?.type === 'proposed' && first.content.kind === 'reply')
    figures.revised += count(has('revised') || has('mended'))
    figures.approved += count(has('approved') || has('confirmed'))
    figures.selfApproved += count(happened.some((one) => one.type === 'approved' && one.isOwn))
    figures.asked += count(has('question-asked'))
    figures.rejected += count(has('rejected'))
    figures.withdrawn += count(has('withdrawn'))
    figures.expired += count(has('expired'))
    figures.failed += count(has('refused') && hasFailed(number, events, span))
    doubts(figures.doubts, happened)
  }
  return figures
}

// A refusal by the network is an end only where the core says so.
function hasFailed(number: number, events: readonly Recorded[], { to }: Span): boolean {
  const then = replay(
    number,
    events.filter(({ at }) => at < to),
  )
  return then?.stage.is === 'failed'
}

// Each doubt ends with the next thing that is said about its part.
function doubts(counted: ProposalFigures['doubts'], happened: readonly Recorded[]): void {
  happened.forEach((event, index) => {
    if (event.type !== 'in-doubt') return
    counted.all += 1
    const end = happened
      .slice(index + 1)
      .find(
        (later) =>
          (later.type === 'posted' || later.type === 'released' || later.type === 'in-doubt') &&
          later.part === event.part,
      )
    if (end?.type === 'posted') counted[end.how === 'found' ? 'found' : 'told'] += 1
    else if (end === undefined) counted.open += 1
    else counted.again += 1
  })
}

function count(is: boolean): number {
  return is ? 1 : 0
}
