// Posting: every way to end is told, and what answers somebody never stands alone.
import { expect, test } from 'vitest'
import type { Trouble } from '../under-test.ts'
import { answer, each, ends, post, posted, type Start } from './common.ts'

/** Declares them. */
export function aboutPublishing(start: Start, can: readonly Trouble[]): void {
  test('what is posted is online once, at the address it tells', async () => {
    const { network, online, attempts } = await start()
    await network.account()
    const { id, url } = posted(await network.publish(post('Baubeginn am Weidenbaumsweg')))
    const text = 'Baubeginn am Weidenbaumsweg'
    expect(online()).toMatchObject([{ id, url, text, answers: null, ours: true }])
    expect(attempts()).toBe(1)
  })

  test('parts hang on each other, and an answer on what it answers', async () => {
    const { network, online, citizen, name } = await start()
    const asked = citizen.writes(`${name} Wann?`)
    const first = posted(await network.publish(answer('Morgen,', asked)))
    const second = posted(await network.publish(post('spätestens übermorgen.', first.id)))
    expect(online()).toMatchObject([
      { id: second.id, answers: first.id },
      { id: first.id, answers: asked },
      { id: asked },
    ])
  })

  each(ends, can)(
    'publishing, $trouble: the end is told, and it is asked for once',
    async ({ trouble, isTaken, outcome }) => {
      const { network, strike, online, attempts } = await start()
      strike(trouble, 'publish')
      const ended = await network.publish(post('Baubeginn'))
      expect(ended).toMatchObject(outcome)
      expect(online()).toHaveLength(isTaken ? 1 : 0)
      expect(attempts()).toBe(1)
    },
  )

  each([{ trouble: 'busy' as const }], can)(
    'when it takes posts again is told, and then it does',
    async () => {
      const { network, strike, clock } = await start()
      strike('busy', 'publish', 90)
      const until = clock.at + 90_000
      const ended = await network.publish(post('Baubeginn'))
      expect(ended).toEqual({ outcome: 'not-sent', because: 'rate-limit', until })
      clock.at = until
      posted(await network.publish(post('Baubeginn')))
    },
  )

  test('where nobody is at the other end, nothing was sent', async () => {
    const { away } = await start()
    const outcome = { outcome: 'not-sent', because: 'unreachable', until: null }
    expect(await away.publish(post('Baubeginn'))).toEqual(outcome)
  })

  test('keys that are not accepted are a refusal', async () => {
    const { lockedOut, online } = await start()
    const refused = { outcome: 'refused', because: 'unauthorized' }
    expect(await lockedOut.publish(post('Baubeginn'))).toMatchObject(refused)
    expect(online()).toEqual([])
  })

  test.each(['deleted', 'protected', 'nowhere', 'nothing'])(
    'an answer to what is %s is refused, never posted alone',
    async (what) => {
      const { network, citizen, online, name } = await start()
      const id = citizen.writes(`${name} Hallo`, { by: 'uwe' })
      if (what === 'deleted') citizen.deletes(id)
      if (what === 'protected') citizen.protects('uwe')
      const target = { nowhere: '7', nothing: '' }[what] ?? id
      const refused = { outcome: 'refused', because: 'target-missing' }
      expect(await network.publish(answer('Guten Tag', target))).toMatchObject(refused)
      expect(online().filter(({ ours }) => ours)).toEqual([])
    },
  )

  test('where the author lets nobody answer, that is a refusal of its own', async () => {
    const { network, citizen, name } = await start()
    const id = citizen.writes(`${name} Nein!`, { closed: true })
    const refused = { outcome: 'refused', because: 'reply-not-allowed' }
    expect(await network.publish(answer('Doch', id))).toMatchObject(refused)
  })
}
