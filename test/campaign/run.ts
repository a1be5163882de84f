// A campaign: many schedules, some at a time, each in a world that is used again.
import { dice, seedOf } from './dice.ts'
import { live, type Lived } from './live.ts'
import { rules, type Violation } from './oracles/violation.ts'
import { buildEntries } from '../support/built.ts'
import { scheduleOf, type Schedule } from './schedule.ts'
import { openWorld } from './world.ts'

export type Campaign = {
  seed: number
  schedules: number
  /** How many are lived through at a time. */
  parallel: number
  /** Only the schedule of this number, from 0. */
  only: number | null
  /** Hears what was found as it is found. */
  say: (line: string) => void
}

export type Result = {
  schedules: number
  /** Acts of all schedules together. */
  steps: number
  seconds: number
  violated: readonly { schedule: number; violations: readonly Violation[] }[]
  /** Schedules that could not be lived through: faults of the campaign itself. */
  faults: number
}

/** Runs a campaign. The same seed gives the same schedules; how threads and processes race is not repeated. */
export async function runCampaign(campaign: Campaign): Promise<Result> {
  const { seed, schedules, parallel, only, say } = campaign
  await buildEntries()
  const begun = performance.now()
  const numbers = only === null ? Array.from({ length: schedules }, (_, index) => index) : [only]
  const next = numbers.values()
  const violated: { schedule: number; violations: readonly Violation[] }[] = []
  let [steps, faults] = [0, 0]

  async function lane(): Promise<void> {
    const world = await openWorld()
    try {
      for (const number of next) {
        const own = seedOf(seed, number)
        const schedule = scheduleOf(own, dice(own))
        steps += schedule.steps.length
        try {
          const lived = await live(world, schedule)
          if (only !== null || lived.violations.length > 0) {
            say(told(campaign, number, schedule, lived))
          }
          if (lived.violations.length > 0) {
            violated.push({ schedule: number, violations: lived.violations })
          }
        } catch (error) {
          faults += 1
          const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
          say(`schedule ${number} could not be lived through: ${why}`)
        }
      }
    } finally {
      await world.close()
    }
  }

  await Promise.all(Array.from({ length: Math.min(parallel, numbers.length) }, lane))
  const seconds = Math.round((performance.now() - begun) / 1_000)
  return { schedules: numbers.length, steps, seconds, violated, faults }
}

/** A schedule with everything one needs to understand what went wrong. */
function told({ seed }: Campaign, number: number, schedule: Schedule, lived: Lived): string {
  const { undoSeconds, strictClock, forgetful } = schedule
  const settings = `undo ${undoSeconds} s, X ${strictClock ? 'looks' : 'does not look'} at the time of signatures, ${forgetful ? 'takes' : 'refuses'} the same words twice`
  const list = (title: string, lines: readonly string[]) => [
    title,
    ...lines.map((one) => `  ${one}`),
  ]
  return [
    '',
    `Seed ${seed}, schedule ${number} (npm run campaign -- --seed ${seed} --only ${number}): ${settings}`,
    ...list('Steps:', lived.steps),
    ...list('History:', lived.past),
    ...list('Calls to X:', lived.calls),
    ...list('The program said last:', lived.said.split('\n')),
    ...lived.violations.flatMap(({ rule, expected, seen }) => [
      `VIOLATED (${rule}): ${rules[rule]}`,
      `  expected: ${expected}`,
      `  seen:     ${seen}`,
    ]),
  ].join('\n')
}

/** What came of a campaign, in some lines. */
export function toldResult({ schedules, steps, seconds, violated, faults }: Result): string {
  const all = violated.flatMap(({ schedule, violations }) =>
    violations.map(({ rule }) => ({ schedule, rule })),
  )
  const byRule = Object.entries(rules).flatMap(([rule, says]) => {
    const found = new Set(
      all.filter((one) => String(one.rule) === rule).map(({ schedule }) => schedule),
    )
    const numbers = [...found].sort((one, other) => one - other).join(', ')
    return found.size === 0 ? [] : [`  (${rule}) ${says}: ${found.size} schedules: ${numbers}`]
  })
  return [
    '',
    `${schedules} schedules with ${steps} acts in ${seconds} s: ${violated.length} with violations, ${faults} not lived through.`,
    ...byRule,
  ].join('\n')
}
