// Somebody else reads the file or holds its lock: it is noticed, tried again, and nobody waits meanwhile.
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { isBusyOrFull, openDatabase, readDatabase, type Db } from '../../db/database.ts'
import { mentions } from '../../db/mentions.ts'
import { people } from '../../db/people.ts'
import { inTurns, patiently } from '../../db/turns.ts'
import { longestHoldUp } from '../support/held-up.ts'
import { liveThrough, secrets } from '../support/years.ts'

const day = 24 * 60 * 60_000

function opened(): { db: Db; folder: string; path: string } {
  const folder = mkdtempSync(join(tmpdir(), 'amtsfunk-turns-'))
  const path = join(folder, 'amtsfunk.db')
  const result = openDatabase(path)
  if ('refused' in result) throw new Error(result.refused)
  onTestFinished(() => {
    result.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { db: result.db, folder, path }
}

/** Another program that has begun to write and does not end. */
function writerAt(path: string): { leaves(): void } {
  const other = new Database(path)
  other.exec('BEGIN IMMEDIATE')
  onTestFinished(() => {
    other.close()
  })
  return { leaves: () => void other.exec('ROLLBACK') }
}

function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

/** The files of a database in which a word stands. */
function filesWith(folder: string, word: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(word))
}

test('a thousand words are erased beside a reader without holding anybody up, and for good once it is gone', async () => {
  const { db, folder, path } = opened()
  const life = { from: 0, to: 7 * day, postsPerWeek: 0, mentionsPerWeek: 1_000 }
  liveThrough(db, life)
  const kept = mentions(db)
  const reader = readDatabase(path)
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM event').get()

  const numbers = kept.ofHandle(secrets.handle).map(({ number }) => number)
  expect(numbers).toHaveLength(1_000)
  const heldUp = await longestHoldUp(async () => {
    await inTurns(db, numbers, kept.erase)
    kept.forgetForGood()
  })
  expect(heldUp).toBeLessThan(250)
  expect(kept.ofHandle(secrets.handle)).toEqual([])
  // What the reader may still look at is still in the file.
  expect(kept.forgetOwed()).toBe(false)
  expect(filesWith(folder, secrets.words)).not.toEqual([])

  reader.close()
  expect(kept.forgetOwed()).toBe(true)
  expect(filesWith(folder, secrets.words)).toEqual([])
})

test('what was erased right before a crash is forgotten with the next start', () => {
  const { db, folder, path } = opened()
  liveThrough(db, { from: 0, to: 7 * day, postsPerWeek: 0, mentionsPerWeek: 5 })
  const kept = mentions(db)
  for (const { number } of kept.ofHandle(secrets.handle)) kept.erase(number)
  // As a killed process leaves it.
  const left = join(folder, 'left.db')
  for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${left}${end}`)
  expect(readFileSync(`${left}-wal`).includes(secrets.words)).toBe(true)
  const next = openDatabase(left)
  if ('refused' in next) throw new Error(next.refused)
  onTestFinished(next.close)
  for (const end of ['', '-wal']) {
    expect(readFileSync(`${left}${end}`).includes(secrets.words)).toBe(false)
  }
})

test('beside a lock a write fails at once, and it can be told from a fault', async () => {
  const { db, path } = opened()
  const other = writerAt(path)
  let error: unknown
  const heldUp = await longestHoldUp(() => {
    error = thrownBy(() => people(db).actor('U0ANNA', 0))
    return Promise.resolve()
  })
  expect(heldUp).toBeLessThan(250)
  expect(isBusyOrFull(error)).toBe(true)
  expect(isBusyOrFull(new Error('the work broke off', { cause: error }))).toBe(true)
  other.leaves()
  expect(people(db).actor('U0ANNA', 0)).toBe(1)
  const fault = thrownBy(() => db.prepare('INSERT INTO person VALUES (0, NULL)').run())
  expect(isBusyOrFull(fault)).toBe(false)
  expect(isBusyOrFull(undefined)).toBe(false)
})

test('what waits patiently is done when the lock is gone, and others go on meanwhile', async () => {
  const { db, path } = opened()
  const other = writerAt(path)
  const heldUp = await longestHoldUp(async () => {
    const waiting = patiently(() => people(db).actor('U0ANNA', 0))
    await rest(300)
    other.leaves()
    expect(await waiting).toBe(1)
  })
  expect(heldUp).toBeLessThan(250)
})

test('patience has an end, and a fault needs none', async () => {
  const { db, path } = opened()
  writerAt(path)
  const begun = performance.now()
  await expect(patiently(() => people(db).actor('U0ANNA', 0))).rejects.toThrow(/locked/)
  expect(performance.now() - begun).toBeLessThan(10_000)
  let tries = 0
  const fails = patiently(() => {
    tries += 1
    throw new Error('a fault')
  })
  await expect(fails).rejects.toThrow('a fault')
  expect(tries).toBe(1)
})
