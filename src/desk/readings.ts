// The desk of readings: asks the network what the counters say at the moments a report needs, and only then.
import type { Db } from '../../db/database.ts'
import { proposalLives } from '../../db/proposal-lives.ts'
import { readings as readingsOf } from '../../db/readings.ts'
import { localOf } from '../core/time/calendar.ts'
import type { Instant } from '../core/content.ts'
import {
  longestWait,
  momentsDue,
  nextMoment,
  runsOf,
  windowsOf,
  type Moment,
} from '../core/readings.ts'
import type { ReadFailed } from '../core/outcome.ts'
import type { Network } from './ports/network.ts'

export type ReadingsParts = {
  db: Db
  network: Network
  now: () => Instant
  /** How much time passes, in milliseconds, whatever the wall clock is set to. */
  elapsed: () => number
  zone: string
}

export type Readings = ReturnType<typeof readings>

/** A new post may make something due sooner than known, and so may an hour; in milliseconds. */
const looksEvery = 10 * 60_000
/** How long a network that tells nothing is left alone if it does not say, in milliseconds. */
const pause = 5 * 60_000
/** Longer than this nobody's wish keeps the office from asking again, in milliseconds. */
const longestPause = 15 * 60_000
/** How long a post that was not shown is left alone, in milliseconds. */
const absence = 60 * 60_000
/** From then on, local time, the followers of a day are counted. */
const audienceFrom = '06:00'

/** Opens the desk of readings on a database. */
export function readings({ db, network, now, elapsed, zone }: ReadingsParts) {
  const kept = readingsOf(db)
  const past = proposalLives(db)
  /** Posts the network did not show, and until how much time has passed they are left alone: mostly they are gone for
   * good. */
  const gone = new Map<string, number>()
  let nextLook = -Infinity
  let running: Promise<void> | null = null
  let stopping = false

  /** Reads what is due now. Asks nobody if nothing is. Never throws for what the network does. */
  function readIfDue(): Promise<void> {
    if (stopping || elapsed() < nextLook) return running ?? Promise.resolve()
    running ??= read().finally(() => (running = null))
    return running
  }

  async function read(): Promise<void> {
    // The one is read even where the other fails.
    const [posts, audience] = [await readPosts(), await readAudience()]
    const failed = posts ?? audience
    const asked = Math.min((failed?.until ?? 0) - now(), longestPause)
    nextLook = elapsed() + (failed === null ? nextDue() - now() : Math.max(asked, pause))
  }

  async function readPosts(): Promise<ReadFailed | null> {
    const posts = past.ownPosts(now() - longestWait)
    const due = new Map<string, Moment[]>()
    for (const { id, at } of posts) {
      const known = new Set(kept.ofPost(id).map(({ moment }) => moment))
      const open = momentsDue(windowsOf(at, zone), known, now())
      if (open.length > 0 && elapsed() >= (gone.get(id) ?? -Infinity)) due.set(id, open)
    }
    const all = posts.map(({ id }) => id).sort(older)
    for (const run of runsOf(all, new Set(due.keys()))) {
      const told = await network.counters(run)
      if ('failed' in told) return told
      for (const id of run) {
        const counters = told.counters.get(id)
        if (counters === undefined) {
          gone.set(id, elapsed() + absence)
          continue
        }
        for (const moment of due.get(id) ?? []) {
          kept.addPost({ ...counters, post: id, moment, at: now() })
        }
      }
    }
    return null
  }

  async function readAudience(): Promise<ReadFailed | null> {
    const { date, time } = localOf(now(), zone)
    if (time < audienceFrom || kept.audience(network.name, date, date).length > 0) return null
    const told = await network.audience()
    if ('failed' in told) return told
    kept.addAudience(network.name, { day: date, at: now(), count: told.followers })
    return null
  }

  function nextDue(): Instant {
    const ahead = past
      .ownPosts(now() - longestWait)
      .flatMap(({ at }) => nextMoment(windowsOf(at, zone), now()) ?? [])
    return Math.min(now() + looksEvery, ...ahead)
  }

  return {
    readIfDue,
    /** Begins nothing more and resolves when what runs has ended. */
    async stop(): Promise<void> {
      stopping = true
      await running
    },
  }
}

/** Ids grow with time, far beyond exact numbers; a post that a person told of is recorded later than it was made. */
function older(one: string, other: string): number {
  const [a, b] = [BigInt(one), BigInt(other)]
  return a < b ? -1 : a > b ? 1 : 0
}
