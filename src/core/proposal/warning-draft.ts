// What was typed about a warning, and what is wrong with it (docs/regeln.md, "Warnungen").
import { tidied, type Instant, type Warning } from '../content.ts'
import { instantOf, localOf } from '../time/calendar.ts'

/** What a warning says besides its text, as typed. */
export type WarningDraft = {
  area: string
  advice: string
  source: string
  sourceDate: string | null
  sourceTime: string | null
  validDate: string | null
  validTime: string | null
}

/** What is wrong with one field of a warning. */
export type WarningFlaw =
  | { field: 'area' | 'advice' | 'source'; flaw: 'missing' }
  | { field: 'sourceDate'; flaw: 'no-moment' | 'in-future' }
  | { field: 'validDate'; flaw: 'no-moment' | 'past' }

/** The draft that reads as this warning, but for its text. Pure. */
export function warningDraft(warning: Warning, zone: string): WarningDraft {
  const { area, advice, source } = warning
  const [since, until] = [localOf(warning.sourceAt, zone), localOf(warning.validUntil, zone)]
  const moments = { sourceDate: since.date, sourceTime: since.time }
  return { area, advice, source, ...moments, validDate: until.date, validTime: until.time }
}

/** Reads a warning, or answers with every flaw. Pure. */
export function readWarning(
  text: string,
  warning: WarningDraft | undefined,
  { now, zone }: { now: Instant; zone: string },
): { warning: Warning } | { flaws: readonly WarningFlaw[] } {
  const typed = (field: 'area' | 'advice' | 'source') => tidied(warning?.[field] ?? '')
  const flaws: WarningFlaw[] = (['area', 'advice', 'source'] as const)
    .filter((field) => typed(field) === '')
    .map((field) => ({ field, flaw: 'missing' }))
  const momentOf = (date: string | null | undefined, time: string | null | undefined) => {
    const named = instantOf(date ?? '', time ?? '', zone)
    return 'instant' in named ? named.instant : null
  }
  const sourceAt = momentOf(warning?.sourceDate, warning?.sourceTime)
  if (sourceAt === null) flaws.push({ field: 'sourceDate', flaw: 'no-moment' })
  else if (sourceAt > now) flaws.push({ field: 'sourceDate', flaw: 'in-future' })
  const validUntil = momentOf(warning?.validDate, warning?.validTime)
  if (validUntil === null) flaws.push({ field: 'validDate', flaw: 'no-moment' })
  else if (validUntil <= now) flaws.push({ field: 'validDate', flaw: 'past' })
  if (flaws.length > 0 || sourceAt === null || validUntil === null) return { flaws }
  const words = { area: typed('area'), advice: typed('advice'), source: typed('source') }
  return { warning: { what: tidied(text), ...words, sourceAt, validUntil } }
}
