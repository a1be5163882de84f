// Where schedules are lived through: a sandbox whose clock can be moved on, and the program in it, which dies,
// comes back and has a clock of its own.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDatabase, type Db } from '../../db/database.ts'
import { startSandbox } from '../../sandbox/sandbox.ts'
import type { LiveConfig } from '../../src/config.ts'
import { liveIn } from '../../src/trial.ts'
import { person, type TestPerson } from '../support/person.ts'
import { until } from '../support/until.ts'
import { beginLife, type Life } from './program.ts'
import { officers as allOfficers, staff, type Staff } from './acts.ts'
import { type Schedule } from './schedule.ts'

const manifest: unknown = JSON.parse(
  readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'),
)

/** A Monday in November, 10:00 in Bergedorf: the office is open. */
const mondayTen = Date.UTC(2026, 10, 30, 9)

/** A stretch of real time (milliseconds since 1970) in which the program lived, the instant of the world at its
 * beginning and the one the program's own clock showed then, and who was an officer. */
export type Lived = {
  from: number
  at: number
  shown: number
  to: number | null
  officers: readonly Staff[]
}

export type CampaignWorld = Awaited<ReturnType<typeof openWorld>>

/** Opens a world for one schedule after the other. */
export async function openWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'amtsfunk-campaign-'))
  let ahead = 0
  /** How far the program's wall clock is before the world's, in milliseconds. */
  let skew = 0
  let strict = false
  let forgets = false
  const clock = { now: () => Date.now() + ahead }
  const signing = { now: () => clock.now() + (strict ? 0 : skew) }
  const onReset = () => Promise.resolve()
  const sandbox = await startSandbox({
    port: 0,
    directory: null,
    manifest,
    clock,
    onReset,
    signing,
  })
  let healthPort = 0
  const people = Object.fromEntries(
    staff.map((name) => [name, person(sandbox.slack, sandbox.slack.ids.people[name])]),
  ) as Record<Staff, TestPerson>

  let number = 0
  let undo = 0
  let life: Life | null = null
  let lived: Lived[] = []
  let passes: { at: number; by: number }[] = []
  let skews: number[] = []
  let ends: string[] = []
  /** What was done between the backup and its return is lost; in real milliseconds since 1970. */
  let lost: { from: number; to: number } | null = null
  let backedUpAt = 0

  const path = () => join(folder, String(number), 'amtsfunk.db')
  const backup = () => join(folder, String(number), 'backup.db')

  function config(officers: readonly Staff[]): LiveConfig {
    const settings = {
      DATABASE_PATH: '',
      UNDO_SECONDS: undo,
      LINK_CHECK: 'off',
      MENTIONS: 'on',
      MENTION_POLL_SECONDS: 15,
      READING_USD_PER_DAY: 5,
      READING_USD_PER_MONTH: 30,
      SERVICE_HOURS: 'Mo-Fr 09:00-16:00',
      FLOOD_MENTIONS: 4,
      FLOOD_MINUTES: 10,
      KEEP_DAYS_AFTER_CLOSING: 30,
      KEEP_DAYS_AFTER_RECEIPT: 90,
      TEMPLATES_PATH: 'docs/textbausteine.md',
      OFFICE_PATH: 'docs/buero.json',
      TIME_ZONE: 'Europe/Berlin',
      LOG_LEVEL: 'error',
      SANDBOX_PORT: 0,
    } as const
    return {
      ...liveIn(sandbox, settings, path()),
      MENTION_POLL_SECONDS: 15,
      PRESS_OFFICERS: officers.map((name) => people[name].id).join(','),
      HEALTH_PORT: healthPort,
    }
  }

  /** Starts the program, unless it lives; one start at a time, whoever asks for it. */
  let starting: Promise<void> = Promise.resolve()
  function begin(officers: readonly Staff[]): Promise<void> {
    starting = starting.then(() => beginNow(officers))
    return starting
  }

  /** One that is leaving still lives, but not for long. */
  let leaving: Promise<void> = Promise.resolve()

  async function beginNow(officers: readonly Staff[]): Promise<void> {
    await leaving
    if (life?.isAlive() === true) return
    buried()
    healthPort = await freePort()
    // X does not know whose clock is minutes off.
    const isDisturbed = () => faults() > 0 || (strict && Math.abs(skew) > 300_000)
    const wasDisturbed = isDisturbed()
    const begun = beginLife(config(officers), ahead + skew)
    life = begun
    const stretch = stretchOf(officers)
    lived.push(stretch)
    if ((await begun.ready) || begun.wasEnded()) return
    // A start while something is disturbed may end with a sentence; that is mended and it is started again.
    stretch.to = Date.now()
    const why = begun.endedByItself() ?? 'silence'
    // A busy machine may keep Slack from answering in time, too.
    const isExcused = wasDisturbed || isDisturbed() || why.includes('nicht erreichbar')
    if (!isExcused) ends.push(`did not start: ${why}`)
    await begun.kill()
    calm()
    skew = 0
    const again = beginLife(config(officers), ahead + skew)
    life = again
    lived.push(stretchOf(officers))
    const isReady = (await again.ready) || again.wasEnded()
    if (!isReady) ends.push(`did not start: ${again.endedByItself() ?? 'silence'}`)
  }

  async function leaves(): Promise<void> {
    if (life?.isAlive() !== true) return
    const end = await life.leave()
    // Before it hears signals, one ends it at once; another act may kill what is leaving.
    const isFine = end === 0 || end === 'SIGTERM' || end === 'killed'
    if (!isFine) ends.push(`told to leave, it ended with ${end}`)
    buried()
  }

  function stretchOf(officers: readonly Staff[]): Lived {
    return { from: Date.now(), at: clock.now(), shown: clock.now() + skew, to: null, officers }
  }

  /** Notes how the last life ended if nobody asked it to. */
  function buried(): void {
    const end = life?.endedByItself() ?? null
    if (end !== null) ends.push(end)
    const last = lived.at(-1)
    if (last !== undefined) last.to ??= Date.now()
    life = null
  }

  const faults = () =>
    sandbox.x.sight().faults.filter(({ kind }) => kind !== 'forgetful').length +
    people.petra.sight().faults.length

  function calm(): void {
    sandbox.x.setFaults(forgets ? [{ kind: 'forgetful', times: null }] : [])
    sandbox.slack.setFaults([])
  }

  const calls = () => sandbox.slack.calls().length + xCalls()
  const xCalls = () => sandbox.x.calls().length

  async function kill(): Promise<void> {
    await life?.kill()
    buried()
  }

  async function pass(seconds: number): Promise<void> {
    // Within that time the program would have renewed its line to Slack.
    if (seconds > 20 && faults() === 0 && life?.isAlive() === true) {
      await until(() => (sandbox.slack.connections() > 0 ? true : undefined), 5_000)
    }
    // Nobody's clock is far behind, and while the program is dead there is nobody to wait for.
    const stride = life?.isAlive() === true ? 10 : seconds
    for (let left = seconds; left > 0; left -= stride) {
      const by = Math.min(stride, left) * 1000
      ahead += by
      passes.push({ at: Date.now(), by })
      await life?.move({ pass: by })
    }
  }

  return {
    sandbox,
    people,
    clock,
    begin,
    kill,
    pass,
    calm,
    faults,
    calls,
    /** Sets everything back for a schedule and starts the program. */
    async reset({ undoSeconds, strictClock, forgetful }: Schedule): Promise<void> {
      await kill()
      sandbox.slack.reset()
      sandbox.x.reset()
      forgets = forgetful
      calm()
      number += 1
      mkdirSync(join(folder, String(number)), { mode: 0o700 })
      ahead = mondayTen - Date.now()
      ;[skew, undo, strict] = [0, undoSeconds, strictClock]
      ;[lived, passes, skews, ends, lost] = [[], [], [0], [], null]
      await begin(allOfficers)
    },
    async jump(seconds: number): Promise<void> {
      skew += seconds * 1000
      skews.push(skew)
      await life?.move({ jump: seconds * 1000 })
    },
    /** Puts the program's wall clock right. */
    async setClockRight(): Promise<void> {
      const jump = -skew
      skew = 0
      if (jump !== 0) await life?.move({ jump })
    },
    leave(): Promise<void> {
      leaving = leaves()
      return leaving
    },
    async backup(): Promise<void> {
      if (!isThere(path())) return
      const db = readDatabase(path())
      try {
        await db.backup(backup())
        backedUpAt = Date.now()
      } finally {
        db.close()
      }
    },
    /** Puts the backup in the place of the database; false where none was taken. */
    async restore(officers: readonly Staff[]): Promise<boolean> {
      if (!isThere(backup())) return false
      await kill()
      for (const end of ['-wal', '-shm']) rmSync(`${path()}${end}`, { force: true })
      copyFileSync(backup(), path())
      lost = { from: backedUpAt, to: Date.now() }
      // Nobody does that in less than some minutes.
      await pass(180)
      await begin(officers)
      return true
    },
    /** Whether the program lives; notes its end if it ended by itself. */
    isAlive(): boolean {
      if (life !== null && !life.isAlive()) buried()
      return life !== null
    },
    /** How often it ended without being told, and how. */
    ends: (): readonly string[] => ends,
    lived: (): readonly Lived[] => lived,
    /** Whether history knows of a deed of that (real) time at all. */
    isLost: (at: number) => lost !== null && at >= lost.from - 1_000 && at <= lost.to,
    isRestored: () => lost !== null,
    /** What the program said last. */
    said: () => life?.said() ?? '',
    /** The farthest the program's wall clock was ahead, in milliseconds. */
    farthestAhead: () => Math.max(...skews),
    /** The real time (milliseconds since 1970) of an instant of this world. */
    realOf(instant: number): number {
      let before = ahead
      for (const { at, by } of passes.toReversed()) {
        if (instant >= at + before) break
        before -= by
      }
      return instant - before
    },
    /** Resolves when nothing was asked of Slack or X for a quarter of a second, at most after `patience`. */
    async quiet(patience = 2_000): Promise<void> {
      const seen = { calls: calls(), at: performance.now() }
      await until(() => {
        const now = performance.now()
        if (calls() !== seen.calls) Object.assign(seen, { calls: calls(), at: now })
        return now - seen.at > 250 ? true : undefined
      }, patience)
    },
    async health(): Promise<number> {
      try {
        const signal = AbortSignal.timeout(2_000)
        return (await fetch(`http://127.0.0.1:${healthPort}/healthz`, { signal })).status
      } catch {
        return 0
      }
    },
    /** Reads the database as it is now. */
    read<Answer>(look: (db: Db) => Answer): Answer {
      const db = readDatabase(path())
      try {
        return look(db)
      } finally {
        db.close()
      }
    },
    async close(): Promise<void> {
      await kill()
      await sandbox.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function isThere(path: string): boolean {
  try {
    readDatabase(path).close()
    return true
  } catch {
    return false
  }
}

/** A free port below those that systems give to outgoing connections. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 21_000 + Math.floor(Math.random() * 10_000)
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => {
        resolve(false)
      })
      server.listen(port, '127.0.0.1', () => {
        resolve(true)
      })
    })
    if (!isFree) continue
    await new Promise((resolve) => server.close(resolve))
    return port
  }
}
