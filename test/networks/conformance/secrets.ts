// No key in anything that is told.
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import type { Asking, Trouble } from '../under-test.ts'
import { nothingKnown, post, type Start } from './common.ts'

/** Declares them. */
export function aboutSecrets(start: Start, can: readonly Trouble[]): void {
  test('whatever goes wrong, no key is told', async () => {
    const { network, away, lockedOut, strike, secrets, clock } = await start()
    const told: unknown[] = []
    const asks = (from: typeof network): [Asking, () => Promise<unknown>][] => [
      ['account', () => from.account()],
      ['publish', () => from.publish(post('Baubeginn'))],
      ['find', () => from.find(post('Baubeginn'), clock.at, nothingKnown)],
      ['mentions', () => from.mentions({ since: clock.at })],
      ['gone', () => from.gone(['1'])],
      ['counters', () => from.counters(['1'])],
      ['audience', () => from.audience()],
      ['setHidden', () => from.setHidden('1', true)],
      ['setMuted', () => from.setMuted('1', true)],
    ]
    for (const [, ask] of [...asks(away), ...asks(lockedOut)]) told.push(await ask())
    for (const trouble of can.filter((one) => !one.includes('silent'))) {
      for (const [asking, ask] of asks(network)) {
        strike(trouble, asking)
        told.push(await ask())
      }
    }
    const seen = inspect(told, { depth: 9, showHidden: true })
    for (const secret of secrets) expect(seen).not.toContain(secret)
  })
}
