// What citizens wrote in a span, what became of it, and how long they waited.
import { concerns, type Concern } from '../../core/conversation/concerns.ts'
import {
  referrals,
  type Conversation,
  type RecordedInConversation,
  type Referral,
} from '../../core/conversation/conversation.ts'
import { replayConversation } from '../../core/conversation/evolve.ts'
import { serviceClock, serviceDay, type ServiceHours } from '../../core/time/service-hours.ts'
import type { Span } from '../../core/time/period.ts'
import type { Life, Source } from '../source.ts'
import { median } from './posts.ts'
import { tally, within } from './within.ts'

/** How a conversation stood at the end of the span. */
export const outcomes = [
  'answered',
  'referred',
  'forwarded',
  'not-responsible',
  'noted',
  'measure',
  'spam',
  'forgotten',
  'open',
] as const
export type OutcomeOfConversation = (typeof outcomes)[number]

export type DialogueFigures = {
  /** Single posts of citizens. */
  mentions: number
  /** Conversations they came in, and these by what they were about and how they stood at the end. */
  conversations: number
  byConcern: Record<Concern | 'unsorted', number>
  byOutcome: Record<OutcomeOfConversation, number>
  /** First answers the public could read in the span: how many, how many of them within one working day, and
   * the median wait in milliseconds of service time, null under ten answers. */
  answers: { all: number; inTime: number; median: number | null }
  /** How often citizens were pointed elsewhere. */
  byReferral: Record<Referral, number>
  /** Answers the public could read, also the second and third in a conversation. */
  answered: number
  emergencies: number
  floods: number
}

/** A median of fewer would be about single cases. */
const casesForMedian = 10

/** The dialogue of a span. Time runs in service hours only. */
export function dialogueOf(source: Source, span: Span, hours: ServiceHours): DialogueFigures {
  const lives = source.conversations.map((life) => ({
    happened: within(notUndone(life.events), span),
    then: stateAt(life, span),
  }))
  const received = lives.filter(({ happened }) => happened.some(isReceived))
  const all = lives.flatMap(({ happened }) => happened)
  const oneDay = serviceDay(hours)
  const waits = waitsOf(
    lives.flatMap(({ then }) => then ?? []),
    span,
    hours,
  )
  return {
    mentions: all.filter(isReceived).length,
    conversations: received.length,
    byConcern: tally(
      [...concerns, 'unsorted'],
      received.map(({ then }) => then?.concern ?? 'unsorted'),
    ),
    byOutcome: tally(
      outcomes,
      received.map(({ then }) => outcomeOf(then)),
    ),
    answers: {
      all: waits.length,
      inTime: waits.filter((wait) => wait <= oneDay).length,
      median: waits.length < casesForMedian ? null : median(waits),
    },
    byReferral: tally(
      referrals,
      all.flatMap((event) => (event.type === 'referred' ? [event.to] : [])),
    ),
    answered: all.filter(({ type }) => type === 'answered').length,
    emergencies: all.filter((event) => isReceived(event) && event.emergency).length,
    floods: source.floods,
  }
}

/** What was done and not taken back as a slip. */
function notUndone(events: readonly RecordedInConversation[]): readonly RecordedInConversation[] {
  const undone = new Set(
    events.flatMap((event) => (event.type === 'reopened' ? [event.undoes] : [])),
  )
  return undone.size === 0 ? events : events.filter(({ position }) => !undone.has(position))
}

type Received = Extract<RecordedInConversation, { type: 'received' }>

function isReceived(event: RecordedInConversation): event is Received {
  return event.type === 'received'
}

function stateAt({ number, events }: Life<RecordedInConversation>, { to }: Span) {
  return replayConversation(
    number,
    events.filter(({ at }) => at < to),
  )
}

/** The waits for first answers that came in the span, in milliseconds of service time. */
function waitsOf(all: readonly Conversation[], { from }: Span, hours: ServiceHours): number[] {
  const answers = all.flatMap(({ firstAnsweredAt: answered, waited, mentions: [first] }) =>
    answered === null || answered < from
      ? []
      : [{ since: first.erased === null ? first.receivedAt : null, answered, waited }],
  )
  // Of words that are erased only the wait is known, as it was noted then.
  const noted = answers.flatMap(({ since, waited }) =>
    since === null && waited !== null ? [waited] : [],
  )
  const waits = answers.flatMap(({ since, answered }) =>
    since === null ? [] : [{ since, answered }],
  )
  if (waits.length === 0) return noted
  const earliest = waits.reduce((least, { since }) => Math.min(least, since), Infinity)
  const latest = waits.reduce((most, { answered }) => Math.max(most, answered), 0)
  const served = serviceClock(earliest, latest, hours)
  return [...noted, ...waits.map(({ since, answered }) => served(since, answered))]
}

function outcomeOf(then: Conversation | null): OutcomeOfConversation {
  const is = then?.stage.is ?? 'new'
  return is === 'new' || is === 'claimed' || is === 'waiting' ? 'open' : is
}
