// Each mention is there exactly once, whatever X and Slack do meanwhile.
import { expect, test } from 'vitest'
import type { Fault } from '../../sandbox/contract.ts'
import type { Office } from '../../src/office/office.ts'
import { eventually, openedOffice, openWorld, type World } from '../support/office.ts'
import { cardOf, mondayTen, openModerationOffice, says, writes } from '../support/moderation.ts'
import { wordsOf } from '../support/person.ts'
import { startProgram } from '../support/process.ts'
import { spending } from '../../db/spending.ts'
import { readDatabase } from '../../db/database.ts'

function writesTo({ sandbox }: World, text: string, handle = 'kim_beispiel'): void {
  const done = sandbox.x.citizen({ act: 'post', handle, name: 'Kim', text })
  if (!done.ok) throw new Error(done.sentence)
}

test('own posts and other people’s talk are not relayed, answers to us are', async () => {
  await using office = await openModerationOffice()
  writes(office, 'Schönes Wetter in Lohbrügge')
  writes(office, '@BABergedorf Danke!')
  await office.reads()
  await cardOf(office, 1)
  await office.waits(1)
  expect(office.petra.mentions()).toHaveLength(1)
})

test('what X finds late is found later, and nothing comes twice', async () => {
  await using office = await openModerationOffice()
  office.sandbox.x.setFaults([{ kind: 'late-index', times: 1, seconds: 600 }])
  writes(office, '@BABergedorf Die späte Frage?', { handle: 'lea' })
  office.sandbox.x.setFaults([])
  await office.wait({ seconds: 5 })
  writes(office, '@BABergedorf Die frühe Frage?', { handle: 'kim' })
  await office.reads()
  await cardOf(office, 1)
  expect(office.petra.mentions()).toHaveLength(1)
  await office.waits(20)
  await office.reads()
  await office.reads()
  await office.waits(1)
  const late = await cardOf(office, 2)
  expect(wordsOf(late)).toContain('Die späte Frage?')
  expect(office.petra.mentions()).toHaveLength(2)
})

const kinds: Fault['kind'][] = ['server-error', 'html', 'half-body', 'rate-limit', 'dropped']

test.for(kinds)(
  'X answers a reading with "%s": nothing is lost, the next one has it',
  async (kind) => {
    await using office = await openModerationOffice()
    writes(office, '@BABergedorf Hallo?')
    office.sandbox.x.setFaults([{ kind, method: 'GET /2/users/:id/mentions', times: 1 }])
    expect(await office.inbox.read()).not.toBeNull()
    expect(office.petra.mentions()).toEqual([])
    await office.waits(20)
    await office.reads()
    await cardOf(office, 1)
  },
)

test('an empty balance is told once a day where the press officer looks, and reading goes on after it', async () => {
  await using office = await openModerationOffice()
  const { petra, sandbox, inbox } = office
  writes(office, '@BABergedorf Hallo?')
  sandbox.x.setFaults([{ kind: 'no-credit', times: null }])
  await inbox.readIfDue(1_000)
  await office.waits(16)
  await inbox.readIfDue(1_000)
  const alarms = () => petra.cards().filter((one) => wordsOf(one).includes('Guthaben bei X'))
  await eventually(() => alarms().length === 1)
  sandbox.x.setFaults([])
  await office.waits(16)
  await inbox.readIfDue(1_000)
  await cardOf(office, 1)
  expect(alarms()).toHaveLength(1)
})

test('empty readings cost nothing, and a mention costs its reading once a day', async () => {
  await using office = await openModerationOffice()
  for (let round = 0; round < 5; round += 1) await office.reads()
  writes(office, '@BABergedorf Hallo?')
  for (let round = 0; round < 5; round += 1) await office.reads()
  const db = readDatabase(office.config.DATABASE_PATH)
  const spent = spending(db, 'Europe/Berlin').between(0, office.clock.now() + 86_400_000)
  db.close()
  expect(spent.filter(({ charge }) => charge === 'readOwnPost')).toMatchObject([{ count: 1 }])
})

const slackKinds: Fault['kind'][] = [
  'lost-answer',
  'half-body',
  'server-error',
  'html',
  'dropped',
  'rate-limit',
]

test.for(slackKinds)('writing the card ends in "%s": it is there once', async (kind) => {
  await using office = await openModerationOffice()
  writes(office, '@BABergedorf Hallo?')
  const fault = { kind, method: 'chat.postMessage', times: 1, seconds: 5 } as const
  office.sandbox.slack.setFaults([fault])
  await office.reads()
  for (let round = 0; round < 6; round += 1) await office.waits(1)
  const card = await cardOf(office, 1)
  await office.anna.presses('Übernehmen', card)
  await says(office, card, 'In Bearbeitung: Anna Ahlers')
  expect(office.petra.mentions()).toHaveLength(1)
})

test('a burst of mentions meets a Slack that refuses and breaks: each is there once', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 1000 })
  const all = 60
  for (let number = 1; number <= all; number += 1) {
    writes(office, `@BABergedorf Frage ${number}?`, { handle: `kim${number}` })
  }
  const limits: Fault[] = [10, 12, 14, 16].map((skips, index) => ({
    kind: index % 2 === 0 ? 'rate-limit' : 'server-error',
    method: 'chat.postMessage',
    times: 1,
    skips,
    seconds: 3,
  }))
  office.sandbox.slack.setFaults(limits)
  await office.reads()
  for (let second = 0; second < 150; second += 1) {
    if (office.petra.mentions().length === all) break
    await office.waits(1 / 20)
  }
  const cards = office.petra.mentions().map((one) => /Erwähnung (\d+):/.exec(wordsOf(one))?.[1])
  expect(new Set(cards).size).toBe(all)
  expect(cards).toHaveLength(all)
}, 60_000)

test.for([1, 2, 3])(
  'killed after %i calls while relaying: each mention stands once',
  { timeout: 90_000 },
  async (count) => {
    await using world = await openWorld({ MENTION_POLL_SECONDS: 15 })
    for (const handle of ['anna1', 'bert2', 'cora3']) {
      writesTo(world, `@BABergedorf Frage von ${handle}?`, handle)
    }
    const posted = () =>
      world.sandbox.slack.calls().filter((call) => call === 'chat.postMessage').length
    await using first = startProgram(world.config)
    await eventually(() => posted() >= count, 20_000)
    await first.kill()
    await using second = startProgram(world.config)
    await second.ready
    await eventually(() => world.petra.mentions().length === 3, 40_000)
    const cards = world.petra.mentions().map((one) => /Frage von \w+/.exec(wordsOf(one))?.[0])
    expect(new Set(cards).size).toBe(3)
    expect(cards).toHaveLength(3)
  },
)

test('an office that only publishes asks X for no mentions and says so', async () => {
  await using world = await openWorld({ MENTIONS: 'off', MENTION_POLL_SECONDS: 15 })
  await using program = startProgram(world.config)
  await program.ready
  writesTo(world, '@BABergedorf Hallo?')
  await world.anna.types('/erwaehnungen')
  await eventually(() =>
    world.anna
      .sight()
      .channels.flatMap(({ messages }) => messages)
      .some(({ ephemeral, text }) => ephemeral && text.includes('ausgeschaltet')),
  )
  expect(world.sandbox.x.calls().some(({ route }) => route.includes('mentions'))).toBe(false)
}, 30_000)

test('an outage is told once, and once that it is over, however often the office starts', async () => {
  await using world = await openWorld({ MENTION_POLL_SECONDS: 15 }, mondayTen)
  const { petra, sandbox, clock } = world
  const { freigabe } = sandbox.slack.ids.channels
  const said = (words: string) =>
    petra.messagesIn(freigabe).filter((one) => wordsOf(one).includes(words)).length
  const looks = async (office: Office) => {
    clock.moveTo(clock.now() + 16 * 60_000)
    await office.inbox?.readIfDue(15_000)
  }
  sandbox.x.setFaults([{ kind: 'down', times: null }])
  for (let start = 0; start < 3; start += 1) {
    const office = await openedOffice(world)
    await looks(office)
    await looks(office)
    await eventually(() => said('X ist nicht zu erreichen') > 0)
    await office.close()
  }
  expect(said('X ist nicht zu erreichen')).toBe(1)
  sandbox.x.setFaults([])
  for (let start = 0; start < 2; start += 1) {
    const office = await openedOffice(world)
    await looks(office)
    await eventually(() => said('auf X wieder') > 0)
    await office.close()
  }
  expect(said('auf X wieder')).toBe(1)
})
