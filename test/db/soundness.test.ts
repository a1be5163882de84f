// A file that was damaged, half copied or mixed with another one is noticed before anything is built on it.
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase, type Db } from '../../db/database.ts'
import { verify } from '../../db/history.ts'
import { lives } from '../../db/lives.ts'
import { makeSample } from '../support/sample-database.ts'

const page = 1024
const by = { actor: 1, at: Date.UTC(2026, 10, 23, 9) }

/** The path of a database of its own with everything in it. */
function sample(): string {
  const folder = mkdtempSync(join(tmpdir(), 'amtsfunk-sound-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const path = join(folder, 'amtsfunk.db')
  makeSample(path)
  return path
}

/** Whether it opens, or why not; closes it again. */
function tried(path: string): string {
  const result = openDatabase(path)
  if ('refused' in result) return result.refused
  result.close()
  return 'opens'
}

function opened(path: string): { db: Db; close: () => void } {
  const result = openDatabase(path)
  if ('refused' in result) throw new Error(`${result.refused} ${result.detail}`)
  return result
}

test('a sound file opens, and opens again', () => {
  const path = sample()
  expect([tried(path), tried(path)]).toEqual(['opens', 'opens'])
})

test(
  'whichever page is damaged, the file is refused and left as it is',
  { timeout: 60_000 },
  () => {
    const path = sample()
    const sound = readFileSync(path)
    const pages = sound.length / page
    expect(pages).toBeGreaterThan(50)
    const unnoticed: number[] = []
    for (let number = 0; number < pages; number += 1) {
      const damaged = Buffer.from(sound).fill(0xaa, number * page, (number + 1) * page)
      writeFileSync(path, damaged)
      const end = tried(path)
      if (end !== 'damaged' && !(number === 0 && end === 'not-a-database')) unnoticed.push(number)
      expect(readFileSync(path).equals(damaged)).toBe(true)
    }
    expect(unnoticed).toEqual([])
  },
)

test.for([
  ['its last page is missing', (bytes: Buffer) => bytes.subarray(0, -page)],
  ['half of it is missing', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['it breaks off within a page', (bytes: Buffer) => bytes.subarray(0, -300)],
  [
    'its second half never arrived',
    (bytes: Buffer) => Buffer.from(bytes).fill(0, bytes.length / 2),
  ],
  [
    'a page in its middle is missing',
    (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 20 * page), bytes.subarray(21 * page)]),
  ],
  [
    'words in history are others',
    (bytes: Buffer) => {
      const at = bytes.lastIndexOf('Chrysander')
      return Buffer.concat([bytes.subarray(0, at), Buffer.from('X'), bytes.subarray(at + 1)])
    },
  ],
] as const)('a file is refused when %s', ([, change]) => {
  const path = sample()
  writeFileSync(path, change(readFileSync(path)))
  expect(tried(path)).toBe('damaged')
})

test('a file of which nothing is left does not begin anew', () => {
  const path = sample()
  expect(tried(path)).toBe('opens')
  truncateSync(path)
  expect([tried(path), tried(path)]).toEqual(['gone', 'gone'])
  rmSync(path)
  expect([tried(path), tried(path)]).toEqual(['gone', 'gone'])
  rmSync(`${path}.lock`)
  expect(tried(path)).toBe('opens')
})

test('the log of a file that is missing is not dropped', () => {
  const path = sample()
  rmSync(path)
  writeFileSync(`${path}-wal`, 'What was decided last stands here.')
  expect(tried(path)).toBe('gone')
  expect(existsSync(`${path}-wal`)).toBe(true)
})

test('a log that belongs to another state is noticed, and the backup beside it stays good', () => {
  const path = sample()
  const backup = `${path}.backup`
  copyFileSync(path, backup)
  const { db, close } = opened(path)
  const proposals = lives<{ type: string }>(db, 'proposal')
  for (let round = 0; round < 300; round += 1) {
    proposals.append(proposals.next(), 0, [{ type: 'proposed' }, { type: 'withdrawn' }], by)
    // The log begins anew, and only what happens after this stands in it.
    if (round === 250) db.pragma('wal_checkpoint(TRUNCATE)')
  }
  // Killed here: the log stays. Then only the file itself is put back.
  const log = readFileSync(`${path}-wal`)
  close()
  copyFileSync(backup, path)
  writeFileSync(`${path}-wal`, log)
  expect([tried(path), tried(path)]).toEqual(['damaged', 'damaged'])
  for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
  const restored = opened(path)
  expect(verify(restored.db)).toMatchObject({ whole: true })
  expect(lives(restored.db, 'proposal').next()).toBeLessThan(100)
  restored.close()
})

test('an event that was taken out is missed', () => {
  const path = sample()
  const { db, close } = opened(path)
  db.exec('DROP TRIGGER event_is_kept; DELETE FROM event WHERE number = 5')
  close()
  expect(tried(path)).toBe('damaged')
})
