// Who does what by the clock? The one table of schedules. A job only asks somebody to look again, so a
// missed tick costs nothing.
import { schedule } from 'node-cron'
import { localOf } from './core/time/calendar.ts'
import type { Desk } from './desk/desk.ts'
import type { Erasures } from './desk/erasures.ts'
import type { Measures } from './desk/measures.ts'
import type { Moderation } from './desk/moderation.ts'
import type { Readings } from './desk/readings.ts'
import type { Reports } from './desk/reports.ts'
import type { Team } from './slack/team.ts'

export type Job = { name: string; cron: string; run: () => Promise<unknown> }

/** What the office does by the clock. `watch` looks whether Slack can still be heard, `settled` hears of
 * every settling. */
export function jobs(office: {
  desk: Desk
  team: Team
  reports: Reports
  readings: Readings
  /** Null where the office only publishes. */
  moderating: Moderating | null
  zone: string
  now: () => number
  watch: () => void
  settled: () => void
}): readonly Job[] {
  const { desk, team, reports, readings, moderating, watch, settled } = office
  return [
    ...(moderating === null ? [] : moderationJobs(moderating, office)),
    // Undo windows, planned times, retries and looks at the timeline are owed to the second.
    {
      name: 'settle',
      cron: '* * * * * *',
      run: () => {
        // Not waited for: what takes long goes on in lanes of its own.
        void desk.settle()
        settled()
        return Promise.resolve()
      },
    },
    // Reactions that no event told of.
    { name: 'reactions', cron: '* * * * * *', run: () => desk.readNextReactions() },
    // Counters at the moments a report needs; what is not read in time stays a gap.
    { name: 'readings', cron: '10 * * * * *', run: () => readings.readIfDue() },
    // Reports asked for, and the one of the quarter on its first working day; what failed is tried again.
    { name: 'reports', cron: '20 */5 * * * *', run: () => reports.settle() },
    // Who is a press officer changes with the user group.
    { name: 'officers', cron: '45 * * * * *', run: () => team.refresh() },
    {
      name: 'watch',
      cron: '*/15 * * * * *',
      run: () => {
        watch()
        return Promise.resolve()
      },
    },
  ]
}

/** What the moderation desk does by the clock. `rhythm` is how often mentions are read, in milliseconds. */
export type Moderating = {
  moderation: Moderation
  measures: Measures
  erasures: Erasures
  rhythm: number
}

function moderationJobs(
  { moderation, measures, erasures, rhythm }: Moderating,
  { zone, now }: { zone: string; now: () => number },
): readonly Job[] {
  return [
    // Cron has no "every 90 seconds": who is asked looks whether it is time.
    { name: 'mentions', cron: '* * * * * *', run: () => moderation.readIfDue(rhythm) },
    {
      name: 'settle moderation',
      cron: '* * * * * *',
      run: () => {
        for (const one of [moderation, measures, erasures]) void one.settle()
        return Promise.resolve()
      },
    },
    { name: 'mention reactions', cron: '50 */3 * * * *', run: () => moderation.readAllReactions() },
    // Within the 24 hours X allows, and what failed is tried again after an hour.
    { name: 'recheck', cron: '0 17 * * * *', run: () => moderation.recheck() },
    {
      name: 'purge',
      cron: '0 47 * * * *',
      run: () => {
        moderation.purge()
        return Promise.resolve()
      },
    },
    {
      name: 'digest',
      cron: '0 30 8 * * *',
      run: () => moderation.digest(localOf(now(), zone).date),
    },
  ]
}

/** Starts jobs in an IANA time zone; the answer stops them. A job that breaks off is a fault and runs
 * again at its next time. */
export function startJobs(
  table: readonly Job[],
  zone: string,
  fault: (what: string, error: unknown) => void,
): () => Promise<void> {
  const tasks = table.map(({ name, cron, run }) =>
    schedule(
      cron,
      async () => {
        try {
          await run()
        } catch (error) {
          fault(`the job ${name} broke off`, error)
        }
      },
      { name, timezone: zone, noOverlap: true },
    ),
  )
  return async () => {
    await Promise.all(tasks.map(async (task) => task.destroy()))
  }
}
