import { expect, test } from 'vitest'
import { drawChart, drawTitled } from '../../src/report/charts/draw.ts'
import { pngOf } from '../../src/report/charts/paint.ts'
import type { Chart } from '../../src/report/document.ts'
import { unescaped } from '../support/docx.ts'
import { figure, reportDocument } from '../support/report-document.ts'

const charts = reportDocument().blocks.filter((block) => block.is === 'chart')
const chart = (id: string) => charts.find((it) => it.id === id)!

function line(...values: (number | null)[]): Chart {
  const points = values.map((value, at) => ({ label: `KW ${at + 1}`, figure: figure(value) }))
  return { ...chart('follower'), drawing: { is: 'line', points } }
}

function bars(...values: (number | null)[]): Chart {
  const drawn = values.map((value, at) => ({ label: `Thema ${at + 1}`, figure: figure(value) }))
  return { ...chart('themen'), drawing: { is: 'bars', bars: drawn } }
}

/** The words of a drawing; a label in several lines is one again. */
function wordsIn(svg: string): string[] {
  const texts = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, inside = '']) =>
    unescaped(inside.replace(/<\/tspan><tspan[^>]*>/g, ' ').replace(/<[^>]+>/g, '')),
  )
  return texts.filter((text) => text !== '')
}

/** The path of the line: it is lifted once for each gap. */
function strokesOf(svg: string): number {
  const path = /aria-roledescription="line mark"[^>]*d="([^"]*)"/.exec(svg)?.[1] ?? ''
  return path.split('M').length - 1
}

/** How long the bars are. */
function lengthsOf(svg: string): number[] {
  const paths = svg.matchAll(/aria-roledescription="bar"[^>]*d="M[^h]*h(-?[\d.]+)/g)
  return [...paths].map(([, length]) => Math.round(Number(length)))
}

test.each(['themen', 'verweise'])(
  'the bars %s have all labels and figures as given',
  async (id) => {
    const { drawing, unit } = chart(id)
    const words = wordsIn(await drawChart(chart(id)))
    const given = drawing.is === 'bars' ? drawing.bars : []
    expect(words).toEqual(
      expect.arrayContaining([
        unit,
        ...given.flatMap(({ label, figure }) => [label, figure.shown]),
      ]),
    )
  },
)

test('bars are as long as their values; one without a value has its words only', async () => {
  const [four, two, none, unknown] = lengthsOf(await drawChart(bars(4, 2, 0, null)))
  expect(Math.abs(four! - 2 * two!)).toBeLessThanOrEqual(1)
  expect([none, unknown]).toEqual([0, 0])
})

test('bars of nothing but zeros have no length', async () => {
  expect(lengthsOf(await drawChart(bars(0, 0)))).toEqual([0, 0])
})

test('a week without a reading is a gap in the line', async () => {
  expect(strokesOf(await drawChart(line(3, 4, 5)))).toBe(1)
  expect(strokesOf(await drawChart(line(3, 4, null, 5, 6)))).toBe(2)
  expect(strokesOf(await drawChart(line(3, 4, null, null, 5, 6, null, 7, 8)))).toBe(3)
})

test('the first and the last value are written at the line, gaps at its ends or not', async () => {
  expect(wordsIn(await drawChart(chart('follower')))).toEqual(
    expect.arrayContaining(['1.218', '1.284', 'KW 40', 'KW 52', 'Konten']),
  )
  const words = wordsIn(await drawChart(line(null, 777, 888, 999, null)))
  expect(words).toEqual(expect.arrayContaining(['777', '999']))
  expect(words).not.toContain('888')
})

test('a reading between two gaps is a dot', async () => {
  const svg = await drawChart(line(1, 2, null, 5, null, 7, 8))
  expect(svg.match(/aria-roledescription="circle"/g)).toHaveLength(3)
})

test.each([
  ['no readings at all', line(null, null)],
  ['one reading', line(5)],
  ['no steps', line()],
  ['the same value always', line(7, 7, 7)],
  ['zeros', line(0, 0)],
  ['losses', line(-3, 2, -8)],
  ['no bars', bars()],
  ['losses in bars', bars(-3, 2)],
  ['fractions', line(0.5, 0.75)],
  ['ninety days', line(...Array.from({ length: 92 }, (_, at) => 1000 + at))],
])('a chart with %s can be drawn', async (_, it) => {
  const svg = await drawChart(it)
  expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  expect(svg).toMatch(/^<svg[^>]* width="620" /)
})

test('without any reading the words say so', async () => {
  expect(wordsIn(await drawChart(line(null, null)))).toContain('keine Daten')
})

test('ninety labels do not run into each other', async () => {
  const days = Array.from({ length: 92 }, (_, at) => 1000 + at)
  const labels = wordsIn(await drawChart(line(...days))).filter((word) => word.startsWith('KW'))
  expect(labels.length).toBeLessThanOrEqual(12)
  expect(labels).toContain('KW 92')
})

test('a preview has its title above it and is as wide as asked', async () => {
  const svg = await drawTitled(chart('follower'))
  expect(wordsIn(svg)).toContain('Konten, die dem Auftritt folgen')
  const png = Buffer.from(pngOf(svg, 1300))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16)).toBe(1300)
})

test('text has the fonts of the program', async () => {
  expect(await drawChart(chart('themen'))).toContain('font-family="Source Sans 3"')
})
