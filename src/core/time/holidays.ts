import { getHolidays } from 'feiertagejs'

const datesOfYear = new Map<number, ReadonlySet<string>>()

/** Whether a date ("2026-10-31") is a public holiday in Hamburg. */
export function isHamburgHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4))
  let dates = datesOfYear.get(year)
  if (dates === undefined) {
    // The package's days begin at noon UTC; its own date strings are those of the machine's time zone.
    dates = new Set(getHolidays(year, 'HH').map((day) => day.date.toISOString().slice(0, 10)))
    datesOfYear.set(year, dates)
  }
  return dates.has(date)
}
