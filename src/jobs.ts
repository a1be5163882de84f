// Who does what by the clock? The one table of schedules. A job only asks somebody to look again, so a
// missed tick costs nothing.
import { schedule } from 'node-cron'
import type { Desk } from './desk.ts'
import type { Team } from './slack/team.ts'

export type Job = { name: string; cron: string; run: () => Promise<void> }

/** What the office does by the clock. `watch` looks whether Slack can still be heard, `settled` hears of
 * every settling. */
export function jobs(office: {
  desk: Desk
  team: Team
  watch: () => void
  settled: () => void
}): readonly Job[] {
  const { desk, team, watch, settled } = office
  return [
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
    { name: 'reactions', cron: '30 */3 * * * *', run: () => desk.readAllReactions() },
    // Who is a press officer changes with the user group.
    { name: 'officers', cron: '45 */5 * * * *', run: () => team.refresh() },
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
