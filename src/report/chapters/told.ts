// What a chapter is told from, and the cells it puts into tables.
import type { Instant } from '../../core/content.ts'
import type { MeasureKind } from '../../core/moderation/measure.ts'
import type { Figures } from '../figures/figures.ts'
import type { Cell, Column, Figure, Table } from '../document.ts'
import { count } from '../../wording/numbers.ts'
import { few, noData, rows as words, withheld } from '../../wording/report/tables.ts'
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

/** All periods told, the one the report is about first. */
export function periodsOf({ now, earlier }: Told): readonly Figures[] {
  return [now, ...earlier]
}

/** A column of figures for each period. */
export function periodColumns(told: Told): Column[] {
  return periodsOf(told).map(({ period }) => ({ title: periodShort(period), numeric: true }))
}

/** A figure; null is "no data". */
export function figure(
  value: number | null,
  shown: (value: number) => string = count,
  unit?: string,
): Figure {
  const words = value === null ? noData : shown(value)
  return { value, shown: words, ...(unit !== undefined && { unit }) }
}

/** One cell for each period, "no data" where nothing was recorded. */
export function compared(
  told: Told,
  value: (figures: Figures) => number | null,
  shown?: (value: number) => string,
  unit?: string,
): Cell[] {
  return periodsOf(told).map((figures) => ({
    figure: figure(figures.since === null ? null : value(figures), shown, unit),
  }))
}

/** The same for numbers about citizens, which are also not known where their posts are not read. */
export function comparedDialogue(
  told: Told,
  value: (figures: Figures) => number | null,
  shown?: (value: number) => string,
  unit?: string,
): Cell[] {
  const known = (figures: Figures) =>
    figures.readsMentions || figures.dialogue.mentions > 0 ? value(figures) : null
  return compared(told, known, shown, unit)
}

/** Numbers about persons (office.md section 3): 1 and 2 become "unter 3". Where the sum would give one of them
 * away, the smallest other number is withheld as well. The answer follows the order given. */
export function guarded(numbers: readonly number[]): Figure[] {
  const small = numbers.filter((number) => number === 1 || number === 2)
  const sum = small.reduce((total, number) => total + number, 0)
  const isGivenAway = small.length > 0 && (sum === small.length || sum === 2 * small.length)
  const next = Math.min(...numbers.filter((number) => number > 2))
  const hidden = isGivenAway ? numbers.indexOf(next) : -1
  return numbers.map((number, index) => {
    if (number === 1 || number === 2) return { value: null, shown: few }
    return index === hidden ? { value: null, shown: withheld } : figure(number)
  })
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
  const sum = comparedDialogue(told, (figures) =>
    Object.values<number>(numbers(figures)).reduce((total, number) => total + number, 0),
  )
  return [...rows, { head: words.sum, cells: sum.map(guardedCell), isSum: true }]
}

// A sum of 1 or 2 says the same as its only row.
function guardedCell(cell: Cell): Cell {
  if (!('figure' in cell) || cell.figure.value === null) return cell
  return { figure: guardedAlone(cell.figure.value) }
}

/** Whether a table hides something, so that its note must say so. */
export function hides(rows: Table['rows'], words: string): boolean {
  return rows.some(({ cells }) =>
    cells.some((cell) => 'figure' in cell && cell.figure.shown === words),
  )
}
