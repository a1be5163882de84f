import { chartWord, noRows, pageWords, promptLead, tableWord } from '../wording/report/document.ts'
import { columnWidths, hasLongWord, shortTable, textWidth } from './column-widths.ts'
import type { Block, Cell, ReportDocument, Table } from './document.ts'
import { emojiFamily, fontFamily } from '../typefaces/fonts.ts'
import { linkOf, textOf } from './link.ts'
import { breakable } from './printable.ts'

/** What report.typ reads: the document with its texts in lines, its tables measured, its charts drawn. */
export function typstData(document: ReportDocument, charts: ReadonlyMap<string, string>): unknown {
  const { title, subtitle, author, form, blocks } = document
  return {
    title,
    subtitle,
    author,
    'subtitle-lines': lines(subtitle),
    footer: title.length > 90 ? `${title.slice(0, 89)}…` : title,
    fonts: [fontFamily, emojiFamily],
    words: {
      ...pageWords,
      table: tableWord,
      chart: chartWord,
      prompt: promptLead,
      empty: noRows,
    },
    form: form.map(({ label, text }) => ({ label: lines(label), text: lines(text) })),
    blocks: withoutSkippedLevels(blocks).map((block) => blockData(block, charts)),
  }
}

function blockData(block: Block, charts: ReadonlyMap<string, string>): unknown {
  switch (block.is) {
    case 'heading':
      return { ...block, text: lines(block.text), newPage: block.newPage === true }
    case 'paragraph':
      return { ...block, text: lines(block.text) }
    case 'prompt':
      return { ...block, text: lines(block.text), whole: isShort([block.text]) }
    case 'list':
      return { ...block, items: block.items.map(lines) }
    case 'table':
      return tableData(block)
    case 'chart': {
      const { is, title, message, id } = block
      return {
        is,
        title: lines(title),
        message: lines(message),
        svg: charts.get(id),
        whole: isShort([title, message]),
      }
    }
  }
}

function tableData(table: Table): unknown {
  const { is, caption, columns, rows, note } = table
  return {
    is,
    caption: lines(caption),
    columns: columns.map(({ title, numeric }, at) => ({
      title: lines(title),
      numeric: at > 0 && numeric,
    })),
    rows: rows.map(({ head, cells, isSum = false }) => ({
      cells: [{ text: head }, ...cells].map(cellData),
      sum: isSum,
      whole: isShort([head, ...cells.map(textOf)]),
    })),
    repeat: isShort(columns.map(({ title }) => title)),
    widths: columnWidths(table, textWidth),
    note: note === null ? null : lines(note),
    whole: rows.length <= shortTable && isShort(textsOf(table)),
  }
}

function textsOf({ caption, rows }: Table): string[] {
  return [caption, ...rows.flatMap(({ head, cells }) => [head, ...cells.map(textOf)])]
}

/** What is on one page as a whole must fit on it, even in a narrow column. */
function isShort(texts: string[]): boolean {
  return texts.join('').length <= 800
}

function cellData(cell: Cell): unknown {
  const text = textOf(cell)
  return { lines: lines(text), link: linkOf(cell), hyphenate: hasLongWord(text) }
}

function lines(text: string): string[] {
  return breakable(text).split('\n')
}

/** An accessible PDF has no section below a chapter before there is a chapter. */
function withoutSkippedLevels(blocks: readonly Block[]): Block[] {
  let hasChapter = false
  return blocks.map((block) => {
    if (block.is !== 'heading') return block
    hasChapter ||= block.level === 1
    return hasChapter ? block : { ...block, level: 1 }
  })
}
