// How a figure is measured and judged.

/** One line of the table. `value` must not exceed `atMost`; both in `unit`. */
export type Figure = {
  name: string
  /** What the bare floor of the same run gave; null where the figure stands alone. */
  floor: string | null
  ours: string
  value: number
  atMost: number
  unit: '×' | 'ms' | 'MB'
  /** What the same ratio was between two halves of the floor: what the machine alone can make of it. */
  noise?: number
}

/** Does something once and answers how long it took, in milliseconds. */
export type Round = () => Promise<number>

/** Measures floor and ours in turns (A B, B A, …), so that whatever else the machine does strikes both.
 * The first tenth of the rounds warms up and is not counted. */
export async function inTurns(
  rounds: number,
  floor: Round,
  ours: Round,
): Promise<{ floor: Sample; ours: Sample; noise: Sample }> {
  const measured = { floor: [] as number[], ours: [] as number[] }
  for (let round = -Math.ceil(rounds / 10); round < rounds; round += 1) {
    const turns = [
      { side: measured.floor, run: floor },
      { side: measured.ours, run: ours },
    ]
    for (const { side, run } of round % 2 === 0 ? turns : turns.reverse()) {
      const took = await run()
      if (round >= 0) side.push(took)
    }
  }
  const even = sample(measured.floor.filter((_, round) => round % 2 === 0))
  const odd = sample(measured.floor.filter((_, round) => round % 2 === 1))
  const apart = (a: number, b: number) => Math.max(a, b) / Math.min(a, b)
  const noise = {
    count: even.count,
    median: apart(even.median, odd.median),
    p99: apart(even.p99, odd.p99),
  }
  return { floor: sample(measured.floor), ours: sample(measured.ours), noise }
}

export type Sample = { count: number; median: number; p99: number }

/** Median and 99th percentile (nearest rank) of at least one value. */
export function sample(values: readonly number[]): Sample {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!
  return { count: sorted.length, median: rank(0.5), p99: rank(0.99) }
}

/** How long some work took, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** "1.24 ms, p99 3.10 ms" */
export function inWords({ median, p99 }: Sample): string {
  return `${ms(median)}, p99 ${ms(p99)}`
}

export function ms(value: number): string {
  return `${value.toFixed(value < 100 ? 2 : 0)} ms`
}
