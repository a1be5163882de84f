// Typst 0.14, the first that writes PDF/UA-1. Of 0.7 of its package only the builds for Linux on x64 are
// published; for other machines package.json names the last build there is, and its PDF is refused.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { settable } from './charts/paint.ts'
import { clean, withTexts } from './clean.ts'
import type { ReportDocument } from './document.ts'
import { fontFiles } from '../typefaces/fonts.ts'
import type { Pictures } from './pictures.ts'
import { printable } from './printable.ts'
import { typstData } from './typst-data.ts'

const template = readFileSync(join(import.meta.dirname, 'report.typ'), 'utf8')

/** Whether this machine can make the PDF. */
export const isPdfPossible = process.platform === 'linux' && process.arch === 'x64'

/** The report as an accessible PDF (PDF/UA-1). Throws if the document cannot be made accessible. */
export async function pdfOf(document: ReportDocument, { charts }: Pictures): Promise<Uint8Array> {
  // eslint-disable-next-line no-restricted-syntax -- on other machines there may be nothing to import
  const { NodeCompiler, PdfStandard } = await import('@myriaddreamin/typst-ts-node-compiler')
  const drawings = new Map(Array.from(charts, ([id, svg]) => [id, settable(svg)]))
  const data = typstData(withTexts(clean(document), printable), drawings)
  const typst = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontPaths: fontFiles.map((file) => dirname(file)) }],
  })
  const compiled = typst.compile({
    mainFileContent: template,
    inputs: { report: JSON.stringify(data) },
  })
  if (compiled.result === null) {
    const cause = compiled.takeDiagnostics()?.shortDiagnostics
    throw new Error('Typst did not set the report', { cause })
  }
  return typst.pdf(compiled.result, {
    pdfStandard: PdfStandard.UA_1,
    creationTimestamp: Math.floor(document.drawnUpAt / 1000),
  })
}
