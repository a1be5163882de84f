// What a message says, as plain words: to be listed in one line and to be searched.
import type { Message } from '../../contract.ts'
import { readBlocks, words, type Block, type Element, type RichElement } from '../blocks/block.ts'
import { emojiOrCode } from '../blocks/emoji.ts'
import { parseMrkdwn, withEmoji, type Inline } from '../blocks/parse-mrkdwn.ts'
import { fillDateTokens } from '../time.ts'

type NameOf = (user: string) => string

/** The text of a message in one line, with the names of those it calls. */
export function saidIn(message: Message, nameOf: NameOf): string {
  return oneLine(plain(message.text, nameOf))
}

/** All words one reads in a message: of its blocks, or of its text where it has none, and the names of its files. */
export function wordsIn(message: Message, nameOf: NameOf): string {
  const { blocks, files, text } = message
  const read = readBlocks(blocks).flatMap((block) => wordsOf(block, nameOf))
  const said = blocks.length === 0 ? [plain(text, nameOf)] : read
  return oneLine([...said, ...files.map(({ title }) => title)].join(' '))
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function plain(mrkdwn: string, nameOf: NameOf): string {
  return parseMrkdwn(mrkdwn)
    .map((one) => (one.is === 'pre' ? one.text : inline(one.children, nameOf)))
    .join(' ')
}

function inline(nodes: Inline[], nameOf: NameOf): string {
  return nodes
    .map((node) => {
      switch (node.is) {
        case 'text':
        case 'code':
        case 'link':
          return node.text
        case 'bold':
        case 'italic':
        case 'strike':
          return inline(node.children, nameOf)
        case 'user':
          return `@${nameOf(node.id)}`
        case 'channel':
          return `#${node.label === '' ? node.id : node.label}`
        case 'group':
          return node.label
        case 'date':
          return fillDateTokens(node.pattern, new Date(node.unix * 1000))
      }
    })
    .join('')
}

function wordsOf(block: Block, nameOf: NameOf): string[] {
  const { text, fields = [], elements = [], title, alt_text: alt = '', rows = [] } = block
  const spoken = (one: { type: string; text: string } | undefined) => {
    if (one === undefined) return ''
    return one.type === 'mrkdwn' ? plain(one.text, nameOf) : withEmoji(one.text)
  }
  switch (block.type) {
    case 'section':
    case 'header':
      return [spoken(text), ...fields.map(spoken)]
    case 'context':
      return (elements as Element[]).map((one) =>
        one.type === 'image' ? '' : spoken({ type: one.type, text: words(one.text) }),
      )
    case 'image':
      return [words(title), alt]
    case 'rich_text':
      return [rich(elements as RichElement[], nameOf)]
    case 'table':
      return rows.flat().map((one) => one.text ?? rich(one.elements ?? [], nameOf))
    default:
      return []
  }
}

function rich(elements: RichElement[], nameOf: NameOf): string {
  return elements
    .map((one) => {
      if (one.elements !== undefined) return `${rich(one.elements, nameOf)} `
      if (one.type === 'user') return `@${nameOf(one.user_id ?? '')}`
      if (one.type === 'emoji') return emojiOrCode(one.name ?? '')
      if (one.type === 'date') {
        return fillDateTokens(one.format ?? '', new Date((one.timestamp ?? 0) * 1000))
      }
      return one.text ?? one.url ?? one.fallback ?? ''
    })
    .join('')
}
