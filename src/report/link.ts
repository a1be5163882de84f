import type { Cell } from './document.ts'

/** Where a cell leads, if that is a page of the web: nothing else becomes a link. */
export function linkOf(cell: Cell): string | null {
  if (!('url' in cell) || cell.url.length > 2000) return null
  return /^https?:\/\/\S+$/i.test(cell.url) ? cell.url : null
}

/** What a cell says. */
export function textOf(cell: Cell): string {
  return 'figure' in cell ? cell.figure.shown : cell.text
}
