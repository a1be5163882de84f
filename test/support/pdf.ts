// Reads a PDF as a screen reader would: its texts in order and the tags around them.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Tag = { role: string; alt?: string; children: readonly unknown[] }

export type ReadPdf = {
  text: string
  /** Every tag of every page, in reading order. */
  tags: readonly Tag[]
  links: readonly string[]
  headings: readonly string[]
  info: Record<string, unknown>
}

/** Reads all pages. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await loading.promise
  const read: { text: string; tags: Tag[]; links: string[] } = { text: '', tags: [], links: [] }
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    read.text += items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('')
    read.tags.push(...tagsIn(await page.getStructTree()))
    const annotations = (await page.getAnnotations()) as { url?: string }[]
    read.links.push(...annotations.flatMap(({ url }) => url ?? []))
  }
  const outline = (await pdf.getOutline()) as { title: string }[] | null
  const { info } = await pdf.getMetadata()
  await loading.destroy()
  return {
    ...read,
    headings: (outline ?? []).map(({ title }) => title),
    info: info as Record<string, unknown>,
  }
}

function tagsIn(tag: Tag): Tag[] {
  const inside = tag.children.filter((child): child is Tag => Object.hasOwn(child as Tag, 'role'))
  return [tag, ...inside.flatMap(tagsIn)]
}
