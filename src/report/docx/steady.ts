import { strFromU8, strToU8, unzipSync, zipSync, type ZippableFile } from 'fflate'
import type { Instant } from '../../core/content.ts'

const relations = 'word/_rels/document.xml.rels'
const body = 'word/document.xml'
const properties = 'docProps/core.xml'
const fontTable = 'word/fontTable.xml'

// The package of a DOCX has a date for each of its files; nobody reads it, so it is always the same.
const packed = new Date(1980, 0, 1)

/** The same DOCX without chance: ids in the order in which they appear, and one date only. */
export function steady(docx: Uint8Array, drawnUpAt: Instant): Uint8Array {
  const files = unzipSync(docx)
  const change = (name: string, to: (text: string) => string) => {
    const found = files[name]
    if (found === undefined) throw new Error(`The DOCX has no file ${name}`)
    files[name] = strToU8(to(strFromU8(found)))
  }
  const ids = randomIds(strFromU8(files[relations] ?? new Uint8Array()))
  const renamed = (text: string) =>
    text.replace(/"(rId[\w-]{21})"/g, (whole, id: string) =>
      ids.has(id) ? `"${ids.get(id) ?? ''}"` : whole,
    )
  change(relations, renamed)
  change(body, renamed)
  change(properties, (text) => dated(text, new Date(drawnUpAt).toISOString()))
  change(fontTable, withFallback)
  return zipSync(Object.fromEntries(Object.entries(files).map(packing)), { mtime: packed })
}

// Pictures are as small as they get.
function packing([name, bytes]: [string, Uint8Array]): [string, ZippableFile] {
  return [name, name.endsWith('.png') ? [bytes, { level: 0 }] : bytes]
}

/** Links have ids from a generator of random names: 21 characters after "rId". */
function randomIds(relations: string): Map<string, string> {
  const found = relations.matchAll(/ Id="(rId[\w-]{21})"/g)
  return new Map(Array.from(found, ([, id = ''], at) => [id, `rIdLink${at + 1}`]))
}

function dated(properties: string, date: string): string {
  return properties.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`)
}

// Where there is no Arial, Liberation Sans sets the same lines: its letters are as wide.
function withFallback(fonts: string): string {
  const arial =
    '<w:font w:name="Arial"><w:altName w:val="Liberation Sans"/>' +
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
  return fonts.replace(/(<w:fonts\b[^>]*)\/>/, `$1>${arial}</w:fonts>`)
}
