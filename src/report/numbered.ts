import type { Block } from './document.ts'

/** Numbers tables and charts, each kind from 1; other blocks have no number of their own. */
export function numbered(blocks: readonly Block[]): { block: Block; number: number }[] {
  const counts = { table: 0, chart: 0 }
  return blocks.map((block) => {
    if (block.is === 'table') return { block, number: ++counts.table }
    if (block.is === 'chart') return { block, number: ++counts.chart }
    return { block, number: 0 }
  })
}
