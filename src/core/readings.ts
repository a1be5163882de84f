// When the counters of our own posts are read, so that the quarter can be told: a network only tells the present.
import { localOf } from './time/calendar.ts'
import type { Instant } from './content.ts'
import { quarterOf, spanOf } from './time/period.ts'

export const moments = ['1h', '24h', '7d', '28d', 'quarter-end'] as const
export type Moment = (typeof moments)[number]

/** What the counters of a post say. */
export type Counters = {
  views: number
  likes: number
  reposts: number
  quotes: number
  replies: number
}

export type PostReading = Counters & { post: string; moment: Moment; at: Instant }

/** How many accounts followed the office; `day` is the office's own ("2026-09-30"). */
export type AudienceReading = { day: string; at: Instant; count: number }

/** A moment, and from when up to, without, when a reading counts as of it. */
export type Window = { moment: Moment; from: Instant; until: Instant }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long after its post a moment is, and how late a reading of it may be, in milliseconds. */
const afterPost: Record<Exclude<Moment, 'quarter-end'>, { after: number; late: number }> = {
  '1h': { after: hour, late: 30 * minute },
  '24h': { after: day, late: 6 * hour },
  '7d': { after: 7 * day, late: day },
  '28d': { after: 28 * day, late: day },
}
const quarterEndLate = 6 * hour

/** For how long after it was posted anything can be due, in milliseconds: the longest quarter, and the lateness. */
export const longestWait = 93 * day

/** The moments of a post, each in its window. The end of the quarter is that of the local quarter it was posted
 * in. */
export function windowsOf(postedAt: Instant, zone: string): readonly Window[] {
  const { to } = spanOf(quarterOf(localOf(postedAt, zone).date), zone)
  return moments.map((moment) => {
    if (moment === 'quarter-end') return { moment, from: to, until: to + quarterEndLate }
    const { after, late } = afterPost[moment]
    return { moment, from: postedAt + after, until: postedAt + after + late }
  })
}

/** The moments to read now, of those not read yet. What was missed stays missed. */
export function momentsDue(
  windows: readonly Window[],
  read: ReadonlySet<Moment>,
  now: Instant,
): Moment[] {
  return windows
    .filter(({ moment, from, until }) => from <= now && now < until && !read.has(moment))
    .map(({ moment }) => moment)
}

/** When the next moment begins; null if none is left. */
export function nextMoment(windows: readonly Window[], now: Instant): Instant | null {
  const ahead = windows.filter(({ from }) => from > now).map(({ from }) => from)
  return ahead.length === 0 ? null : Math.min(...ahead)
}

/** Neighbours among all posts, so that reading from the first to the last of a run reads nothing else. */
export function runsOf(all: readonly string[], wanted: ReadonlySet<string>): string[][] {
  const runs: string[][] = []
  let isOpen = false
  for (const id of all) {
    if (!wanted.has(id)) isOpen = false
    else if (isOpen) runs.at(-1)?.push(id)
    else {
      runs.push([id])
      isOpen = true
    }
  }
  return runs
}
