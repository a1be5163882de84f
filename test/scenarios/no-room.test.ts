// The disk is full, or somebody else holds the database: nothing ends, nothing is silent, and when it is over
// everything owed is done.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { openOffice } from '../../src/office/office.ts'
import type { Message } from '../../sandbox/contract.ts'
import { bridgeTo } from '../support/bridge.ts'
import { longestHoldUp } from '../support/held-up.ts'
import { eventually, openedOffice, openWorld, publishedIn, type World } from '../support/office.ts'
import { startProgram } from '../support/process.ts'
import { smallDisk } from '../support/small-disk.ts'
import { proposes, sends, shows } from '../support/steps.ts'

const minute = 60_000
const text = 'Der Wochenmarkt fällt am Mittwoch aus.'

/** An office that writes its log into a list. */
async function officeWithLog({ config, clock }: World) {
  const lines: string[] = []
  const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) })
  const office = await openOffice({ config, clock, log, deaf: () => undefined })
  if ('problem' in office) throw new Error(JSON.stringify(office))
  return { office, lines, logged: (words: string) => lines.filter((line) => line.includes(words)) }
}

test(
  'a disk that fills up ends nothing, and what is owed is done once there is room',
  { timeout: 120_000 },
  async () => {
    using disk = smallDisk()
    await using world = await openWorld({ DATABASE_PATH: join(disk.folder, 'amtsfunk.db') })
    const { anna, petra, config } = world
    const { office, lines, logged } = await officeWithLog(world)
    try {
      const card = await proposes(anna, text)
      disk.fill(config.DATABASE_PATH)
      await petra.reacts('✅', card)
      await eventually(() => lines.length > 0)
      // Somebody proposes something meanwhile, and several rounds pass.
      await anna.types('/vorschlag').catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, 4_000))
      expect(publishedIn(world)).toEqual([])
      expect(logged('SQLITE').length).toBeGreaterThan(0)
      // Once for each thing that failed, not once a second.
      expect(lines.length).toBeLessThan(20)

      disk.empty()
      const begun = performance.now()
      await eventually(() => publishedIn(world).length === 1, minute)
      await eventually(() => logged('the database can be written again').length === 1, minute)
      await shows(card, 'Veröffentlicht', world)
      expect(performance.now() - begun).toBeLessThan(minute)
      expect(publishedIn(world)).toEqual([text])
      expect(sends(world)).toBe(1)
    } finally {
      disk.empty()
      await office.close()
    }
  },
)

test('a disk that is full at the start is one sentence', { timeout: 60_000 }, async () => {
  using disk = smallDisk()
  await using world = await openWorld({ DATABASE_PATH: join(disk.folder, 'amtsfunk.db') })
  const { config, clock } = world
  await (await openedOffice(world)).close()
  disk.fill(config.DATABASE_PATH)
  const log = pino({ level: 'fatal' })
  const full = await openOffice({ config, clock, log, deaf: () => undefined })
  expect(full).toMatchObject({ problem: 'database', because: 'full' })
  disk.empty()
  await (await openedOffice(world)).close()
})

test('a new database on a full disk is refused, and begins once there is room', async () => {
  using disk = smallDisk()
  await using world = await openWorld({ DATABASE_PATH: join(disk.folder, 'amtsfunk.db') })
  const { config, clock } = world
  disk.fill(config.DATABASE_PATH)
  const log = pino({ level: 'fatal' })
  const full = await openOffice({ config, clock, log, deaf: () => undefined })
  expect(full).toMatchObject({ problem: 'database', because: 'full' })
  disk.empty()
  await (await openedOffice(world)).close()
})

test(
  'a writer beside us holds nobody up, and a yes given meanwhile counts when it is gone',
  { timeout: 120_000 },
  async () => {
    await using world = await openWorld()
    const { anna, petra, config } = world
    const { office, lines } = await officeWithLog(world)
    const other = new Database(config.DATABASE_PATH)
    try {
      const cards: Message[] = []
      for (const day of ['Montag', 'Dienstag', 'Mittwoch']) {
        cards.push(await proposes(anna, `Der Wochenmarkt fällt am ${day} aus.`))
      }
      other.exec('BEGIN IMMEDIATE')
      const heldUp = await longestHoldUp(async () => {
        for (const card of cards) await petra.reacts('✅', card)
        await eventually(() => lines.length > 0)
        await new Promise((resolve) => setTimeout(resolve, 3_000))
      })
      // Slack, X and the office share this process: a wait for the lock alone would be seconds.
      expect(heldUp).toBeLessThan(500)
      expect(publishedIn(world)).toEqual([])
      other.exec('ROLLBACK')
      await eventually(() => publishedIn(world).length === 3, minute)
      expect(sends(world)).toBe(3)
    } finally {
      other.close()
      await office.close()
    }
  },
)

test('what X has taken is on record though somebody else writes when its answer comes', async () => {
  await using world = await openWorld()
  using bridge = await bridgeTo(world.sandbox.address)
  world.config.X_API_URL = bridge.address
  const { anna, petra, config } = world
  const office = await openedOffice(world)
  const other = new Database(config.DATABASE_PATH)
  try {
    const card = await proposes(anna, text)
    bridge.hold()
    await petra.reacts('✅', card)
    await eventually(() => sends(world) === 1)
    other.exec('BEGIN IMMEDIATE')
    bridge.release()
    await new Promise((resolve) => setTimeout(resolve, 500))
    other.exec('ROLLBACK')
    await shows(card, 'Veröffentlicht', world)
    const happened = office.proposals.life(1).map(({ type }) => type)
    expect(happened).toContain('posted')
    expect(happened).not.toContain('in-doubt')
  } finally {
    other.close()
    await office.close()
  }
})

test(
  'on the terminal a damaged database is one sentence that says what helps',
  { timeout: 60_000 },
  async () => {
    await using world = await openWorld()
    const { config } = world
    await (await openedOffice(world)).close()
    const db = new Database(config.DATABASE_PATH)
    db.exec(`DROP TRIGGER event_is_kept; INSERT INTO open_matter VALUES ('proposal', 17, 0)`)
    db.close()
    await using program = startProgram(config)
    expect(await program.ended).toBe(1)
    expect(program.said()).toContain('ist beschädigt oder unvollständig kopiert')
    expect(program.said()).toContain('spielen Sie die letzte Sicherung ein')
    expect(program.said().trim().split('\n')).toHaveLength(1)
  },
)

test('a log that nobody can take holds nothing up', async () => {
  const script = `import { openLog } from './src/log.ts'
    const log = openLog('info')
    for (let line = 0; line < 3_000; line += 1) log.info({ line }, 'x'.repeat(100))
    console.error('done')`
  const full = openSync('/dev/full', 'w')
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', full, 'pipe'],
  })
  closeSync(full)
  let said = ''
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stderr?.on('data', (text: Buffer) => (said += text.toString('utf8')))
  const [code] = (await once(child, 'close')) as [number | null]
  expect([code, said]).toEqual([0, 'done\n'])
})
