// Reads a DOCX as far as the tests ask: its files, and its texts as Word shows them.
import { strFromU8, unzipSync } from 'fflate'

/** The files of the package as text. */
export function docxFiles(bytes: Uint8Array): Record<string, string> {
  const files = Object.entries(unzipSync(bytes))
  return Object.fromEntries(files.map(([name, content]) => [name, strFromU8(content)]))
}

/** The body, one line per paragraph. */
export function docxText(bytes: Uint8Array): string {
  const body = docxFiles(bytes)['word/document.xml'] ?? ''
  const paragraphs = body
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|(<w:br\/>)/g)]
        .map(([, text, lineBreak]) => (lineBreak === undefined ? (text ?? '') : '\n'))
        .join(''),
    )
  return unescaped(paragraphs.join('\n'))
}

/** XML's five names for characters, undone. */
export function unescaped(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
