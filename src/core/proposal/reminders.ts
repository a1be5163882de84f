// What waits for somebody is brought up once: a planned time that comes, a question, a signature, a second look
// (docs/regeln.md, "Was eilt").
import type { Instant } from '../content.ts'
import type { Due } from '../matter.ts'
import {
  afterServiceTime,
  serviceDay,
  whileOpen,
  type ServiceHours,
} from '../time/service-hours.ts'
import { awaitsConfirmation } from './approve.ts'
import { current, missingCosigners, type Proposal, type Reminder } from './proposal.ts'
import { callAgainAfter, isUrgent } from './urgency.ts'

/** How long before its planned time it is reminded of at the earliest, in milliseconds. */
const remindedBefore = 2 * 60 * 60_000

/** The next word to whose turn it is, and from when; each is owed once. A planned time is told of two hours before, or
 * halfway where less is left; whoever is asked, has to sign or to confirm hears of it after a service day and while the
 * office is open, or after ten minutes where it cannot wait. Null where nothing is to be told. Pure. */
export function reminderDue(
  proposal: Proposal,
  now: Instant,
  hours: ServiceHours,
): Due<{ do: 'remind'; of: Reminder }> {
  const next = [planned(proposal), waits(proposal, now, hours)].flatMap((one) =>
    one === null || isReminded(proposal, one.of) ? [] : [one],
  )
  const first = next.sort((one, other) => one.from - other.from)[0]
  return first === undefined ? null : { owed: { do: 'remind', of: first.of }, from: first.from }
}

/** Whether somebody can still be reminded of this. Pure. */
export function isToBeReminded(proposal: Proposal, of: Reminder): boolean {
  const open = of === 'planned' ? planned(proposal)?.of : waitOf(proposal)?.of
  return open === of && !isReminded(proposal, of)
}

function isReminded({ reminded }: Proposal, of: Reminder): boolean {
  return reminded.includes(of)
}

type From = { of: Reminder; from: Instant }

function planned({ stage, versions }: Proposal): From | null {
  const { content, at } = current({ versions })
  const { plannedAt } = content
  if (stage.is !== 'submitted' || stage.stopped !== null || plannedAt === null) return null
  // What cannot wait calls by itself.
  if (isUrgent(content)) return null
  const halfway = at + Math.floor((plannedAt - at) / 2)
  return { of: 'planned', from: Math.max(halfway, plannedAt - remindedBefore) }
}

function waits(proposal: Proposal, now: Instant, hours: ServiceHours): From | null {
  const wait = waitOf(proposal)
  if (wait === null) return null
  const { of, since } = wait
  const from = isUrgent(current(proposal).content)
    ? since + callAgainAfter
    : whileOpen(afterServiceTime(since, serviceDay(hours), hours), now, hours)
  return { of, from }
}

/** What somebody other than the press office is waited for, and since when. */
function waitOf(proposal: Proposal): { of: Reminder; since: Instant } | null {
  const { stage } = proposal
  if (stage.is !== 'submitted') return null
  const { at } = current(proposal)
  if (missingCosigners(proposal).length > 0) return { of: 'signature', since: at }
  if (stage.question !== null) return { of: 'question', since: stage.question.at }
  return awaitsConfirmation(proposal) ? { of: 'confirmation', since: at } : null
}
