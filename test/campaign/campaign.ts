// `npm run campaign -- --seed N [--schedules M] [--parallel P] [--only SCHEDULE]`: lives random lives of the office
// over the real wire, and looks whether what must never be has been. One seed, one campaign; --only lives one
// schedule of it again, by the number that a violation names.
import { parseArgs } from 'node:util'
import { runCampaign, toldResult } from './run.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    schedules: { type: 'string', default: '100' },
    parallel: { type: 'string', default: '4' },
    only: { type: 'string' },
  },
})

const whole = (name: string, value: string | undefined, least: number): number => {
  const number = Number(value)
  if (Number.isInteger(number) && number >= least) return number
  console.error(`--${name} is a whole number from ${least} on, e.g. --${name} ${least + 7}`)
  process.exit(1)
}

const result = await runCampaign({
  seed: whole('seed', values.seed, 0),
  schedules: whole('schedules', values.schedules, 1),
  parallel: whole('parallel', values.parallel, 1),
  only: values.only === undefined ? null : whole('only', values.only, 0),
  say: (line) => {
    console.log(line)
  },
})
console.log(toldResult(result))
process.exit(result.violated.length === 0 && result.faults === 0 ? 0 : 1)
