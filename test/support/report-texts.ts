import type { ReportDocument } from '../../src/report/document.ts'
import { textOf } from '../../src/report/link.ts'

/** Every text that a reader of the document has to find, charts drawn as pictures left out. */
export function textsOf({ title, subtitle, form, blocks }: ReportDocument): string[] {
  const inBlocks = blocks.flatMap((block) => {
    switch (block.is) {
      case 'heading':
      case 'paragraph':
      case 'prompt':
        return [block.text]
      case 'list':
        return block.items
      case 'table':
        return [
          block.caption,
          ...block.columns.map((column) => column.title),
          ...block.rows.flatMap(({ head, cells }) => [head, ...cells.map(textOf)]),
          block.note ?? '',
        ]
      case 'chart':
        return [block.title, block.message]
    }
  })
  return [title, subtitle, ...form.flatMap(({ label, text }) => [label, text]), ...inBlocks]
}
