import type { Block, Cell, Column, Table } from '../document.ts'
import { few, noData, notes, units, withheld } from '../../wording/report/tables.ts'
import { hides } from './told.ts'

type Rows = Table['rows']

/** A table; its note also explains what is hidden in it. */
export function table(
  caption: string,
  columns: readonly [Column, ...Column[]],
  rows: Rows,
  { unit = units.count, note = null }: { unit?: string; note?: string | null } = {},
): Table {
  const said = [
    note,
    hides(rows, few) ? notes.few : null,
    hides(rows, withheld) ? notes.withheld : null,
  ].filter((one) => one !== null)
  return {
    is: 'table',
    caption,
    columns,
    rows,
    unit,
    note: said.length > 0 ? said.join(' ') : null,
  }
}

/** The table, or a sentence where it would say nothing but 0. Where nothing is known it stays a table. */
export function orSentence(full: Table, sentence: string): Block {
  const figures = full.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => ('figure' in cell ? [cell.figure] : [])),
  )
  const isKnown = figures.some(({ value }) => value !== null)
  const isNothing = figures.every(({ value, shown }) => value === 0 || shown === noData)
  return isKnown && isNothing ? { is: 'paragraph', text: sentence } : full
}

/** The column that heads the rows. */
export function heads(title: string): Column {
  return { title, numeric: false }
}

/** A column of numbers. */
export function numbers(title: string): Column {
  return { title, numeric: true }
}

/** A row. */
export function row(head: string, cells: readonly Cell[]): Rows[number] {
  return { head, cells }
}
