import { drawChart, drawTitled } from './charts/draw.ts'
import { clean, withTexts } from './clean.ts'
import type { Chart, ReportDocument } from './document.ts'
import { printable } from './printable.ts'

export type Pictures = {
  /** The charts of the document as SVG, by their ids. */
  charts: ReadonlyMap<string, string>
  /** The chart that stands for the whole report; null where there is none. */
  preview: string | null
}

/** Draws every chart of a document once. Throws if the chart of its preview is not among them. */
export async function picturesOf(document: ReportDocument): Promise<Pictures> {
  const charts = chartsOf(withTexts(clean(document), printable))
  const chosen = previewOf(document, charts)
  const preview = chosen === null ? null : await drawTitled(chosen)
  const drawn = charts.map(async (chart) => [chart.id, await drawChart(chart)] as const)
  return { charts: new Map(await Promise.all(drawn)), preview }
}

/** The chart that stands for the whole report; null where there is none. */
export function previewOf({ preview }: ReportDocument, charts: readonly Chart[]): Chart | null {
  if (preview === null) return null
  const found = charts.find(({ id }) => id === preview)
  if (found === undefined) throw new Error(`The report has no chart "${preview}" for its preview`)
  return found
}

export function chartsOf({ blocks }: ReportDocument): Chart[] {
  return blocks.filter((block) => block.is === 'chart')
}
