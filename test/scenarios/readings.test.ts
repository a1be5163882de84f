// Counters are read at their moments, once each; what is missed is a gap.
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { caller } from '../../src/networks/x/call.ts'
import { openTestOffice, type TestOffice } from '../support/office.ts'
import { proposes, reaches } from '../support/steps.ts'

const start = Date.parse('2026-08-12T10:00:00+02:00')
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

function kept({ config }: TestOffice): { moment: string; views: number }[] {
  const db = new Database(config.DATABASE_PATH, { readonly: true })
  try {
    return db
      .prepare<[], { moment: string; views: number }>(
        'SELECT moment, views FROM post_reading ORDER BY read_at',
      )
      .all()
  } finally {
    db.close()
  }
}

function days({ config }: TestOffice): string[] {
  const db = new Database(config.DATABASE_PATH, { readonly: true })
  try {
    return db.prepare<[], string>('SELECT day FROM audience_reading ORDER BY day').pluck().all()
  } finally {
    db.close()
  }
}

async function published(): Promise<TestOffice> {
  const office = await openTestOffice({ UNDO_SECONDS: 0 }, start)
  const { anna, petra } = office
  const card = await proposes(anna, 'Der Markt zieht um.')
  await petra.reacts('✅', card)
  await reaches(office, 'published')
  return office
}

/** Somebody deletes a post of the office by hand. */
async function deletes({ config }: TestOffice, id: string): Promise<void> {
  const keys = {
    appKey: config.X_APP_KEY,
    appSecret: config.X_APP_SECRET,
    accessToken: config.X_ACCESS_TOKEN,
    accessSecret: config.X_ACCESS_SECRET,
  }
  const call = caller(keys, config.X_API_URL ?? null, 5_000)
  await call((client) => client.v2.deleteTweet(id))
}

async function looks(office: TestOffice, at: number): Promise<void> {
  office.clock.moveTo(at)
  await office.office.readings.readIfDue()
}

test('a post is read after an hour, a day, a week, four weeks and at the end of its quarter, once each', async () => {
  await using office = await published()
  const end = Date.parse('2026-10-01T00:02:00+02:00')
  for (const at of [hour, day, 7 * day, 28 * day].map((after) => start + after + 5 * minute)) {
    await looks(office, at)
    await looks(office, at + 11 * minute)
  }
  await looks(office, end)
  const readings = kept(office)
  expect(readings.map(({ moment }) => moment)).toEqual(['1h', '24h', '7d', '28d', 'quarter-end'])
  const views = readings.map((reading) => reading.views)
  expect(views).toEqual([...views].sort((one, other) => one - other))
})

test('an hour that was missed stays a gap', async () => {
  await using office = await published()
  await looks(office, start + 2 * hour)
  expect(kept(office)).toEqual([])
  await looks(office, start + day + hour)
  expect(kept(office).map(({ moment }) => moment)).toEqual(['24h'])
})

test('while X tells nothing it is left alone for minutes, and read when it is back', async () => {
  await using office = await published()
  office.sandbox.x.setFaults([
    { kind: 'server-error', method: 'GET /2/users/:id/tweets', times: 1 },
  ])
  await looks(office, start + hour + minute)
  expect(kept(office)).toEqual([])
  const calls = office.sandbox.x.calls().length
  await looks(office, start + hour + 2 * minute)
  expect(office.sandbox.x.calls()).toHaveLength(calls)
  await looks(office, start + hour + 10 * minute)
  expect(kept(office).map(({ moment }) => moment)).toEqual(['1h'])
})

test('a post that is gone from X is a gap, and is not asked for every minute', async () => {
  await using office = await published()
  const [post] = office.sandbox.x.sight().posts
  await deletes(office, post!.id)
  await looks(office, start + hour + minute)
  const calls = office.sandbox.x.calls().length
  await looks(office, start + hour + 12 * minute)
  expect(office.sandbox.x.calls()).toHaveLength(calls)
  expect(kept(office)).toEqual([])
})

test('followers are counted once a day, from six in the morning', async () => {
  await using office = await openTestOffice({}, Date.parse('2026-08-12T05:00:00+02:00'))
  await office.office.readings.readIfDue()
  expect(days(office)).toEqual([])
  for (const hours of [1.1, 5, 20, 26]) {
    await looks(office, Date.parse('2026-08-12T05:00:00+02:00') + hours * hour)
  }
  expect(days(office)).toEqual(['2026-08-12', '2026-08-13'])
})

test('nothing due, nothing asked', async () => {
  await using office = await published()
  await looks(office, start + 2 * hour)
  const calls = office.sandbox.x.calls().length
  for (const minutes of [11, 22, 33]) await looks(office, start + 2 * hour + minutes * minute)
  expect(office.sandbox.x.calls()).toHaveLength(calls)
})
