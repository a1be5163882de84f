// npm run bench [-- NAME…] [--strict]: how fast is it, against a bare floor measured in the same run?
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { acknowledgement } from './acknowledgement.ts'
import { approval } from './approval.ts'
import type { Figure } from './measure.ts'
import { picture } from './pictures.ts'
import { report } from './report.ts'
import { settle } from './settle.ts'
import { memory, start } from './start.ts'
import { tile } from './tiles.ts'

const all: Record<string, () => Promise<Figure[]>> = {
  acknowledgement,
  approval,
  settle,
  start,
  memory,
  report,
  picture,
  tile,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { strict: { type: 'boolean', default: false } },
})
const unknown = positionals.filter((name) => !(name in all))
if (unknown.length > 0) {
  throw new Error(
    `no such benchmark: ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}`,
  )
}

console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${processors()}\n`)
const figures: Figure[] = []
for (const [name, measure] of Object.entries(all)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  console.error(`measuring: ${name} …`)
  figures.push(...(await measure()))
}
print(figures)
const missed = figures.filter(({ value, atMost }) => !(value <= atMost))
console.log(
  '\nnoise: the same ratio between two halves of the floor, on the same machine in the same run',
)
console.log(missed.length === 0 ? 'all targets met' : `${missed.length} missed`)
if (values.strict && missed.length > 0) process.exitCode = 1

function processors(): string {
  const found = cpus()
  return `${found.length} × ${found[0]?.model.trim() ?? 'unknown processor'}`
}

function print(rows: readonly Figure[]): void {
  const heading = ['figure', 'floor', 'ours', 'value', 'target', 'verdict', 'noise']
  const table = rows.map(({ name, floor, ours, value, atMost, unit, noise }) => [
    name,
    floor ?? '–',
    ours,
    inUnit(value, unit),
    `≤ ${atMost} ${unit}`,
    value <= atMost ? 'met' : 'MISSED',
    noise === undefined ? '–' : inUnit(noise, unit),
  ])
  const widths = heading.map((title, column) =>
    Math.max(...[heading, ...table].map((row) => (row[column] ?? title).length)),
  )
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  console.log(line(heading))
  console.log(line(widths.map((width) => '-'.repeat(width))))
  for (const row of table) console.log(line(row))
}

function inUnit(value: number, unit: Figure['unit']): string {
  return `${value.toFixed(unit === 'MB' ? 0 : 2)} ${unit}`
}
