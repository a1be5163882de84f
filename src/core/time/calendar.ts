// Wall-clock times of the office and the instants they name.
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../content.ts'

/** What a date and a time of day name in a zone. A clock change makes some times not exist (March) and
 * some exist twice (October): both are told apart, never guessed. */
export type Named =
  { instant: Instant } | { unnamed: 'not-a-time' } | { unnamed: 'skipped' } | { unnamed: 'twice' }

/** The instant of a local date ("2026-11-24") and time ("14:30") in an IANA time zone. */
export function instantOf(date: string, time: string, zone: string): Named {
  // Temporal reads far more than pickers write, up to years that have no instant.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) {
    return { unnamed: 'not-a-time' }
  }
  let local: Temporal.PlainDateTime
  try {
    local = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time))
  } catch {
    return { unnamed: 'not-a-time' }
  }
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    return { instant: earlier.epochMilliseconds }
  }
  return { unnamed: earlier.toPlainDateTime().equals(local) ? 'twice' : 'skipped' }
}

/** The local date and time of an instant, as pickers want them: "2026-11-24" and "14:30". */
export function localOf(instant: Instant, zone: string): { date: string; time: string } {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

/** The first instant after a day of the calendar ("2026-11-30") in an IANA time zone; null for what is no day. */
export function endOfDay(day: string, zone: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' })
      .add({ days: 1 })
      .toZonedDateTime(zone).epochMilliseconds
  } catch {
    return null
  }
}

/** The same time of day so many months later, in an IANA time zone. */
export function monthsLater(instant: Instant, months: number, zone: string): Instant {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).add({ months })
    .epochMilliseconds
}
