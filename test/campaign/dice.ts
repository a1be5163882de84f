// Chance that can be thrown again: everything random in a campaign comes from one seed.

export type Dice = {
  /** From 0 up to, without, 1. */
  next(): number
  /** A whole number between two, both included. */
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<Of>(from: readonly Of[]): Of
  /** One of several by their weights. */
  weighed<Of>(from: readonly (readonly [weight: number, what: Of])[]): Of
}

/** Dice whose throws follow from the seed alone (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <Of>(from: readonly Of[]): Of => {
    const found = from[between(0, from.length - 1)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick,
    weighed(from) {
      let left = next() * from.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, what] of from) {
        left -= weight
        if (left < 0) return what
      }
      return pick(from)[1]
    },
  }
}

/** The seed of the n-th schedule of a campaign. */
export function seedOf(campaign: number, schedule: number): number {
  return (Math.imul(campaign, 0x9e3779b1) ^ Math.imul(schedule + 1, 0x85ebca6b)) >>> 0
}
