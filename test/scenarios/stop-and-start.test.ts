// Whoever runs the program reads one clear sentence when it cannot start, and stops it without harm.
import { writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openDatabase, readDatabase } from '../../db/database.ts'
import { verify } from '../../db/history.ts'
import { proposalLives } from '../../db/proposal-lives.ts'
import { openOffice } from '../../src/office/office.ts'
import { bridgeTo, freePort } from '../support/bridge.ts'
import { eventually, openedOffice, openWorld, publishedIn, type World } from '../support/office.ts'
import { wordsOf } from '../support/person.ts'
import { startProgram } from '../support/process.ts'
import { proposes, sends, shows } from '../support/steps.ts'

const text = 'Das Rathaus öffnet am Montag erst um 10 Uhr.'

test.concurrent(
  'told to stop while a post is on its way, it finishes that post first',
  async ({ expect }) => {
    await using world = await openWorld({ UNDO_SECONDS: 0 })
    using bridge = await bridgeTo(world.sandbox.address)
    world.config.X_API_URL = bridge.address
    await using first = startProgram(world.config)
    await first.ready
    const card = await proposes(world.anna, text)
    bridge.hold()
    await world.petra.reacts('✅', card)
    await eventually(() => publishedIn(world).length === 1)
    first.child.kill('SIGTERM')
    await eventually(() => first.said().includes('Amtsfunk beendet sich.'))
    bridge.release()
    expect(await first.ended).toBe(0)
    const db = readDatabase(world.config.DATABASE_PATH)
    const past = proposalLives(db)
    expect(past.life(1).at(-1)).toMatchObject({ type: 'posted', how: 'sent' })
    expect(verify(db).whole).toBe(true)
    db.close()

    await using second = startProgram(world.config)
    await second.ready
    await shows(card, 'Beitrag auf X ansehen', world)
    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)
    expect(sends(world)).toBe(1)
    expect(publishedIn(world)).toEqual([text])
  },
  60_000,
)

test.concurrent(
  'a second program on the same database says so and leaves the first alone',
  async ({ expect }) => {
    await using world = await openWorld()
    await using first = startProgram(world.config)
    await first.ready
    await using second = startProgram(world.config)
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain(
      'ist schon in Gebrauch. Vermutlich läuft Amtsfunk bereits; es darf nur einmal laufen.',
    )
    await world.anna.types('/vorschlag Geht noch.')
    await eventually(() => world.anna.form())
  },
  60_000,
)

test.concurrent(
  'variables that are missing or unusable are all named in one message, without their values',
  async ({ expect }) => {
    await using program = startProgram({
      SLACK_BOT_TOKEN: 'geheim-xoxp',
      APPROVAL_CHANNEL: '#freigabe',
      DATABASE_PATH: '/dev/null/nirgends.db',
    })
    expect(await program.ended).toBe(1)
    const said = program.said()
    expect(said).toContain('- SLACK_BOT_TOKEN ist nicht brauchbar.')
    expect(said).toContain('- APPROVAL_CHANNEL ist nicht brauchbar.')
    for (const missing of [
      'SLACK_APP_TOKEN',
      'MODERATION_CHANNEL',
      'PRESS_OFFICERS',
      'X_APP_KEY',
      'X_APP_SECRET',
      'X_ACCESS_TOKEN',
      'X_ACCESS_SECRET',
    ]) {
      expect(said).toContain(`- ${missing} fehlt.`)
    }
    expect(said).not.toContain('geheim')
  },
  60_000,
)

const troubles: { what: string; change: (world: World) => unknown; says: string }[] = [
  {
    what: 'a bot token Slack does not know',
    change: ({ config }) => (config.SLACK_BOT_TOKEN = 'xoxb-falsch'),
    says: 'Slack nimmt SLACK_BOT_TOKEN nicht an (invalid_auth).',
  },
  {
    what: 'an app token Slack does not know',
    change: ({ config }) => (config.SLACK_APP_TOKEN = 'xapp-falsch'),
    says: 'Slack nimmt SLACK_APP_TOKEN nicht an (invalid_auth).',
  },
  {
    what: 'keys X does not know',
    change: ({ config }) => (config.X_ACCESS_SECRET = 'falsch'),
    says: 'X erkennt die Zugangsdaten nicht an.',
  },
  {
    what: 'a channel that does not exist',
    change: ({ config }) => (config.APPROVAL_CHANNEL = 'C0NIRGENDS'),
    says: 'Amtsfunk findet den Kanal aus APPROVAL_CHANNEL nicht.',
  },
  {
    what: 'a channel shared with another organisation',
    change: ({ config, sandbox }) =>
      (config.MODERATION_CHANNEL = sandbox.slack.ids.channels.partner),
    says: 'Der Kanal aus MODERATION_CHANNEL ist mit einer anderen Organisation geteilt.',
  },
  {
    what: 'a press officer nobody knows',
    change: ({ config }) => (config.PRESS_OFFICERS = 'U0NIEMAND'),
    says: 'Eine Kennung in PRESS_OFFICERS gehört zu keinem Konto',
  },
  {
    what: 'only a guest as press officer',
    change: ({ config, guel }) => (config.PRESS_OFFICERS = guel.id),
    says: 'Ohne Pressestelle kann niemand etwas freigeben.',
  },
  {
    what: 'an escalation contact nobody knows',
    change: ({ config }) => (config.ESCALATION_CONTACT = 'U0NIEMAND'),
    says: 'Die Kennung in ESCALATION_CONTACT gehört zu keinem Konto',
  },
  {
    what: 'a bot as escalation contact',
    change: ({ config, sandbox }) => (config.ESCALATION_CONTACT = sandbox.slack.ids.bot),
    says: 'Ein Notfall würde dort niemanden erreichen.',
  },
  {
    what: 'one channel for everything',
    change: ({ config }) => (config.MODERATION_CHANNEL = config.APPROVAL_CHANNEL),
    says: 'Er muss privat sein und ein anderer als der aus APPROVAL_CHANNEL.',
  },
  {
    what: 'hours that never open',
    change: ({ config }) => (config.SERVICE_HOURS = 'Mo-Fr 16:00-09:00'),
    says: '- SERVICE_HOURS ist nicht brauchbar.',
  },
  {
    what: 'Textbausteine without a single one',
    change: ({ config, folder }) => {
      config.TEMPLATES_PATH = `${folder}/textbausteine.md`
      writeFileSync(config.TEMPLATES_PATH, '# Textbausteine')
    },
    says: 'steht kein Textbaustein.',
  },
  {
    what: 'a database of a newer version',
    change: ({ config }) => {
      const db = new Database(config.DATABASE_PATH)
      db.pragma('user_version = 9999')
      db.close()
    },
    says: 'stammt von einer neueren Version von Amtsfunk.',
  },
  {
    what: 'a file that is no database',
    change: ({ config }) => {
      writeFileSync(config.DATABASE_PATH, 'Protokoll der Bezirksversammlung '.repeat(100))
    },
    says: 'ist keine lesbare Datenbank.',
  },
  {
    what: 'a Slack that nobody answers for',
    change: async ({ config }) =>
      (config.SLACK_API_URL = `http://127.0.0.1:${await freePort()}/api/`),
    says: 'Slack ist nicht erreichbar.',
  },
]

test.for(troubles)(
  'with $what it says so within seconds and leaves nothing open',
  { timeout: 40_000 },
  async ({ change, says }) => {
    await using world = await openWorld()
    await change(world)
    await using program = startProgram(world.config)
    expect(await program.ended).toBe(1)
    expect(program.said()).toContain(says)
    // One sentence for people, no stack for programmers.
    expect(program.said()).not.toContain('    at ')
    expect(world.sandbox.slack.connections()).toBe(0)
  },
)

test('where only one person can decide, the approval channel is told once', async () => {
  await using world = await openWorld()
  const { anna, petra, config } = world
  config.PRESS_OFFICERS = petra.id
  const told = () =>
    anna
      .messagesIn(config.APPROVAL_CHANNEL)
      .filter((message) => wordsOf(message).includes('nur eine Person freigeben'))
  for (let start = 0; start < 2; start += 1) {
    const office = await openedOffice(world)
    await eventually(() => told().length === 1)
    await office.close()
  }
  expect(told()).toHaveLength(1)
})

test('an office that could not open leaves its database free for the next try', async () => {
  await using world = await openWorld()
  const good = world.config.SLACK_APP_TOKEN
  world.config.SLACK_APP_TOKEN = 'xapp-falsch'
  await expect(openedOffice(world)).rejects.toThrow('slack-token')
  const opened = openDatabase(world.config.DATABASE_PATH)
  expect(opened).toHaveProperty('db')
  if ('close' in opened) opened.close()
  world.config.SLACK_APP_TOKEN = good
  const office = await openedOffice(world)
  await office.close()
})

test('an office that hears nothing of Slack for minutes asks to be started anew', async () => {
  await using world = await openWorld()
  let isDeaf = false
  const office = await openOffice({
    config: world.config,
    clock: world.clock,
    log: pino({ level: 'silent' }),
    deaf: () => (isDeaf = true),
  })
  if ('problem' in office) throw new Error(office.problem)
  try {
    world.sandbox.slack.setFaults([{ kind: 'down', times: null }])
    await eventually(() => world.sandbox.slack.connections() === 0)
    expect(isDeaf).toBe(false)
    world.clock.moveTo(world.clock.now() + 4 * 60_000)
    await eventually(() => isDeaf, 18_000)
  } finally {
    world.sandbox.slack.setFaults([])
    await office.close()
  }
}, 40_000)
