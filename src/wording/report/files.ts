// What the files of a report are called where somebody picks one of them.

export const docxTitle = 'Bericht als Word-Dokument zum Bearbeiten'
export const pdfTitle = 'Bericht als barrierefreies PDF'
export const figuresTitle = 'Anlage 1: Kennzahlen als CSV'
export const listsTitle = 'Anlage 2: Beiträge als CSV'

/** "Vorschau: Follower am Monatsende" */
export function previewTitle(chartTitle: string): string {
  return `Vorschau: ${chartTitle}`
}
