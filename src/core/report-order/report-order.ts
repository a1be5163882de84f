// A report that somebody asked for, or that comes by itself after a quarter.
import type { Instant } from '../content.ts'
import { orderMatter, type OrderEvent } from '../order.ts'
import { theDesk, type Actor } from '../people.ts'
import { localOf } from '../time/calendar.ts'
import { firstWorkingDay, lastFullQuarter, spanOf, type Period } from '../time/period.ts'

export type ReportWish = { period: Period }
export type ReportOrderEvent = OrderEvent<ReportWish>

/** A report order as the engine sees it. */
export const reportOrderMatter = orderMatter<ReportWish>('report-order')

/** The report of a period is ordered: by a person, who gets it as direct messages, or by the clock, for the
 * channel. */
export function orderReport(period: Period, by: Actor): ReportOrderEvent {
  return { type: 'ordered', to: by === theDesk ? 'channel' : by, wish: { period } }
}

/** From eight in the morning of the first working day of a quarter: the quarter before, if there is anything to
 * tell. `begun` is when history began, null while it is empty. Whether it was ordered already is for the caller to
 * know. */
export function reportByItself(
  { begun, zone }: { begun: Instant | null; zone: string },
  now: Instant,
): Period | null {
  const { date, time } = localOf(now, zone)
  const period = lastFullQuarter(date)
  const first = firstWorkingDay(date)
  const isTime = date > first || (date === first && time >= '08:00')
  const isAnything = begun !== null && begun < spanOf(period, zone).to
  return isTime && isAnything ? period : null
}
