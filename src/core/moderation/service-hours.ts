// The clock that only runs while the office is open (office.md section 4).
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../content.ts'

/** When the office is open: weekdays (1 is Monday), from and to as "09:00", in an IANA time zone. Days for
 * which `isHoliday` answers yes ("2026-12-25") are closed. */
export type ServiceHours = {
  days: readonly number[]
  from: string
  to: string
  zone: string
  isHoliday: (date: string) => boolean
}

/** Whether the office is open at an instant. */
export function isOpen(at: Instant, hours: ServiceHours): boolean {
  const open = opening(localDate(at, hours.zone), hours)
  return open !== null && at >= open.from && at < open.to
}

/** How many milliseconds the office was open between two instants. */
export function serviceTimeBetween(from: Instant, to: Instant, hours: ServiceHours): number {
  let time = 0
  const last = localDate(to, hours.zone)
  for (
    let day = localDate(from, hours.zone);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const open = opening(day, hours)
    if (open === null) continue
    time += Math.max(0, Math.min(to, open.to) - Math.max(from, open.from))
  }
  return time
}

/** The instant at which the office will have been open for so many milliseconds since `from`. Throws for
 * hours that never come. */
export function afterServiceTime(from: Instant, time: number, hours: ServiceHours): Instant {
  let left = time
  let day = localDate(from, hours.zone)
  for (let days = 0; days < 4_000; days += 1, day = day.add({ days: 1 })) {
    const open = opening(day, hours)
    if (open === null) continue
    const begins = Math.max(from, open.from)
    const lasts = Math.max(0, open.to - begins)
    if (left <= lasts && begins < open.to) return begins + left
    left -= lasts
  }
  throw new Error('the office is never open')
}

/** How long an ordinary service day lasts, in milliseconds. */
export function serviceDay({ from, to }: ServiceHours): number {
  return Temporal.PlainTime.from(from).until(to).total('milliseconds')
}

/** What was found out about a day stays true as long as the hours do, and it is asked for again and again. */
const openings = new WeakMap<ServiceHours, Map<string, { from: Instant; to: Instant } | null>>()

function opening(
  day: Temporal.PlainDate,
  hours: ServiceHours,
): { from: Instant; to: Instant } | null {
  const known = openings.get(hours) ?? new Map<string, { from: Instant; to: Instant } | null>()
  openings.set(hours, known)
  const date = day.toString()
  const before = known.get(date)
  if (before !== undefined) return before
  const found = openingOf(day, hours)
  known.set(date, found)
  return found
}

function openingOf(
  day: Temporal.PlainDate,
  { days, from, to, zone, isHoliday }: ServiceHours,
): { from: Instant; to: Instant } | null {
  if (!days.includes(day.dayOfWeek) || isHoliday(day.toString())) return null
  const at = (time: string) =>
    day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
  return { from: at(from), to: at(to) }
}

function localDate(at: Instant, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
}
