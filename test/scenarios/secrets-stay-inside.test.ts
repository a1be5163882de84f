// What a log or a file could give away: nothing, whatever fails.
import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Fault } from '../../sandbox/contract.ts'
import { eventually, openWorld } from '../support/office.ts'
import { startProgram } from '../support/process.ts'
import { someWords } from '../support/steps.ts'

const text = 'Der Wochenmarkt fällt am Sonnabend aus.'

const slackFaults: Fault[] = [
  { kind: 'server-error', method: 'chat.update', times: 1 },
  { kind: 'html', method: 'reactions.get', times: 1 },
  { kind: 'half-body', method: 'users.info', times: 1 },
  { kind: 'invalid-auth', method: 'conversations.open', times: 1 },
  { kind: 'lost-answer', method: 'chat.postMessage', times: 1 },
  { kind: 'account-inactive', method: 'chat.update', times: 2, skips: 1 },
]

test.concurrent.for<Fault['kind']>(['html', 'half-body', 'lost-answer', 'server-error'])(
  'the log of a day on which X answers with %s names no secret, no text and nobody',
  { timeout: 60_000 },
  async (kind) => {
    await using world = await openWorld({ UNDO_SECONDS: 0, LOG_LEVEL: 'debug' })
    const { anna, joerg, petra, sandbox, config } = world
    await using program = startProgram(config)
    await program.ready
    await anna.types(`/vorschlag ${text}`)
    await anna.submits(someWords)
    const card = await eventually(() => petra.cards()[0])
    sandbox.slack.setFaults(slackFaults)
    sandbox.x.setFaults([{ kind, times: 2 }])
    await joerg.reacts('✅', card)
    await eventually(() => program.said().includes('"level":50'))
    await petra.presses('Freigeben', card)
    await eventually(
      () => sandbox.x.calls().some(({ route }) => route === 'POST /2/tweets'),
      20_000,
    )
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, X_APP_KEY, X_APP_SECRET } = config
    const { X_ACCESS_TOKEN, X_ACCESS_SECRET } = config
    for (const secret of [SLACK_BOT_TOKEN, SLACK_APP_TOKEN, X_APP_KEY, X_APP_SECRET]) {
      expect(program.said()).not.toContain(secret)
    }
    for (const secret of [
      X_ACCESS_TOKEN,
      X_ACCESS_SECRET,
      'oauth_signature',
      'Wochenmarkt',
      'Anna',
    ]) {
      expect(program.said()).not.toContain(secret)
    }
  },
)

test('the database can be read by its owner alone, and so can what SQLite keeps beside it', async () => {
  await using world = await openWorld()
  const { config } = world
  await using program = startProgram(config)
  await program.ready
  for (const beside of ['', '-wal', '-shm', '.lock']) {
    expect(statSync(`${config.DATABASE_PATH}${beside}`).mode & 0o077).toBe(0)
  }
})
