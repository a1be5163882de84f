import type { ReportDocument } from './document.ts'

// XML knows none of them: control characters, halves of pairs and what is no character at all.
const unprintable =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The document without what no file can hold; every line break in it is one "\n". */
export function clean(document: ReportDocument): ReportDocument {
  return withTexts(document, (text) =>
    text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(unprintable, ''),
  )
}

/** The same value with every text in it changed, however deep it lies. */
export function withTexts<T>(value: T, change: (text: string) => string): T {
  return changed(value, change) as T
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item: unknown) => changed(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, changed(item, change)]),
  )
}
