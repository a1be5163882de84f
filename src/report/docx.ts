import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx'
import { pageWords } from '../wording/report/document.ts'
import { clean } from './clean.ts'
import type { ReportDocument } from './document.ts'
import { bullets, wordBlock } from './docx/blocks.ts'
import { runs } from './docx/runs.ts'
import { steady } from './docx/steady.ts'
import { grey, style, styles } from './docx/styles.ts'
import { formTable } from './docx/tables.ts'
import { numbered } from './numbered.ts'
import type { Pictures } from './pictures.ts'

/** The report for Word and LibreOffice: the Geschäftsstelle edits it and gives it its number. */
export async function docxOf(document: ReportDocument, pictures: Pictures): Promise<Uint8Array> {
  const cleaned = clean(document)
  const word = new Document({
    title: cleaned.title,
    subject: cleaned.subtitle,
    creator: cleaned.author,
    lastModifiedBy: cleaned.author,
    styles,
    numbering: { config: [{ reference: bullets, levels: [bullet] }] },
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true, consecutiveHyphenLimit: 2 },
    sections: [
      {
        properties: { page: a4 },
        footers: { default: new Footer({ children: [footer(cleaned.title)] }) },
        children: [...opening(cleaned), ...bodyOf(cleaned, pictures)],
      },
    ],
  })
  return steady(await Packer.toBuffer(word), document.drawnUpAt)
}

const a4 = {
  // In twentieths of a point: old Words know no millimetres.
  size: { width: 11906, height: 16838 },
  margin: { top: 1417, right: 1134, bottom: 1247, left: 1417, footer: 567 },
} as const

const bullet = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 360, hanging: 260 } } },
}

function opening({ title, subtitle, form }: ReportDocument): FileChild[] {
  return [
    ...(form.length === 0 ? [] : [formTable(form)]),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      spacing: { before: form.length === 0 ? 0 : 360 },
      children: runs(title),
    }),
    new Paragraph({ style: style.subtitle, children: runs(subtitle) }),
  ]
}

function bodyOf({ blocks }: ReportDocument, { charts }: Pictures): FileChild[] {
  return numbered(blocks).flatMap(({ block, number }) => wordBlock(block, { number, charts }))
}

/** The title, and "Seite 3 von 7". */
function footer(title: string): Paragraph {
  const look = { size: 16, color: grey }
  const { CURRENT, TOTAL_PAGES } = PageNumber
  const pages = [`${pageWords.page} `, CURRENT, ` ${pageWords.of} `, TOTAL_PAGES]
  return new Paragraph({
    tabStops: [{ type: 'right', position: 9340 }],
    spacing: { after: 0 },
    children: [...runs(short(title), look), new TextRun({ ...look, children: ['\t', ...pages] })],
  })
}

function short(title: string): string {
  return title.length > 90 ? `${title.slice(0, 89)}…` : title
}
