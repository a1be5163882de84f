// Muting the account that wrote a post, and ending that.
import { expect, test } from 'vitest'
import type { Trouble } from '../under-test.ts'
import { each, ends, type Start } from './common.ts'

async function withShouter(start: Start) {
  const world = await start()
  const shout = world.citizen.writes(`${world.name} Pfui!`, { by: 'uwe' })
  return {
    ...world,
    shout,
    isMuted: () => world.online().find((one) => one.id === shout)?.muted,
  }
}

/** Declares them. */
export function aboutMuting(start: Start, can: readonly Trouble[]): void {
  test('an account is muted by its post and heard again, as often as one likes', async () => {
    const { network, shout, isMuted } = await withShouter(start)
    for (const muted of [true, true, false, false, true]) {
      expect(await network.setMuted(shout, muted)).toEqual({ outcome: 'done' })
      expect(isMuted()).toBe(muted)
    }
  })

  test('nobody is found by a post that is deleted, and the reason is told', async () => {
    const { network, citizen, shout } = await withShouter(start)
    citizen.deletes(shout)
    for (const muted of [true, false]) {
      expect(await network.setMuted(shout, muted)).toMatchObject({
        ...{ outcome: 'refused', because: 'target-missing', status: 404 },
      })
    }
  })

  test('only that account is muted', async () => {
    const { network, citizen, online, name, shout } = await withShouter(start)
    const other = citizen.writes(`${name} Guten Tag!`, { by: 'lea' })
    await network.setMuted(shout, true)
    expect(online().find((one) => one.id === other)?.muted).toBe(false)
  })

  each(ends, can)(
    'muting, $trouble: the end is told, and done again it is done',
    async ({ trouble, isTaken, outcome }) => {
      const { network, strike, shout, isMuted, clock } = await withShouter(start)
      strike(trouble, 'setMuted', 90)
      const ended = await network.setMuted(shout, true)
      expect(ended).toMatchObject(outcome)
      if (trouble === 'busy') expect(ended).toMatchObject({ until: clock.at + 90_000 })
      expect(isMuted()).toBe(isTaken)
      expect(await network.setMuted(shout, true)).toEqual({ outcome: 'done' })
    },
  )
}
