// Text on its way into and out of Slack.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escape, plainText, unescape } from '../../src/slack/escape.ts'
import { cut, escapeWithin } from '../../src/slack/limits.ts'
import { text } from './lives.ts'

const anything = fc.oneof(text, fc.string({ unit: 'binary' }))

test.each([
  ['<!channel>', '&lt;!channel&gt;'],
  ['Müll & Co', 'Müll &amp; Co'],
  ['&amp;', '&amp;amp;'],
  ['\uD83D', '\uFFFD'],
  ['👍', '👍'],
])('%s goes out as %s', (typed, escaped) => {
  expect(escape(typed)).toBe(escaped)
})

test('what was escaped comes back as it was', () => {
  fc.assert(
    fc.property(anything, (typed) => {
      expect(unescape(escape(typed))).toBe(typed.replace(/\p{Surrogate}/gu, '\uFFFD'))
    }),
  )
})

test('a cut text fits, begins like the whole, is marked, and breaks no character and no escape', () => {
  fc.assert(
    fc.property(anything, fc.integer({ min: 1, max: 60 }), (typed, limit) => {
      const short = cut(typed, limit)
      expect(short.length).toBeLessThanOrEqual(limit)
      if (short !== typed) {
        expect(short.endsWith('…')).toBe(true)
        expect(typed.startsWith(short.slice(0, -1))).toBe(true)
      }
      const escaped = escapeWithin(typed, limit)
      expect(escaped.length).toBeLessThanOrEqual(limit)
      expect(escaped).not.toMatch(/\p{Surrogate}|[<>]|&(?!(?:amp|lt|gt);)/u)
    }),
  )
})

test('a cut never leaves half of an emoji behind', () => {
  for (const limit of [2, 3, 4, 5]) expect(cut('👍👍👍👍', limit)).not.toMatch(/\p{Surrogate}/u)
})

test.each([
  ['Siehe <https://hamburg.de/a?b=1&amp;c=2|hamburg.de>', 'Siehe https://hamburg.de/a?b=1&c=2'],
  ['<https://hamburg.de>', 'https://hamburg.de'],
  ['<mailto:a@b.de|a@b.de>', 'a@b.de'],
  ['Danke, <@U0ANNA|anna>!', 'Danke, anna!'],
  ['Danke, <@U0ANNA>!', 'Danke, …!'],
  ['<!channel> Achtung', '… Achtung'],
  ['<!subteam^S1|@presse>', 'presse'],
  ['<!date^1^{date}|morgen>', 'morgen'],
  ['in <#C1|bergedorf>', 'in #bergedorf'],
  ['3 &lt; 4 &amp;amp; 5', '3 < 4 &amp; 5'],
])('the message %s becomes the text %s', (message, plain) => {
  expect(plainText(message)).toBe(plain)
})
