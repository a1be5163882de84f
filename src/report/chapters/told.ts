// What a chapter is told from, and the cells it puts into tables.
import type { Instant } from '../../core/content.ts'
import type { MeasureKind } from '../../core/measure/measure.ts'
import type { Figures } from '../figures/figures.ts'
import type { Cell, Column, Figure, Table } from '../document.ts'
import { count, percent } from '../../wording/numbers.ts'
import { ofAll } from '../../wording/report/sentences.ts'
import {
  few,
  noData,
  notApplicable,
  rows as words,
  units,
  withheld,
} from '../../wording/report/tables.ts'
import { periodShort } from '../../wording/report/period.ts'

export type Told = {
  now: Figures
  /** What it is compared with: the quarter before and the same quarter of the year before, or the year before. */
  earlier: readonly Figures[]
  /** The measures in force at the end of the period, whenever they began. */
  inForce: Readonly<Record<MeasureKind, number>>
  zone: string
  /** EUR for one USD as set by the office, null if not set. */
  eurPerUsd: number | null
  drawnUpAt: Instant
  experiences: readonly { notedAt: Instant; topic: string | null; text: string }[]
}

/** The periods that stand beside each other: the one the report is about, and the earlier ones of which anything is
 * known. That nothing is known of another is said once, with the method. */
export function periodsOf({ now, earlier }: Told): readonly Figures[] {
  return [now, ...earlier.filter(({ since }) => since !== null)]
}

/** A column of figures for each period. */
export function periodColumns(told: Told): Column[] {
  return periodsOf(told).map(({ period }) => ({ title: periodShort(period), numeric: true }))
}

/** A figure; null is "no data", undefined a share or median of nothing. */
export function figure(
  value: number | null | undefined,
  shown: (value: number) => string = count,
  unit?: string,
): Figure {
  const of = { ...(unit !== undefined && { unit }) }
  if (value === undefined) return { value: null, shown: notApplicable, ...of }
  return { value, shown: value === null ? noData : shown(value), ...of }
}

/** One cell for each period, "no data" where nothing was recorded. */
export function compared(
  told: Told,
  value: (figures: Figures) => number | null | undefined,
  shown?: (value: number) => string,
  unit?: string,
): Cell[] {
  return periodsOf(told).map((figures) => ({
    figure: figure(figures.since === null ? null : value(figures), shown, unit),
  }))
}

/** From how many cases on a share is told in per cent, too. */
const casesForPercent = 20

/** A share with what it is of: "9 von 11", and in per cent from twenty cases on. Of nothing there is none. */
export function shareOf({ some, all }: Share): Figure {
  const unit = units.percent
  if (all === 0) return { value: null, shown: notApplicable, unit }
  if (all < casesForPercent) return { value: null, shown: ofAll(some, all), unit }
  const value = Math.round((some / all) * 100)
  return { value, shown: `${ofAll(some, all)} (${percent(value / 100)})`, unit }
}

/** So many of all. */
export type Share = { some: number; all: number }

/** One share for each period; null where nothing is known of it. */
export function comparedShares(told: Told, share: (figures: Figures) => Share | null): Cell[] {
  return periodsOf(told).map((figures) => {
    const known = figures.since === null ? null : share(figures)
    return { figure: known === null ? figure(null, count, units.percent) : shareOf(known) }
  })
}

/** The same for numbers about citizens, which are also not known where their posts are not read. */
export function comparedDialogue(
  told: Told,
  value: (figures: Figures) => number | null | undefined,
  shown?: (value: number) => string,
  unit?: string,
): Cell[] {
  const known = (figures: Figures) =>
    figures.readsMentions || figures.dialogue.mentions > 0 ? value(figures) : null
  return compared(told, known, shown, unit)
}

/** Numbers about persons (docs/regeln.md, "Vierteljahresbericht"): 1 and 2 become "unter 3". Where the sum would give
 * one of them away, the smallest other number is withheld as well. The answer follows the order given. */
export function guarded(numbers: readonly number[]): Figure[] {
  const next = Math.min(...numbers.filter((number) => number > 2))
  const hidden = isGivenAway(numbers) ? numbers.indexOf(next) : -1
  return numbers.map((number, index) => {
    if (isSmall(number)) return { value: null, shown: few }
    return index === hidden ? { value: null, shown: withheld } : figure(number)
  })
}

/** The sum of such numbers: small itself, or withheld where there was nothing else to withhold. */
export function guardedSum(numbers: readonly number[]): Figure {
  const sum = numbers.reduce((total, number) => total + number, 0)
  if (isSmall(sum)) return { value: null, shown: few }
  const isAllSmall = numbers.every((number) => number < 3)
  return isGivenAway(numbers) && isAllSmall ? { value: null, shown: withheld } : figure(sum)
}

/** Whether a number is too small to be shown of persons. */
export function isSmall(number: number): boolean {
  return number === 1 || number === 2
}

// So many small ones with such a sum can only be all 1 or all 2.
function isGivenAway(numbers: readonly number[]): boolean {
  const small = numbers.filter(isSmall)
  const sum = small.reduce((total, number) => total + number, 0)
  return small.length > 0 && (sum === small.length || sum === 2 * small.length)
}

/** A number about persons that stands alone. */
export function guardedAlone(value: number): Figure {
  return guarded([value])[0] ?? figure(value)
}

/** One cell for each period of a number about persons that stands alone. */
export function comparedGuarded(told: Told, value: (figures: Figures) => number): Cell[] {
  return periodsOf(told).map((figures) => ({
    figure: figures.since === null ? figure(null) : guardedAlone(value(figures)),
  }))
}

/** Rows for the words of a list, guarded column by column, with their sum; rows without any case are left out.
 * Null where no period has a case. */
export function guardedRows<Word extends string>(
  told: Told,
  labels: Readonly<Record<Word, string>>,
  numbers: (figures: Figures) => Readonly<Record<Word, number>>,
): Table['rows'] | null {
  const list = Object.keys(labels) as Word[]
  const all = periodsOf(told).map((figures) => ({
    figures,
    numbers: list.map((word) => numbers(figures)[word]),
  }))
  const isKnown = ({ since, readsMentions, dialogue }: Figures) =>
    since !== null && (readsMentions || dialogue.mentions > 0)
  const columns = all.map((column) =>
    isKnown(column.figures) ? guarded(column.numbers) : column.numbers.map(() => figure(null)),
  )
  const rows = list.flatMap((word, index) =>
    all.some((column) => (column.numbers[index] ?? 0) > 0)
      ? [
          {
            head: labels[word],
            cells: columns.map((column) => ({ figure: column[index] ?? figure(null) })),
          },
        ]
      : [],
  )
  if (rows.length === 0) return null
  const sum = all.map((column) => ({
    figure: isKnown(column.figures) ? guardedSum(column.numbers) : figure(null),
  }))
  return [...rows, { head: words.sum, cells: sum, isSum: true }]
}

/** Whether a table hides something, so that its note must say so. */
export function hides(rows: Table['rows'], words: string): boolean {
  return rows.some(({ cells }) =>
    cells.some((cell) => 'figure' in cell && cell.figure.shown === words),
  )
}
