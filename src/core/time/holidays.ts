import { getHolidays } from 'feiertagejs'

const namesOfYear = new Map<number, ReadonlyMap<string, string>>()

/** What a date ("2026-10-31") is called as a public holiday in Hamburg; null where it is none. */
export function holidayOn(date: string): string | null {
  const year = Number(date.slice(0, 4))
  let names = namesOfYear.get(year)
  if (names === undefined) {
    // The package's days begin at noon UTC; its own date strings are those of the machine's time zone.
    names = new Map(
      getHolidays(year, 'HH').map((day) => [
        day.date.toISOString().slice(0, 10),
        day.translate('de') ?? day.name,
      ]),
    )
    namesOfYear.set(year, names)
  }
  return names.get(date) ?? null
}

/** Whether a date is a public holiday in Hamburg. */
export function isHamburgHoliday(date: string): boolean {
  return holidayOn(date) !== null
}
