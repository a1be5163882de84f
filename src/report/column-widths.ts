import type { Table } from './document.ts'
import { textOf } from './link.ts'
import { regular, semiBold } from './printable.ts'

/** The width of a page's text: A4 without its margins, in points. */
export const textWidth = 467
/** A table with as many rows, or fewer, stays on one page. */
export const shortTable = 14

const size = 10
// Padding left and right, and the wider letters of Arial.
const padding = 14
const wider = 1.14

const breaks = /[\s/-]+/
// Longer words can be hyphenated: they need not decide about a column.
const longest = 18

type Need = { least: number; most: number; numeric: boolean }

/** How wide each column of a table is, in points; together they are as wide as `total`. */
export function columnWidths(table: Table, total: number): number[] {
  const needs = table.columns.map((_, at) => needOf(table, at, total))
  const most = sum(needs.map(({ most }) => most))
  const least = sum(needs.map(({ least }) => least))
  if (most <= total) return spread(needs, total - most)
  if (least >= total) return needs.map((need) => (need.least / least) * total)
  const share = (total - least) / (most - least)
  return needs.map((need) => need.least + (need.most - need.least) * share)
}

/** What is left over goes to the texts first: numbers far from their row's head are hard to follow. */
function spread(needs: Need[], rest: number): number[] {
  const texts = sum(needs.map(({ most, numeric }) => (numeric ? 0 : most)))
  const numbers = needs.filter(({ numeric }) => numeric).length
  const toTexts = numbers === 0 ? rest : 0.6 * rest
  return needs.map(({ most, numeric }) =>
    numeric ? most + (rest - toTexts) / numbers : most + (toTexts * most) / texts,
  )
}

function needOf({ columns, rows }: Table, at: number, total: number): Need {
  const title = columns[at]?.title ?? ''
  const numeric = at > 0 && (columns[at]?.numeric ?? false)
  const texts = rows.map(({ head, cells }) => {
    const cell = cells[at - 1]
    return at === 0 ? head : cell === undefined ? '' : textOf(cell)
  })
  const words = [...texts.flatMap(wordsOf), ...wordsOf(title)]
  const least = Math.min(padding + Math.max(...words.map(width), 10), total / 3)
  const heading = width(title) / (numeric ? 2 : 1)
  const most = padding + Math.max(heading, ...texts.map(width), least - padding)
  return { least, most, numeric }
}

/** Whether a text has a word that its column may be too narrow for. */
export function hasLongWord(text: string): boolean {
  return text.split(breaks).some((word) => word.length > longest)
}

function wordsOf(text: string): string[] {
  return text.split(breaks).map((word) => word.slice(0, longest))
}

function width(text: string): number {
  const face = text.length < 40 ? semiBold : regular
  return wider * face.widthOf(text.slice(0, 400), size)
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
