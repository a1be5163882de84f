// The blocks of a message: rich text of people, and what apps build.
import { z } from 'zod'
import { withEmoji } from '../emoji.ts'
import { mrkdwn } from './mrkdwn.ts'
import { linked, type Reading } from './note.ts'
import { richText } from './rich-text.ts'

const text = z
  .object({ type: z.string().catch(''), text: z.string().catch('') })
  .catch({ type: '', text: '' })

const block = z.object({
  type: z.string().catch(''),
  // Markdown is no object.
  text: z.union([z.string(), text]).catch(''),
  fields: z.array(text).catch([]),
  elements: z.array(z.unknown()).catch([]),
  rows: z.array(z.array(z.unknown()).catch([])).catch([]),
  title: text,
  title_url: z.string().catch(''),
  accessory: z
    .object({ type: z.string().catch('') })
    .nullish()
    .catch(null),
})
type Block = z.infer<typeof block>

/** The words of blocks, a line each; empty where they have none. */
export function blockWords(blocks: readonly unknown[], reading: Reading): string {
  return blocks
    .map((one) => {
      const read = block.safeParse(one)
      return read.success ? wordsOf(read.data, reading) : ''
    })
    .filter((words) => words.trim() !== '')
    .join('\n')
}

function wordsOf(one: Block, reading: Reading): string {
  switch (one.type) {
    case 'rich_text':
      return richText(one.elements, reading)
    case 'section': {
      if (one.accessory?.type === 'image') reading.note({ is: 'picture' })
      return [one.text, ...one.fields]
        .map((words) => textWords(words, reading))
        .filter(isSaid)
        .join('\n')
    }
    case 'header':
      return textWords(one.text, reading)
    case 'context':
      return one.elements
        .map((element) => {
          const read = text.parse(element)
          if (read.type === 'image') reading.note({ is: 'picture' })
          return textWords(read, reading)
        })
        .filter(isSaid)
        .join(' ')
    case 'markdown':
      return markdown(typeof one.text === 'string' ? one.text : one.text.text, reading)
    case 'video':
      return linked(one.title_url, textWords(one.title, reading))
    case 'table':
      return one.rows
        .map((cells) => cells.map((cell) => cellWords(cell, reading)).join(' · '))
        .join('\n')
    case 'image':
      reading.note({ is: 'picture' })
      return ''
    // What is there to press, and what stands for a file that comes along by itself, has no words.
    case 'actions':
    case 'context_actions':
    case 'divider':
    case 'file':
    case 'input':
      return ''
    default: {
      const words = textWords(one.text, reading)
      if (words === '') reading.note({ is: 'unreadable' })
      return words
    }
  }
}

function isSaid(words: string): boolean {
  return words.trim() !== ''
}

function textWords(given: Block['text'], reading: Reading): string {
  if (typeof given === 'string') return mrkdwn(given, reading)
  return given.type === 'mrkdwn' ? mrkdwn(given.text, reading) : withEmoji(given.text)
}

function cellWords(cell: unknown, reading: Reading): string {
  const read = block.safeParse(cell)
  if (!read.success) return ''
  const { type, elements, text: words } = read.data
  if (type === 'rich_text') return richText(elements, reading)
  return typeof words === 'string' ? words : words.text
}

/** Markdown as the web knows it, with the marks of Slack for what both have. */
function markdown(typed: string, reading: Reading): string {
  return mrkdwn(
    typed
      .replace(/!?\[([^\]\n]*)\]\((https?:[^\s)]+)\)/g, '<$2|$1>')
      .replace(/^ {0,3}#{1,6} +/gm, '')
      .replace(/^ {0,3}> ?/gm, '')
      .replace(/^(\s*)[*+-] +/gm, '$1• ')
      .replace(/\*\*(?=\S)([^\n]*?\S)\*\*/g, '$1')
      .replace(/__(?=\S)([^\n]*?\S)__/g, '$1')
      .replace(/~~(?=\S)([^\n]*?\S)~~/g, '~$1~'),
    reading,
  )
}
