// Text on its way into and out of Slack.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escape, unescape } from '../../src/slack/escape.ts'
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
