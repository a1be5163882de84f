// Whoever supervises the office asks for its health, and reads what is wrong with it and what only needs patience.
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { freePort } from '../support/bridge.ts'
import { eventually, openTestOffice } from '../support/office.ts'
import { mondayTen } from '../support/moderation.ts'
import { proposes, reaches } from '../support/steps.ts'

const second = 1_000
const year = 365 * 24 * 60 * 60

async function openWatched(change: Parameters<typeof openTestOffice>[0] = {}, at?: number) {
  const port = await freePort()
  const office = await openTestOffice({ HEALTH_PORT: port, ...change }, at)
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
  // What broke off meanwhile is tried again within a minute.
  office.pass(61)
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

/** Lets every insert into a table break off, until the answer is called: as a damaged file would. */
function breaks(path: string, table: string, when: string): () => void {
  const db = new Database(path)
  db.exec(`CREATE TRIGGER broken BEFORE INSERT ON ${table} WHEN ${when}
    BEGIN SELECT RAISE(ABORT, 'broken'); END`)
  return () => {
    db.exec('DROP TRIGGER broken')
    db.close()
  }
}

test('a matter whose work breaks off again and again is trouble until it goes well', async () => {
  await using office = await openWatched({ UNDO_SECONDS: 2 })
  const { anna, petra, config } = office
  const card = await proposes(anna, 'Morgen ist Markt.')
  const mend = breaks(config.DATABASE_PATH, 'event', "NEW.type = 'begun'")
  await petra.presses('Freigeben', card)
  office.pass(3)
  await office.says('503 Störung\nBearbeitung: bricht mit einem Fehler ab, siehe Protokoll (seit ')
  // Other matters go well.
  await proposes(anna, 'Übermorgen auch.')
  expect(await office.ask()).toContain('503 Störung')
  mend()
  await office.says('200 ok')
  await reaches(office, 'published')
})

test('a job that breaks off again and again is trouble until it goes well', async () => {
  await using office = await openWatched({}, mondayTen)
  const mend = breaks(office.config.DATABASE_PATH, 'audience_reading', 'true')
  // The followers are counted once a day.
  office.pass(61)
  await office.says(
    '503 Störung\nRegelmäßige Arbeiten: bricht mit einem Fehler ab, siehe Protokoll',
  )
  mend()
  office.pass(61)
  await office.says('200 ok')
})

test('a Slack that answers no look is a warning, and no fault of the office', async () => {
  await using office = await openWatched()
  await office.says('200 ok')
  const { slack } = office.sandbox
  slack.setFaults([{ kind: 'server-error', method: 'conversations.info', times: null }])
  office.pass(61)
  await office.says('200 Warnung\nZugang zu Slack: nicht erreichbar (seit ')
  slack.setFaults([])
  office.pass(61)
  await office.says('200 ok')
})
