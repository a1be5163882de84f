// Who does what by the clock? The one table of schedules. A job only asks the desk to look again, so a
// missed tick costs nothing.
import { schedule } from 'node-cron'
import type { Desk } from './desk.ts'

type Job = { name: string; cron: string; run: (desk: Desk) => Promise<void> }

const table: readonly Job[] = [
  // What is owed at a time (undo window over, planned time, retry, look at the timeline) is owed to the second.
  { name: 'settle', cron: '* * * * * *', run: (desk) => desk.settle() },
  // Reactions that no event told of.
  { name: 'reactions', cron: '30 */3 * * * *', run: (desk) => desk.readAllReactions() },
]

/** Starts all jobs in an IANA time zone. The answer stops them; `ran` hears of every run that ended well. */
export function startJobs(
  desk: Desk,
  zone: string,
  { ran, fault }: { ran: (job: string) => void; fault: (what: string, error: unknown) => void },
): () => Promise<void> {
  const tasks = table.map(({ name, cron, run }) =>
    schedule(
      cron,
      async () => {
        try {
          await run(desk)
          ran(name)
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
