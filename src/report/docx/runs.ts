import { ExternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx'
import type { Cell } from '../document.ts'
import { linkOf, textOf } from '../link.ts'

/** A text as Word wants it: each of its lines after a break. */
export function runs(text: string, look: IRunOptions = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 && { break: 1 }) }))
}

/** What a cell says; a link can be followed. */
export function cellRuns(cell: Cell, look: IRunOptions = {}): ParagraphChild[] {
  const link = linkOf(cell)
  if (link === null) return runs(textOf(cell), look)
  return [
    new ExternalHyperlink({ link, children: runs(textOf(cell), { ...look, style: 'Hyperlink' }) }),
  ]
}
