// Quarters and years: what a report is about.
import { Temporal } from 'temporal-polyfill'
import { isHamburgHoliday } from './holidays.ts'
import type { Instant } from '../content.ts'

export type Quarter = 1 | 2 | 3 | 4
/** A calendar quarter or, with a null quarter, a whole year. */
export type Period = { year: number; quarter: Quarter | null }

/** From the first instant (UTC milliseconds) up to, without, the second. */
export type Span = { from: Instant; to: Instant }

const roman: Record<string, Quarter> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 }

/** The period somebody typed: nothing (the last full quarter before `today`, a local date), "2026-Q3", "Q3 2026",
 * "III/2026", "III. Quartal 2026" or "jahr 2026". Null for anything else. */
export function readPeriod(typed: string, today: string): Period | null {
  const words = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  if (words === '') return lastFullQuarter(today)
  const [, whole] = /^jahr (\d{4})$/.exec(words) ?? []
  if (whole !== undefined) return inOurTime(Number(whole), null)
  const [, year, quarter] = /^(\d{4})[-/ ]?q([1-4])$/.exec(words) ?? []
  if (year !== undefined) return inOurTime(Number(year), roman[quarter ?? ''] ?? null)
  const [, first, second] =
    /^q([1-4])[-/ ]?(\d{4})$/.exec(words) ??
    /^(i{1,3}|iv|[1-4])(?:\/|\. quartal )(\d{4})$/.exec(words) ??
    []
  return first === undefined ? null : inOurTime(Number(second), roman[first] ?? null)
}

function inOurTime(year: number, quarter: Quarter | null): Period | null {
  return year >= 2000 && year <= 2999 ? { year, quarter } : null
}

/** The quarter before the one a local date lies in. */
export function lastFullQuarter(today: string): Period {
  return before(quarterOf(today))
}

/** The quarter a local date ("2026-11-24") lies in. */
export function quarterOf(date: string): Period {
  const { year, month } = Temporal.PlainDate.from(date)
  return { year, quarter: Math.ceil(month / 3) as Quarter }
}

/** The period just before: the quarter before, or the year before. */
export function before({ year, quarter }: Period): Period {
  if (quarter === null) return { year: year - 1, quarter }
  return quarter === 1
    ? { year: year - 1, quarter: 4 }
    : { year, quarter: (quarter - 1) as Quarter }
}

/** The same period of the year before. */
export function yearBefore({ year, quarter }: Period): Period {
  return { year: year - 1, quarter }
}

/** The local dates of a period, both included. */
export function datesOf({ year, quarter }: Period): { first: string; last: string } {
  const month = quarter === null ? 1 : quarter * 3 - 2
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const last = first.add({ months: quarter === null ? 12 : 3 }).subtract({ days: 1 })
  return { first: first.toString(), last: last.toString() }
}

/** The instants of a period in an IANA time zone: local midnight to local midnight. */
export function spanOf(period: Period, zone: string): Span {
  const { first, last } = datesOf(period)
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds
  return {
    from: midnight(Temporal.PlainDate.from(first)),
    to: midnight(Temporal.PlainDate.from(last).add({ days: 1 })),
  }
}

/** The first working day (Monday to Friday, no holiday in Hamburg) of the quarter a local date lies in. */
export function firstWorkingDay(date: string): string {
  const { first } = datesOf(quarterOf(date))
  let day = Temporal.PlainDate.from(first)
  while (day.dayOfWeek > 5 || isHamburgHoliday(day.toString())) day = day.add({ days: 1 })
  return day.toString()
}

/** The name of a period as a file may have it: "2026-Q3", "2026". */
export function fileWord({ year, quarter }: Period): string {
  return quarter === null ? String(year) : `${year}-Q${quarter}`
}

/** A calendar week: its number, its Monday, and its instants in an IANA time zone. */
export type Week = Span & { week: number; monday: string }

/** The calendar week (ISO, Monday first) a local date ("2026-11-24") lies in. */
export function weekOf(date: string, zone: string): Week {
  const day = Temporal.PlainDate.from(date)
  return weekFrom(day.subtract({ days: day.dayOfWeek - 1 }), zone)
}

/** A calendar week by its number (ISO); null where its year has none of it. */
export function weekNumbered(number: number, year: number, zone: string): Week | null {
  // The fourth of January lies in the first week.
  const first = weekOf(`${String(year).padStart(4, '0')}-01-04`, zone)
  const week = weeksLater(first, number - 1, zone)
  return number >= 1 && week.week === number ? week : null
}

/** The calendar week so many weeks after another. */
export function weeksLater({ monday }: Week, weeks: number, zone: string): Week {
  return weekFrom(Temporal.PlainDate.from(monday).add({ weeks }), zone)
}

function weekFrom(monday: Temporal.PlainDate, zone: string): Week {
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds
  return {
    ...{ week: monday.weekOfYear ?? 0, monday: monday.toString() },
    ...{ from: midnight(monday), to: midnight(monday.add({ days: 7 })) },
  }
}

/** The calendar weeks (ISO, Monday first) that a period touches. */
export function weeksOf(period: Period, zone: string): readonly Week[] {
  const { first, last } = datesOf(period)
  const end = Temporal.PlainDate.from(last)
  const weeks: Week[] = []
  let day = Temporal.PlainDate.from(first)
  day = day.subtract({ days: day.dayOfWeek - 1 })
  while (Temporal.PlainDate.compare(day, end) <= 0) {
    weeks.push(weekFrom(day, zone))
    day = day.add({ days: 7 })
  }
  return weeks
}
