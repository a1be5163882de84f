import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { migrate, migrations, openDatabase, readDatabase, type Db } from '../../db/database.ts'
import { evidence } from '../../db/evidence.ts'
import { experiences } from '../../db/experiences.ts'
import { verify } from '../../db/history.ts'
import { proposalLives } from '../../db/proposal-lives.ts'
import { people } from '../../db/people.ts'
import { slackMessages } from '../../db/slack-messages.ts'
import { fingerprint } from '../../src/core/proposal/fingerprint.ts'
import type { Content } from '../../src/core/content.ts'

const content: Content = {
  kind: 'post',
  networks: ['x'],
  text: 'Der Markt fällt aus.',
  link: { noLinkBecause: 'kurzfristig' },
  topic: 'kultur',
  plannedAt: null,
  replyTo: null,
}
const proposed = (form: string) =>
  ({ type: 'proposed', content, hash: fingerprint(content), form }) as const
const by = { actor: 1, at: Date.UTC(2026, 10, 23, 9) }

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'amtsfunk-db-'))
  onTestFinished(() => {
    rmSync(made, { recursive: true, force: true })
  })
  return made
}

function opened(path: string): { db: Db; close: () => void } {
  const result = openDatabase(path)
  if ('refused' in result) throw new Error(result.refused)
  onTestFinished(result.close)
  return result
}

/** The schema as SQLite has it, in the order of names, as db/schema.sql keeps it. */
function schemaOf(db: Db): string {
  const rows = db
    .prepare<[], { sql: string }>(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
       ORDER BY type DESC, name`,
    )
    .all()
  return rows.map(({ sql }) => `${sql};\n`).join('\n')
}

test('a new database has the schema that schema.sql shows', () => {
  const { db } = opened(join(folder(), 'new.db'))
  expect(schemaOf(db)).toBe(readFileSync('db/schema.sql', 'utf8'))
})

test.for(migrations().map(({ version }) => version - 1))(
  'a database of version %i comes to the same schema',
  (version) => {
    const path = join(folder(), 'old.db')
    const old = new Database(path)
    migrate(old, version)
    old.close()
    expect(schemaOf(opened(path).db)).toBe(readFileSync('db/schema.sql', 'utf8'))
  },
)

test('a database that is newer than the program is left alone', () => {
  const path = join(folder(), 'newer.db')
  const newer = new Database(path)
  newer.pragma('user_version = 9999')
  newer.close()
  expect(openDatabase(path)).toMatchObject({ refused: 'newer' })
})

test('numbers of people, copies and notes that were erased are not given out again', () => {
  const { db } = opened(join(folder(), 'erased.db'))
  const [who, copies, notes] = [people(db), evidence(db), experiences(db)]
  const copy = { text: '', handle: 'kim', name: '', address: '', thread: '', inReplyTo: null }
  const hold = () =>
    copies.hold(1, { ...copy, postedAt: '', receivedAt: '', media: 0 }, Date.UTC(2026, 10, 23))
  const note = () => notes.note('Gut.', null, Date.UTC(2026, 10, 23))
  const before = [who.actor('U0ANNA', 0), hold(), note()]
  db.exec('DELETE FROM person; DELETE FROM evidence; DELETE FROM experience')
  expect([who.actor('U0BEN', 0), hold(), note()]).toEqual(before.map((number) => number + 1))
})

test('only one process has the database; reading beside it is possible', () => {
  const path = join(folder(), 'one.db')
  const first = openDatabase(path)
  if ('refused' in first) throw new Error(first.refused)
  expect(openDatabase(path)).toMatchObject({ refused: 'in-use' })
  const otherName = join(folder(), 'other.db')
  symlinkSync(path, otherName)
  expect(openDatabase(otherName)).toMatchObject({ refused: 'in-use' })
  const reader = readDatabase(path)
  expect(verify(reader)).toMatchObject({ whole: true, events: 0 })
  reader.close()
  first.close()
  opened(path)
})

test('what is no database, or cannot be one, is refused', () => {
  const path = join(folder(), 'text.db')
  writeFileSync(path, 'Das ist keine Datenbank, sondern ein Brief an das Amt. '.repeat(50))
  expect(openDatabase(path)).toMatchObject({ refused: 'not-a-database' })
  expect(openDatabase(join(path, 'below.db'))).toMatchObject({ refused: 'not-writable' })
})

test('two decisions cannot take the same place', () => {
  const past = proposalLives(opened(':memory:').db)
  past.append(1, 0, [proposed('V1')], by)
  expect(() => past.append(1, 0, [proposed('V2')], by)).toThrow(/UNIQUE/)
})

test('one form becomes one proposal', () => {
  const past = proposalLives(opened(':memory:').db)
  past.append(1, 0, [proposed('V1')], by)
  expect(past.ofForm('V1')).toBe(1)
  expect(() => past.append(2, 0, [proposed('V1')], by)).toThrow(/UNIQUE/)
})

test('one public post belongs to one proposal', () => {
  const past = proposalLives(opened(':memory:').db)
  const posted = {
    type: 'posted',
    errand: 'post',
    network: 'x',
    part: 0,
    id: '1830000000000000007',
    url: 'u',
    how: 'sent',
  } as const
  past.append(1, 0, [proposed('V1')], by)
  past.append(2, 0, [proposed('V2')], by)
  past.append(1, 1, [posted], by)
  expect(past.ofPost(posted.id)).toBe(1)
  expect(() => past.append(2, 1, [posted], by)).toThrow(/UNIQUE/)
  expect([...past.postsSince(by.at)]).toEqual([posted.id])
  expect([...past.postsSince(by.at + 1)]).toEqual([])
})

test('events come back as they were written, in order', () => {
  const past = proposalLives(opened(':memory:').db)
  const withdrawn = { type: 'withdrawn' } as const
  past.append(7, 0, [proposed('V1'), withdrawn], by)
  expect(past.life(7)).toEqual([
    { ...proposed('V1'), position: 1, ...by },
    { ...withdrawn, position: 2, ...by },
  ])
  expect(past.next()).toBe(8)
})

test('history refuses to be changed or deleted', () => {
  const { db } = opened(':memory:')
  proposalLives(db).append(1, 0, [proposed('V1')], by)
  expect(() => db.exec("UPDATE event SET at = '2020-01-01T00:00:00.000Z'")).toThrow(/never changed/)
  expect(() => db.exec('DELETE FROM event')).toThrow(/never deleted/)
})

test.for([
  ['a form was changed', `UPDATE event SET body = replace(body, 'V2', 'V9') WHERE number = 2`, 2],
  ['an actor was changed', 'UPDATE event SET actor = 9 WHERE number = 3', 3],
  ['a time was changed', `UPDATE event SET at = '2026-11-23T09:00:00.001Z' WHERE number = 1`, 1],
  ['a version was changed', 'UPDATE event SET version = 2 WHERE number = 2', 2],
  ['an event was taken out', 'DELETE FROM event WHERE number = 2', 2],
] as const)('verify finds out that %s', ([, sql, brokenAt]) => {
  const { db } = opened(':memory:')
  const past = proposalLives(db)
  for (const form of ['V1', 'V2', 'V3', 'V4']) past.append(past.next(), 0, [proposed(form)], by)
  expect(verify(db)).toMatchObject({ whole: true, events: 4 })
  db.exec('DROP TRIGGER event_stays; DROP TRIGGER event_is_kept')
  db.exec(sql)
  expect(verify(db)).toMatchObject({ whole: false, brokenAt })
})

test('people can be forgotten and the chain still holds', () => {
  const { db } = opened(':memory:')
  const who = people(db)
  const past = proposalLives(db)
  const actor = who.actor('U0ANNA', 0)
  past.append(1, 0, [proposed('V1')], { ...by, actor })
  expect(who.actor('U0ANNA', 0)).toBe(actor)
  db.exec('DELETE FROM person')
  expect(who.slackUser(actor)).toBeNull()
  expect(verify(db).whole).toBe(true)
})

test('a matter stays open until it is closed, and a new event opens it again', () => {
  const past = proposalLives(opened(':memory:').db)
  past.append(1, 0, [proposed('V1')], by)
  past.append(2, 0, [proposed('V2')], by)
  past.close(1)
  expect(past.open()).toEqual([2])
  past.append(1, 1, [{ type: 'withdrawn' }], by)
  expect(past.open()).toEqual([1, 2])
})

test('a message is an intent first, then has a place, then is renewed or forgotten', () => {
  const messages = slackMessages(opened(':memory:').db)
  messages.begin('proposal/1/card/1', 'C1', null, by.at)
  expect(messages.get('proposal/1/card/1')).toEqual({
    key: 'proposal/1/card/1',
    channel: 'C1',
    thread: null,
    ts: null,
    shows: 0,
    triedAt: by.at,
    readAt: null,
  })
  messages.written('proposal/1/card/1', { channel: 'C1', ts: '1.2' }, 1)
  expect(messages.at('C1', '1.2')).toMatchObject({ ts: '1.2', shows: 1 })
  messages.remember('proposal/1/card/1', { actor: 3, name: 'x' })
  messages.remember('proposal/1/card/1', { actor: 3, name: 'x' })
  expect(messages.reactions('proposal/1/card/1')).toEqual([{ actor: 3, name: 'x' }])
  messages.forget('proposal/1/card/1')
  expect(messages.get('proposal/1/card/1')).toBeNull()
  expect(messages.reactions('proposal/1/card/1')).toEqual([])
})

test('of the messages that listen the least recently read comes first, and intents never', () => {
  const messages = slackMessages(opened(':memory:').db)
  const keys = ['read', 'never-read', 'deaf', 'read-long-ago', 'intent']
  for (const [index, key] of keys.entries()) {
    messages.begin(key, 'C1', null, by.at)
    if (key !== 'intent') messages.written(key, { channel: 'C1', ts: `1.${index}` }, 1)
    messages.listen(key, true)
  }
  messages.listen('deaf', false)
  messages.wasRead('read', by.at)
  messages.wasRead('read-long-ago', by.at - 1)
  const first = (limit: number) => messages.leastRecentlyRead(limit).map(({ key }) => key)
  expect(first(9)).toEqual(['never-read', 'read-long-ago', 'read'])
  expect(first(1)).toEqual(['never-read'])
  messages.begin('read', 'C1', null, by.at)
  messages.written('read', { channel: 'C1', ts: '2.1' }, 1)
  expect(first(9)).toEqual(['never-read', 'read', 'read-long-ago'])
})

describe('nobody else on the machine reads along', () => {
  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

  test.each([0o000, 0o022, 0o077])('with the umask %o', (umask) => {
    const before = process.umask(umask)
    try {
      const path = join(folder(), 'new', 'folder', 'office.db')
      const { db } = opened(path)
      db.exec('CREATE TABLE x (y)')
      expect(modeOf(join(path, '..'))).toBe('700')
      for (const end of ['', '-wal', '-shm', '.lock']) expect(modeOf(`${path}${end}`)).toBe('600')
    } finally {
      process.umask(before)
    }
  })

  test('files that were open to others are closed, and named', () => {
    const path = join(folder(), 'office.db')
    const first = openDatabase(path)
    if ('refused' in first) throw new Error(first.refused)
    first.close()
    chmodSync(path, 0o644)
    const second = openDatabase(path)
    if ('refused' in second) throw new Error(second.refused)
    onTestFinished(second.close)
    expect(second.tightened).toEqual([path])
    expect(modeOf(path)).toBe('600')
  })

  test('a folder that others may enter is refused and left as it is', () => {
    const wide = folder()
    chmodSync(wide, 0o755)
    const path = join(wide, 'office.db')
    expect(openDatabase(path)).toMatchObject({ refused: 'wide', path })
    expect(existsSync(path)).toBe(false)
    expect(modeOf(wide)).toBe('755')
  })
})
