// The items of a feed, from bytes of which nobody knows what they are.
import { XMLParser } from 'fast-xml-parser'
import { decode } from 'html-entities'
import { z } from 'zod'
import { addressOf } from '../core/address.ts'
import type { FeedItem } from '../core/feed.ts'

/** In characters; what is longer is cut. Nobody needs more of a release to propose a post. */
const longest = { id: 2_000, title: 300, text: 3_000, link: 2_000 }

const attribute = '@'
const parser = () =>
  new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: attribute,
    parseTagValue: false,
    parseAttributeValue: false,
    removeNSPrefix: false,
    // A list is a list with one entry, too.
    isArray: (name) => name === 'item' || name === 'entry' || name === 'link',
  })

/** The words of an element, with or without attributes; nothing for what has others inside. */
const words = z
  .union([z.string(), z.object({ '#text': z.string() }).transform((one) => one['#text'])])
  .catch('')
const link = z.union([
  z.string(),
  z.object({
    '@href': z.string().optional(),
    '@rel': z.string().default('alternate'),
    '#text': z.string().optional(),
  }),
])
const links = z.array(link.catch('')).catch([])
const item = z.object({
  title: words,
  link: links,
  guid: words,
  id: words,
  description: words,
  summary: words,
  content: words,
})
const items = z.array(item.nullable().catch(null)).default([])
const feed = z.union([
  z
    .object({ rss: z.object({ channel: z.object({ item: items }) }) })
    .transform((one) => one.rss.channel.item),
  z.object({ feed: z.object({ entry: items }) }).transform((one) => one.feed.entry),
  // A feed without an item has no word in it.
  z.object({ rss: z.object({ channel: z.literal('') }) }).transform(() => []),
])

/** Reads RSS 2.0 and Atom; null for anything else. Definitions of a document's own (DOCTYPE) are none of either, and what
 * has some is not read. Links that are no page are left out, relative ones go from `base`. Pure; may take a second. */
export function parseFeed(bytes: Uint8Array, contentType: string, base: string): FeedItem[] | null {
  const xml = decoded(bytes, contentType)
  if (definesItsOwn(xml)) return null
  let parsed: unknown
  try {
    parsed = parser().parse(xml)
  } catch {
    return null
  }
  const read = feed.safeParse(parsed)
  if (!read.success) return null
  const seen = new Set<string>()
  return read.data.flatMap((one) => {
    if (one === null) return []
    const address = pageOf(one.link, base)
    const title = plainly(one.title).slice(0, longest.title)
    const text =
      [one.description, one.summary, one.content].map(plainly).find((said) => said !== '') ?? ''
    const id = ([one.guid, one.id, address ?? '', title].find((said) => said !== '') ?? '').slice(
      0,
      longest.id,
    )
    if (id === '' || (title === '' && text === '') || seen.has(id)) return []
    seen.add(id)
    return [{ id, title, text: text.slice(0, longest.text), link: address }]
  })
}

/** In the encoding the server, the document or its first bytes name. What is not in it is in that of old Windows. */
function decoded(bytes: Uint8Array, contentType: string): string {
  const [, byServer] = /charset\s*=\s*"?([\w:-]+)/i.exec(contentType) ?? []
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const [, byDocument] = /^\W*<\?xml[^>]*encoding\s*=\s*["']([\w:-]+)/i.exec(head) ?? []
  const byMark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  for (const encoding of [byMark, byServer, byDocument, 'utf-8']) {
    if (encoding === undefined) continue
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Nobody knows it, or the bytes are in another one.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

/** Whether a document has a DOCTYPE, outside of what it quotes. */
function definesItsOwn(xml: string): boolean {
  const marks = /<!(?:DOCTYPE|ENTITY|\[CDATA\[)/gi
  for (let mark = marks.exec(xml); mark !== null; mark = marks.exec(xml)) {
    if (!mark[0].startsWith('<![')) return true
    const end = xml.indexOf(']]>', marks.lastIndex)
    if (end === -1) return false
    marks.lastIndex = end
  }
  return false
}

function pageOf(given: z.infer<typeof links>, base: string): string | null {
  const all = given.map((one) =>
    typeof one === 'string'
      ? { rel: 'alternate', href: one }
      : { rel: one['@rel'], href: one['@href'] ?? one['#text'] ?? '' },
  )
  const { href = '' } = all.find(({ rel, href: to }) => rel === 'alternate' && to !== '') ?? {}
  const address = href === '' ? null : addressOf(href.trim(), base)
  if (address === null || !/^https?:$/.test(address.protocol) || address.username !== '')
    return null
  return address.href.length > longest.link ? null : address.href
}

/** The words of what may be a piece of a page. */
function plainly(html: string): string {
  const text = html
    .slice(0, 20_000)
    .replace(/<(?:script|style)\b[^>]*>[^<]*/gi, ' ')
    .replace(/<br\b[^>]*>|<\/(?:p|div|li|h\d|tr)>/gi, '\n')
    .replace(/<[/!?a-z][^<>]*>/gi, '')
  return decode(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n\s*/g, '\n')
    .trim()
}
