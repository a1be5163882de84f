// Which posts the public cannot read any more, and only those.
import { expect, test } from 'vitest'
import type { Trouble } from '../under-test.ts'
import { each, failsAs, failures, type Start } from './common.ts'

/** Declares them. */
export function aboutWhatIsGone(start: Start, can: readonly Trouble[]): void {
  test('deleted posts, those of people who left and those for followers are gone, others not', async () => {
    const { network, citizen, name } = await start()
    const there = citizen.writes(`${name} bleibt`)
    const deleted = citizen.writes(`${name} geht`)
    const departed = citizen.writes(`${name} geht auch`, { by: 'uwe' })
    const guarded = citizen.writes(`${name} nur für Freunde`, { by: 'ida' })
    citizen.deletes(deleted)
    citizen.leaves('uwe')
    citizen.protects('ida')
    const ids = [there, deleted, departed, guarded]
    const answered = new Set(ids)
    const gone = new Set([deleted, departed, guarded])
    expect(await network.gone(ids)).toEqual({ gone, answered })
    citizen.unprotects('ida')
    gone.delete(guarded)
    expect(await network.gone(ids)).toEqual({ gone, answered })
  })

  test('an edited post is there under each of its ids, until it is deleted', async () => {
    const { network, citizen, name } = await start()
    const first = citizen.writes(`${name} eins`)
    const second = citizen.edits(first, `${name} zwei`)
    const ids = new Set([first, second])
    expect(await network.gone([...ids])).toEqual({ gone: new Set(), answered: ids })
    citizen.deletes(second)
    expect(await network.gone([...ids])).toEqual({ gone: ids, answered: ids })
  })

  test('nothing asked, nothing told', async () => {
    const { network } = await start()
    expect(await network.gone([])).toEqual({ gone: new Set(), answered: new Set() })
  })

  each(failures, can)('looking what is gone, $trouble: nothing is', async (row) => {
    const world = await start()
    const id = world.citizen.writes('Hallo')
    await failsAs(() => world.network.gone([id]), row, 'gone', world)
  })
}
