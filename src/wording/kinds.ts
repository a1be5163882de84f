// What the kinds of posts are called, and what is already written in their forms.
import type { Kind } from '../core/kinds.ts'
import type { Content, Instant, Warning } from '../core/content.ts'
import { momentWithoutYear } from './time.ts'

/** The kinds by their names. */
export const kindLabels: Record<Kind, string> = {
  post: 'Beitrag',
  reply: 'Antwort',
  warning: 'Warnung',
  'all-clear': 'Entwarnung',
  correction: 'Korrektur',
  retraction: 'Rückzug',
}

/** "Korrektur zu Vorschlag 12": what is particular about it; null for a post or an answer. */
export function kindLine({ kind, original }: Pick<Content, 'kind' | 'original'>): string | null {
  if (kind === 'post' || kind === 'reply') return null
  if (original === undefined) return kindLabels[kind]
  const label = kind === 'warning' ? 'Verlängerte Warnung' : kindLabels[kind]
  return `${label} zu Vorschlag ${original.proposal}`
}

/** A warning as the public reads it, one that was there before as such. `nina` is the office's sentence about official
 * warnings, null for none. */
export function warningText(
  { what, area, advice, source, sourceAt, validUntil }: Warning,
  { zone, nina, isExtension }: { zone: string; nina: string | null; isExtension: boolean },
): string {
  const bare = what.replace(/^warnung( verlängert)?:\s*/i, '')
  const begins = isExtension ? 'Warnung verlängert: ' : /^achtung\b/i.test(what) ? '' : 'Warnung: '
  return [
    `${begins}${bare}`,
    `Gebiet: ${area}`,
    advice,
    `Quelle: ${source}, ${momentWithoutYear(sourceAt, zone)}`,
    `Gültig bis ${momentWithoutYear(validUntil, zone)}`,
    ...(nina === null ? [] : [nina]),
  ].join('\n')
}

/** What stands in the form for an all-clear. */
export function allClearText({ area }: Warning, publishedAt: Instant, zone: string): string {
  return `Entwarnung: Unsere Warnung vom ${momentWithoutYear(publishedAt, zone)} ist aufgehoben (${area}).`
}

/** What stands in the form for a correction; the dots have to be filled in. */
export function correctionText(publishedAt: Instant, zone: string): string {
  return `Korrektur zu unserem Beitrag vom ${momentWithoutYear(publishedAt, zone)}: Richtig ist … Wir bitten, den Fehler zu entschuldigen.`
}

/** What stands in the form for a retraction: nobody can read any more what it was about. */
export function retractionText(publishedAt: Instant, zone: string): string {
  return `Wir haben unseren Beitrag vom ${momentWithoutYear(publishedAt, zone)} zu … gelöscht, weil … Wir bitten, den Fehler zu entschuldigen.`
}

/** Words whose dots nobody may leave in a text. */
export const kindTemplates: readonly string[] = [
  'Richtig ist … Wir bitten, den Fehler',
  'Uhr zu … gelöscht, weil … Wir bitten, den Fehler',
]
