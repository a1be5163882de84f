// What belongs to an hour of the day is owed from that hour until it is done, whatever clocks and machines do
// meanwhile.
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../content.ts'
import { openingOn, type ServiceHours } from './service-hours.ts'

/** The times of day at which something comes to be owed: each of these minutes of each of these hours, local time.
 * A time between 2 and 3 at night is missing on one day of the year and comes twice on another. With `service`
 * it is owed on service days only, and not any more once the office has closed. */
export type Schedule = {
  hours: readonly number[]
  minutes: readonly number[]
  service: ServiceHours | null
}

const minute = 60_000
/** Every time of day has come within so many milliseconds, also where one is missing. */
const longestWait = 49 * 60 * minute

/** Since when something is owed; null if it is not. `done` is the instant since which it was owed when it was done
 * last, null if it never was. However often a time was missed, it is owed once. */
export function owedSince(
  schedule: Schedule,
  done: Instant | null,
  now: Instant,
  zone: string,
): Instant | null {
  const since = lastTime(schedule, now, zone)
  if (since === null || isOver(schedule, since, now, zone)) return null
  if (done === null || done < since) return since
  if (done <= now) return null
  // The clock was put back behind what is done. Over one time of day: it need not be done again. Over more: the
  // clock was wrong before, and what was done then says nothing.
  const before = lastTime(schedule, done - 1, zone)
  return before !== null && before > now ? since : null
}

function isOver({ service }: Schedule, since: Instant, now: Instant, zone: string): boolean {
  if (service === null) return false
  const opening = openingOn(localTime(since, zone).toPlainDate(), service)
  return opening === null || now >= opening.to
}

// Back through the hours that really were, so that an hour which came twice counts twice.
function lastTime({ hours, minutes }: Schedule, now: Instant, zone: string): Instant | null {
  let at = now - (now % minute)
  while (at > now - longestWait) {
    const local = localTime(at, zone)
    const fitting = hours.includes(local.hour) ? minutes.filter((one) => one <= local.minute) : []
    if (fitting.length > 0) return at - (local.minute - Math.max(...fitting)) * minute
    at -= (local.minute + 1) * minute
  }
  return null
}

function localTime(at: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
}
