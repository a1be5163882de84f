import type { Cell, Column, Table } from '../document.ts'
import { few, notes, units, withheld } from '../../wording/report/tables.ts'
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
