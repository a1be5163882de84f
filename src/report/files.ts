import {
  docxTitle,
  figuresTitle,
  listsTitle,
  pdfTitle,
  previewTitle,
} from '../wording/report/files.ts'
import { pngOf } from './charts/paint.ts'
import { figuresCsv, hasLists, listsCsv } from './csv.ts'
import type { ReportDocument } from './document.ts'
import { docxOf } from './docx.ts'
import { isPdfPossible, pdfOf } from './pdf.ts'
import { chartsOf, picturesOf, previewOf } from './pictures.ts'

export type ReportFile = {
  name: string
  bytes: Uint8Array
  title: string
  /** What a picture shows; null for what is no picture. */
  altText: string | null
}

/** In dots; Slack shows it at about half of this. */
const previewWidth = 1300

/** Everything that is handed out of a report. The same document gives the same bytes; of another
 * `drawnUpAt` only the dates differ. Without a PDF on machines that cannot make one. Throws if the preview's chart is not in the document. */
export async function filesOf(
  document: ReportDocument,
  name: string,
): Promise<readonly ReportFile[]> {
  const pictures = await picturesOf(document)
  const preview = previewOf(document, chartsOf(document))
  const plain = (ending: string, bytes: Uint8Array, title: string): ReportFile => ({
    name: `${name}${ending}`,
    // No Buffer: it may be a piece of a larger memory, which a worker would send along.
    bytes: new Uint8Array(bytes),
    title,
    altText: null,
  })
  return [
    plain('.docx', await docxOf(document, pictures), docxTitle),
    ...(isPdfPossible ? [plain('.pdf', await pdfOf(document, pictures), pdfTitle)] : []),
    plain('-kennzahlen.csv', figuresCsv(document), figuresTitle),
    ...(hasLists(document) ? [plain('-beitraege.csv', listsCsv(document), listsTitle)] : []),
    ...(preview === null || pictures.preview === null
      ? []
      : [
          {
            ...plain('.png', pngOf(pictures.preview, previewWidth), previewTitle(preview.title)),
            altText: preview.message,
          },
        ]),
  ]
}
