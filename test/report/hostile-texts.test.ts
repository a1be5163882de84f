import { expect, test } from 'vitest'
import type { ReportDocument } from '../../src/report/document.ts'
import { filesOf } from '../../src/report/files.ts'
import { docxText } from '../support/docx.ts'
import { readPdf } from '../support/pdf.ts'
import { figure } from '../support/report-document.ts'
import { textsOf } from '../support/report-texts.ts'

const long = 'Donaudampfschifffahrtsgesellschaft '.repeat(86).slice(0, 3000).trim()

/** The text in every place that a document has. */
function filledWith(text: string): ReportDocument {
  const it = figure(1, text)
  const bars = [{ label: text, figure: it }]
  const chart = { is: 'chart', title: text, message: text, unit: text } as const
  return {
    title: text,
    subtitle: text,
    author: text,
    drawnUpAt: 0,
    form: [{ label: text, text }],
    blocks: [
      { is: 'heading', level: 2, text },
      { is: 'heading', level: 1, text },
      { is: 'paragraph', text },
      { is: 'list', items: [text] },
      { is: 'prompt', text },
      {
        is: 'table',
        caption: text,
        columns: [
          { title: text, numeric: false },
          { title: text, numeric: true },
          { title: text, numeric: false },
        ],
        rows: [{ head: text, cells: [{ figure: it }, { text, url: text }] }],
        unit: text,
        note: text,
      },
      { ...chart, id: 'a', drawing: { is: 'bars', bars } },
      { ...chart, id: 'b', drawing: { is: 'line', points: [...bars, ...bars] } },
    ],
    keyFigures: [{ label: text, figure: it }],
    preview: 'a',
  }
}

const flat = (text: string) => text.replace(/[-\u00ad\u200b\s]+/g, '')

test.each([
  `=cmd|' /C calc'!A0`,
  '#panic("an") #read("/etc/passwd") #[x]',
  '$x$ *fett* _kursiv_ `roh` ~ -- --- ... @verweis <marke> // Rest /* Rest */',
  '= Überschrift',
  '+ Liste / Begriff: Wort',
  '\\u{1F600} \\ \\n',
  '<b>fett</b> &amp; </w:t></w:r> ]]> <!--',
  `"doppelt" 'einfach' „deutsch“`,
  'https://example.org/a?b=c&d=(e)',
  'datum.label + "x" {expr}',
])('%s comes out as typed', async (text) => {
  const places = textsOf(filledWith(text)).length
  const files = await filesOf(filledWith(text), 'b')
  const word = docxText(files[0]!.bytes)
  expect(word.split(text).length - 1).toBe(places)
  const { text: pdf, info } = await readPdf(files[1]!.bytes)
  expect(flat(pdf).split(flat(text)).length - 1).toBeGreaterThanOrEqual(places)
  expect(info.Title).toBe(text)
})

test('three thousand characters in every place stand there in full', async () => {
  const places = textsOf(filledWith(long)).length
  const files = await filesOf(filledWith(long), 'b')
  expect(docxText(files[0]!.bytes).split(long).length - 1).toBe(places)
  const words = flat((await readPdf(files[1]!.bytes)).text).split('gesellschaft').length - 1
  expect(words).toBeGreaterThanOrEqual(places * 85)
})

test.each([
  ['\u0000nu\u0007ll\u001b[31m\u0085', 'null[31m', 'null[31m'],
  ['halb \ud83d und \udc00 halb\uffff', 'halb  und  halb', 'halb und halb'],
  ['zwei\r\nZeilen\rdrei', 'zwei\nZeilen\ndrei', 'zwei Zeilen drei'],
  ['Feier 🎉 👨‍👩‍👧 🇩🇪 ❤️', 'Feier 🎉 👨‍👩‍👧 🇩🇪 ❤️', 'Feier 🎉 👨‍👩‍👧 🇩🇪'],
  ['links \u202erechts\u202c \u200f', 'links \u202erechts\u202c \u200f', 'links'],
  ['\u0301a\u2028\u115fb\u3164 \u1680c', '\u0301a\n\u115fb', 'c'],
  ['𝐁𝐨𝐥𝐝', '𝐁𝐨𝐥𝐝', 'Bold'],
  ['Привіт مرحبا 你好', 'Привіт مرحبا 你好', 'Привіт □□□□□ □□'],
  ['e\u0301 ñ ẞ ł ğ', 'e\u0301 ñ ẞ ł ğ', 'ñ ẞ ł ğ'],
])('%j never breaks a report', async (text, inWord, inPdf) => {
  const files = await filesOf(filledWith(text), 'b')
  expect(docxText(files[0]!.bytes)).toContain(inWord)
  const { text: pdf } = await readPdf(files[1]!.bytes)
  expect(flat(pdf)).toContain(flat(inPdf))
})

test('a word of three thousand letters is broken, not the report', async () => {
  const files = await filesOf(filledWith('x'.repeat(3000)), 'b')
  expect(docxText(files[0]!.bytes)).toContain('x'.repeat(3000))
})

test('only an address of the web becomes a link', async () => {
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', '\\\\server\\share', '']) {
    const files = await filesOf({ ...filledWith('x'), ...linkedTo(url) }, 'b')
    expect((await readPdf(files[1]!.bytes)).links).toEqual([])
    expect(docxText(files[0]!.bytes)).toContain('hier')
  }
})

function linkedTo(url: string): Pick<ReportDocument, 'blocks'> {
  const columns = [
    { title: 'a', numeric: false },
    { title: 'b', numeric: false },
  ] as const
  const rows = [{ head: 'Beitrag', cells: [{ text: 'hier', url }] }]
  const { blocks } = filledWith('x')
  return {
    blocks: [
      { is: 'table', caption: 'Links', columns: [...columns], rows, unit: 'x', note: null },
      ...blocks.filter(({ is }) => is === 'chart'),
    ],
  }
}

test('a document with nothing in it is still one', async () => {
  const charts = filledWith('x').blocks.filter(({ is }) => is === 'chart')
  const files = await filesOf({ ...filledWith('x'), form: [], blocks: charts }, 'b')
  // There is no list to be had as CSV.
  expect(files.map(({ name }) => name)).toEqual(['b.docx', 'b.pdf', 'b-kennzahlen.csv', 'b.png'])
})
