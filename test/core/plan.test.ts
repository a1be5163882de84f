// The plan of a week: what stands in it, what is too close, what is free, and how long it takes.
import { describe, expect, test } from 'vitest'
import { planOf, tooCloseTo, type PlanSettings } from '../../src/core/plan.ts'
import type { Proposal } from '../../src/core/proposal/proposal.ts'
import { weekNumbered, weekOf, weeksLater } from '../../src/core/time/period.ts'
import { readWeek } from '../../src/core/time/spoken.ts'
import {
  after,
  answer,
  approved,
  cosigned,
  held,
  monday,
  proposed,
  sending,
  sent,
  thread,
  warning,
  withdrawn,
  type Step,
} from '../support/lives.ts'

const zone = 'Europe/Berlin'
const week = weekOf('2026-11-23', zone)
const settings: PlanSettings = {
  slots: [{ name: 'Tipp', weekday: 2, time: '10:00' }],
  specialTimes: [],
  preElection: [],
  hoursPerWeek: null,
}
const at = (day: number, time: string) => Date.parse(`2026-11-${String(22 + day)}T${time}:00+01:00`)

function plan(all: readonly (readonly Step[])[], change: Partial<PlanSettings> = {}) {
  const proposals = all.map((steps, index): Proposal => ({ ...after(...steps), number: index + 1 }))
  const given = { zone, now: monday('09:00'), settings: { ...settings, ...change } }
  return planOf(proposals, week, given)
}

/** "2 10:00 1 approved" for each entry. */
function read({ days }: ReturnType<typeof plan>): string[] {
  return days.flatMap(({ entries }, index) =>
    entries.map(({ proposal, is, tooClose }) =>
      [index + 1, proposal.number, is, ...(tooClose === null ? [] : [tooClose.minutes])].join(' '),
    ),
  )
}

test('has everything with a time on its day, in the order of the hours', () => {
  const all = [
    [proposed({ plannedAt: at(3, '12:00') })],
    [proposed({ plannedAt: at(2, '10:00') }), approved()],
    [proposed({ plannedAt: at(2, '09:00') }), approved(), held('late')],
    [proposed(), approved(), sending(), sent()],
    [proposed()],
    [proposed({ stock: true })],
    [proposed(answer()), approved()],
    [proposed({ plannedAt: at(2, '10:00') }), withdrawn()],
    [proposed({ plannedAt: at(8, '10:00') })],
  ]
  expect(read(plan(all))).toEqual(['1 4 published', '2 3 held', '2 2 approved', '3 1 waiting'])
})

test('says when a public warning ends', () => {
  const steps = [proposed(warning()), cosigned(), approved(), sending(), sent()]
  expect(read(plan([steps])).at(-1)).toMatch(/warning-ends$/)
})

describe('two that go out', () => {
  const pair = (minute: string) => [
    [proposed({ plannedAt: at(2, '10:00') }), approved()],
    [proposed({ plannedAt: at(2, `10:${minute}`) })],
  ]

  test('stand too close below half an hour, and the later one says so', () => {
    expect(read(plan(pair('29')))).toEqual(['2 1 approved', '2 2 waiting 29'])
    expect(read(plan(pair('30')))).toEqual(['2 1 approved', '2 2 waiting'])
  })

  test('are told of to each other on their cards', () => {
    const [one, other] = pair('15').map((steps, index) => ({
      ...after(...steps),
      number: index + 1,
    })) as [Proposal, Proposal]
    expect(tooCloseTo(one, [one, other])).toEqual([{ number: 2, at: at(2, '10:15') }])
    expect(tooCloseTo(other, [one, other])).toEqual([{ number: 1, at: at(2, '10:00') }])
    expect(tooCloseTo(after(proposed()), [one, other])).toEqual([])
  })
})

describe('a slot', () => {
  const free = (steps: readonly (readonly Step[])[]) =>
    plan(steps).days.flatMap((day) => day.free.map((one) => one.at))

  test('is free until something goes out within an hour of it', () => {
    expect(free([])).toEqual([at(2, '10:00')])
    expect(free([[proposed({ plannedAt: at(2, '11:00') })]])).toEqual([])
    expect(free([[proposed({ plannedAt: at(2, '11:01') })]])).toEqual([at(2, '10:00')])
  })

  test('is gone once its time has come', () => {
    const given = { zone, now: at(2, '10:00'), settings }
    expect(planOf([], week, given).days.flatMap((day) => day.free)).toEqual([])
  })

  test('is none at an hour that does not exist or exists twice', () => {
    const autumn = weekOf('2026-10-25', zone)
    const slots = [{ name: 'Nacht', weekday: 7, time: '02:30' }]
    const given = { zone, now: 0, settings: { ...settings, slots } }
    expect(planOf([], autumn, given).days.flatMap((day) => day.free)).toEqual([])
  })
})

test('takes as long as the guide values say of what is still to go out', () => {
  const all = [
    [proposed({ plannedAt: at(2, '10:00') }), approved()],
    [proposed({ ...thread(2), plannedAt: at(3, '10:00') })],
    [proposed(), approved(), sending(), sent()],
  ]
  expect(plan(all).minutes).toBe(45 + 60)
})

test('names holidays and special times', () => {
  const christmas = weekOf('2026-12-25', zone)
  const specialTimes = [{ name: 'Ferien', from: '2026-12-21', until: '2026-12-25' }]
  const { days } = planOf([], christmas, {
    ...{ zone, now: 0, settings: { ...settings, specialTimes } },
  })
  expect(days.map(({ holiday }) => holiday).filter((name) => name !== null)).toHaveLength(2)
  expect(days.map(({ special }) => special.length)).toEqual([1, 1, 1, 1, 1, 0, 0])
})

describe('a week is named', () => {
  const now = monday('10:00')
  test.each([
    ['', '2026-11-23'],
    ['nächste Woche', '2026-11-30'],
    ['KW 48', '2026-11-23'],
    ['kw53', '2026-12-28'],
    ['KW 47', '2027-11-22'],
    ['KW 1', '2027-01-04'],
    ['KW 2/2027', '2027-01-11'],
    ['24.12.', '2026-12-21'],
  ])('"%s"', (typed, first) => {
    expect(readWeek(typed, now, zone)?.monday).toBe(first)
  })

  test.each(['KW 0', 'KW 54', 'KW 53/2027', 'bald', '31.2.'])('not "%s"', (typed) => {
    expect(readWeek(typed, now, zone)).toBeNull()
  })

  test('and turned, also over the new year and a change of clocks', () => {
    expect(weeksLater(weekOf('2026-12-28', zone), 1, zone)).toMatchObject({
      ...{ week: 1, monday: '2027-01-04' },
    })
    const march = weekOf('2027-03-28', zone)
    expect(march.to - march.from).toBe((7 * 24 - 1) * 3_600_000)
    expect(weekNumbered(53, 2026, zone)?.monday).toBe('2026-12-28')
  })
})
