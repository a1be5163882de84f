// UTF-8 with a byte order mark, semicolons and CRLF: what Excel in German opens without asking.
import { figureColumns } from '../wording/report/document.ts'
import { clean } from './clean.ts'
import type { Cell, Figure, ReportDocument, Table } from './document.ts'

/** One row per figure of every table. */
export function figuresCsv(document: ReportDocument): Uint8Array {
  const rows = tablesOf(clean(document)).flatMap(({ chapter, table }) =>
    figuresOf(table).map(({ row, column, figure }) => [
      ...[chapter, table.caption, row, column].map(defused),
      numberOf(figure),
      ...[figure.unit ?? table.unit, figure.shown].map(defused),
    ]),
  )
  return file([[figureColumns, ...rows]])
}

/** Whether there is any table without figures. */
export function hasLists({ blocks }: ReportDocument): boolean {
  return blocks.some((block) => block.is === 'table' && isList(block))
}

/** The tables without figures, each with its own columns; an empty line is between two of them. */
export function listsCsv(document: ReportDocument): Uint8Array {
  const lists = tablesOf(clean(document)).filter(({ table }) => isList(table))
  return file(
    lists.map(({ table }) => [
      table.columns.map(({ title }) => defused(title)),
      ...table.rows.map(({ head, cells }) => [head, ...cells.map(asListed)].map(defused)),
    ]),
  )
}

function tablesOf({ blocks }: ReportDocument): { chapter: string; table: Table }[] {
  let chapter = ''
  return blocks.flatMap((block) => {
    if (block.is === 'heading' && block.level === 1) chapter = block.text
    return block.is === 'table' ? [{ chapter, table: block }] : []
  })
}

function figuresOf({ columns, rows }: Table): { row: string; column: string; figure: Figure }[] {
  return rows.flatMap(({ head, cells }) =>
    cells.flatMap((cell, at) => {
      const column = columns[at + 1]?.title ?? ''
      return 'figure' in cell ? [{ row: head, column, figure: cell.figure }] : []
    }),
  )
}

// An empty table tells by its columns what it would have held.
function isList(table: Table): boolean {
  const [, ...others] = table.columns
  const isForFigures = others.length > 0 && others.every(({ numeric }) => numeric)
  return figuresOf(table).length === 0 && !isForFigures
}

function asListed(cell: Cell): string {
  if ('figure' in cell) return cell.figure.shown
  return 'url' in cell ? cell.url : cell.text
}

/** "1234", "-3", "12,5", or nothing. */
function numberOf({ value }: Figure): string {
  return value === null ? '' : String(value).replace('.', ',')
}

// A spreadsheet takes what begins like this for a formula and runs it.
function defused(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}

/** One table of words, the first row its columns. */
export function wordsCsv(rows: readonly (readonly string[])[]): Uint8Array {
  return file([rows.map((row) => row.map(defused))])
}

function file(tables: string[][][]): Uint8Array {
  const quoted = (cell: string) => (/[";\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)
  const lines = (rows: string[][]) => rows.map((row) => `${row.map(quoted).join(';')}\r\n`).join('')
  return new TextEncoder().encode(`\ufeff${tables.map(lines).join('\r\n')}`)
}
