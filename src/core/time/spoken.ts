// Spans of days as people say them: "heute", "nächste Woche", "24.11. bis 28.11.".
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../content.ts'
import { localOf } from './calendar.ts'
import { weekNumbered, weekOf, type Week } from './period.ts'

/** Two local days, both included, as pickers want them: "2026-11-24". */
export type Days = { first: string; last: string }

/** The days somebody named, seen from an instant in an IANA time zone. A date without a year is the next one of its name;
 * "bis 28.11." begins today. Null for what names no days. Pure. */
export function readDays(typed: string, now: Instant, zone: string): Days | null {
  const words = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const days = (first: Temporal.PlainDate, last: Temporal.PlainDate): Days => ({
    ...{ first: first.toString(), last: last.toString() },
  })
  switch (words) {
    case 'heute':
      return days(today, today)
    case 'morgen':
      return days(today.add({ days: 1 }), today.add({ days: 1 }))
    case 'diese woche':
      return days(today, monday.add({ days: 6 }))
    case 'nächste woche':
      return days(monday.add({ days: 7 }), monday.add({ days: 13 }))
  }
  const [, from = '', until = ''] =
    /^(?:(?:von |ab )?(\S+) )?(?:bis|-|–) ?(\S+)$/.exec(
      words.replace(/(\d\.?)[-–](\d)/, '$1 – $2'),
    ) ?? []
  const first = from === '' ? today : dateOf(from, today)
  const last = until === '' ? null : dateOf(until, first ?? today)
  if (first === null || last === null) {
    const only = dateOf(words.replace(/^am /, ''), today)
    return only === null ? null : days(only, only)
  }
  return days(first, last)
}

/** The calendar week somebody named: nothing for this one, "nächste Woche", "KW 49", "KW 2/2027", or a day in it. Null for
 * what names none. Pure. */
export function readWeek(typed: string, now: Instant, zone: string): Week | null {
  const { date: today } = localOf(now, zone)
  const words = typed.trim().toLowerCase()
  if (words === '') return weekOf(today, zone)
  const [, number, year] = /^kw ?(\d{1,2})(?:[/ ]+(\d{4}))?$/.exec(words) ?? []
  if (number === undefined) {
    const days = readDays(words, now, zone)
    return days === null ? null : weekOf(days.first, zone)
  }
  const inYear = (one: number) => weekNumbered(Number(number), one, zone)
  const thisYear = Number(today.slice(0, 4))
  if (year !== undefined) return inYear(Number(year))
  // Without a year the next one of its number, this week included.
  return (
    [thisYear - 1, thisYear, thisYear + 1]
      .map(inYear)
      .find((one) => one !== null && one.to > now) ?? null
  )
}

/** "24.11.", "24.11.2026", "24.11.26"; without a year the next one from a day on. */
function dateOf(word: string, from: Temporal.PlainDate): Temporal.PlainDate | null {
  const [, day, month, year = ''] = /^(\d{1,2})\.(\d{1,2})\.?(\d{4}|\d{2})?$/.exec(word) ?? []
  if (day === undefined) return null
  const named = (inYear: number) => {
    try {
      const fields = { year: inYear, month: Number(month), day: Number(day) }
      return Temporal.PlainDate.from(fields, { overflow: 'reject' })
    } catch {
      return null
    }
  }
  if (year !== '') return named(year.length === 2 ? 2000 + Number(year) : Number(year))
  const thisYear = named(from.year)
  const isOver = thisYear !== null && Temporal.PlainDate.compare(thisYear, from) < 0
  return isOver ? named(from.year + 1) : thisYear
}
