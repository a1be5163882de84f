// Periods and days as a Drucksache writes them.
import { datesOf, fileWord, type Period } from '../../core/time/period.ts'

const roman = ['I', 'II', 'III', 'IV'] as const

/** "III. Quartal 2026", "Jahr 2026" */
export function periodName({ year, quarter }: Period): string {
  return quarter === null ? `Jahr ${year}` : `${roman[quarter - 1] ?? ''}. Quartal ${year}`
}

/** "III/2026", "2026": for the heads of columns. */
export function periodShort({ year, quarter }: Period): string {
  return quarter === null ? String(year) : `${roman[quarter - 1] ?? ''}/${year}`
}

/** "01.07.2026 bis 30.09.2026" */
export function periodDates(period: Period): string {
  const { first, last } = datesOf(period)
  return `${dateName(first)} bis ${dateName(last)}`
}

/** A local date ("2026-09-30") as "30.09.2026". */
export function dateName(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${day}.${month}.${year}`
}

/** "KW 27 (29.06.2026)": a calendar week by its Monday. */
export function weekName({ week, monday }: { week: number; monday: string }): string {
  return `KW ${week} (ab ${dateName(monday)})`
}

/** "bericht-2026-Q3": what its files are called. */
export function reportFileName(period: Period): string {
  return `bericht-${fileWord(period)}`
}
