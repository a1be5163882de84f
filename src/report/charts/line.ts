import type { Line } from '../document.ts'
import { regular } from '../printable.ts'
import { wrap } from '../wrap.ts'
import {
  blue,
  chartWidth,
  config,
  grey,
  ink,
  pale,
  textSize,
  type ChartSpec,
  type Layer,
} from './look.ts'

const left = 64
const height = 200

type Point = {
  key: number
  value: number | null
  /** Where words stand: at the value. */
  place: number | null
  /** Written below the axis; most steps of a long line have none. */
  tick: string
  /** Written at the point: the first and the last value. */
  shown: string
  align: 'left' | 'right' | 'center'
  hasDot: boolean
}

/** A line from step to step; it has a gap where a step has no value. */
export function lineSpec(line: Line, unit: string): ChartSpec {
  const right = Math.max(24, regular.widthOf(short(line.points.at(-1)?.label ?? ''), textSize) / 2)
  const width = chartWidth - left - Math.ceil(right)
  const values = pointsOf(line, width)
  return {
    width,
    height,
    padding: { left, right: chartWidth - left - width, top: 34, bottom: 30 },
    autosize: 'none',
    config,
    data: { values },
    encoding: {
      x: { field: 'key', type: 'ordinal', axis: null, scale: { type: 'point', padding: 0.25 } },
    },
    layer: [pathLayer(values), dotLayer, ...shownLayers, tickLayer, unitLayer(unit)],
  }
}

function pointsOf({ points }: Line, width: number): Point[] {
  const known = points.flatMap(({ figure }, at) => (figure.value === null ? [] : [at]))
  const [first, last] = [known[0], known.at(-1)]
  const ticks = ticksOf(points, width)
  const isKnown = (at: number) => points[at] !== undefined && points[at].figure.value !== null
  return points.map(({ label, figure }, at) => ({
    key: at,
    value: figure.value,
    place: known.length === 0 ? 0.5 : figure.value,
    tick: ticks.has(at) ? short(label) : '',
    // Without any value the words of the first step say so.
    shown: at === first || at === last || (known.length === 0 && at === 0) ? figure.shown : '',
    align: at === 0 ? 'left' : at === points.length - 1 ? 'right' : 'center',
    hasDot: at === first || at === last || (!isKnown(at - 1) && !isKnown(at + 1)),
  }))
}

/** The steps whose labels have room: the last one, and every so many before it. */
function ticksOf(points: Line['points'], width: number): Set<number> {
  const widest = Math.max(...points.map(({ label }) => regular.widthOf(short(label), textSize)))
  const room = width / Math.max(1, points.length)
  const every = Math.max(1, Math.ceil((widest + 14) / room))
  return new Set(points.flatMap((_, at) => ((points.length - 1 - at) % every === 0 ? [at] : [])))
}

function short(label: string): string {
  return wrap(label, { width: 110, size: textSize, most: 1, face: regular }).join('')
}

function pathLayer(values: Point[]): Layer {
  const numbers = values.flatMap(({ value }) => (value === null ? [] : [value]))
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const isWhole = numbers.every((number) => Number.isInteger(number))
  return {
    mark: { type: 'line', color: blue, strokeWidth: 2.5, invalid: 'break-paths-show-domains' },
    encoding: {
      y: {
        field: 'value',
        type: 'quantitative',
        scale: { domain: numbers.length === 0 ? [0, 1] : domain(least, most), nice: 4 },
        axis: numbers.length === 0 ? null : { ...axis, ...(isWhole ? whole : { format: ',.1f' }) },
      },
    },
  }
}

/** From zero, unless the line would then be a flat one at the top. */
function domain(least: number, most: number): [number, number] {
  if (least === most) return least === 0 ? [0, 1] : [Math.min(0, least), Math.max(0, most)]
  return least > 0.5 * most ? [least, most] : [Math.min(0, least), Math.max(0, most)]
}

const axis = {
  title: null,
  tickCount: 4,
  gridColor: pale,
  domain: false,
  ticks: false,
  labelColor: grey,
  labelFontSize: textSize,
  labelPadding: 8,
} as const
const whole = { format: ',d', tickMinStep: 1 } as const

const dotLayer: Layer = {
  transform: [{ filter: 'datum.hasDot && datum.value !== null' }],
  mark: { type: 'circle', color: blue, size: 50, opacity: 1 },
  encoding: { y: { field: 'value', type: 'quantitative' } },
}

// In Vega an alignment belongs to a layer, not to a point.
const shownLayers: Layer[] = (['left', 'center', 'right'] as const).map((align) => ({
  transform: [{ filter: `datum.shown !== '' && datum.align === '${align}'` }],
  mark: { type: 'text', align, baseline: 'bottom', dy: -8, fontWeight: 600, color: ink },
  encoding: {
    y: { field: 'place', type: 'quantitative' },
    text: { field: 'shown' },
  },
}))

const tickLayer: Layer = {
  mark: { type: 'text', baseline: 'top', color: grey },
  encoding: { y: { value: height + 10 }, text: { field: 'tick' } },
}

function unitLayer(unit: string): Layer {
  return {
    data: { values: [{ unit }] },
    mark: { type: 'text', align: 'left', baseline: 'top', color: grey },
    encoding: { x: { value: -left }, y: { value: -34 }, text: { field: 'unit' } },
  }
}
