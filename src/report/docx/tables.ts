import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type ParagraphChild,
} from 'docx'
import { noRows } from '../../wording/report/document.ts'
import { columnWidths, shortTable, textWidth } from '../column-widths.ts'
import type { ReportDocument, Table } from '../document.ts'
import { cellRuns, runs } from './runs.ts'
import { rule, style, tint } from './styles.ts'

// Word counts in twentieths of a point.
const twips = 20

const line = { style: BorderStyle.SINGLE, size: 4, color: rule }
const heavy = { style: BorderStyle.SINGLE, size: 8, color: '1F2933' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

type Look = { isRight?: boolean; isHead?: boolean; isSum?: boolean; keepNext?: boolean }

/** A table whose first row is repeated on each page and whose rows are never torn apart. */
export function wordTable(table: Table): WordTable {
  const widths = columnWidths(table, textWidth).map((width) => Math.round(width * twips))
  const isShort = table.rows.length <= shortTable
  const isRight = (at: number) => at > 0 && (table.columns[at]?.numeric ?? false)
  const header = table.columns.map(({ title }, at) =>
    cell(runs(title, { bold: true }), widths[at] ?? 0, {
      isHead: true,
      isRight: isRight(at),
      keepNext: true,
    }),
  )
  const rows = table.rows.map(({ head, cells, isSum = false }, row) => {
    const look = { isSum, keepNext: isShort && row < table.rows.length - 1 }
    const bold = isSum ? { bold: true } : {}
    const texts = [runs(head, bold), ...cells.map((it) => cellRuns(it, bold))]
    return new TableRow({
      cantSplit: true,
      children: texts.map((text, at) =>
        cell(text, widths[at] ?? 0, { ...look, isRight: isRight(at) }),
      ),
    })
  })
  return framed(widths, [
    new TableRow({ tableHeader: true, cantSplit: true, children: header }),
    ...(rows.length === 0 ? [emptyRow(widths)] : rows),
  ])
}

/** The head of a Drucksache: what it is, for whom, and what they are asked to do. */
export function formTable(form: ReportDocument['form']): WordTable {
  const widths = [130 * twips, (textWidth - 130) * twips]
  const rows = form.map(
    ({ label, text }) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(runs(label, { bold: true }), widths[0] ?? 0, { isHead: true }),
          cell(runs(text), widths[1] ?? 0, {}),
        ],
      }),
  )
  return framed(widths, rows, false)
}

function framed(widths: number[], rows: TableRow[], hasHeader = true): WordTable {
  return new WordTable({
    width: { size: widths.reduce((all, width) => all + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: hasHeader, firstColumn: true, noHBand: true, noVBand: true },
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    borders: {
      top: line,
      bottom: line,
      insideHorizontal: line,
      left: none,
      right: none,
      insideVertical: none,
    },
    rows,
  })
}

function emptyRow(widths: number[]): TableRow {
  const width = widths.reduce((all, width) => all + width, 0)
  const only = new TableCell({
    columnSpan: widths.length,
    width: { size: width, type: WidthType.DXA },
    children: [new Paragraph({ style: style.cell, children: runs(noRows) })],
  })
  return new TableRow({ cantSplit: true, children: [only] })
}

function cell(children: ParagraphChild[], width: number, look: Look): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: look.isHead === true ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
    ...(look.isHead === true && { shading: { fill: tint } }),
    ...(look.isSum === true && { borders: { top: heavy } }),
    children: [
      new Paragraph({
        style: style.cell,
        alignment: look.isRight === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
        keepNext: look.keepNext === true,
        children,
      }),
    ],
  })
}
