// The same report without Slack, beside the running office: npm run report.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { documentOf } from '../../src/report/draw-up.ts'
import { openDatabase } from '../../db/database.ts'
import { openWorld, type World } from '../support/office.ts'
import { startProgram } from '../support/process.ts'
import { liveThrough, secrets } from '../support/years.ts'

vi.setConfig({ testTimeout: 60_000 })

async function draws(
  { config }: World,
  ...words: string[]
): Promise<{ code: unknown; said: string }> {
  await using program = startProgram(config, ['src/cli/report.ts', ...words])
  const code = await program.ended
  return { code, said: program.said() }
}

test('a quarter becomes five files; the table of figures says what the document says', async () => {
  await using world = await openWorld()
  const opened = openDatabase(world.config.DATABASE_PATH)
  if ('refused' in opened) throw new Error(opened.refused)
  const [from, to] = [Date.UTC(2026, 3, 6), Date.UTC(2026, 9, 12)]
  liveThrough(opened.db, { from, to, postsPerWeek: 3, mentionsPerWeek: 6 })
  const out = join(world.folder, 'bericht')
  // The office goes on writing meanwhile.
  const { code, said } = await draws(world, '2026-Q3', '--out', out)
  opened.close()
  expect(said).toContain(join(out, 'bericht-2026-Q3.docx'))
  expect(code).toBe(0)
  const files = readdirSync(out).sort()
  expect(files).toEqual([
    'bericht-2026-Q3-beitraege.csv',
    'bericht-2026-Q3-kennzahlen.csv',
    'bericht-2026-Q3.docx',
    'bericht-2026-Q3.pdf',
    'bericht-2026-Q3.png',
  ])
  const csv = readFileSync(join(out, 'bericht-2026-Q3-kennzahlen.csv'), 'utf8')
  const document = documentOf({
    database: world.config.DATABASE_PATH,
    period: { year: 2026, quarter: 3 },
    drawnUpAt: to,
    zone: 'Europe/Berlin',
    hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '16:00' },
    eurPerUsd: null,
  })
  const figures = document.blocks.flatMap((block) =>
    block.is === 'table'
      ? block.rows.flatMap(({ cells }) => cells.filter((cell) => 'figure' in cell))
      : [],
  )
  // One line each, and the heading.
  expect(csv.trim().split('\r\n')).toHaveLength(figures.length + 1)
  for (const { label, figure } of document.keyFigures) {
    expect(csv).toContain(`Kennzahlen im Überblick;${label};III/2026;${figure.value}`)
  }
  for (const name of files) {
    const text = readFileSync(join(out, name)).toString('latin1')
    for (const secret of [...secrets.users, secrets.handle, secrets.words])
      expect(text).not.toContain(secret)
  }
})

test('what is no period, lies ahead or has no database gets a sentence, not a stack', async () => {
  await using world = await openWorld()
  const usage = await draws(world, 'bald')
  expect(usage.code).toBe(1)
  expect(usage.said).toContain('npm run report -- 2026-Q3')
  expect(await draws(world, '2999-Q1')).toEqual({
    code: 1,
    said: 'I. Quartal 2999: Dieser Zeitraum hat noch nicht begonnen.\n',
  })
  const none = await draws(world, '2025-Q1')
  expect(none.code).toBe(1)
  expect(none.said).toContain('gibt es noch keine lesbare Aufzeichnung.')
})

test.for([
  ['nothing at all', null],
  ['an empty file', ''],
  ['no database', 'Das ist keine Datenbank. '.repeat(300)],
] as const)('of %s no report is drawn up, and a sentence says so', async ([, words]) => {
  await using world = await openWorld()
  if (words !== null) writeFileSync(world.config.DATABASE_PATH, words, { mode: 0o600 })
  const { code, said } = await draws(world, '2026-Q3', '--out', world.folder)
  expect(said.trim()).toBe(
    `Unter ${world.config.DATABASE_PATH} gibt es noch keine lesbare Aufzeichnung. Bitte prüfen Sie DATABASE_PATH.`,
  )
  expect(code).toBe(1)
})

test('a folder that takes nothing is named', async () => {
  await using world = await openWorld()
  const opened = openDatabase(world.config.DATABASE_PATH)
  if ('refused' in opened) throw new Error(opened.refused)
  opened.close()
  const out = join(world.folder, 'eine-datei')
  writeFileSync(out, '')
  const { code, said } = await draws(world, '2026-Q3', '--out', out)
  expect(said).toContain(`In den Ordner „${out}“ lässt sich nichts schreiben.`)
  expect(code).toBe(1)
})
