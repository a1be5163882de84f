import { beforeAll, expect, test } from 'vitest'
import type { Table } from '../../src/report/document.ts'
import { filesOf, type ReportFile } from '../../src/report/files.ts'
import { docxFiles, docxText } from '../support/docx.ts'
import { readPdf, type ReadPdf } from '../support/pdf.ts'
import { reportDocument } from '../support/report-document.ts'
import { textsOf } from '../support/report-texts.ts'

const document = reportDocument()
let files: readonly ReportFile[]
let pdf: ReadPdf

beforeAll(async () => {
  files = await filesOf(document, 'bericht-2026-4')
  pdf = await readPdf(bytesOf('.pdf'))
})

function bytesOf(ending: string): Uint8Array {
  return files.find(({ name }) => name.endsWith(ending))!.bytes
}

// Lines are broken, and words divided, where the page ends.
const flat = (text: string) => text.replace(/[-\u00ad\s]+/g, '')

test('a report is handed out as five files, and only the picture has an alternative text', () => {
  expect(files.map(({ name, altText }) => [name, altText === null])).toEqual([
    ['bericht-2026-4.docx', true],
    ['bericht-2026-4.pdf', true],
    ['bericht-2026-4-kennzahlen.csv', true],
    ['bericht-2026-4-beitraege.csv', true],
    ['bericht-2026-4.png', false],
  ])
  expect(files.map(({ title }) => title)).toMatchInlineSnapshot(`
    [
      "Bericht als Word-Dokument zum Bearbeiten",
      "Bericht als barrierefreies PDF",
      "Anlage 1: Kennzahlen als CSV",
      "Anlage 2: Beiträge als CSV",
      "Vorschau: Konten, die dem Auftritt folgen",
    ]
  `)
  expect(files[4]!.altText).toContain('von 1.218 auf 1.284')
})

test('every text and every figure stands in the Word document', () => {
  const text = docxText(bytesOf('.docx'))
  for (const expected of textsOf(document)) expect(text).toContain(expected)
})

test('every text and every figure stands in the PDF', () => {
  const text = flat(pdf.text)
  for (const expected of textsOf(document)) expect(text).toContain(flat(expected))
})

test('Word and PDF tell the same in the same order', () => {
  const headings = document.blocks.flatMap((it) => (it.is === 'heading' ? [flat(it.text)] : []))
  for (const text of [flat(docxText(bytesOf('.docx'))), flat(pdf.text)]) {
    const places = headings.map((heading) => text.indexOf(heading))
    expect(places).toEqual([...places].sort((one, other) => one - other))
  }
})

test('what a person still has to write is marked as unfinished in both', () => {
  const prompts = document.blocks.filter(({ is }) => is === 'prompt').length
  expect(docxText(bytesOf('.docx')).match(/Bitte ergänzen: /g)).toHaveLength(prompts)
  expect(pdf.text.match(/Bitte ergänzen:/g)).toHaveLength(prompts)
  expect(docxFiles(bytesOf('.docx'))['word/styles.xml']).toMatch(/w:styleId="Offen".*?<w:shd /)
})

test('the Word document has headings, header rows and alternative texts a screen reader finds', () => {
  const xml = docxFiles(bytesOf('.docx'))
  const body = xml['word/document.xml']!
  const tables = document.blocks.filter((it): it is Table => it.is === 'table')
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length)
  expect(body.match(/w:firstColumn="(?:1|true)"/g)).toHaveLength(tables.length + 1)
  expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(body.match(/<w:tr>/g)!.length)
  expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(8)
  expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(2)
  for (const chart of document.blocks.filter((it) => it.is === 'chart')) {
    expect(body).toContain(`descr="${chart.message}" title="${chart.title}"`)
  }
  expect(xml['word/styles.xml']).toContain('<w:lang w:val="de-DE"/>')
  expect(xml['word/settings.xml']).toContain('<w:autoHyphenation/>')
})

test('the Word document knows its title, its author and its pages', () => {
  const xml = docxFiles(bytesOf('.docx'))
  expect(xml['docProps/core.xml']).toContain(`<dc:title>${document.title}</dc:title>`)
  expect(xml['docProps/core.xml']).toContain(`<dc:subject>${document.subtitle}</dc:subject>`)
  expect(xml['docProps/core.xml']).toContain('<dc:creator>Bezirksamt Bergedorf</dc:creator>')
  const footer = xml['word/footer1.xml']!.replace(/<[^>]+>/g, '')
  expect(footer).toMatch(/Seite PAGE von NUMPAGES/)
  expect(xml['word/document.xml']).toContain('<w:pgSz w:w="11906" w:h="16838"')
})

test('numbers stand at the right, texts at the left', () => {
  const body = docxFiles(bytesOf('.docx'))['word/document.xml']!
  const sideOf = (text: string) => body.split(`>${text}<`)[0]!.split('<w:jc w:val="').at(-1)!
  expect(sideOf('61.377')).toMatch(/^(right|end)"/)
  expect(sideOf('Aufrufe des Profils')).toMatch(/^(left|start)"/)
})

test('links can be followed in both', () => {
  const relations = docxFiles(bytesOf('.docx'))['word/_rels/document.xml.rels']!
  for (let at = 0; at < 38; at++) {
    const url = `https://x.com/ba_bergedorf/status/19876543210${at}`
    expect(relations).toContain(`Target="${url}"`)
    expect(pdf.links).toContain(url)
  }
})

test('the PDF is tagged: headings, header cells, captions, alternative texts, language', () => {
  const count = (role: string) => pdf.tags.filter((tag) => tag.role === role).length
  expect(count('H1')).toBe(8)
  expect(count('H2')).toBe(2)
  // One of the five tables goes on on a second page, and is told of on both.
  expect(count('Caption')).toBe(8 + 1)
  expect(count('TH')).toBeGreaterThanOrEqual(3 + 6 + 4 + 4 + 4)
  const alternatives = pdf.tags.flatMap(({ alt }) => alt ?? [])
  const messages = document.blocks.flatMap((it) => (it.is === 'chart' ? [it.message] : []))
  expect(alternatives).toEqual(messages)
  expect(pdf.info).toMatchObject({
    Language: 'de-DE',
    Title: document.title,
    Subject: document.subtitle,
    Author: 'Bezirksamt Bergedorf',
    CreationDate: 'D:20270108093000Z',
  })
  expect(pdf.headings).toHaveLength(8)
})

test('charts in the PDF are drawings whose words can be searched', () => {
  expect(flat(pdf.text)).toContain(flat('Behördennummer 115'))
  expect(pdf.text).toContain('keine Daten')
})

test('a report whose preview names no chart is a fault, not a picture of nothing', async () => {
  await expect(filesOf(reportDocument({ preview: 'fehlt' }), 'x')).rejects.toThrow('"fehlt"')
})
