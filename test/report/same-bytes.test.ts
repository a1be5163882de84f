import { expect, test } from 'vitest'
import { filesOf } from '../../src/report/files.ts'
import { docxFiles } from '../support/docx.ts'
import { reportDocument } from '../support/report-document.ts'

const hour = 3_600_000
const document = reportDocument()
const later = reportDocument({ drawnUpAt: document.drawnUpAt + 25 * hour })

test('the same report twice is the same to the byte', async () => {
  const [first, second] = [await filesOf(document, 'b'), await filesOf(document, 'b')]
  for (const [at, { name, bytes }] of first.entries()) {
    expect(Buffer.compare(bytes, second[at]!.bytes), name).toBe(0)
  }
})

test('of a report drawn up a day later only the dates differ', async () => {
  const [first, second] = [await filesOf(document, 'b'), await filesOf(later, 'b')]
  const same = first.map(({ bytes }, at) => Buffer.compare(bytes, second[at]!.bytes) === 0)
  expect(same).toEqual([false, false, true, true, true])

  const [one, other] = [docxFiles(first[0]!.bytes), docxFiles(second[0]!.bytes)]
  const changed = Object.keys(one).filter((name) => one[name] !== other[name])
  expect(changed).toEqual(['docProps/core.xml'])
  expect(undated(one[changed[0]!]!)).toBe(undated(other[changed[0]!]!))
  expect(undated(latin(first[1]!.bytes))).toBe(undated(latin(second[1]!.bytes)))
})

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

/** Without dates and the ids of a PDF, which are made of all of its properties. */
function undated(text: string): string {
  return text
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)/g, '')
    .replace(/\(D:\d{14}[^)]*\)/g, '')
    .replace(/<xmpMM:(Instance|Document)ID>[^<]*/g, '')
    .replace(/\/ID\s*\[[^\]]*\]/gs, '')
}
