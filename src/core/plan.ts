// The editorial plan of a week: what goes out when, what stands too close, and where there is room
// (docs/regeln.md, "Redaktionsplan und Vorrat").
import { Temporal } from 'temporal-polyfill'
import { parts, type Instant } from './content.ts'
import { guideMinutes } from './guide-minutes.ts'
import type { PreElection } from './house-rules.ts'
import { current, isOpenWarning, type Proposal } from './proposal/proposal.ts'
import { instantOf, localOf } from './time/calendar.ts'
import { holidayOn } from './time/holidays.ts'
import type { Week } from './time/period.ts'

/** A time at which a post is expected each week; weekdays from 1, Monday, times as "10:00". */
export type Slot = { name: string; weekday: number; time: string }

/** A time that planning has to mind, by its days, both included: "2026-07-09". */
export type SpecialTime = { name: string; from: string; until: string }

/** What the office has set for its plan; `hoursPerWeek` is what the press office has for the channel, null where nobody
 * said. */
export type PlanSettings = {
  slots: readonly Slot[]
  specialTimes: readonly SpecialTime[]
  preElection: readonly PreElection[]
  hoursPerWeek: number | null
}

/** What stands in the plan: it goes out then, or went out; or a warning ends then. */
export type Entry = {
  proposal: Proposal
  at: Instant
  is: 'waiting' | 'approved' | 'held' | 'published' | 'warning-ends'
  /** The entry before it where that is too close, and by how many minutes it is earlier. */
  tooClose: { number: number; minutes: number } | null
}

/** A day with what stands in it, in the order of the hours; `free` are slots nothing is planned for. */
export type PlanDay = {
  date: string
  holiday: string | null
  special: readonly string[]
  entries: readonly Entry[]
  free: readonly (Slot & { at: Instant })[]
}

/** A week; `minutes` is what is planned takes by the guide values, `preElection` the times before an election it lies in. */
export type Plan = {
  week: Week
  days: readonly PlanDay[]
  minutes: number
  preElection: readonly PreElection[]
}

/** How close two posts may stand, in milliseconds. */
const close = 30 * 60_000
/** How far from its slot a post may stand to fill it, in milliseconds. */
const aroundSlot = 60 * 60_000

/** The plan of a week. `proposals` are those that are open and those that were published in it. Pure. */
export function planOf(
  proposals: readonly Proposal[],
  week: Week,
  given: { zone: string; now: Instant; settings: PlanSettings },
): Plan {
  const { zone, now, settings } = given
  const entries = proposals
    .flatMap(entriesOf)
    .filter(({ at }) => at >= week.from && at < week.to)
    .sort((one, other) => one.at - other.at || one.proposal.number - other.proposal.number)
    .map((entry, index, all) => ({ ...entry, tooClose: closeTo(entry, all.slice(0, index)) }))
  const monday = Temporal.PlainDate.from(week.monday)
  const days = Array.from({ length: 7 }, (_, index): PlanDay => {
    const date = monday.add({ days: index }).toString()
    const onDay = entries.filter(({ at }) => localOf(at, zone).date === date)
    return {
      date,
      holiday: holidayOn(date),
      special: specialOn(date, settings.specialTimes),
      entries: onDay,
      free: settings.slots.flatMap((slot) => {
        const named = slot.weekday === index + 1 ? instantOf(date, slot.time, zone) : null
        if (named === null || !('instant' in named) || named.instant <= now) return []
        const at = named.instant
        const isFilled = onDay.some((one) => goesOut(one) && Math.abs(one.at - at) <= aroundSlot)
        return isFilled ? [] : [{ ...slot, at }]
      }),
    }
  })
  const minutes = entries
    .filter(({ is }) => is === 'waiting' || is === 'approved')
    .reduce((sum, { proposal }) => sum + minutesFor(proposal), 0)
  const last = monday.add({ days: 6 }).toString()
  const preElection = settings.preElection.filter(
    ({ from, until }) => from <= last && until >= week.monday,
  )
  return { week, days, minutes, preElection }
}

/** Where a proposal stands in the plan; nothing of what has no time. */
function entriesOf(proposal: Proposal): Omit<Entry, 'tooClose'>[] {
  const { stage } = proposal
  const { content } = current(proposal)
  const { plannedAt } = content
  const { kind, warning } = content
  // Answers go out when they are approved, and are no part of a plan.
  if (kind === 'reply') return []
  const ends =
    warning !== undefined && isOpenWarning(proposal)
      ? [{ proposal, at: warning.validUntil, is: 'warning-ends' as const }]
      : []
  switch (stage.is) {
    case 'submitted':
      return plannedAt === null ? [] : [{ proposal, at: plannedAt, is: 'waiting' }]
    case 'approved':
    case 'waiting':
      return [{ proposal, at: plannedAt ?? stage.since, is: 'approved' }]
    case 'check-needed':
      return plannedAt === null ? [] : [{ proposal, at: plannedAt, is: 'held' }]
    case 'published':
      return [{ proposal, at: proposal.published[0]?.at ?? stage.at, is: 'published' }, ...ends]
    default:
      return []
  }
}

function goesOut({ is }: Pick<Entry, 'is'>): boolean {
  return is !== 'warning-ends'
}

function closeTo(
  entry: Omit<Entry, 'tooClose'>,
  before: readonly Omit<Entry, 'tooClose'>[],
): Entry['tooClose'] {
  const isOver = entry.is === 'published'
  const last = goesOut(entry) && !isOver ? before.findLast(goesOut) : undefined
  if (last === undefined || entry.at - last.at >= close) return null
  return { number: last.proposal.number, minutes: Math.round((entry.at - last.at) / 60_000) }
}

/** Those of some proposals that go out too close to a planned one, by their numbers. Pure. */
export function tooCloseTo(
  proposal: Proposal,
  others: readonly Proposal[],
): { number: number; at: Instant }[] {
  const { plannedAt } = current(proposal).content
  if (plannedAt === null) return []
  return others
    .filter(({ number }) => number !== proposal.number)
    .flatMap(entriesOf)
    .filter((one) => goesOut(one) && Math.abs(one.at - plannedAt) < close)
    .map((one) => ({ number: one.proposal.number, at: one.at }))
}

/** What a day has that planning has to mind: a holiday, and special times of the office. */
export function mindedOn(date: string, special: readonly SpecialTime[]): string[] {
  const holiday = holidayOn(date)
  return [...(holiday === null ? [] : [holiday]), ...specialOn(date, special)]
}

function specialOn(date: string, special: readonly SpecialTime[]): string[] {
  return special.filter(({ from, until }) => from <= date && date <= until).map(({ name }) => name)
}

function minutesFor(proposal: Proposal): number {
  const { content } = current(proposal)
  return content.kind === 'warning' || parts(content).length > 1
    ? guideMinutes.thread
    : guideMinutes.post
}
