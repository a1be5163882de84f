// The program is a real process, and it is killed with SIGKILL at every call it makes to the outside world
// between approval and recorded outcome; then it is started again.
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { verify } from '../../db/history.ts'
import { proposalLives } from '../../db/proposal-lives.ts'
import { readDatabase } from '../../db/database.ts'
import type { Fault } from '../../sandbox/contract.ts'
import { eventually, openWorld, publishedIn, type World } from '../support/office.ts'
import { startProgram, type Program } from '../support/process.ts'
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
  return sandbox.x.calls().filter(({ route }) => route === 'POST /2/tweets').length
}

function life({ config }: World) {
  const db = readDatabase(config.DATABASE_PATH)
  try {
    const past = proposalLives(db)
    expect(verify(db).whole).toBe(true)
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
    await eventually(() => life(world).at(-1)?.type === 'approved', 20_000)
    await first.kill()
    expect(sends(world)).toBe(0)
    await using second = startProgram(world.config)
    await second.ready
    await eventually(() => life(world).at(-1)?.type === 'posted', 20_000)
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
    await eventually(() => life(world).at(-1)?.type === 'posted', 20_000)
    expect(publishedIn(world)).toEqual([text])
    await eventually(() => labels(world.petra.cards()[0]!).length === 0)
  },
  60_000,
)

const counts = [1, 2, 3, 4, 5, 6, 7, 8]

// After these calls nothing more is owed; a later kill is a kill at rest.
test.concurrent.for(counts)(
  'killed after %i calls since the approval: one card, one post, one note, one letter',
  { timeout: 120_000 },
  async (count) => {
    await using world = await openWorld({ UNDO_SECONDS: 0 })
    const { program, card } = await proposed(world)
    await using first = program
    await eventually(() => world.anna.heard('liegt zur Freigabe') === 1)
    const before = calls(world)
    await world.petra.reacts('✅', card)
    await killAfter(first, world, before + count)
    await using second = startProgram(world.config)
    await second.ready
    await allIsWell(world)
  },
)

test.concurrent.for(counts.slice(0, 4))(
  'killed after %i calls since the form was sent: still one card, one post, one note, one letter',
  { timeout: 120_000 },
  async (count) => {
    await using world = await openWorld({ UNDO_SECONDS: 0 })
    await using first = startProgram(world.config)
    await first.ready
    await world.anna.types(`/vorschlag ${text}`)
    await eventually(() => world.anna.form())
    const before = calls(world)
    const sent = world.anna.submits(form).catch(() => undefined)
    await killAfter(first, world, before + count)
    await sent
    await using second = startProgram(world.config)
    await second.ready
    // Slack left the form open where nobody answered: it is simply sent again.
    if (world.anna.form() !== undefined) await world.anna.submits(form)
    const card = await eventually(() => world.petra.cards()[0], 20_000)
    await world.petra.reacts('✅', card)
    await allIsWell(world)
  },
)

function calls({ sandbox }: World): number {
  return sandbox.slack.calls().length + sandbox.x.calls().length
}

async function killAfter(program: Program, world: World, count: number): Promise<void> {
  await vi.waitUntil(() => calls(world) >= count, { timeout: 3_000, interval: 1 }).catch(() => null)
  await program.kill()
}

async function allIsWell(world: World): Promise<void> {
  const { petra, anna } = world
  await eventually(() => ['posted', 'looked'].includes(life(world).at(-1)?.type ?? ''), 60_000)
  if (life(world).at(-1)?.type === 'looked') {
    // The request died with the program before X had read it: nothing is online, and nothing is sent
    // again by itself. The look that saw nothing is followed by two more and a question to a person.
    expect(publishedIn(world)).toEqual([])
    expect(sends(world)).toBeLessThanOrEqual(1)
    return
  }
  await eventually(() => petra.cards()[0]?.replies.length === 1, 20_000)
  await eventually(() => wordsOf(petra.cards()[0]).includes('Veröffentlicht'), 20_000)
  await eventually(() => wordsOf(anna.letters()[0]).includes('Veröffentlicht'), 20_000)
  expect(publishedIn(world)).toEqual([text])
  expect(sends(world)).toBe(1)
  expect(petra.cards()).toHaveLength(1)
  expect(petra.cards()[0]?.replies).toHaveLength(1)
  expect(anna.letters()).toHaveLength(1)
}

const uploads: { step: string; fault: Fault }[] = [
  {
    step: 'the picture was on its way',
    fault: { kind: 'hang', method: 'POST /2/media/upload', times: 1 },
  },
  {
    step: 'X has the picture and the answer never comes',
    fault: { kind: 'hang-after-commit', method: 'POST /2/media/upload', times: 1 },
  },
  {
    step: 'X has just been told what is on it',
    fault: { kind: 'hang-after-commit', method: 'POST /2/media/metadata', times: 1 },
  },
]

test.concurrent.for(uploads)(
  'killed when $step: posted once, with its picture',
  { timeout: 90_000 },
  async ({ fault }) => {
    await using world = await openWorld({ UNDO_SECONDS: 0 })
    const { anna, petra, sandbox } = world
    sandbox.x.setFaults([fault])
    const program = startProgram(world.config)
    await using first = program
    await first.ready
    const dots = sharp({ create: { width: 60, height: 40, channels: 3, background: '#225588' } })
    const data = (await dots.png().toBuffer()).toString('base64')
    await anna.types(`/vorschlag ${text}`)
    await anna.submits(form, [{ name: 'a.png', mimetype: 'image/png', data }])
    await anna.submits({
      ...{ 'altText-1': 'Eine blaue Fläche.', 'credit-1': 'Foto: Amt' },
      'people-1': 'Keine Person zu erkennen',
    })
    const card = await eventually(() => {
      const found = petra.cards()[0]
      return found !== undefined && labels(found).includes('Freigeben') && found
    }, 20_000)
    await petra.reacts('✅', card)
    await eventually(() => sandbox.x.calls().some(({ route }) => route === fault.method))
    await first.kill()
    sandbox.x.setFaults([])

    await using second = startProgram(world.config)
    await second.ready
    await eventually(() => wordsOf(petra.cards()[0]).includes('Veröffentlicht'), 20_000)
    expect(sends(world)).toBe(1)
    const [post] = sandbox.x.sight().posts
    expect([post?.text, post?.media.map(({ alt }) => alt)]).toEqual([text, ['Eine blaue Fläche.']])
  },
)
