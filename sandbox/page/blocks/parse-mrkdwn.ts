// Slack's mrkdwn as a tree. Pure text in, nodes out; nothing here ever becomes HTML source.

import { emojiSign } from './emoji.ts'

export type Inline =
  | { is: 'text'; text: string }
  | { is: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { is: 'code'; text: string }
  | { is: 'link'; url: string; text: string }
  | { is: 'user' | 'channel'; id: string; label: string }
  | { is: 'group'; label: string }
  | { is: 'date'; unix: number; pattern: string; fallback: string; url: string | null }

export type Paragraph =
  | { is: 'lines'; children: Inline[] }
  | { is: 'quote'; children: Inline[] }
  | { is: 'pre'; text: string }

/** Slack escapes only these three, and so only these three are undone. */
function unescapeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Replaces the shortcodes this page knows. */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+-]+(?:::skin-tone-\d)?):/g, (code, name: string) => {
    return emojiSign(name) ?? code
  })
}

const plain = (text: string): Inline => ({ is: 'text', text: withEmoji(unescapeEntities(text)) })

const pattern = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '<(?<angle>[^<>\\n]+)>',
    '(?<bare>https?://[^\\s<>|]+[^\\s<>|.,;:!?)\\]"\'*_~`])',
    // A star opens after a space or a sign and closes before one, so "2*3*4" stays as it is.
    '(?<![\\p{L}\\p{N}*])\\*(?<bold>\\S|\\S[^*\\n]*\\S)\\*(?![\\p{L}\\p{N}*])',
    '(?<![\\p{L}\\p{N}_])_(?<italic>\\S|\\S[^_\\n]*\\S)_(?![\\p{L}\\p{N}_])',
    '(?<![\\p{L}\\p{N}~])~(?<strike>\\S|\\S[^~\\n]*\\S)~(?![\\p{L}\\p{N}~])',
  ].join('|'),
  'gu',
)

function parseAngle(inner: string): Inline {
  const bar = inner.indexOf('|')
  const target = bar === -1 ? inner : inner.slice(0, bar)
  const label = bar === -1 ? '' : inner.slice(bar + 1)
  if (target.startsWith('@')) return { is: 'user', id: target.slice(1), label }
  if (target.startsWith('#')) return { is: 'channel', id: target.slice(1), label }
  const date = /^!date\^(\d+)\^([^^]+)(?:\^(.+))?$/.exec(target)
  if (date !== null) {
    const [, unix = '0', tokens = '', url] = date
    return {
      is: 'date',
      unix: Number(unix),
      pattern: unescapeEntities(tokens),
      fallback: unescapeEntities(label),
      url: url ?? null,
    }
  }
  if (target.startsWith('!')) {
    return { is: 'group', label: label === '' ? `@${target.slice(1)}` : label }
  }
  const url = unescapeEntities(target)
  if (!/^(https?:|mailto:|tel:)/.test(url)) return plain(`<${inner}>`)
  return { is: 'link', url, text: label === '' ? url : withEmoji(unescapeEntities(label)) }
}

/** One run of text without paragraphs. */
export function parseInline(text: string): Inline[] {
  const nodes: Inline[] = []
  let done = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > done) nodes.push(plain(text.slice(done, match.index)))
    done = match.index + match[0].length
    const { code, angle, bare, bold, italic, strike } = match.groups ?? {}
    if (code !== undefined) nodes.push({ is: 'code', text: unescapeEntities(code) })
    else if (angle !== undefined) nodes.push(parseAngle(angle))
    else if (bare !== undefined) {
      const url = unescapeEntities(bare)
      nodes.push({ is: 'link', url, text: url })
    } else if (bold !== undefined) nodes.push({ is: 'bold', children: parseInline(bold) })
    else if (italic !== undefined) nodes.push({ is: 'italic', children: parseInline(italic) })
    else if (strike !== undefined) nodes.push({ is: 'strike', children: parseInline(strike) })
  }
  if (done < text.length) nodes.push(plain(text.slice(done)))
  return nodes
}

const quoteMark = /^(?:>|&gt;) ?/

function parseLines(text: string): Paragraph[] {
  const paragraphs: { quoted: boolean; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const quoted = quoteMark.test(line)
    const shown = quoted ? line.replace(quoteMark, '') : line
    const last = paragraphs.at(-1)
    if (last?.quoted === quoted) last.lines.push(shown)
    else paragraphs.push({ quoted, lines: [shown] })
  }
  return paragraphs.map(({ quoted, lines }) => ({
    is: quoted ? 'quote' : 'lines',
    children: parseInline(lines.join('\n')),
  }))
}

/** The paragraphs of a mrkdwn text. Newlines inside paragraphs are kept. */
export function parseMrkdwn(text: string): Paragraph[] {
  const parts = text.split(/\n?```\n?([\s\S]*?)\n?```\n?/)
  return parts.flatMap((part, at): Paragraph[] => {
    if (at % 2 === 1) return [{ is: 'pre', text: unescapeEntities(part) }]
    return part === '' ? [] : parseLines(part)
  })
}
