// Who does what by the clock? Two tables: what somebody looks at again and again, and what belongs to an hour of
// the day. A look that is missed costs nothing; what belongs to an hour is owed until it is done.
import { parse } from 'node-cron'
import type { Done } from '../../db/done.ts'
import type { Clock } from '../clock.ts'
import { localOf } from '../core/time/calendar.ts'
import { owedSince, type Schedule } from '../core/time/schedule.ts'
import type { ServiceHours } from '../core/time/service-hours.ts'
import type { Desk } from '../desk/desk.ts'
import type { Feed } from '../desk/feed.ts'
import type { Budgets } from '../desk/month-budget.ts'
import type { Inbox } from '../desk/inbox.ts'
import type { Readings } from '../desk/readings.ts'
import type { Reports } from '../desk/reports.ts'
import type { anchoring } from './anchoring.ts'
import { startHeartbeat } from './heartbeat.ts'
import type { Health, Works } from '../health/health.ts'
import type { Watch } from '../slack/watch.ts'

/** A look that is taken `every` so many milliseconds, at the earliest on the next beat. The next one waits for the
 * end of the last, unless `overlaps`: then whoever looks sees to that. Where `run` answers false it was not time yet,
 * and nothing is known to go well. */
export type Look = { name: string; every: number; overlaps?: true; run: () => Promise<unknown> }

/** A duty that comes with an hour of the day, as cron says it ("30 8 * * *": minutes and hours only). `run` answers
 * whether it is done; what is not is tried again after a while. It may come twice where a crash comes between. */
export type Duty = {
  name: string
  cron: string
  service?: ServiceHours
  run: () => Promise<boolean>
}

type Anchoring = Pick<ReturnType<typeof anchoring>, 'compareOnce'>

const second = 1_000
const minute = 60 * second

/** How long what broke off, and what could not be done, is left alone, in milliseconds. */
const rest = { look: 5 * second, duty: 5 * minute }

/** The desks of mentions and what hangs on them. `rhythm` is how often mentions are read, in milliseconds. */
export type Moderating = {
  forgetOwed: () => void
  inbox: Inbox
  digest: (date: string) => Promise<boolean>
  rhythm: number
}

/** What the office looks at by the clock. `watch` looks whether Slack can still be heard, `warn` whether there
 * is a second pair of eyes, `probe` whether the database can still be written. `moderating` is null where the office
 * only publishes. */
export function looks(office: {
  desk: Desk
  workspace: Watch
  reports: Reports
  readings: Readings
  budgets: Budgets
  moderating: Moderating | null
  health: Health
  watch: () => Promise<void>
  warn: () => Promise<void>
  makeUp: () => Promise<void>
  forgetPictures: () => Promise<void>
  probe: () => Promise<void>
  anchor: Anchoring
  /** Null where the office has none. */
  feed: Feed | null
}): readonly Look[] {
  const {
    desk,
    workspace,
    reports,
    readings,
    budgets,
    moderating,
    health,
    watch,
    warn,
    makeUp,
    probe,
  } = office
  const hour = 60 * minute
  return [
    {
      // Undo windows, planned times, retries and looks at the timeline are owed to the second. What takes long
      // goes on in lanes of its own.
      name: 'settle',
      every: second,
      overlaps: true,
      run: async () => {
        await desk.settle()
        health.ok('desk')
      },
    },
    // Reactions that no event told of.
    { name: 'reactions', every: second, run: () => desk.readNextReactions() },
    // Counters at the moments a report needs, and followers daily; what is not read in time stays a gap.
    { name: 'readings', every: minute, run: () => readings.readIfDue() },
    // Whether the month's budget is nearly used up.
    { name: 'budget', every: minute, run: () => budgets.tell() },
    // The report of the quarter, from its first working day on until it was ordered.
    { name: 'reports', every: 5 * minute, run: () => reports.orderByItself() },
    // Channels, the press office's group and the way in can change.
    { name: 'workspace', every: minute, run: () => workspace.look() },
    { name: 'watch', every: second, run: watch },
    { name: 'warn', every: minute, run: warn },
    // What could not be written down for want of room, or because somebody else held the file.
    { name: 'make up', every: 5 * second, run: makeUp },
    { name: 'probe', every: 15 * second, run: probe },
    // Pictures nobody needs any more.
    { name: 'forget pictures', every: hour, run: office.forgetPictures },
    // Does history still fit the seal that was noted outside of it?
    { name: 'anchor', every: 5 * second, run: () => office.anchor.compareOnce() },
    // Whoever looks sees to it that it is every quarter of an hour.
    ...(office.feed === null ? [] : [feedLook(office.feed)]),
    ...(moderating === null ? [] : looksAtMentions(moderating)),
  ]
}

function feedLook(feed: Feed): Look {
  return { name: 'feed', every: minute, run: () => feed.lookIfDue() }
}

function looksAtMentions({ forgetOwed, inbox, rhythm }: Moderating): readonly Look[] {
  return [
    // Who is asked looks whether it is time: after a failure it rests longer.
    { name: 'mentions', every: second, run: () => inbox.readIfDue(rhythm) },
    // What was erased leaves every file as soon as nobody else reads there.
    {
      name: 'forget',
      every: 10 * second,
      run: () => {
        forgetOwed()
        return Promise.resolve()
      },
    },
  ]
}

/** What the office owes from an hour of the day on. */
export function duties(
  moderating: Moderating | null,
  given: {
    service: ServiceHours
    now: () => number
    closeDay: () => void
    morning: (date: string) => Promise<boolean>
  },
): readonly Duty[] {
  const { service, now, closeDay, morning } = given
  const today = () => localOf(now(), service.zone).date
  // By then the UTC day before is over everywhere in Europe.
  const nightly: Duty = {
    name: 'close the day',
    cron: '20 3 * * *',
    run: () => {
      closeDay()
      return Promise.resolve(true)
    },
  }
  const daily: Duty = { name: 'morning', cron: '30 8 * * *', service, run: () => morning(today()) }
  if (moderating === null) return [nightly, daily]
  const { inbox, digest } = moderating
  return [
    nightly,
    daily,
    // Within the 24 hours X allows for forgetting what is gone there.
    { name: 'recheck', cron: '17 * * * *', run: async () => (await inbox.recheck()) === null },
    {
      name: 'digest',
      cron: '30 8 * * *',
      service,
      run: () => digest(today()),
    },
  ]
}

/** Starts the heartbeat. The answer ends it; nothing begins after that. A job that breaks off is a fault and comes
 * again; `heard` learns that, and what went well. When the wall clock was set, `stepped` hears by how much, and everything is looked at. While `rests`, only
 * what comes every second is done: somebody plays the past, and when that is over no duty of it is owed any more. */
export function startJobs(
  table: { looks: readonly Look[]; duties: readonly Duty[] },
  given: {
    clock: Clock
    zone: string
    done: Done
    rests: () => boolean
    fault: (what: string, error: unknown) => void
    heard: Works
    stepped: (by: number) => void
  },
): () => void {
  const { clock, zone, done, rests, fault, heard, stepped } = given
  const begun = clock.elapsed()
  // Opening has looked at everything already.
  const looking = table.looks.map((look) => ({ look, next: begun + look.every, busy: false }))
  const owing = table.duties.map((duty) => ({
    duty,
    schedule: scheduleOf(duty),
    askedIn: -1,
    restsUntil: 0,
    busy: false,
  }))
  const broken = new Set<string>()
  let rested = false
  let stopped = false
  // An office owes nothing from before it first opened.
  for (const { duty } of owing) {
    if (done.last(duty.name) === null) done.mark(duty.name, clock.now())
  }

  function broke(name: string, error: unknown): void {
    fault(`the job ${name} broke off`, error)
    heard.broke(name)
    broken.add(name)
  }

  async function look(one: (typeof looking)[number]): Promise<void> {
    const { every, overlaps, name, run } = one.look
    one.busy = overlaps !== true
    one.next = clock.elapsed() + every
    try {
      if ((await run()) !== false) heard.went(name)
    } catch (error) {
      one.next = clock.elapsed() + Math.max(every, rest.look)
      broke(name, error)
    } finally {
      one.busy = false
    }
  }

  async function fulfil(one: (typeof owing)[number]): Promise<void> {
    const { duty, schedule } = one
    one.busy = true
    try {
      const since = owedSince(schedule, done.last(duty.name), clock.now(), zone)
      if (since === null) {
        // What broke off at its last try is owed no more.
        if (broken.delete(duty.name)) heard.went(duty.name)
        return
      }
      one.restsUntil = clock.elapsed() + rest.duty
      const isDone = await duty.run()
      // Not yet is no fault.
      heard.went(duty.name)
      if (!isDone || stopped) return
      done.mark(duty.name, since)
      one.restsUntil = 0
    } catch (error) {
      broke(duty.name, error)
    } finally {
      one.busy = false
    }
  }

  const stop = startHeartbeat(clock, {
    beat() {
      const isResting = rests()
      const elapsed = clock.elapsed()
      for (const one of looking) {
        if (one.busy || elapsed < one.next || (isResting && one.look.every > second)) continue
        void look(one)
      }
      if (rested && !isResting) for (const { duty } of owing) done.mark(duty.name, clock.now())
      rested = isResting
      // Times of day are whole minutes: to ask once in each is enough.
      const thisMinute = Math.floor(clock.now() / minute)
      for (const one of owing) {
        if (isResting || one.busy || one.askedIn === thisMinute || elapsed < one.restsUntil)
          continue
        one.askedIn = thisMinute
        void fulfil(one)
      }
    },
    stepped(by) {
      stepped(by)
      for (const one of looking) one.next = 0
      for (const one of owing) one.askedIn = -1
    },
  })
  return () => {
    stopped = true
    stop()
  }
}

/** The times of day a duty names. Throws for days or months: what depends on those asks the calendar. */
function scheduleOf({ name, cron, service }: Duty): Schedule {
  const { second: seconds, minute: minutes, hour: hours, ...days } = parse(cron)
  const isDaily =
    days.dayOfMonth.length === 31 && days.month.length === 12 && days.dayOfWeek.length === 7
  if (!isDaily || seconds.length !== 1) throw new Error(`${name}: not a time of day: ${cron}`)
  return { hours, minutes, service: service ?? null }
}
