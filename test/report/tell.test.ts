// What the report says of a quarter: nothing invented, nothing about persons, the same twice.
import { shareOf } from '../../src/report/chapters/told.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { experiences } from '../../db/experiences.ts'
import { proposalLives } from '../../db/proposal-lives.ts'
import { documentOf, type Order } from '../../src/report/draw-up.ts'
import { guarded, guardedSum } from '../../src/report/chapters/told.ts'
import type { ReportDocument, Table } from '../../src/report/document.ts'
import { liveThrough, secrets } from '../support/years.ts'
import { proposed } from '../support/quarter.ts'

const order: Omit<Order, 'database'> = {
  period: { year: 2026, quarter: 3 },
  drawnUpAt: Date.UTC(2026, 9, 1, 6),
  zone: 'Europe/Berlin',
  hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '16:00' },
  eurPerUsd: 0.86,
}

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'amtsfunk-report-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return join(folder, 'a.db')
}

/** A database after half a year, and whatever is done to it then. */
function lived(then: (db: Parameters<typeof liveThrough>[0]) => void = () => undefined): string {
  const path = file()
  const opened = openDatabase(path)
  if ('refused' in opened) throw new Error(opened.refused)
  const [from, to] = [Date.UTC(2026, 3, 6), Date.UTC(2026, 9, 12)]
  liveThrough(opened.db, { from, to, postsPerWeek: 3, mentionsPerWeek: 6 })
  then(opened.db)
  opened.close()
  return path
}

function tables({ blocks }: ReportDocument): Table[] {
  return blocks.filter((block) => block.is === 'table')
}

function shown(document: ReportDocument, caption: string, head: string): (string | undefined)[] {
  const row = tables(document)
    .find((table) => table.caption === caption)
    ?.rows.find((one) => one.head === head)
  return row?.cells.map((cell) => ('figure' in cell ? cell.figure.shown : cell.text)) ?? []
}

test('every chapter is there, in the order the committee knows', () => {
  const { blocks } = documentOf({ ...order, database: lived() })
  const titles = blocks.flatMap((block) =>
    block.is === 'heading' && block.level === 1 ? [block.text] : [],
  )
  expect(titles).toEqual([
    '1. Anlass und Auftrag',
    '2. Das Wichtigste in Kürze',
    '3. Auftritt und Nutzung',
    '4. Dialog mit den Bürgerinnen und Bürgern',
    '5. Moderation und Netiquette',
    '6. Warnungen und besondere Lagen',
    '7. Arbeitsweise',
    '8. Aufwand und Nutzen',
    '9. Datenschutz und Barrierefreiheit',
    '10. Erfahrungen und Schlussfolgerungen',
    'Petitum',
    'Anlage 1: Weitere Zahlen',
    'Anlage 2: Liste der Beiträge',
    'Anlage 3: Methode, Lücken und Nachträge',
  ])
})

test('no id of staff, no handle, name or word of a citizen is in it', () => {
  const said = JSON.stringify(documentOf({ ...order, database: lived() }))
  for (const secret of [...secrets.users, secrets.handle, secrets.name, secrets.words]) {
    expect(said).not.toContain(secret)
  }
  expect(said).not.toMatch(/U0[A-Z0-9]{4,}/)
})

test('the quarter stands beside earlier ones of which something is known; of others that is said once', () => {
  const document = documentOf({ ...order, database: lived() })
  const submitted = shown(document, 'Vorschläge und Entscheidungen', 'eingereicht')
  expect(submitted).toHaveLength(2)
  for (const number of submitted) expect(Number(number)).toBeGreaterThan(30)
  expect(JSON.stringify(document.blocks)).toContain(
    'III. Quartal 2025: keine Daten, weil der Verlauf noch nicht geführt wurde.',
  )
  expect(JSON.stringify(document.blocks)).toContain('II. Quartal 2026: Daten erst ab 06.04.2026')
})

test('the same history gives the same report; what happens later changes no figure of a closed quarter', () => {
  const path = lived()
  const first = documentOf({ ...order, database: path })
  expect(documentOf({ ...order, database: path })).toEqual(first)
  const opened = openDatabase(path)
  if ('refused' in opened) throw new Error(opened.refused)
  const by = { actor: 1, at: Date.UTC(2026, 10, 3) }
  const past = proposalLives(opened.db)
  past.append(past.next(), 0, [{ ...proposed(), form: 'late' } as never], by)
  opened.close()
  expect(documentOf({ ...order, database: path })).toEqual(first)
})

test('a database without anything gives a report without any number', () => {
  const path = file()
  const opened = openDatabase(path)
  if ('refused' in opened) throw new Error(opened.refused)
  opened.close()
  const document = documentOf({ ...order, database: path })
  const figures = tables(document).flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap((cell) => ('figure' in cell ? [cell.figure] : []))),
  )
  expect(figures.filter(({ value }) => value !== null)).toEqual([])
  expect(document.preview).toBeNull()
  expect(JSON.stringify(document.blocks)).toContain(
    'Keine Daten, weil Erwähnungen nicht gelesen werden.',
  )
})

test('what was noted in the quarter stands in the last chapter, what was taken back does not', () => {
  const path = lived((db) => {
    const notes = experiences(db)
    notes.note('Der Hinweis auf den Melde-Michel hilft.', 'verkehr', Date.UTC(2026, 7, 12))
    notes.note('Ohne Thema.', null, Date.UTC(2026, 7, 13))
    notes.note('Zu spät.', null, Date.UTC(2026, 9, 2))
    notes.takeBack(notes.note('Vertippt.', null, Date.UTC(2026, 7, 14)))
  })
  const lists = documentOf({ ...order, database: path }).blocks.filter(
    (block) => block.is === 'list',
  )
  expect(lists[0]?.items).toEqual([
    '12.08.2026, Verkehr & Baustellen: Der Hinweis auf den Melde-Michel hilft.',
    '13.08.2026: Ohne Thema.',
  ])
})

test('a running quarter says that it is not over', () => {
  const now = Date.UTC(2026, 8, 1)
  const { form } = documentOf({ ...order, database: lived(), drawnUpAt: now })
  expect(form.map(({ text }) => text).join()).toContain('der Zeitraum läuft noch')
})

test('a year is told as one', () => {
  const document = documentOf({
    ...order,
    database: lived(),
    period: { year: 2026, quarter: null },
  })
  expect(document.subtitle).toBe('Bericht für das Jahr 2026 (01.01.2026 bis 31.12.2026)')
  expect(shown(document, 'Kennzahlen im Überblick', 'Beiträge')).toHaveLength(1)
  expect(JSON.stringify(document.blocks)).toContain('Jahr 2025: keine Daten')
})

test('without a rate euros are a gap that is named', () => {
  const document = documentOf({ ...order, database: lived(), eurPerUsd: null })
  expect(shown(document, 'Kosten der Schnittstelle von X', 'Summe').at(-1)).toBe('keine Daten')
  const costs = tables(document).find(({ caption }) => caption === 'Kosten der Schnittstelle von X')
  expect(costs?.note).toContain('kein Umrechnungskurs')
})

test.for([
  [
    [5, 0, 3],
    ['5', '0', '3'],
  ],
  // The sum would give 1 away.
  [
    [5, 1, 3],
    ['5', 'unter 3', 'k. A.'],
  ],
  [
    [1, 2, 4],
    ['unter 3', 'unter 3', '4'],
  ],
  // 1 and 1: the rest of the sum is 2, so both would be known.
  [
    [1, 1, 4],
    ['unter 3', 'unter 3', 'k. A.'],
  ],
  [[1], ['unter 3']],
  [[0], ['0']],
  [[], []],
] as const)('numbers about persons: %j are shown as %j', ([numbers, words]) => {
  expect(guarded(numbers).map(({ shown: word }) => word)).toEqual(words)
})

test.for([
  [[5, 1, 3], '9'],
  // Three of them make three: each would be known.
  [[1, 1, 1], 'k. A.'],
  [[2, 2, 2], 'k. A.'],
  [[1, 2], '3'],
  [[1, 1], 'unter 3'],
  [[0, 0], '0'],
] as const)('the sum of %j about persons is shown as %s', ([numbers, word]) => {
  expect(guardedSum(numbers).shown).toBe(word)
})

test('no number about persons of 1 or 2 is ever shown or carried along', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), (numbers) => {
      for (const [index, { value, shown: word }] of guarded(numbers).entries()) {
        const number = numbers[index] ?? 0
        if (number === 1 || number === 2) expect([value, word]).toEqual([null, 'unter 3'])
        else expect(word === 'k. A.' ? value === null : value === number).toBe(true)
      }
    }),
  )
})

test('a share says what it is of, and per cent only from twenty cases on', () => {
  const shown = (some: number, all: number) => shareOf({ some, all })
  expect(shown(9, 11)).toEqual({ value: null, shown: '9 von 11', unit: 'Prozent' })
  expect(shown(19, 19)).toMatchObject({ value: null, shown: '19 von 19' })
  expect(shown(17, 20)).toEqual({ value: 85, shown: '17 von 20 (85 %)', unit: 'Prozent' })
  expect(shown(0, 0)).toMatchObject({ value: null, shown: 'entfällt' })
})
