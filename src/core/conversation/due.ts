// What does the moderation desk still owe?
import type { Instant } from '../content.ts'
import { isClosed, type Conversation, type Reminder } from './conversation.ts'
import { afterServiceTime, isOpen, serviceDay, type ServiceHours } from '../time/service-hours.ts'

/** How long citizens' words are kept, in milliseconds: after closing, and after receipt at most (R-18). */
export type Retention = { afterClosing: number; afterReceipt: number }

/** Half and full time to the first answer: one working day in service hours (office.md section 4). Null
 * while no answer is awaited. */
export function deadlineOf(
  { awaitsAnswerSince }: Conversation,
  hours: ServiceHours,
): { half: Instant; full: Instant } | null {
  if (awaitsAnswerSince === null) return null
  const whole = serviceDay(hours)
  return {
    half: afterServiceTime(awaitsAnswerSince, whole / 2, hours),
    full: afterServiceTime(awaitsAnswerSince, whole, hours),
  }
}

/** The reminder that is owed now, in service hours only; null if none. */
export function reminderDue(
  conversation: Conversation,
  now: Instant,
  hours: ServiceHours,
): Reminder | null {
  if (isClosed(conversation) || !isOpen(now, hours)) return null
  const { stage, reminders } = conversation
  if (stage.is === 'waiting') {
    // Who waits for somebody has said until when; until then nobody needs to be reminded.
    return stage.until <= now && !stage.reminded ? 'resubmission' : null
  }
  const deadline = deadlineOf(conversation, hours)
  if (deadline === null) return null
  if (now >= deadline.full) return reminders.includes('full') ? null : 'full'
  return now >= deadline.half && !reminders.includes('half') ? 'half' : null
}

/** How many days before its date a Beweissicherung is brought up, the nearer one first: the time to file a
 * Strafantrag ends with it. */
export const evidenceNotice = [3, 14] as const

const day = 24 * 60 * 60_000

/** Evidence whose date is near and that nobody was reminded of yet: the number, and for how many days. */
export function evidenceDue(
  { evidence }: Conversation,
  now: Instant,
): readonly { evidence: number; days: number }[] {
  return evidence.flatMap(({ number, until, remindedFor }) => {
    const days = evidenceNotice.find((before) => now >= until - before * day)
    const isNews = days !== undefined && (remindedFor === null || days < remindedFor)
    return isNews ? [{ evidence: number, days }] : []
  })
}

/** The mentions whose words' time is over: so long after closing, at most so long after receipt. */
export function retentionDue(
  conversation: Conversation,
  now: Instant,
  { afterClosing, afterReceipt }: Retention,
): number[] {
  const { stage, mentions } = conversation
  const closedAt = 'at' in stage && isClosed(conversation) ? stage.at : null
  return mentions
    .filter(
      ({ erased, receivedAt }) =>
        erased === null &&
        (now - receivedAt >= afterReceipt || (closedAt !== null && now - closedAt >= afterClosing)),
    )
    .map(({ number }) => number)
}
