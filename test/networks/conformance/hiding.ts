// Hiding an answer to us, and showing it again.
import { expect, test } from 'vitest'
import type { Trouble } from '../under-test.ts'
import { each, ends, post, posted, type Start } from './common.ts'

async function withInsult(start: Start) {
  const world = await start()
  const { id } = posted(await world.network.publish(post('Baubeginn')))
  const insult = world.citizen.writes('Pfui!', { answers: id, by: 'uwe' })
  return {
    ...world,
    insult,
    isHidden: () => world.online().find((one) => one.id === insult)?.hidden,
  }
}

/** Declares them. */
export function aboutHiding(start: Start, can: readonly Trouble[]): void {
  test('an answer to us is hidden and shown again, as often as one likes', async () => {
    const { network, insult, isHidden } = await withInsult(start)
    for (const hidden of [true, true, false, false, true]) {
      expect(await network.setHidden(insult, hidden)).toEqual({ outcome: 'done' })
      expect(isHidden()).toBe(hidden)
    }
  })

  test('what is deleted cannot be hidden, and the reason is told', async () => {
    const { network, citizen, insult } = await withInsult(start)
    citizen.deletes(insult)
    for (const hidden of [true, false]) {
      const refused = { outcome: 'refused', because: 'target-missing' }
      expect(await network.setHidden(insult, hidden)).toMatchObject(refused)
    }
  })

  test('what stands elsewhere cannot be hidden', async () => {
    const { network, citizen, name } = await withInsult(start)
    const elsewhere = citizen.writes(`${name} Pfui!`)
    const refused = { outcome: 'refused', because: 'no-permission' }
    expect(await network.setHidden(elsewhere, true)).toMatchObject(refused)
  })

  each(ends, can)(
    'hiding, $trouble: the end is told, and done again it is done',
    async ({ trouble, isTaken, outcome }) => {
      const { network, strike, insult, isHidden, clock } = await withInsult(start)
      strike(trouble, 'setHidden', 90)
      const ended = await network.setHidden(insult, true)
      expect(ended).toMatchObject(outcome)
      if (trouble === 'busy') expect(ended).toMatchObject({ until: clock.at + 90_000 })
      expect(isHidden()).toBe(isTaken)
      expect(await network.setHidden(insult, true)).toEqual({ outcome: 'done' })
    },
  )
}
