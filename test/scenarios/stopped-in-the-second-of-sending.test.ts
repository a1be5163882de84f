// A No that comes while the request is on the wire cannot call it back, but nothing is tried again after it.
import { expect, test } from 'vitest'
import type { Proposals } from '../../src/desk/proposals.ts'
import { bridgeTo } from '../support/bridge.ts'
import { eventually, openedOffice, openWorld, publishedIn, type World } from '../support/office.ts'
import { labels, wordsOf } from '../support/person.ts'
import { proposes } from '../support/steps.ts'

const deniz = { user: 'U0DENIZ', standing: 'officer' } as const

type Says = (world: World, proposals: Proposals) => Promise<void>

const noes: Record<string, Says> = {
  'Stopp is pressed': async ({ petra }) => {
    await eventually(() => labels(petra.cards()[0]!).includes('Stopp'))
    await petra.presses('Stopp', petra.cards()[0]!)
  },
  'the ✅ is taken back': ({ petra }) => petra.takesBack('✅', petra.cards()[0]!),
  'another officer reacts ❌': ({ deniz }) => deniz.reacts('❌', deniz.cards()[0]!),
  // The card does not offer them while it is sending: somebody pressed them the moment before.
  'it is withdrawn': (_, proposals) => {
    proposals.answer(1, { do: 'withdraw' }, deniz)
    return Promise.resolve()
  },
  'everything is stopped': ({ deniz }) => deniz.types('/stopp'),
}

test.each(Object.entries(noes))('%s: what X did not take stays here', async (_, says) => {
  await using world = await openWorld({ UNDO_SECONDS: 0 }, Date.UTC(2026, 10, 30, 9))
  using bridge = await bridgeTo(world.sandbox.address)
  world.config.X_API_URL = bridge.address
  const { anna, petra, sandbox, clock } = world
  const { proposals, desk, close } = await openedOffice(world)
  try {
    const card = await proposes(anna, 'Alle Konzerte am Sonnabend finden statt.')
    const limit = { kind: 'rate-limit', method: 'POST /2/tweets', times: 1, seconds: 600 } as const
    sandbox.x.setFaults([limit])
    bridge.hold()
    await petra.reacts('✅', card)
    await eventually(() => sandbox.x.calls().some(({ route }) => route === 'POST /2/tweets'))
    await eventually(() => proposals.load(1)?.stage.is === 'sending')
    await says(world, proposals)
    await eventually(() => proposals.load(1)?.halted)
    // While X does not answer, the card says already that the No was heard.
    await eventually(() => !labels(petra.cards()[0]!).includes('Stopp'))
    bridge.release()
    await eventually(() => proposals.load(1)?.stage.is === 'check-needed')
    await eventually(() => wordsOf(petra.cards()[0]).includes('Gestoppt'))
    for (let minute = 0; minute < 12; minute += 1) {
      clock.moveTo(clock.now() + 60_000)
      await desk.readAllReactions()
      await desk.settle()
    }
    expect(publishedIn(world)).toEqual([])
    expect(proposals.load(1)?.stage).toMatchObject({ is: 'check-needed', because: 'stopped' })
  } finally {
    bridge.release()
    await close()
  }
})

test('Stopp while the timeline is looked at after a restart holds what was to be sent', async () => {
  await using world = await openWorld({ UNDO_SECONDS: 30 }, Date.UTC(2026, 10, 30, 9))
  using bridge = await bridgeTo(world.sandbox.address)
  world.config.X_API_URL = bridge.address
  const { anna, petra, sandbox, clock } = world
  const first = await openedOffice(world)
  const card = await proposes(anna, 'Alle Konzerte am Sonnabend finden statt.')
  await petra.reacts('✅', card)
  await eventually(() => first.proposals.load(1)?.stage.is === 'approved')
  await first.close()
  const { proposals, desk, close } = await openedOffice(world)
  try {
    bridge.hold()
    const before = sandbox.x.calls().length
    clock.moveTo(clock.now() + 31_000)
    void desk.settle()
    await eventually(() => proposals.load(1)?.stage.is === 'sending')
    await eventually(() => sandbox.x.calls().length > before)
    await eventually(() => labels(petra.cards()[0]!).includes('Stopp'))
    await petra.presses('Stopp', petra.cards()[0]!)
    await eventually(() => proposals.load(1)?.halted)
    bridge.release()
    await eventually(() => proposals.load(1)?.stage.is === 'check-needed')
    await eventually(() => wordsOf(petra.cards()[0]).includes('Gestoppt'))
    expect(sandbox.x.calls().filter(({ route }) => route === 'POST /2/tweets')).toEqual([])
    expect(publishedIn(world)).toEqual([])
  } finally {
    bridge.release()
    await close()
  }
})
