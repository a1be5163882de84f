import { expect, test } from 'vitest'
import { figuresCsv, hasLists, listsCsv } from '../../src/report/csv.ts'
import type { Block, Figure, Table } from '../../src/report/document.ts'
import { figure, reportDocument } from '../support/report-document.ts'

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

function table(given: Partial<Table> = {}): Table {
  return {
    is: 'table',
    caption: 'Antworten',
    columns: [
      { title: 'Anliegen', numeric: false },
      { title: 'Anzahl', numeric: true },
    ],
    rows: [],
    unit: 'Anzahl',
    note: null,
    ...given,
  }
}

/** The lines below the first one, for one figure in a chapter. */
function lineFor(it: Figure, given: Partial<Table> = {}): string {
  const blocks: Block[] = [
    { is: 'heading', level: 1, text: '4. Dialog' },
    { is: 'heading', level: 2, text: '4.1 Antworten' },
    table({ rows: [{ head: 'Frage', cells: [{ figure: it }] }], ...given }),
  ]
  return decode(figuresCsv(reportDocument({ blocks }))).split('\r\n')[1]!
}

test('the figures open in a German Excel: byte order mark, semicolons, CRLF', () => {
  const text = decode(figuresCsv(reportDocument()))
  expect(text.startsWith('\ufeffKapitel;Tabelle;Zeile;Spalte;Wert;Einheit;Angezeigt\r\n')).toBe(
    true,
  )
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toContain('\n')
})

test('every figure of every table has its row', () => {
  const figures = reportDocument().blocks.flatMap((block) =>
    block.is === 'table'
      ? block.rows.flatMap(({ cells }) => cells.filter((cell) => 'figure' in cell))
      : [],
  )
  const lines = decode(figuresCsv(reportDocument())).trimEnd().split('\r\n')
  expect(lines).toHaveLength(1 + figures.length)
  expect(lines).toContain(
    '3. Auftritt und Nutzung;Auftritt im Vergleich der Quartale;Einblendungen je Beitrag, Median;III. Quartal 2026;1190,5;Anzahl;1.190,5',
  )
})

test.each([
  [figure(1234), '1234;Anzahl;1.234'],
  [figure(0.25, '0,25'), '0,25;Anzahl;0,25'],
  [figure(-3), "-3;Anzahl;'-3"],
  [figure(null), ';Anzahl;keine Daten'],
  [figure(null, 'unter 3'), ';Anzahl;unter 3'],
])('a figure %o ends its row with %s', (it, end) => {
  expect(lineFor(it)).toBe(`4. Dialog;Antworten;Frage;Anzahl;${end}`)
})

test.each([
  [`=cmd|' /C calc'!A0`, `'=cmd|' /C calc'!A0`],
  ['+49 40 428', `'+49 40 428`],
  ['-1+1', `'-1+1`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\tTab', `'\tTab`],
  ['\rZeile', `"'\nZeile"`],
  ['＝1+1', `'＝1+1`],
  ['sagt "ja"; nein', '"sagt ""ja""; nein"'],
  ['zwei\r\nZeilen', '"zwei\nZeilen"'],
  ['a=b', 'a=b'],
])('a caption %j is written as %j', (caption, written) => {
  expect(
    decode(
      figuresCsv(
        reportDocument({
          blocks: [table({ caption, rows: [{ head: 'x', cells: [{ figure: figure(1) }] }] })],
        }),
      ),
    ).split('\r\n')[1],
  ).toBe(`;${written};x;Anzahl;1;Anzahl;1`)
})

test('a table without figures is listed with its own columns, a link by its address', () => {
  const lines = decode(listsCsv(reportDocument())).split('\r\n')
  expect(lines[0]).toBe('\ufeffVeröffentlicht;Thema;Beginn des Textes;Verweis')
  expect(lines[38]).toContain(';https://x.com/ba_bergedorf/status/1987654321037')
  expect(lines).toHaveLength(1 + 38 + 1)
})

test('two lists stand one below the other; an empty table for figures is none', () => {
  const list = (title: string): Table =>
    table({ columns: [{ title, numeric: false }], rows: [{ head: 'eins', cells: [] }] })
  const blocks = [list('Erste'), table(), list('Zweite')]
  expect(decode(listsCsv(reportDocument({ blocks })))).toBe(
    '\ufeffErste\r\neins\r\n\r\nZweite\r\neins\r\n',
  )
})

test('a report without tables still has its first line', () => {
  expect(decode(figuresCsv(reportDocument({ blocks: [] })))).toMatch(/^\ufeffKapitel;.*\r\n$/)
  expect(decode(listsCsv(reportDocument({ blocks: [] })))).toBe('\ufeff')
})

test('a figure that has a unit of its own is listed with it', () => {
  const document = reportDocument({
    blocks: [
      { is: 'heading', level: 1, text: 'Dialog' },
      {
        is: 'table',
        caption: 'Antworten',
        columns: [
          { title: 'Kennzahl', numeric: false },
          { title: 'III/2026', numeric: true },
        ],
        rows: [
          { head: 'Antworten', cells: [{ figure: { value: 11, shown: '11' } }] },
          { head: 'Anteil', cells: [{ figure: { value: 82, shown: '82 %', unit: 'Prozent' } }] },
        ],
        unit: 'Anzahl',
        note: null,
      },
    ],
  })
  const lines = new TextDecoder().decode(figuresCsv(document)).split('\r\n')
  expect(lines.slice(1, 3)).toEqual([
    'Dialog;Antworten;Antworten;III/2026;11;Anzahl;11',
    'Dialog;Antworten;Anteil;III/2026;82;Prozent;82 %',
  ])
  expect(hasLists(document)).toBe(false)
})
