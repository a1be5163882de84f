// The program is a real process, and it is killed with SIGKILL at every call it makes to the outside world
// between approval and recorded outcome; then it is started again.
import { expect, test } from 'vitest'
import { history } from '../../db/history.ts'
import { readDatabase } from '../../db/database.ts'
import type { Fault } from '../../src/sandbox/contract.ts'
import { eventually, openWorld, publishedIn, type World } from '../support/office.ts'
import { startProgram } from '../support/process.ts'
import { labels, wordsOf } from '../support/person.ts'

const text = 'Der Wochenmarkt fällt am Sonnabend aus.'
const form = { topic: 'Kultur & Veranstaltungen', noLinkBecause: 'kurzfristig' }

async function proposed(world: World) {
  const program = startProgram(world.config)
  await program.ready
  await world.anna.types(`/vorschlag ${text}`)
  await world.anna.submits(form)
  const card = await eventually(() => world.petra.cards()[0])
  return { program, card }
}

function sends({ sandbox }: World): number {
  return sandbox.x.calls().filter((call) => call === 'POST /2/tweets').length
}

function life({ config }: World) {
  const db = readDatabase(config.DATABASE_PATH)
  try {
    const past = history(db)
    expect(past.verify().whole).toBe(true)
    return past.life(1)
  } finally {
    db.close()
  }
}

const steps: { step: string; fault: Fault | null; isOnline: boolean }[] = [
  {
    step: 'the request was written and X did not take it',
    fault: { kind: 'hang', method: 'POST /2/tweets', times: 1 },
    isOnline: false,
  },
  {
    step: 'X has published it and the answer never comes',
    fault: { kind: 'hang-after-commit', method: 'POST /2/tweets', times: 1 },
    isOnline: true,
  },
  {
    step: 'X has just answered',
    fault: null,
    isOnline: true,
  },
]

test.concurrent.for(steps)(
  'killed when $step: never twice, never lost',
  { timeout: 90_000 },
  async ({ fault, isOnline }) => {
    await using world = await openWorld({ UNDO_SECONDS: 0 })
    if (fault !== null) world.sandbox.x.setFaults([fault])
    const { program, card } = await proposed(world)
    await using first = program
    await world.petra.reacts('✅', card)
    await eventually(() => sends(world) === 1)
    await first.kill()
    world.sandbox.x.setFaults([])

    await using second = startProgram(world.config)
    await second.ready
    if (isOnline) {
      // The first look at the own timeline comes after a quarter of a minute.
      await eventually(() => life(world).at(-1)?.type === 'posted', 25_000)
      await eventually(() => wordsOf(world.petra.cards()[0]).includes('Veröffentlicht'))
    } else {
      await eventually(() => life(world).some(({ type }) => type === 'looked'), 25_000)
    }
    expect(sends(world)).toBe(1)
    expect(publishedIn(world)).toEqual(isOnline ? [text] : [])
    expect(world.petra.cards()).toHaveLength(1)
  },
)

test.concurrent(
  'killed while the undo window runs: it is posted once after the restart',
  async () => {
    await using world = await openWorld({ UNDO_SECONDS: 3 })
    const { program, card } = await proposed(world)
    await using first = program
    await world.petra.reacts('✅', card)
    await eventually(() => life(world).at(-1)?.type === 'approved')
    await first.kill()
    expect(sends(world)).toBe(0)
    await using second = startProgram(world.config)
    await second.ready
    await eventually(() => life(world).at(-1)?.type === 'posted')
    expect(sends(world)).toBe(1)
    expect(publishedIn(world)).toEqual([text])
  },
  60_000,
)

test.concurrent(
  'an approval given while the program was dead counts as soon as it is back',
  async () => {
    await using world = await openWorld({ UNDO_SECONDS: 0 })
    const { program, card } = await proposed(world)
    await using first = program
    await first.kill()
    await world.petra.reacts('✅', card)
    await using second = startProgram(world.config)
    await second.ready
    await eventually(() => life(world).at(-1)?.type === 'posted')
    expect(publishedIn(world)).toEqual([text])
    expect(labels(world.petra.cards()[0]!)).toEqual([])
  },
  60_000,
)

test.concurrent(
  'killed at any call to Slack or X: one card, one post, one note, one letter',
  async () => {
    // Each round lets the program make one call more before it dies, until a round gets through.
    for (let allowed = 1; ; allowed += 1) {
      await using world = await openWorld({ UNDO_SECONDS: 0 })
      const { slack, x } = world.sandbox
      const calls = () => slack.calls().length + x.calls().length
      await using first = startProgram(world.config)
      await first.ready
      await world.anna.types(`/vorschlag ${text}`)
      const before = calls()
      await Promise.race([world.anna.submits(form), eventually(() => calls() >= before + allowed)])
      const approves = eventually(() => world.petra.cards()[0])
        .then((card) => world.petra.reacts('✅', card))
        .catch(() => undefined)
      const isThrough = await Promise.race([
        eventually(() => calls() >= before + allowed).then(() => false),
        eventually(
          () => world.petra.cards()[0]?.replies.length === 1 && world.anna.letters().length === 1,
        ).then(() => true),
      ])
      await first.kill()
      await approves
      await using second = startProgram(world.config)
      await second.ready
      if (world.petra.cards()[0]?.reactions.length !== 1) {
        const card = await eventually(() => world.petra.cards()[0], 20_000)
        await world.petra.reacts('✅', card).catch(() => undefined)
      }
      await eventually(() => life(world).at(-1)?.type === 'posted', 30_000)
      await eventually(() => world.petra.cards()[0]?.replies.length === 1, 20_000)
      await eventually(() => world.anna.letters().length === 1, 20_000)
      expect(publishedIn(world), `after ${allowed} calls`).toEqual([text])
      expect(world.petra.cards(), `after ${allowed} calls`).toHaveLength(1)
      expect(world.petra.cards()[0]?.replies, `after ${allowed} calls`).toHaveLength(1)
      expect(world.anna.letters(), `after ${allowed} calls`).toHaveLength(1)
      expect(sends(world), `after ${allowed} calls`).toBe(1)
      if (isThrough) return
    }
  },
  600_000,
)
