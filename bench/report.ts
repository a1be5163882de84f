// The report of a quarter after ten years at ten times the expected volume: how long it takes, and whether anybody in
// Slack feels it.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { openDatabase } from '../db/database.ts'
import { documentOf, type Order } from '../src/report/draw-up.ts'
import { drawUpInAThread } from '../src/report/thread.ts'
import { liveThrough } from '../test/support/years.ts'
import { inTurns, inWords, ms, sample, timed, type Figure } from './measure.ts'
import { amtsfunk, town, type Town } from './town.ts'

/** Five posts and ten mentions a week are expected at most. */
const tenYears = {
  from: Date.UTC(2016, 9, 3),
  to: Date.UTC(2026, 9, 3),
  postsPerWeek: 50,
  mentionsPerWeek: 100,
}

/** Figures under 300 ms, the whole report under 3 s, and acknowledgements as fast as without it. */
export async function report(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsfunk-bench-'))
  try {
    const database = join(folder, 'years.db')
    await fill(database)
    return [...(await drawing(orderFor(database))), await acknowledging()]
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function drawing(order: Order): Promise<Figure[]> {
  const figures: number[] = []
  const whole: number[] = []
  for (let round = 0; round < 7; round += 1) figures.push(await timed(() => documentOf(order)))
  for (let round = 0; round < 5; round += 1) {
    whole.push(await timed(() => drawUpInAThread(order)))
  }
  const [told, drawn] = [sample(figures), sample(whole)]
  const alone = { floor: null, unit: 'ms' } as const
  return [
    {
      ...alone,
      name: 'figures and sentences of a quarter, ten years (median)',
      ours: `${ms(told.median)}, first ${ms(figures[0] ?? 0)}`,
      value: told.median,
      atMost: 300,
    },
    {
      ...alone,
      name: 'whole report in a thread of its own (median)',
      ours: inWords(drawn),
      value: drawn.median,
      atMost: 3_000,
    },
  ]
}

/** An acknowledgement while a report is drawn up, against one while none is. */
async function acknowledging(): Promise<Figure> {
  await using quiet = await town()
  await using busy = await town()
  for (const { env } of [quiet, busy]) await fill(env.DATABASE_PATH ?? '')
  await using _quiet = await amtsfunk(quiet)
  await using _busy = await amtsfunk(busy)
  let isOver = false
  const reporting = keepReporting(busy, () => isOver)
  const { floor, ours, noise } = await inTurns(
    2_000,
    () => timed(() => typed(quiet)),
    () => timed(() => typed(busy)),
  )
  isOver = true
  const reports = await reporting
  return {
    name: `acknowledging while ${reports} reports are drawn up (p99)`,
    floor: inWords(floor),
    ours: inWords(ours),
    value: ours.p99 / floor.p99,
    atMost: 1.25,
    unit: '×',
    noise: noise.p99,
  }
}

/** One report after the other, until it is over; how many were finished. */
async function keepReporting(
  { act, people, channel, sight }: Town,
  isOver: () => boolean,
): Promise<number> {
  const finished = () =>
    sight(people.petra)
      .channels.filter(({ kind }) => kind === 'direct')
      .flatMap(({ messages }) => messages)
      .filter(({ files }) => files.length > 0).length
  while (!isOver()) {
    const before = finished()
    await act({ act: 'command', as: people.petra, channel, command: '/bericht', text: '2026-Q3' })
    const end = performance.now() + 60_000
    while (finished() === before && performance.now() < end) await rest(20)
  }
  return finished()
}

/** A command that is answered with the acknowledgement itself, so that nothing but it is measured. */
async function typed({ act, people, channel }: Town): Promise<void> {
  await act({ act: 'command', as: people.anna, channel, command: '/vorschlag', text: 'hilfe' })
}

async function fill(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const opened = openDatabase(path)
  if ('refused' in opened) throw new Error(`no database: ${opened.refused}`)
  liveThrough(opened.db, tenYears)
  opened.close()
}

function orderFor(database: string): Order {
  return {
    database,
    period: { year: 2026, quarter: 3 },
    drawnUpAt: Date.UTC(2026, 9, 3),
    zone: 'Europe/Berlin',
    hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '16:00' },
    eurPerUsd: null,
  }
}
