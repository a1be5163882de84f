// The past of a first visit is what a whole office lives through when it is played: whoever changes a card, an event or the
// schema plays it anew (node --import tsx test/sandbox/prepare.ts).
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { readDatabase } from '../../db/database.ts'
import { verify } from '../../db/history.ts'
import type { Remembered } from '../../sandbox/memory.ts'
import { samplePast } from '../../sandbox/past.ts'
import { readPrepared } from '../../sandbox/prepared/prepared.ts'
import { openWorld, openedOffice, publishedIn } from '../support/office.ts'
import { wordsOf } from '../support/person.ts'
import { keptOf, playedPast, preparedVisit } from '../support/played-past.ts'

test('the past that is kept is the one that happens when it is played', async () => {
  await using world = await playedPast(preparedVisit)
  const { sandbox, clock, config } = world
  expect(Math.abs(clock.now() - preparedVisit)).toBeLessThan(60_000)
  const past = samplePast(preparedVisit)
  const answers = past.mentions.flatMap(({ then }) => (then.is === 'answered' ? [then.text] : []))
  const said = past.stories.flatMap(({ fate, text, link, warning, later }) => {
    if (fate.is !== 'approved' && fate.is !== 'revised') return []
    const words = fate.is === 'revised' ? fate.text : text
    const first =
      warning !== undefined
        ? (expect.stringContaining(`Warnung: ${words}`) as string)
        : link === null
          ? words
          : `${words}\n${link}`
    if (later === undefined) return [first]
    const begins = later.is === 'all-clear' ? 'Entwarnung: Unsere Warnung vom' : 'Korrektur zu '
    return [first, expect.stringContaining(begins) as string]
  })
  const published = publishedIn(world)
  expect(published).toHaveLength(said.length + answers.length)
  expect(published).toEqual(expect.arrayContaining([...said, ...answers]))
  const posts = sandbox.x.sight().posts
  const alts = posts.flatMap(({ media }) => media.map(({ alt }) => alt.split(':')[0]))
  expect(alts).toEqual(['Termin', 'Warnung'])
  expect(posts.filter(({ hidden }) => hidden).map(({ author }) => author.handle)).toEqual([
    'wut_im_bauch',
  ])
  const db = readDatabase(config.DATABASE_PATH)
  expect(verify(db).whole).toBe(true)
  db.close()

  const [fresh, kept] = [keptOf(world, preparedVisit), readPrepared()]
  expect(kept.visit).toBe(fresh.visit)
  expect(documentsOf(kept.documents)).toEqual(documentsOf(fresh.documents))
  expect(rowsOf(kept.office, world.folder)).toEqual(rowsOf(fresh.office, world.folder))
}, 90_000)

test('a visitor finds cards that can be decided on, and a history that holds', async () => {
  const { visit, documents, office: database } = readPrepared()
  await using world = await openWorld({}, visit)
  world.sandbox.begin(documents, visit)
  expect(world.sandbox.ahead()).toBeCloseTo(visit - Date.now(), -4)
  writeFileSync(world.config.DATABASE_PATH, database, { mode: 0o600 })
  const office = await openedOffice(world)
  const { petra, anna } = world
  const open = petra.cards().at(-1)!
  const before = publishedIn(world).length
  expect(wordsOf(open)).toContain('Radweg am Curslacker Neuer Deich')
  await petra.presses('Freigeben', open)
  await expect.poll(() => publishedIn(world).length).toBe(before + 1)
  await expect.poll(() => wordsOf(petra.cards().at(-1))).toContain('Veröffentlicht am')
  const mention = anna.mentions().find((one) => wordsOf(one).includes('Freibad am Billebad'))!
  await anna.presses('Übernehmen', mention)
  await expect.poll(() => anna.mentions().map(wordsOf).join()).toContain('In Bearbeitung: Anna')
  await office.close()
  const db = readDatabase(world.config.DATABASE_PATH)
  expect(verify(db).whole).toBe(true)
  db.close()
})

/** What the services know, without what differs each time it is played. */
function documentsOf(documents: readonly Remembered[]): string[] {
  return documents.map((one) => always(JSON.stringify(one))).sort()
}

/** Counted from minute to minute. */
const counted = ['post_reading', 'audience_reading', 'spending']
/** What depends on who was first. */
const passing = [
  'event.number',
  'erasable.event',
  'slack_message.tried_at',
  'slack_message.read_at',
]

/** The schema of a database and its rows, likewise: matters do not wait for each other, so the place of an event among those
 * of others tells nothing. */
function rowsOf(bytes: Buffer, folder: string): string[] {
  const path = join(folder, 'looked-at.db')
  writeFileSync(path, bytes)
  const db = new Database(path, { readonly: true })
  const schema = db.prepare<[], { name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  )
  const rows = schema.all().flatMap(({ name, sql }) => [
    sql,
    ...db
      .prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`)
      .all()
      .filter(() => !counted.includes(name))
      .map((row) => {
        const told = Object.entries(row)
          .filter(([column]) => !passing.includes(`${name}.${column}`))
          .map(([column, value]) => (Buffer.isBuffer(value) ? [column, 'bytes'] : [column, value]))
        return always(JSON.stringify([name, ...told]))
      }),
  ])
  db.close()
  return rows.sort()
}

/** A text without instants, hashes, ids, ports and sizes. */
function always(text: string): string {
  return (
    text
      .replaceAll(/[A-Za-z0-9+/=]{300,}/g, 'bytes')
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, 'instant')
      .replaceAll(/127\.0\.0\.1:\d+/g, 'here')
      .replaceAll(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g, 'uuid')
      .replaceAll(/\b[0-9a-f]{12,64}\b/g, 'hash')
      .replaceAll(/\bp?\d{10}\.?\d*\b/g, 'number')
      .replaceAll(/"block_id":"[A-Z0-9]{5}"/g, '"block_id":"id"')
      .replaceAll(/\b[A-Z0-9]{10,}\b/g, 'id')
      // Playing takes its seconds, so a minute is not always the same one, and neither is what X had counted by then.
      .replaceAll(/\b\d\d:\d\d\b/g, 'time')
      .replaceAll(/\b\d+ Min\./g, 'minutes')
      .replaceAll(/"size":\d+/g, 'size')
      .replaceAll(/Aufrufe der Beiträge: [\d.]+/g, 'views')
  )
}
