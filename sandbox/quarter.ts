// The last full quarter before a visit, and the working days in it, as people in Hamburg count them.
import { getHolidays } from 'feiertagejs'

export type Quarter = { year: number; number: 1 | 2 | 3 | 4 }

/** 1 is Monday, 5 is Friday. */
export type Weekday = 1 | 2 | 3 | 4 | 5

/** A day as "2026-09-30". */
type Day = string

/** The quarter before the one in which an instant (UTC milliseconds) lies in Berlin. */
export function lastFullQuarter(visit: number): Quarter {
  const [year = 0, month = 1] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'short',
  })
    .format(visit)
    .split('-')
    .map(Number)
  const number = Math.ceil(month / 3) - 1
  if (number === 1 || number === 2 || number === 3) return { year, number }
  return { year: year - 1, number: 4 }
}

/** A weekday in a week (0 to 12) of a quarter; the first full one is 0, so 0 to 11 are always there. Where that
 * day is a holiday or lies after the quarter: the next working day in it, else the last one. */
export function dayIn({ year, number }: Quarter, week: number, weekday: Weekday): Day {
  const first = dayOf(Date.UTC(year, (number - 1) * 3, 1))
  const end = dayOf(Date.UTC(year, number * 3, 1))
  const monday = daysAfter(first, (8 - weekdayOf(first)) % 7)
  let day = daysAfter(monday, week * 7 + weekday - 1)
  while (!isWorkday(day)) day = daysAfter(day, 1)
  return day < end ? day : workdaysAfter(end, -1)
}

/** So many working days after a day; before it below zero. */
export function workdaysAfter(day: Day, count: number): Day {
  const step = Math.sign(count)
  let at = day
  for (let left = Math.abs(count); left > 0;) {
    at = daysAfter(at, step)
    if (isWorkday(at)) left -= 1
  }
  return at
}

/** The first Saturday after a day, or so many weeks later. */
export function saturdayAfter(day: Day, weeks = 0): Day {
  return daysAfter(day, ((5 - weekdayOf(day) + 7) % 7) + 1 + weeks * 7)
}

/** The instant of a time of day ("09:12") in Berlin, in UTC milliseconds. Right on working days: clocks change
 * on Sundays. */
export function instantIn(day: Day, time: string): number {
  const zone = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Berlin',
    timeZoneName: 'longOffset',
  }).format(Date.parse(`${day}T12:00:00Z`))
  const [offset = '+01:00'] = /[+-]\d\d:\d\d/.exec(zone) ?? []
  return Date.parse(`${day}T${time}:00${offset}`)
}

/** A day as the office writes it: "Montag, 30.11.". */
export function written(day: Day): string {
  return new Intl.DateTimeFormat('de-DE', {
    weekday: 'long',
    day: '2-digit',
    month: '2-digit',
    timeZone: 'UTC',
  }).format(Date.parse(day))
}

const length = 24 * 60 * 60_000
const holidays = new Map<number, ReadonlySet<Day>>()

/** Monday to Friday, without holidays, Christmas Eve and New Year's Eve. */
function isWorkday(day: Day): boolean {
  const year = Number(day.slice(0, 4))
  const free = holidays.get(year) ?? new Set(getHolidays(year, 'HH').map(({ date }) => dayOf(date)))
  holidays.set(year, free)
  const isWeekend = weekdayOf(day) === 0 || weekdayOf(day) === 6
  return !isWeekend && !free.has(day) && !/-12-(24|31)$/.test(day)
}

function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay()
}

function daysAfter(day: Day, count: number): Day {
  return dayOf(Date.parse(day) + count * length)
}

function dayOf(instant: number | Date): Day {
  return new Date(instant).toISOString().slice(0, 10)
}
