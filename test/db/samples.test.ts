// Databases that earlier versions wrote. Each one must open, be whole and tell every life, for good.
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase, type Db } from '../../db/database.ts'
import { verify } from '../../db/history.ts'
import { lives } from '../../db/lives.ts'
import { records } from '../../db/records.ts'
import { evolveConversation, mayFollowInConversation } from '../../src/core/conversation/evolve.ts'
import { accessMatter } from '../../src/core/access/access.ts'
import { erasureMatter } from '../../src/core/erasure/erasure.ts'
import { evolveFlood, mayFollowInFlood } from '../../src/core/flood/flood.ts'
import { kindsOfMatter, replay, type KindOfMatter, type Recorded } from '../../src/core/matter.ts'
import { declarationMatter } from '../../src/core/declaration/declaration.ts'
import { evolveMeasure, mayFollowInMeasure } from '../../src/core/measure/evolve.ts'
import { evolve, mayFollow } from '../../src/core/proposal/evolve.ts'
import { reportOrderMatter } from '../../src/core/report-order/report-order.ts'
import { makeSample, sampleInstant } from '../support/sample-database.ts'

const samples = join(import.meta.dirname, 'samples')
const stored = readdirSync(samples).filter((name) => name.endsWith('.db'))

// What is true after a life, by kind of matter. `never` takes what history says as it is.
const stateOf: Record<KindOfMatter, (number: number, life: Recorded<never>[]) => unknown> = {
  proposal: (number, life) => replay(evolve, number, life),
  conversation: (number, life) => replay(evolveConversation, number, life),
  measure: (number, life) => replay(evolveMeasure, number, life),
  erasure: (number, life) => replay(erasureMatter.evolve, number, life),
  flood: (number, life) => replay(evolveFlood, number, life),
  'report-order': (number, life) => replay(reportOrderMatter.evolve, number, life),
  access: (number, life) => replay(accessMatter.evolve, number, life),
  declaration: (number, life) => replay(declarationMatter.evolve, number, life),
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'amtsfunk-samples-'))
  onTestFinished(() => {
    rmSync(made, { recursive: true, force: true })
  })
  return made
}

function opened(path: string): Db {
  const result = openDatabase(path)
  if ('refused' in result) throw new Error(`${result.refused} ${result.detail}`)
  onTestFinished(result.close)
  return result.db
}

/** The number of lives that could be told, by kind. Throws where one is impossible. */
function tellAll(db: Db): Partial<Record<KindOfMatter, number>> {
  const told: Partial<Record<KindOfMatter, number>> = {}
  for (const about of kindsOfMatter) {
    const all = lives<never>(db, about)
    for (let number = 1; number < all.next(); number += 1) {
      if (stateOf[about](number, all.life(number)) === null) throw new Error(`${about} ${number}`)
      told[about] = number
    }
  }
  return told
}

test('the version that is about to be released has its sample', () => {
  expect(stored).toContain('0.2.0.db')
})

test.for(stored)('%s opens, is whole and tells every life', (name) => {
  const path = join(folder(), 'sample.db')
  copyFileSync(join(samples, name), path)
  expect(statSync(path).size).toBeLessThan(250_000)
  const db = opened(path)
  expect(verify(db)).toMatchObject({ whole: true })
  expect(tellAll(db)).toMatchObject({
    proposal: expect.any(Number) as number,
    conversation: expect.any(Number) as number,
    measure: expect.any(Number) as number,
    erasure: expect.any(Number) as number,
  })
  const day = 24 * 60 * 60_000
  const quarter = { first: '2026-10-01', last: '2026-12-31' }
  const span = { from: sampleInstant - 60 * day, to: sampleInstant + 30 * day, ...quarter }
  expect(records(db, 'x', 'Europe/Berlin').of(span).proposals.length).toBeGreaterThan(20)
})

test('a sample made now holds everything that can happen, and a row in every table', () => {
  const path = join(folder(), 'new.db')
  makeSample(path)
  const db = opened(path)
  tellAll(db)
  const happened = (about: KindOfMatter) =>
    new Set(
      db
        .prepare<[string], string>('SELECT DISTINCT type FROM event WHERE about = ?')
        .pluck()
        .all(about),
    )
  const missing = (about: KindOfMatter, table: Record<string, readonly string[]>) =>
    Object.values(table)
      .flat()
      .filter((type) => !happened(about).has(type))
  expect(missing('proposal', mayFollow)).toEqual([])
  expect(missing('conversation', mayFollowInConversation)).toEqual([])
  expect(missing('measure', mayFollowInMeasure)).toEqual([])
  expect(missing('flood', mayFollowInFlood)).toEqual([])
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all()
  const empty = tables.filter((table) => db.prepare(`SELECT 1 FROM ${table}`).get() === undefined)
  expect(empty).toEqual([])
})

test('the same program makes the same sample, but for salts and what follows from them', () => {
  const [one, other] = [join(folder(), 'one.db'), join(folder(), 'other.db')]
  makeSample(one)
  makeSample(other)
  expect(rowsOf(opened(one))).toEqual(rowsOf(opened(other)))
})

/** Every row of every table, as text without what is random. */
function rowsOf(db: Db): string[] {
  const tables = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all()
  return tables.flatMap((table) =>
    db
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .map((row) => `${table} ${JSON.stringify(row).replace(/[0-9a-f]{32,64}/g, '…')}`),
  )
}
