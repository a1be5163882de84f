// The markup of messages that apps write, and of what people wrote before there was rich text: its words without the
// marks.
import { withEmoji, notEmoji } from '../emoji.ts'
import { unescape } from '../escape.ts'
import { call, channel, dated, linked, person, struck, type Reading } from './note.ts'

/** What is kept out of the way while marks are taken off: code, and what stands in angle brackets. */
const kept = /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>/g

/** The words of a text with markup. */
export function mrkdwn(text: string, reading: Reading): string {
  const aside: string[] = []
  const put = (words: string) => `\uE000${aside.push(words) - 1}\uE001`
  const marked = text
    .replace(/[\uE000\uE001]/g, '')
    .replace(kept, (_, block?: string, code?: string, target?: string) => {
      const literal = block ?? code
      return put(literal === undefined ? targeted(target ?? '', reading) : unescape(literal))
    })
    .replace(/^(?:&gt;){1,3} ?/gm, '')
  const plain = withoutMarks(marked, (words) => {
    struck(putBack(words, aside), reading)
    return words
  })
  for (const name of notEmoji(plain)) reading.note({ is: 'no-emoji', name })
  return putBack(unescape(withEmoji(plain)), aside)
}

function putBack(text: string, aside: readonly string[]): string {
  return text.replace(/\uE000(\d+)\uE001/g, (_, index: string) => aside[Number(index)] ?? '')
}

/** A mark formats what stands right between two of it, and neither end stands in a word ("Bürger*innen"). */
function pair(mark: string): RegExp {
  const other = String.raw`[\p{L}\p{N}${mark}]`
  return new RegExp(
    String.raw`(?<!${other})[${mark}](?![\s${mark}])([^${mark}\n]*[^${mark}\s])[${mark}](?!${other})`,
    'gu',
  )
}
const bold = pair('*')
const italic = pair('_')
const strike = pair('~')

function withoutMarks(text: string, crossedOut: (words: string) => string): string {
  return text
    .replace(bold, '$1')
    .replace(italic, '$1')
    .replace(strike, (_, words: string) => crossedOut(words))
    .replace(bold, '$1')
    .replace(italic, '$1')
}

/** What stands in angle brackets: somebody, a channel, a call, a date or a link. */
function targeted(written: string, reading: Reading): string {
  const [target = '', ...rest] = written.split('|')
  const label = unescape(rest.join('|'))
  if (target.startsWith('@')) return person(reading)
  if (target.startsWith('#')) return channel(reading)
  if (!target.startsWith('!')) return linked(unescape(target), label)
  const [what = '', seconds = '', format = ''] = target.slice(1).split('^')
  if (what === 'subteam') return person(reading)
  if (what === 'date') {
    return dated({ seconds: Number(seconds), format: unescape(format), fallback: label }, reading)
  }
  return /^(?:here|channel|everyone|group)$/.test(what) ? call(what, reading) : label
}
