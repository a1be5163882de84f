// What a report says, whatever it is written in: DOCX, PDF, CSV and the preview in Slack are drawn from this
// and from nothing else, so their numbers cannot differ.
import type { Instant } from '../core/content.ts'

/** A number of the report. `value` is null where there is none to tell (no data, or too few people to name);
 * `shown` is what documents print ("1.234", "unter 3", "keine Daten"). */
export type Figure = {
  value: number | null
  shown: string
  /** Where it is not the unit of its table. */
  unit?: string
}

export type Cell = { text: string } | { text: string; url: string } | { figure: Figure }

export type Column = { title: string; numeric: boolean }

export type Table = {
  is: 'table'
  /** Says what the numbers are; unique in the document. */
  caption: string
  /** The first column heads its rows; the others are as many as each row's cells. */
  columns: readonly [Column, ...Column[]]
  rows: readonly { head: string; cells: readonly Cell[]; isSum?: boolean }[]
  /** The unit of all its figures, as the CSV names it ("Anzahl", "USD", "Minuten", "Prozent"). */
  unit: string
  /** Basis, reading date or gap, below the table; null if there is nothing to say. */
  note: string | null
}

/** Bars from left to right with their figures written at them; a bar without a value has its words only. */
export type Bars = { is: 'bars'; bars: readonly { label: string; figure: Figure }[] }
/** One value per step of time; a step without a reading is a gap in the line, never a zero. The first and the
 * last value are written at their points. */
export type Line = { is: 'line'; points: readonly { label: string; figure: Figure }[] }

export type Chart = {
  is: 'chart'
  /** Unique in the document; a file name without ending. */
  id: string
  title: string
  /** What it shows, in a sentence or two: printed below it and its alternative text. */
  message: string
  /** What its numbers are ("Beiträge", "Konten"). */
  unit: string
  drawing: Bars | Line
}

export type Block =
  | { is: 'heading'; level: 1 | 2; text: string; newPage?: true }
  | { is: 'paragraph'; text: string }
  | { is: 'list'; items: readonly string[] }
  /** What a person is to write here; visible as unfinished. */
  | { is: 'prompt'; text: string }
  | Table
  | Chart

export type ReportDocument = {
  title: string
  subtitle: string
  /** Who issues it ("Bezirksamt Bergedorf"). */
  author: string
  /** The only thing that differs between two drafts from the same history. */
  drawnUpAt: Instant
  /** The form of a Drucksache: its fields and what stands there. */
  form: readonly { label: string; text: string }[]
  blocks: readonly Block[]
  /** The four figures of the preview. */
  keyFigures: readonly { label: string; figure: Figure }[]
  /** The id of the chart shown in the preview; null if there is none. */
  preview: string | null
}
