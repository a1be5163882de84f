// The machine's clock is put back or forward under the running program, or the machine sleeps: the work goes on.
import { setTimeout as sleep } from 'node:timers/promises'
import { renameSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { freePort } from '../support/bridge.ts'
import { eventually, openTestOffice, openWorld, publishedIn } from '../support/office.ts'
import { wordsOf } from '../support/person.ts'
import { startProgram } from '../support/process.ts'
import { proposes } from '../support/steps.ts'

const hour = 3_600_000
const program = ['--import', 'test/support/jumping-clock.ts', 'src/main.ts']

/** An office as a process of its own, whose wall clock can be set. */
async function openJumping() {
  const port = await freePort()
  const world = await openWorld({
    UNDO_SECONDS: 1,
    HEALTH_PORT: port,
    LOG_LEVEL: 'warn',
  })
  const jump = `${world.folder}/jump`
  Object.assign(world.config, { JUMP_FILE: jump })
  const office = startProgram(world.config, program)
  await office.ready
  return {
    ...world,
    office,
    /** The clock will be set by so many milliseconds with the next SIGUSR2 or SIGCONT. That of Slack and X shows the
     * same from now on: X takes nothing from whoever lives in another hour. */
    willJump(by: number) {
      world.clock.set(by)
      writeFileSync(`${jump}.part`, String(by))
      renameSync(`${jump}.part`, jump)
    },
    async health() {
      const answer = await fetch(`http://127.0.0.1:${port}/healthz`, {
        signal: AbortSignal.timeout(5_000),
      })
      return `${answer.status} ${await answer.text()}`
    },
    async [Symbol.asyncDispose]() {
      await office[Symbol.asyncDispose]()
      await world[Symbol.asyncDispose]()
    },
  }
}

type Jumping = Awaited<ReturnType<typeof openJumping>>

/** A proposal is written, approved and published. */
async function publishes(world: Jumping, text: string): Promise<void> {
  const card = await proposes(world.anna, text)
  await world.petra.reacts('✅', card)
  await eventually(() => publishedIn(world).includes(text), 15_000)
}

test.for([
  ['put back by an hour', -hour],
  ['put forward by eight hours', 8 * hour],
] as const)('with its clock %s the office goes on', { timeout: 60_000 }, async ([, by]) => {
  await using world = await openJumping()
  const { office } = world
  world.willJump(by)
  office.child.kill('SIGUSR2')
  await eventually(() => office.said().includes('the clock was set'))
  await publishes(world, 'Nach der Umstellung.')
  expect(await world.health()).toBe('200 ok\n')
  // One line about the step; nothing about thousands of missed seconds.
  const lines = office.said().trim().split('\n')
  expect(lines.filter((line) => line.includes('the clock was set'))).toHaveLength(1)
  expect(lines.length).toBeLessThan(5)
})

test('a machine that slept for eight hours wakes, answers at once and goes on', async () => {
  await using world = await openJumping()
  const { office } = world
  world.willJump(8 * hour)
  office.child.kill('SIGSTOP')
  await sleep(1_500)
  const asked = world.health()
  office.child.kill('SIGCONT')
  const woken = performance.now()
  expect(await asked).toBe('200 ok\n')
  expect(performance.now() - woken).toBeLessThan(2_000)
  await publishes(world, 'Guten Morgen, Bergedorf.')
  expect(await world.health()).toBe('200 ok\n')
  expect(office.said().trim().split('\n').length).toBeLessThan(5)
}, 60_000)

test('put back by an hour, mentions are read in their rhythm, and their cards come', async () => {
  await using office = await openTestOffice({ MENTION_POLL_SECONDS: 15 })
  const { petra, sandbox, clock } = office
  const shown = (text: string) => petra.mentions().some((one) => wordsOf(one).includes(text))
  const writes = (text: string) =>
    sandbox.x.citizen({ act: 'post', handle: 'kim', name: 'Kim', text: `@BABergedorf ${text}` })
  writes('Wann öffnet das Freibad?')
  await eventually(() => shown('Wann öffnet das Freibad?'))
  clock.set(-hour)
  writes('Und wann schließt es?')
  clock.moveTo(clock.now() + 16_000)
  await eventually(() => shown('Und wann schließt es?'))
})
