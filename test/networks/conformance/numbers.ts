// Counters of our posts, and how many follow.
import { expect, test } from 'vitest'
import type { Trouble } from '../under-test.ts'
import { each, failsAs, failures, post, posted, type Start } from './common.ts'

/** Declares them. */
export function aboutNumbers(start: Start, can: readonly Trouble[]): void {
  test('the counters of our posts are numbers that do not shrink, and those of others are not told', async () => {
    const { network, citizen, clock, name } = await start()
    const ids: string[] = []
    for (const text of ['eins', 'zwei']) {
      ids.push(posted(await network.publish(post(text))).id)
    }
    citizen.writes(`${name} dazwischen`)
    const views = async () => {
      const told = await network.counters(ids)
      if ('failed' in told) throw new Error(told.failed)
      expect([...told.counters.keys()].sort()).toEqual(ids)
      for (const counters of told.counters.values()) {
        expect(Object.keys(counters).sort()).toEqual(
          ['likes', 'quotes', 'replies', 'reposts', 'views'].sort(),
        )
        expect(Object.values(counters).every((count) => Number.isInteger(count))).toBe(true)
      }
      return told.counters.get(ids[0]!)!.views
    }
    const first = await views()
    clock.at += 24 * 60 * 60_000
    expect(await views()).toBeGreaterThanOrEqual(first)
  })

  test('what is not there has no counters', async () => {
    const { network, citizen } = await start()
    const never = citizen.writes('Hallo')
    expect(await network.counters([never])).toEqual({ counters: new Map() })
    expect(await network.counters([])).toEqual({ counters: new Map() })
  })

  test('followers are a number and nothing about anybody', async () => {
    const { network } = await start()
    const told = await network.audience()
    expect(told).toEqual({ followers: expect.any(Number) as number })
  })

  each(failures, can)('reading numbers, $trouble: none is told', async (row) => {
    const world = await start()
    const { network } = world
    const { id } = posted(await network.publish(post('Baubeginn')))
    await network.account()
    await failsAs(() => network.counters([id]), row, 'counters', world)
    await failsAs(() => network.audience(), row, 'audience', world)
  })
}
