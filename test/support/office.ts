// A whole office for a test: real Bolt, real twitter-api-v2, real SQLite, and the sandbox as the world.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { vi } from 'vitest'
import { movableClock, type MovableClock } from '../../src/clock.ts'
import type { LiveConfig } from '../../src/config.ts'
import { openLog } from '../../src/log.ts'
import { openOffice, type Office } from '../../src/office/office.ts'
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts'
import { liveIn } from '../../src/trial.ts'
import type { Ways } from '../../src/web/ask-public.ts'
import { person, type TestPerson } from './person.ts'

/** The manifest as it is installed in a workspace. */
export const manifest: unknown = JSON.parse(
  readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'),
)

export type World = {
  sandbox: Sandbox
  clock: MovableClock
  /** A folder of this test's own, gone with it. */
  folder: string
  config: LiveConfig
  /** What the office has logged, as far as LOG_LEVEL goes. */
  log: string[]
  anna: TestPerson
  joerg: TestPerson
  petra: TestPerson
  deniz: TestPerson
  guel: TestPerson
  [Symbol.asyncDispose](): Promise<void>
}

/** The outside world and a configuration for it, without an office yet. Its clock starts `at` an instant, or
 * now; `installed` is the manifest the workspace was given. */
export async function openWorld(
  change: Partial<LiveConfig> = {},
  at?: number,
  installed: unknown = manifest,
): Promise<World> {
  const clock = movableClock()
  if (at !== undefined) clock.moveTo(at)
  const folder = mkdtempSync(join(tmpdir(), 'amtsfunk-'))
  const sandbox = await startSandbox({
    port: 0,
    directory: null,
    manifest: installed,
    clock,
    onReset: () => Promise.resolve(),
  })
  const config: LiveConfig = {
    ...liveIn(
      sandbox,
      {
        DATABASE_PATH: '',
        UNDO_SECONDS: 0,
        LINK_CHECK: 'off',
        MENTIONS: 'on',
        MENTION_POLL_SECONDS: 90,
        READING_USD_PER_DAY: 5,
        READING_USD_PER_MONTH: 30,
        SERVICE_HOURS: 'Mo-Fr 09:00-16:00',
        FLOOD_MENTIONS: 20,
        FLOOD_MINUTES: 10,
        KEEP_DAYS_AFTER_CLOSING: 30,
        KEEP_DAYS_AFTER_RECEIPT: 90,
        TEMPLATES_PATH: 'docs/textbausteine.md',
        OFFICE_PATH: 'docs/buero.json',
        TIME_ZONE: 'Europe/Berlin',
        LOG_LEVEL: 'fatal',
        SANDBOX_PORT: 0,
      },
      join(folder, 'amtsfunk.db'),
    ),
    // The stories say when mentions are read.
    MENTION_POLL_SECONDS: 3600,
    ...change,
  }
  const { people } = sandbox.slack.ids
  const as = (id: string) => person(sandbox.slack, id)
  return {
    sandbox,
    clock,
    folder,
    config,
    log: [],
    anna: as(people.anna),
    joerg: as(people.joerg),
    petra: as(people.petra),
    deniz: as(people.deniz),
    guel: as(people.guel),
    async [Symbol.asyncDispose]() {
      await sandbox.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type TestOffice = World & {
  office: Office
  /** Moves the clock on and lets the office look again. */
  wait(given: { seconds?: number; minutes?: number }): Promise<void>
  /** The texts the public can read, oldest first. */
  published(): string[]
}

/** An open office in its world. Fails the test if the office does not open. */
export async function openTestOffice(
  change: Partial<LiveConfig> = {},
  at?: number,
  ways?: Ways,
): Promise<TestOffice> {
  const world = await openWorld(change, at)
  const office = await openedOffice(world, ways)
  return {
    ...world,
    office,
    async wait({ seconds = 0, minutes = 0 }) {
      world.clock.moveTo(world.clock.now() + seconds * 1000 + minutes * 60_000)
      await office.desk.settle()
    },
    published: () => publishedIn(world),
    async [Symbol.asyncDispose]() {
      await office.close()
      await world[Symbol.asyncDispose]()
    },
  }
}

/** The log of an office in a world. */
export function officeLog({ config, log }: Pick<World, 'config' | 'log'>): Logger {
  return openLog(config.LOG_LEVEL, { write: (line) => void log.push(line) })
}

/** Opens an office in a world. Throws if it answers with a problem. */
export async function openedOffice({ config, clock, log }: World, ways?: Ways): Promise<Office> {
  const opened = await openOffice({
    ...{ config, clock, ...(ways !== undefined && { ways }) },
    log: officeLog({ config, log }),
    deaf: () => undefined,
  })
  if ('problem' in opened) throw new Error(JSON.stringify(opened))
  return opened
}

/** What the public can read of the office, oldest first. */
export function publishedIn({ sandbox }: World): string[] {
  return sandbox.x
    .sight()
    .posts.filter(({ author }) => author.office)
    .map(({ text }) => text)
    .reverse()
}

/** Waits until a look gives something, at the most so many milliseconds. */
export function eventually<Found>(
  look: () => Found | null | undefined | false,
  timeout = 8_000,
): Promise<Found> {
  return vi.waitFor(
    () => {
      const found = look()
      if (found === null || found === undefined || found === false) throw new Error('not yet')
      return found
    },
    { timeout, interval: 10 },
  )
}
