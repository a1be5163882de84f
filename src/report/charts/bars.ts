import type { Bars } from '../document.ts'
import { regular, semiBold } from '../printable.ts'
import { wrap } from '../wrap.ts'
import {
  blue,
  chartWidth,
  config,
  grey,
  ink,
  lineHeight,
  textSize,
  type ChartSpec,
  type Layer,
} from './look.ts'

const widestLabel = 250
const gap = 8
const unitHeight = 24
const barHeight = 20

/** Bars from left to right, one below the other: the label before each, its figure behind it. */
export function barsSpec({ bars }: Bars, unit: string): ChartSpec {
  const labels = bars.map(({ label }) =>
    wrap(label, { width: widestLabel, size: textSize, most: 3, face: regular }),
  )
  const shown = bars.map(({ figure }) =>
    wrap(figure.shown, { width: 200, size: textSize, most: 1, face: semiBold }).join(''),
  )
  const widest = (texts: string[]) =>
    Math.max(0, ...texts.map((text) => semiBold.widthOf(text, textSize)))
  const left = Math.ceil(widest(labels.flat())) + gap
  const right = Math.ceil(widest(shown)) + gap
  const lines = Math.max(1, ...labels.map((label) => label.length))
  const width = chartWidth - left - right
  const values = bars.map(({ figure }, at) => ({
    key: at,
    label: labels[at]?.join('\n') ?? '',
    rise: (-((labels[at]?.length ?? 1) - 1) * lineHeight) / 2,
    value: figure.value ?? 0,
    end: Math.max(0, figure.value ?? 0),
    shown: shown[at] ?? '',
  }))
  return {
    width,
    height: Math.max(1, bars.length) * Math.max(28, lines * lineHeight + 8),
    padding: { left, right, top: unitHeight, bottom: 4 },
    autosize: 'none',
    config,
    data: { values },
    encoding: {
      y: { field: 'key', type: 'ordinal', axis: null, scale: { padding: 0 } },
    },
    layer: [barLayer(values), figureLayer, labelLayer, unitLayer(unit)],
  }
}

function barLayer(values: { value: number }[]): Layer {
  const numbers = values.map(({ value }) => value)
  const least = Math.min(0, ...numbers)
  const most = Math.max(0, ...numbers)
  // A scale from 0 to 0 would draw every bar half as wide as the chart.
  const domain = [least, most === least ? least + 1 : most]
  return {
    mark: { type: 'bar', color: blue, orient: 'horizontal', height: barHeight },
    encoding: {
      x: { field: 'value', type: 'quantitative', axis: null, scale: { domain, nice: false } },
    },
  }
}

const figureLayer: Layer = {
  mark: { type: 'text', align: 'left', baseline: 'middle', dx: 6, fontWeight: 600, color: ink },
  encoding: { x: { field: 'end', type: 'quantitative' }, text: { field: 'shown' } },
}

const labelLayer: Layer = {
  mark: {
    type: 'text',
    align: 'right',
    baseline: 'middle',
    lineBreak: '\n',
    x: -gap,
    dy: { expr: 'datum.rise' },
  },
  encoding: { text: { field: 'label' } },
}

function unitLayer(unit: string): Layer {
  return {
    data: { values: [{ unit }] },
    mark: { type: 'text', align: 'left', baseline: 'bottom', x: 0, y: -6, color: grey },
    encoding: { y: { value: -6 }, text: { field: 'unit' } },
  }
}
