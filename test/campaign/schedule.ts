// A schedule: what people, citizens, networks, clocks and the machine do in one life of the office. It follows
// from its seed alone and can be read and lived through again.
import type { Step } from './acts.ts'
import type { Dice } from './dice.ts'
import { acts, namesFrom, withRestore } from './stories.ts'
import { withDeaths, withWeather } from './weather.ts'

export type Schedule = {
  seed: number
  undoSeconds: number
  /** X looks at the time of a signature, as the real one does. */
  strictClock: boolean
  /** X takes the same words twice. */
  forgetful: boolean
  steps: readonly Step[]
}

/** The schedule of a seed. */
export function scheduleOf(seed: number, dice: Dice): Schedule {
  const names = namesFrom()
  const first = acts(dice, names, dice.between(1, 3))
  const restores = dice.chance(0.2)
  const all = restores ? withRestore(dice, names, first) : first
  const lived = withDeaths(dice, withWeather(dice, all), restores)
  return {
    seed,
    undoSeconds: dice.pick([0, 0, 3]),
    strictClock: dice.chance(0.3),
    forgetful: dice.chance(0.5),
    steps: lived.map((act) => ({ ...act, wait: waitBefore(dice) })),
  }
}

function waitBefore(dice: Dice): number {
  return dice.weighed<() => number>([
    [5, () => dice.between(0, 60)],
    [3, () => dice.between(60, 300)],
    [1, () => dice.between(300, 1_200)],
  ])()
}

/** A step in one line. */
export function toldStep(step: Step): string {
  const { do: what } = step
  const rest = Object.entries(step).filter(([name]) => name !== 'do' && name !== 'wait')
  const said = rest.map(([name, value]) => {
    return `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`
  })
  return [what, ...said].join(', ')
}
