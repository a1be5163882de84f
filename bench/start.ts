// From the start of the process until it is ready, and what it then needs while nothing happens.
import { setTimeout as rest } from 'node:timers/promises'
import { inWords, ms, sample, type Figure } from './measure.ts'
import { amtsfunk, bareBolt, town, type Town } from './town.ts'
import type { Bot } from './process.ts'

const starts = 11
const idle = 10_000

/** Ready in 1.5 s, with a live configuration. */
export async function start(): Promise<Figure[]> {
  await using place = await town()
  const took = { floor: [] as number[], ours: [] as number[] }
  for (let round = 0; round < starts; round += 1) {
    took.floor.push(await startedIn(place, bareBolt))
    took.ours.push(await startedIn(place, amtsfunk))
  }
  const ours = sample(took.ours)
  return [
    {
      name: 'process ready (median)',
      floor: inWords(sample(took.floor)),
      ours: inWords(ours),
      value: ours.median,
      atMost: 1500,
      unit: 'ms',
    },
  ]
}

async function startedIn(place: Town, begin: (place: Town) => Promise<Bot>): Promise<number> {
  await using bot = await begin(place)
  return bot.startedIn
}

/** Idle memory stays under 150 MB. */
export async function memory(): Promise<Figure[]> {
  await using bareTown = await town()
  await using ourTown = await town()
  await using bare = await bareBolt(bareTown)
  await using ours = await amtsfunk(ourTown)
  await rest(idle)
  const value = ours.memory()
  return [
    {
      name: `resident memory, idle for ${ms(idle)}`,
      floor: `${bare.memory().toFixed(0)} MB`,
      ours: `${value.toFixed(0)} MB`,
      value,
      atMost: 150,
      unit: 'MB',
    },
  ]
}
