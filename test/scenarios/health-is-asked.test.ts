// Whoever supervises the office asks for its health, and reads what is wrong with it and what only needs patience.
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { freePort } from '../support/bridge.ts'
import { eventually, openTestOffice } from '../support/office.ts'

const second = 1_000
const year = 365 * 24 * 60 * 60

async function openWatched(change: Parameters<typeof openTestOffice>[0] = {}) {
  const port = await freePort()
  const office = await openTestOffice({ HEALTH_PORT: port, ...change })
  const ask = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`)
    return `${answer.status} ${await answer.text()}`
  }
  return {
    ...office,
    ask,
    /** Asks until the answer has these words. */
    says: (words: string) => expect.poll(ask, { timeout: 10_000, interval: 50 }).toContain(words),
    pass(seconds: number) {
      office.clock.moveTo(office.clock.now() + seconds * second)
    },
  }
}

test('X that bids to wait for a year is a warning, and is asked again within a quarter of an hour', async () => {
  await using office = await openWatched({ MENTION_POLL_SECONDS: 15 })
  const { sandbox } = office
  await office.says('200 ok')
  sandbox.x.setFaults([{ kind: 'rate-limit', times: null, seconds: year }])
  office.pass(16)
  await office.says('200 Warnung\nErwähnungen von X lesen: bittet zu warten (seit ')
  sandbox.x.setFaults([])
  office.pass(15 * 60 + 1)
  await office.says('200 ok')
})

test('a database that somebody else holds is not well, and is again when it is free', async () => {
  await using office = await openWatched()
  const other = new Database(office.config.DATABASE_PATH)
  other.exec('BEGIN IMMEDIATE')
  office.pass(16)
  await office.says('503 Störung\nDatenbank: von einem anderen Programm gesperrt (seit ')
  other.exec('ROLLBACK')
  other.close()
  office.pass(16)
  await office.says('200 ok')
})

test('a Slack that has not been heard for a minute is not well', async () => {
  await using office = await openWatched()
  const { slack } = office.sandbox
  slack.setFaults([{ kind: 'down', times: null }])
  await eventually(() => slack.connections() === 0)
  expect(await office.ask()).toBe('200 ok\n')
  office.pass(70)
  await office.says('503 Störung\nSlack: nicht zu hören (seit ')
  slack.setFaults([])
})
