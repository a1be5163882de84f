import {
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Paragraph,
  SimpleField,
  type FileChild,
  type ParagraphChild,
} from 'docx'
import { chartWord, promptLead, tableWord } from '../../wording/report/document.ts'
import { chartWidth } from '../charts/look.ts'
import { pngOf } from '../charts/paint.ts'
import { heightOf } from '../charts/size.ts'
import type { Block, Chart, Table } from '../document.ts'
import { runs } from './runs.ts'
import { style } from './styles.ts'
import { wordTable } from './tables.ts'

/** The number of a table or chart among its kind, from 1, and the charts as SVG by their ids. */
export type Place = { number: number; charts: ReadonlyMap<string, string> }

export const bullets = 'aufzaehlung'

// Sharp on paper: 240 dots per inch.
const dotsPerUnit = 2.5

/** What a block becomes in Word. */
export function wordBlock(block: Block, place: Place): FileChild[] {
  switch (block.is) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          pageBreakBefore: block.newPage === true,
          children: runs(block.text),
        }),
      ]
    case 'paragraph':
      return [new Paragraph({ children: runs(block.text) })]
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference: bullets, level: 0 },
            spacing: { after: 60 },
            children: runs(item),
          }),
      )
    case 'prompt':
      return [
        new Paragraph({
          style: style.prompt,
          children: [...runs(`${promptLead} `, { bold: true }), ...runs(block.text)],
        }),
      ]
    case 'table':
      return captioned(block, place)
    case 'chart':
      return picture(block, place)
  }
}

function captioned(table: Table, { number }: Place): FileChild[] {
  return [
    caption(tableWord, number, table.caption),
    wordTable(table),
    new Paragraph({ style: style.note, children: runs(table.note ?? '') }),
  ]
}

function picture(chart: Chart, { number, charts }: Place): FileChild[] {
  const svg = charts.get(chart.id)
  if (svg === undefined) throw new Error(`The chart "${chart.id}" has not been drawn`)
  const image = new ImageRun({
    type: 'png',
    data: pngOf(svg, dotsPerUnit * chartWidth),
    transformation: { width: chartWidth, height: heightOf(svg) },
    altText: { name: chart.id, title: chart.title, description: chart.message, id: `${number}` },
  })
  return [
    caption(chartWord, number, chart.title),
    new Paragraph({
      keepNext: true,
      spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
      children: [image],
    }),
    new Paragraph({ style: style.note, children: runs(chart.message) }),
  ]
}

/** "Tabelle 3: …": the number is a field of Word's, so it stays right when somebody adds a table. */
function caption(word: string, number: number, text: string): Paragraph {
  const counted: ParagraphChild = new SimpleField(`SEQ ${word} \\* ARABIC`, `${number}`)
  return new Paragraph({
    style: 'Caption',
    children: [...runs(`${word} `), counted, ...runs(`: ${text}`)],
  })
}
