// Rich text, which is what people write in Slack: its words without what formats them.
import { z } from 'zod'
import { call, channel, dated, emoji, linked, person, struck, type Reading } from './note.ts'

const piece = z.object({
  type: z.string().catch(''),
  text: z.string().catch(''),
  url: z.string().catch(''),
  name: z.string().catch(''),
  unicode: z.string().catch(''),
  skin_tone: z.number().nullable().catch(null),
  range: z.string().catch(''),
  timestamp: z.number().catch(NaN),
  format: z.string().catch(''),
  fallback: z.string().catch(''),
  value: z.string().catch(''),
  style: z.object({ strike: z.boolean().catch(false) }).catch({ strike: false }),
})
type Piece = z.infer<typeof piece>

const part = z.object({
  type: z.string().catch(''),
  style: z.string().catch(''),
  offset: z.int().min(0).catch(0),
  elements: z.array(z.unknown()).catch([]),
})

/** The words of a block of rich text; its paragraphs, lists and quotes begin a line each. */
export function richText(elements: readonly unknown[], reading: Reading): string {
  return elements.map((one) => partOf(one, reading)).join('\n')
}

function partOf(given: unknown, reading: Reading): string {
  const read = part.safeParse(given)
  if (!read.success) return unreadable(reading)
  const { type, style, offset, elements } = read.data
  if (type === 'rich_text_list') {
    return elements
      .map((item, index) => {
        const mark = style === 'ordered' ? `${offset + index + 1}.` : '•'
        return `${mark} ${partOf(item, reading)}`
      })
      .join('\n')
  }
  // A paragraph before a list ends with its line.
  return pieces(elements, reading).replace(/\n$/, '')
}

function pieces(elements: readonly unknown[], reading: Reading): string {
  let said = ''
  // What is crossed out at a stretch is one thing that is crossed out.
  let crossedOut = ''
  for (const one of elements) {
    const read = piece.safeParse(one)
    const words = read.success ? wordsOf(read.data, reading) : unreadable(reading)
    if (read.success && read.data.style.strike) {
      crossedOut += words
      continue
    }
    said += struck(crossedOut, reading) + words
    crossedOut = ''
  }
  return said + struck(crossedOut, reading)
}

function wordsOf(one: Piece, reading: Reading): string {
  switch (one.type) {
    case 'text':
      return one.text
    case 'link':
      return linked(one.url, one.text)
    case 'emoji':
      return emoji({ name: one.name, codes: one.unicode, tone: one.skin_tone }, reading)
    case 'user':
    case 'usergroup':
    case 'team':
      return person(reading)
    case 'channel':
      return channel(reading)
    case 'broadcast':
      return call(one.range, reading)
    case 'date':
      return dated({ seconds: one.timestamp, format: one.format, fallback: one.fallback }, reading)
    case 'color':
      return one.value
    default: {
      const text = one.text === '' ? one.url : one.text
      return text === '' ? unreadable(reading) : text
    }
  }
}

function unreadable({ note }: Reading): string {
  note({ is: 'unreadable' })
  return ''
}
