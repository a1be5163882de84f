// Times as the office writes them: "Di., 24.11.2026, 14:30 Uhr MEZ".
import type { Instant } from '../core/content.ts'

type Pieces = Record<
  'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second',
  string
> & {
  zone: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** "Di., 24.11.2026, 14:30 Uhr" */
export function moment(at: Instant, zone: string): string {
  return `${day(at, zone)}, ${clock(at, zone)}`
}

/** "Di., 24.11.2026, 14:30 Uhr MEZ", for times somebody plans with. */
export function momentInZone(at: Instant, zone: string): string {
  return `${moment(at, zone)} ${pieces(at, zone).zone}`
}

/** "Di., 24.11.2026, 14:30:05 Uhr", for the window in which seconds count. */
export function momentToTheSecond(at: Instant, zone: string): string {
  return `${day(at, zone)}, ${clockToTheSecond(at, zone)}`
}

/** "Di., 24.11., 14:30 Uhr", in what the public reads soon. */
export function momentWithoutYear(at: Instant, zone: string): string {
  const { weekday, day, month } = pieces(at, zone)
  return `${weekday}, ${day}.${month}., ${clock(at, zone)}`
}

/** "24.11.2026" */
export function dateOnly(at: Instant, zone: string): string {
  const { day, month, year } = pieces(at, zone)
  return `${day}.${month}.${year}`
}

/** "Di., 24.11.2026, 14:30 Uhr", or the date alone where no more is left of an instant: the very beginning of a UTC
 * day. */
export function momentOrDay(at: Instant, zone: string): string {
  return isDay(at) ? dateOnly(at, 'UTC') : moment(at, zone)
}

/** The same to the second. */
export function momentToTheSecondOrDay(at: Instant, zone: string): string {
  return isDay(at) ? dateOnly(at, 'UTC') : momentToTheSecond(at, zone)
}

function isDay(at: Instant): boolean {
  return at % (24 * 60 * 60_000) === 0
}

/** "30.11." */
export function dayAndMonth(at: Instant, zone: string): string {
  const { day, month } = pieces(at, zone)
  return `${day}.${month}.`
}

/** "Mo., 30.11." */
export function weekdayAndDate(at: Instant, zone: string): string {
  return `${pieces(at, zone).weekday}, ${dayAndMonth(at, zone)}`
}

/** "14:30 Uhr" */
export function clock(at: Instant, zone: string): string {
  const { hour, minute } = pieces(at, zone)
  return `${hour}:${minute} Uhr`
}

/** "14:30:05 Uhr" */
function clockToTheSecond(at: Instant, zone: string): string {
  const { hour, minute, second } = pieces(at, zone)
  return `${hour}:${minute}:${second} Uhr`
}

/** "um 14:45 Uhr" on the day of `since`, else "am Mi., 25.11.2026, 14:45 Uhr". */
export function atTime(at: Instant, since: Instant, zone: string): string {
  return `${isSameDay(at, since, zone) ? 'um' : 'am'} ${untilTime(at, since, zone)}`
}

/** The same without its first word: "14:45 Uhr" or "Mi., 25.11.2026, 14:45 Uhr". */
export function untilTime(at: Instant, since: Instant, zone: string): string {
  return isSameDay(at, since, zone) ? clock(at, zone) : moment(at, zone)
}

/** "um 14:45:05 Uhr" on the day of `since`, else "am Mi., 25.11.2026, 14:45:05 Uhr". */
export function atSecond(at: Instant, since: Instant, zone: string): string {
  return isSameDay(at, since, zone)
    ? `um ${clockToTheSecond(at, zone)}`
    : `am ${momentToTheSecond(at, zone)}`
}

function isSameDay(one: Instant, other: Instant, zone: string): boolean {
  return day(one, zone) === day(other, zone)
}

function day(at: Instant, zone: string): string {
  const { weekday, day, month, year } = pieces(at, zone)
  return `${weekday}, ${day}.${month}.${year}`
}

function pieces(at: Instant, zone: string): Pieces {
  const found = Object.fromEntries(
    formatFor(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const piece = (type: string) => found[type] ?? ''
  return {
    // Whether the short weekday has its full stop differs between versions of Unicode's data.
    weekday: `${piece('weekday').replace(/\.$/, '')}.`,
    day: piece('day'),
    month: piece('month'),
    year: piece('year'),
    hour: piece('hour'),
    minute: piece('minute'),
    second: piece('second'),
    zone: piece('timeZoneName'),
  }
}

// Making one takes far longer than using it, and a card has many times on it.
function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('de-DE', {
    timeZone: zone,
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
  formats.set(zone, format)
  return format
}
