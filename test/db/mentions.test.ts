// Citizens' words: what is kept of them, that nothing else is, and that they can be erased for good.
import { mentionCursors } from '../../db/mention-cursors.ts'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase, type Db } from '../../db/database.ts'
import { evidence } from '../../db/evidence.ts'
import { mentions, type NewMention } from '../../db/mentions.ts'
import { spending } from '../../db/spending.ts'

const at = Date.UTC(2026, 10, 23, 9)
const mention: NewMention = {
  first: '2127326768456007681',
  latest: '2127326768456007681',
  conversation: 1,
  thread: '2127326768456007681',
  inReplyTo: null,
  text: 'Unverwechselbarer Rosenkohl',
  handle: 'Kim_Beispiel',
  name: 'Kim',
  media: 0,
  summons: true,
  postedAt: at,
  receivedAt: at,
  lookAt: at,
}

function opened(): { db: Db; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'amtsfunk-mentions-'))
  const result = openDatabase(join(folder, 'a.db'))
  if ('refused' in result) throw new Error(result.refused)
  onTestFinished(() => {
    result.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { db: result.db, folder }
}

test('no column holds pictures, biographies, follower figures, places or inferred traits', () => {
  const { db } = opened()
  const columns = db
    .prepare<[], { table: string; column: string }>(
      `SELECT m.name AS "table", c.name AS "column" FROM sqlite_schema m, pragma_table_info(m.name) c
       WHERE m.type = 'table'`,
    )
    .all()
  const forbidden =
    /avatar|picture|image|photo|bio|description|follower|location|place|^geo|^lang$|politic|religion|health|sentiment|score|trait|author_id|gender|^age$/i
  expect(columns.filter(({ column }) => forbidden.test(column))).toEqual([])
  // Readings are numbers about our own account and posts; each addition is to be justified here.
  const columnsOf = (name: string) =>
    columns.filter(({ table }) => table === name).map(({ column }) => column)
  expect(columnsOf('audience_reading')).toEqual(['network', 'day', 'read_at', 'count'])
  expect(columnsOf('post_reading')).toEqual([
    'post',
    'moment',
    'read_at',
    'views',
    'likes',
    'reposts',
    'quotes',
    'replies',
  ])
  // What the table of citizens' words has is this, and each addition is to be justified here.
  expect(columns.filter(({ table }) => table === 'mention').map(({ column }) => column)).toEqual([
    'number',
    'conversation',
    'post',
    'thread',
    'in_reply_to',
    'handle',
    'name',
    'media',
    'summons',
    'posted_at',
    'received_at',
    'look_at',
    'missed_since',
    // Which alert of the same account tells of it: erased with the words.
    'alert',
  ])
  expect(columnsOf('mention_version')).toEqual(['mention', 'version', 'post', 'text'])
})

test('a post comes in once, and not again while a reading may still come across it', () => {
  const { db } = opened()
  const all = mentions(db)
  const number = all.add(mention)
  expect(all.ofPost(mention.first)).toMatchObject({ number })
  expect(() => all.add(mention)).toThrow(/UNIQUE/)
  const cursor = mentionCursors(db)
  const nothingMissing = { missing: null, told: null }
  cursor.move('x', { upTo: mention.postedAt + 60_000, ...nothingMissing })
  all.erase(number)
  all.erase(number)
  all.forgetOutOfReach()
  expect(all.ofPost(mention.first)).toBe('erased')
  expect(all.ofHandle('kim_beispiel')).toEqual([])
  const day = 24 * 60 * 60_000
  const missing = { since: mention.postedAt, until: mention.postedAt + 1 }
  cursor.move('x', { upTo: mention.postedAt + 3 * day, missing, told: null })
  all.forgetOutOfReach()
  expect(all.ofPost(mention.first)).toBe('erased')
  cursor.move('x', { upTo: mention.postedAt + 3 * day, ...nothingMissing })
  all.forgetOutOfReach()
  expect(all.ofPost(mention.first)).toBeNull()
})

test('nothing is left of an erased mention by which it could be found: no id, no digest of it, only the day', () => {
  const { db } = opened()
  const all = mentions(db)
  const number = all.add(mention)
  mentionCursors(db).move('x', {
    upTo: mention.postedAt + 3 * 24 * 60 * 60_000,
    missing: null,
    told: null,
  })
  all.setAlert(number, number)
  all.erase(number)
  const row = db.prepare('SELECT * FROM mention').get()
  const day = `${new Date(mention.postedAt).toISOString().slice(0, 10)}T00:00:00.000Z`
  expect(row).toEqual({
    ...{ number, conversation: mention.conversation, media: mention.media, summons: 1 },
    ...{ post: null, thread: null, in_reply_to: null, handle: null, name: null },
    ...{ posted_at: day, received_at: day, look_at: day, missed_since: null },
    alert: null,
  })
  expect(db.prepare('SELECT * FROM erased_post').all()).toEqual([])
})

test('each version of a mention keeps its words and its id on the network until it is erased', () => {
  const { db } = opened()
  const all = mentions(db)
  const number = all.add(mention)
  const second = { version: 2, post: '2127326768456007699', text: 'Anderer Rosenkohl' }
  all.addVersion(number, second)
  expect(() => {
    all.addVersion(number, second)
  }).toThrow(/UNIQUE/)
  expect(all.get(number)?.words).toMatchObject({
    version: 2,
    latest: second.post,
    text: second.text,
  })
  expect(all.versions(number)).toEqual([
    { version: 1, post: mention.latest, text: mention.text },
    second,
  ])
  expect(all.postOf({ mention: number, version: 1 })).toBe(mention.latest)
  expect(all.postOf({ mention: number, version: 2 })).toBe(second.post)
  expect(all.postOf({ mention: number, version: 3 })).toBeNull()
  expect(all.toLookUp(at, 10)).toEqual([{ number, conversation: 1, latest: second.post }])
  expect(all.toLookUp(at - 1, 10)).toEqual([])
  all.erase(number)
  expect(all.versions(number)).toEqual([])
  expect(all.postOf({ mention: number, version: 1 })).toBeNull()
  expect(all.toLookUp(at + 1, 10)).toEqual([])
})

test('what was missed is looked up first, then what waits longest, and what is written again at once', () => {
  const { db } = opened()
  const all = mentions(db)
  const add = (first: string, conversation: number, lookAt: number) =>
    all.add({ ...mention, first, latest: first, conversation, lookAt })
  add('11', 1, at - 3)
  add('12', 2, at - 2)
  const missed = add('13', 3, at)
  const late = add('14', 4, at + 5_000)
  all.lookAgain(missed, at - 1, at - 10)
  const due = (now: number, limit = 10) => all.toLookUp(now, limit).map(({ latest }) => latest)
  expect(due(at)).toEqual(['13', '11', '12'])
  expect(due(at, 2)).toEqual(['13', '11'])
  all.lookBy(4, at)
  all.lookBy(4, at + 9_000)
  expect(due(at)).toContain('14')
  all.lookAgain(late, at + 1, null)
  expect(due(at)).not.toContain('14')
})

test('how many posts came in a span is told in all and for one conversation', () => {
  const { db } = opened()
  const all = mentions(db)
  const add = (first: string, conversation: number, postedAt: number) =>
    all.add({ ...mention, first, conversation, postedAt })
  add('1', 1, at - 60_000)
  add('2', 1, at)
  add('3', 2, at)
  add('4', 2, at + 1)
  expect(all.postedWithin(60_000, at)).toBe(2)
  expect(all.postedWithin(60_001, at)).toBe(3)
  expect(all.postedWithin(60_001, at, 1)).toBe(2)
  expect(all.postedWithin(60_001, at, 3)).toBe(0)
})

test('erased words are in no file of the database', () => {
  const { db, folder } = opened()
  const all = mentions(db)
  for (let copy = 0; copy < 50; copy += 1) {
    const first = `${mention.first}${copy}`
    const number = all.add({ ...mention, first, text: `${mention.text} ${copy}` })
    all.addVersion(number, { version: 2, post: `${first}9`, text: `Doch ${mention.text}` })
  }
  for (const { number } of all.ofHandle('KIM_BEISPIEL')) all.erase(number)
  all.forgetForGood()
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name))
    for (const word of ['Rosenkohl', 'Kim', mention.first]) expect(bytes.includes(word)).toBe(false)
  }
})

test('an answer to a mention, and the same author in the same thread, belong to its conversation', () => {
  const { db } = opened()
  const all = mentions(db)
  all.add({ ...mention, conversation: 7 })
  const other = { thread: '9', handle: 'andere', inReplyTo: null }
  expect(all.conversationOf(other)).toBeNull()
  expect(all.conversationOf({ ...other, inReplyTo: mention.latest })).toBe(7)
  expect(all.conversationOf({ ...other, thread: mention.thread })).toBeNull()
  const goesOn = { thread: mention.thread, handle: 'kim_beispiel', inReplyTo: null }
  expect(all.conversationOf(goesOn)).toBe(7)
})

test('evidence has a hash of exactly what is kept, and is gone when it ends', () => {
  const { db } = opened()
  const kept = evidence(db)
  const content = {
    text: 'Drohung',
    handle: 'Wut',
    name: 'Wut',
    address: 'https://x.com/wut/status/1',
    thread: '1',
    inReplyTo: null,
    postedAt: '2026-11-23T09:00:00.000Z',
    receivedAt: '2026-11-23T09:01:00.000Z',
    media: 0,
  }
  const number = kept.hold(1, content, at)
  expect(kept.get(number)).toMatchObject({ content, mention: 1, heldAt: at })
  expect(kept.get(number)?.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(kept.ofHandle('wut')).toHaveLength(1)
  kept.end(number)
  expect(kept.get(number)).toBeNull()
})

test('spending is counted by the days of the office', () => {
  const { db } = opened()
  const spent = spending(db, 'Europe/Berlin')
  const midnight = Date.parse('2026-10-01T00:00:00+02:00')
  const summer = { from: Date.parse('2026-07-01T00:00:00+02:00'), to: midnight }
  spent.add('readOwnPost', 2, summer.from)
  spent.add('readOwnPost', 3, summer.from + 1_000)
  // The last day of a quarter belongs to it, and not to the next one.
  spent.add('post', 100, midnight - 1)
  spent.add('post', 1, midnight)
  expect(spent.between(summer.from, summer.to)).toEqual([
    { day: '2026-07-01', charge: 'readOwnPost', count: 5, price: null },
    { day: '2026-09-30', charge: 'post', count: 100, price: null },
  ])
  expect(spent.between(midnight, midnight + 1)).toEqual([])
  expect(spent.between(midnight, midnight + 24 * 60 * 60_000)).toEqual([
    { day: '2026-10-01', charge: 'post', count: 1, price: null },
  ])
})
