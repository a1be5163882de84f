// The office's work by the clock, with a clock that is set while it works.
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { done as doneOf } from '../../db/done.ts'
import { movableClock } from '../../src/clock.ts'
import { isHamburgHoliday } from '../../src/core/time/holidays.ts'
import { startJobs, type Duty, type Look } from '../../src/office/jobs.ts'
import { eventually } from '../support/office.ts'

const berlin = 'Europe/Berlin'
const minute = 60_000
const hour = 60 * minute
const service = {
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '16:00',
  zone: berlin,
  isHoliday: isHamburgHoliday,
}

function open(at: string) {
  const clock = movableClock()
  clock.moveTo(Date.parse(at))
  const opened = openDatabase(':memory:')
  if ('refused' in opened) throw new Error(opened.refused)
  const done = doneOf(opened.db)
  const said = {
    faults: [] as string[],
    steps: [] as number[],
    heard: [] as string[],
    resting: false,
  }
  const start = (looks: readonly Look[], duties: readonly Duty[]) => {
    const stop = startJobs(
      { looks, duties },
      {
        clock,
        zone: berlin,
        done,
        rests: () => said.resting,
        fault: (what) => said.faults.push(what),
        heard: {
          broke: (name) => said.heard.push(`${name} broke`),
          went: (name) => said.heard.push(`${name} went`),
        },
        stepped: (by) => said.steps.push(by),
      },
    )
    onTestFinished(stop)
    return stop
  }
  onTestFinished(opened.close)
  return { clock, done, said, start }
}

test.concurrent('put back by an hour, everything goes on', async ({ expect }) => {
  const { clock, said, start } = open('2026-11-24T10:00:00+01:00')
  let [quick, slow] = [0, 0]
  start(
    [
      { name: 'quick', every: 1_000, run: () => Promise.resolve((quick += 1)) },
      { name: 'slow', every: 60_000, run: () => Promise.resolve((slow += 1)) },
    ],
    [],
  )
  await eventually(() => quick === 1)
  clock.set(-hour)
  await eventually(() => quick >= 3)
  expect(said.steps).toHaveLength(1)
  expect(Math.abs(said.steps[0]! + hour)).toBeLessThan(100)
  // Everything is looked at again, once.
  expect(slow).toBe(1)
})

test.concurrent('after eight hours asleep there is one beat to make up for', async ({ expect }) => {
  const { clock, said, start } = open('2026-11-24T01:00:00+01:00')
  let [looked, purged] = [0, 0]
  start(
    [{ name: 'look', every: 1_000, run: () => Promise.resolve((looked += 1)) }],
    [{ name: 'purge', cron: '47 * * * *', run: () => Promise.resolve(++purged > 0) }],
  )
  clock.set(8 * hour)
  await eventually(() => purged === 1)
  expect(looked).toBe(1)
  expect(said.steps).toHaveLength(1)
  await eventually(() => looked === 2)
  expect(purged).toBe(1)
})

test.concurrent(
  'a digest missed at half past eight comes at a quarter to nine, once',
  async ({ expect }) => {
    const { clock, done, said, start } = open('2026-11-24T07:00:00+01:00')
    let attempts = 0
    let isAway = true
    done.mark('digest', Date.parse('2026-11-23T08:30:00+01:00'))
    clock.moveTo(Date.parse('2026-11-24T08:45:00+01:00'))
    let looks = 0
    start(
      [{ name: 'look', every: 1_000, run: () => Promise.resolve((looks += 1)) }],
      [
        {
          name: 'digest',
          cron: '30 8 * * *',
          service,
          run: () => Promise.resolve(++attempts > 0 && !isAway),
        },
      ],
    )
    await eventually(() => attempts === 1)
    // What could not be done rests, and is still owed.
    isAway = false
    clock.moveTo(clock.now() + 6 * minute)
    await eventually(() => attempts === 2)
    expect(done.last('digest')).toBe(Date.parse('2026-11-24T08:30:00+01:00'))
    clock.moveTo(clock.now() + 6 * minute)
    clock.set(-hour)
    const before = looks
    await eventually(() => looks >= before + 2)
    expect(attempts).toBe(2)
    expect(said.faults).toEqual([])
  },
)

test.concurrent(
  'what was due before the office first opened is owed to nobody',
  async ({ expect }) => {
    const { clock, start } = open('2026-11-24T10:00:00+01:00')
    let [looks, digests] = [0, 0]
    start(
      [{ name: 'look', every: 1_000, run: () => Promise.resolve((looks += 1)) }],
      [{ name: 'digest', cron: '30 8 * * *', service, run: () => Promise.resolve(++digests > 0) }],
    )
    await eventually(() => looks === 2)
    expect(digests).toBe(0)
    clock.moveTo(Date.parse('2026-11-25T10:00:00+01:00'))
    await eventually(() => digests === 1)
  },
)

test.concurrent(
  'a look that takes long is not taken twice at once, and one that breaks off comes again',
  async ({ expect }) => {
    const { clock, said, start } = open('2026-11-24T10:00:00+01:00')
    let [begun, broken, beats] = [0, 0, 0]
    let end = () => {}
    start(
      [
        { name: 'beat', every: 1_000, run: () => Promise.resolve((beats += 1)) },
        {
          name: 'long',
          every: 1_000,
          run: () => {
            begun += 1
            return new Promise<void>((resolve) => (end = resolve))
          },
        },
        {
          name: 'broken',
          every: 1_000,
          run: () => {
            broken += 1
            return Promise.reject(new Error('the disk is full'))
          },
        },
      ],
      [],
    )
    await eventually(() => beats === 3)
    expect({ begun, broken, faults: said.faults }).toEqual({
      begun: 1,
      broken: 1,
      faults: ['the job broken broke off'],
    })
    end()
    clock.moveTo(clock.now() + 5_000)
    await eventually(() => begun === 2 && broken === 2)
  },
)

test.concurrent(
  'what broke off is heard, and what went well; what had nothing to do tells nothing',
  async ({ expect }) => {
    const { clock, said, start } = open('2026-11-24T08:29:00+01:00')
    let mood: 'bad' | 'idle' | 'good' = 'bad'
    let beats = 0
    const run = () =>
      mood === 'bad' ? Promise.reject(new Error('broken')) : Promise.resolve(mood === 'good')
    start(
      [
        { name: 'beat', every: 1_000, run: () => Promise.resolve(++beats > 0) },
        { name: 'look', every: 60_000, run },
      ],
      [{ name: 'duty', cron: '30 8 * * *', run }],
    )
    const news = () => said.heard.filter((one) => !one.startsWith('beat'))
    clock.moveTo(clock.now() + 2 * minute)
    await eventually(() => news().length === 2)
    expect(news().sort()).toEqual(['duty broke', 'look broke'])
    mood = 'idle'
    clock.moveTo(clock.now() + 6 * minute)
    const before = beats
    await eventually(() => beats > before + 1)
    // A duty that cannot be done yet is well; a look whose time has not come tells nothing.
    expect(news().slice(2)).toEqual(['duty went'])
    mood = 'good'
    clock.moveTo(clock.now() + 6 * minute)
    await eventually(() => news().length === 5)
    expect(news().slice(3).sort()).toEqual(['duty went', 'look went'])
  },
)

test.concurrent(
  'while somebody plays the past no duty is done, and none of it is owed afterwards',
  async ({ expect }) => {
    const { clock, said, start } = open('2026-08-03T10:00:00+02:00')
    said.resting = true
    let [beats, slow, digests] = [0, 0, 0]
    start(
      [
        { name: 'beat', every: 1_000, run: () => Promise.resolve((beats += 1)) },
        { name: 'slow', every: 60_000, run: () => Promise.resolve((slow += 1)) },
      ],
      [{ name: 'digest', cron: '30 8 * * *', service, run: () => Promise.resolve(++digests > 0) }],
    )
    clock.moveTo(Date.parse('2026-11-24T10:00:00+01:00'))
    await eventually(() => beats === 1)
    said.resting = false
    await eventually(() => beats === 3)
    expect({ slow, digests }).toEqual({ slow: 1, digests: 0 })
  },
)

test('a duty that names days is a fault of the program', () => {
  const { start } = open('2026-11-24T10:00:00+01:00')
  const run = () => Promise.resolve(true)
  expect(() => start([], [{ name: 'weekly', cron: '0 8 * * 1', run }])).toThrow('not a time of day')
  expect(() => start([], [{ name: 'never', cron: '99 8 * * *', run }])).toThrow()
})
