import { Error as errorsOnly, parse, View } from 'vega'
import { compile } from 'vega-lite'
import type { Chart } from '../document.ts'
import { semiBold } from '../printable.ts'
import { wrap } from '../wrap.ts'
import { barsSpec } from './bars.ts'
import { lineSpec } from './line.ts'
import { chartWidth, ink, type ChartSpec } from './look.ts'

const title = { size: 17, lineHeight: 22, below: 12 }
const margin = 16

/** Draws a chart as SVG, `chartWidth` wide, on nothing: the page is its ground. */
export async function drawChart(chart: Chart): Promise<string> {
  return await drawn(specOf(chart))
}

/** The same with its title above it and a margin, for where no document surrounds it. */
export async function drawTitled(chart: Chart): Promise<string> {
  const spec = specOf(chart)
  const { left, right, top, bottom } = spec.padding
  const room = { width: chartWidth, size: title.size, most: 3, face: semiBold }
  const lines = wrap(chart.title, room)
  const height = lines.length * title.lineHeight + title.below
  return await drawn({
    ...spec,
    padding: {
      left: left + margin,
      right: right + margin,
      top: top + height + margin,
      bottom: bottom + margin,
    },
    layer: [...spec.layer, titleLayer(lines, { x: -left, y: -top - height })],
  })
}

function titleLayer(lines: string[], { x, y }: { x: number; y: number }): ChartSpec['layer'][0] {
  return {
    data: { values: [{ title: lines.join('\n') }] },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'top',
      lineBreak: '\n',
      lineHeight: title.lineHeight,
      fontSize: title.size,
      fontWeight: 600,
      color: ink,
    },
    encoding: { x: { value: x }, y: { value: y }, text: { field: 'title' } },
  }
}

function specOf({ drawing, unit }: Chart): ChartSpec {
  return drawing.is === 'bars' ? barsSpec(drawing, unit) : lineSpec(drawing, unit)
}

async function drawn(spec: ChartSpec): Promise<string> {
  const view = new View(parse(compile(spec).spec), { renderer: 'none', logLevel: errorsOnly })
  try {
    return await view.toSVG()
  } finally {
    view.finalize()
  }
}
