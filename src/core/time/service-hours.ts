// The clock that only runs while the office is open (docs/regeln.md, "Servicezeiten und Fristen").
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
  const open = openingOn(localDate(at, hours.zone), hours)
  return open !== null && at >= open.from && at < open.to
}

/** How many milliseconds the office was open between two instants. */
export function serviceTimeBetween(from: Instant, to: Instant, hours: ServiceHours): number {
  return serviceClock(from, to, hours)(from, to)
}

/** The same, asked often about one span of time: looks every day of it up once. What lies beyond counts nothing. */
export function serviceClock(
  first: Instant,
  last: Instant,
  hours: ServiceHours,
): (from: Instant, to: Instant) => number {
  const openings: { from: Instant; to: Instant }[] = []
  const end = localDate(last, hours.zone)
  for (
    let day = localDate(first, hours.zone);
    Temporal.PlainDate.compare(day, end) <= 0;
    day = day.add({ days: 1 })
  ) {
    const open = openingOn(day, hours)
    if (open !== null) openings.push(open)
  }
  return (from, to) =>
    openings.reduce(
      (time, open) => time + Math.max(0, Math.min(to, open.to) - Math.max(from, open.from)),
      0,
    )
}

/** The instant at which the office will have been open for so many milliseconds since `from`. Throws for
 * hours that never come. */
export function afterServiceTime(from: Instant, time: number, hours: ServiceHours): Instant {
  let left = time
  let day = localDate(from, hours.zone)
  for (let days = 0; days < 4_000; days += 1, day = day.add({ days: 1 })) {
    const open = openingOn(day, hours)
    if (open === null) continue
    const begins = Math.max(from, open.from)
    const lasts = Math.max(0, open.to - begins)
    if (left <= lasts && begins < open.to) return begins + left
    left -= lasts
  }
  throw new Error('the office is never open')
}

/** The first instant at or after `at`, and not before `now`, at which the office is open. One that has passed in
 * its hours stays what it was. */
export function whileOpen(at: Instant, now: Instant, hours: ServiceHours): Instant {
  return afterServiceTime(Math.max(at, now), 0, hours)
}

/** How long an ordinary service day lasts, in milliseconds. */
export function serviceDay({ from, to }: ServiceHours): number {
  return Temporal.PlainTime.from(from).until(to).total('milliseconds')
}

/** From when to when the office is open on a day; null if it stays closed. */
export function openingOn(
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
