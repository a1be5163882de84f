// Slack answers about fifty questions for reactions a minute: with more open cards than that, each gets its turn.
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openOffice } from '../../src/office/office.ts'
import { eventually, openedOffice, openWorld, publishedIn } from '../support/office.ts'
import { someWords } from '../support/steps.ts'

test(
  'a ✅ on the newest of sixty cards, given while the desk was away for minutes, is heard in the next round',
  { timeout: 90_000 },
  async () => {
    await using world = await openWorld({ UNDO_SECONDS: 0 }, Date.UTC(2026, 10, 30, 9))
    const { anna, petra, clock, sandbox } = world
    const first = await openedOffice(world)
    for (let number = 1; number <= 60; number += 1) {
      await anna.types('/vorschlag')
      await anna.submits({ ...someWords, text: `Vorschlag Nummer ${number}` })
    }
    await eventually(() => petra.cards().length === 60, 20_000)
    await eventually(() => first.proposals.cardOf(first.proposals.load(60)!))
    await first.close()
    await petra.reacts('✅', petra.cards().at(-1)!)
    const aMinute = () => {
      const limit = { kind: 'rate-limit', method: 'reactions.get', times: null } as const
      sandbox.slack.setFaults([{ ...limit, skips: 50, seconds: 60 }])
    }
    aMinute()
    const second = await openedOffice(world)
    try {
      for (let beat = 1; beat <= 90 && publishedIn(world).length === 0; beat += 1) {
        clock.moveTo(clock.now() + 2_000)
        if (beat % 30 === 0) aMinute()
        await second.desk.readNextReactions()
        await second.desk.settle()
      }
      expect(publishedIn(world)).toEqual(['Vorschlag Nummer 60'])
    } finally {
      await second.close()
    }
  },
)

test('who is told to wait waits: each post that is due asks Slack once at most meanwhile', async () => {
  await using world = await openWorld({ UNDO_SECONDS: 1 })
  const { anna, petra, sandbox } = world
  const lines: string[] = []
  const log = pino({ level: 'error' }, { write: (line) => void lines.push(line) })
  const office = await openOffice({
    config: world.config,
    clock: world.clock,
    log,
    deaf: () => undefined,
  })
  if ('problem' in office) throw new Error(JSON.stringify(office))
  try {
    for (let number = 1; number <= 3; number += 1) {
      await anna.types('/vorschlag')
      await anna.submits({ ...someWords, text: `Vorschlag Nummer ${number}` })
    }
    await eventually(() => petra.cards().length === 3)
    const limit = { kind: 'rate-limit', method: 'reactions.get', times: null } as const
    for (const card of petra.cards()) await petra.reacts('✅', card)
    await eventually(() =>
      [1, 2, 3].every((number) => office.proposals.load(number)?.stage.is === 'approved'),
    )
    sandbox.slack.setFaults([{ ...limit, seconds: 30 }])
    const asked = () => sandbox.slack.calls().filter((call) => call === 'reactions.get').length
    const before = asked()
    const until = world.clock.elapsed() + 4_000
    await eventually(() => world.clock.elapsed() > until)
    expect(asked() - before).toBeLessThanOrEqual(3)
    expect(lines).toEqual([])
    expect(publishedIn(world)).toEqual([])
  } finally {
    await office.close()
  }
})
