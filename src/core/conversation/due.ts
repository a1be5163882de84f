// What does the desk owe for a conversation, and from when? Reminders come while the office is open; what need not
// be owed at night is not.
import type { Instant } from '../content.ts'
import type { Due } from '../matter.ts'
import type { Round } from '../proposal/proposal.ts'
import {
  afterServiceTime,
  serviceDay,
  whileOpen,
  type ServiceHours,
} from '../time/service-hours.ts'
import { callDue } from './calls.ts'
import {
  hasCard,
  isClosed,
  type Conversation,
  type MentionNumber,
  type Reminder,
} from './conversation.ts'
import { oldestWait } from './covered.ts'

/** How long citizens' words are kept, in milliseconds: after closing, and after receipt at most. */
export type Retention = { afterClosing: number; afterReceipt: number }

/** What the office has set. */
export type ConversationRules = { hours: ServiceHours; retention: Retention }

/** What is owed: words in the thread, or the end of the words of these mentions. */
export type ConversationOwed =
  | { do: 'remind'; mention: MentionNumber; of: Reminder }
  | { do: 'call'; mention: MentionNumber; round: Round }
  | { do: 'resubmit' }
  | { do: 'remind-of-evidence'; evidence: number; days: number }
  | { do: 'erase'; mentions: readonly MentionNumber[] }

type OwedFrom = NonNullable<Due<ConversationOwed>>

/** What is owed first, and from when: words have a day on which they end, and what waits for a person has one for
 * the next reminder. */
export function conversationDue(
  conversation: Conversation,
  now: Instant,
  { hours, retention }: ConversationRules,
): Due<ConversationOwed> {
  const all = [
    erasureDue(conversation, now, retention),
    ...evidenceDue(conversation, now, hours),
    resubmissionDue(conversation, now, hours),
    reminderDue(conversation, now, hours),
    callDue(conversation),
  ]
  return all.reduce<Due<ConversationOwed>>(
    (first, next) => (next !== null && (first === null || next.from < first.from) ? next : first),
    null,
  )
}

/** Half and full time to the answer: one working day in service hours, from the oldest wait that runs. Null while
 * no answer is awaited. */
export function deadlineOf(
  conversation: Conversation,
  hours: ServiceHours,
): { half: Instant; full: Instant } | null {
  const oldest = oldestWait(conversation)
  if (oldest === null) return null
  const whole = serviceDay(hours)
  return {
    half: afterServiceTime(oldest.since, whole / 2, hours),
    full: afterServiceTime(oldest.since, whole, hours),
  }
}

/** One wait is reminded of at a time, the oldest: a word for each post of a crowd would help nobody. What stands
 * in a flood's list has no thread to be reminded in. */
function reminderDue(
  conversation: Conversation,
  now: Instant,
  hours: ServiceHours,
): OwedFrom | null {
  const oldest = oldestWait(conversation)
  if (oldest === null || oldest.reminded === 'full' || !hasCard(conversation)) return null
  const { mention, since, reminded } = oldest
  const whole = serviceDay(hours)
  const remind = (of: Reminder, time: number): OwedFrom => ({
    owed: { do: 'remind', mention, of },
    from: whileOpen(afterServiceTime(since, time, hours), now, hours),
  })
  const full = remind('full', whole)
  return reminded === 'half' || full.from <= now ? full : remind('half', whole / 2)
}

/** Who waits for somebody has said until when; until then nobody needs to be reminded. */
function resubmissionDue(
  { stage }: Conversation,
  now: Instant,
  hours: ServiceHours,
): OwedFrom | null {
  if (stage.is !== 'waiting' || stage.resubmitted) return null
  return { owed: { do: 'resubmit' }, from: whileOpen(stage.until, now, hours) }
}

/** How many days before its date a Beweissicherung is brought up, the nearer one first: the time to file a
 * Strafantrag ends with it. */
export const evidenceNotice = [3, 14] as const

const day = 24 * 60 * 60_000

/** The next word about each piece of evidence: at the office's hours, unless these come too late for its date. */
function evidenceDue(
  { evidence }: Conversation,
  now: Instant,
  hours: ServiceHours,
): readonly (OwedFrom | null)[] {
  return evidence.map(({ number, until, remindedFor }) => {
    const ahead = evidenceNotice.filter((days) => remindedFor === null || days < remindedFor)
    const days = ahead.find((before) => now >= until - before * day) ?? ahead.at(-1)
    if (days === undefined) return null
    const notice = until - days * day
    const open = whileOpen(notice, now, hours)
    const owed = { do: 'remind-of-evidence', evidence: number, days } as const
    return { owed, from: open < until ? open : notice }
  })
}

/** The words of mentions end with their time: so long after closing, at most so long after receipt. By the clock
 * alone: a clock that was put back must not erase what just came. */
function erasureDue(
  conversation: Conversation,
  now: Instant,
  { afterClosing, afterReceipt }: Retention,
): OwedFrom | null {
  const { stage, mentions } = conversation
  const closedAt = isClosed(conversation) && 'at' in stage ? stage.at : Infinity
  const endOf = (receivedAt: Instant) =>
    Math.min(receivedAt + afterReceipt, closedAt + afterClosing)
  const kept = mentions.filter(({ erased }) => erased === null)
  const from = kept.reduce((first, { receivedAt }) => Math.min(first, endOf(receivedAt)), Infinity)
  if (from === Infinity) return null
  const over = kept.filter(({ receivedAt }) => endOf(receivedAt) <= Math.max(from, now))
  return { owed: { do: 'erase', mentions: over.map(({ number }) => number) }, from }
}

/** Nothing more will come by itself: settled, decided, and without a word. */
export function conversationRests(conversation: Conversation): boolean {
  return (
    isClosed(conversation) &&
    conversation.evidence.length === 0 &&
    conversation.replies.length === 0 &&
    conversation.mentions.every(({ erased }) => erased !== null)
  )
}
