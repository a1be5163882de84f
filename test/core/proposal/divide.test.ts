// A long text becomes a thread at its sentences; nothing is lost on the way.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parts, textsOf } from '../../../src/core/content.ts'
import { divided, numbered } from '../../../src/core/proposal/divide.ts'
import { sentencesIn } from '../../../src/core/sentences.ts'
import { weigh } from '../../../src/networks/x/weigh.ts'
import { post } from '../../support/lives.ts'

const sentence = 'Am Sonnabend, 14.11.2026, fällt der Wochenmarkt in der Chrysanderstraße aus.'
const page = 'https://www.hamburg.de/politik-und-verwaltung/bezirke/bergedorf/aktuelles'

describe('sentences', () => {
  test.each([
    ['Eins. Zwei! Drei? Vier', ['Eins. ', 'Zwei! ', 'Drei? ', 'Vier']],
    ['Am 14. November um 9 Uhr. Ende.', ['Am 14. November um 9 Uhr. ', 'Ende.']],
    [
      'Dr. Ahlers, Str. 5 Nr. 3, z. B. hier. Ende.',
      ['Dr. Ahlers, Str. 5 Nr. 3, z. B. hier. ', 'Ende.'],
    ],
    ['„Ja.“ Sie ging.', ['„Ja.“ ', 'Sie ging.']],
    ['Erste Zeile\nZweite Zeile', ['Erste Zeile\n', 'Zweite Zeile']],
    ['Mehr: hamburg.de/bergedorf. Ende.', ['Mehr: ', 'hamburg.de/bergedorf. ', 'Ende.']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(sentencesIn(text)).toEqual(expected)
  })

  test('are together the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(sentencesIn(text).join('')).toBe(text)
      }),
    )
  })
})

/** The parts as the public would read them. */
function partsOf(text: string, link: { url: string } | { noLinkBecause: string }): string[] {
  const content = post({ text, link })
  const inParts = divided(content, weigh)
  return inParts === null ? [] : parts({ ...content, text: inParts }).map((part) => part.text)
}

describe('a text that is too long', () => {
  test('is divided at its sentences, and the official link has room in the last part', () => {
    const all = partsOf(Array(9).fill(sentence).join(' '), { url: page })
    expect(all.map((text) => text.split('fällt').length - 1)).toEqual([3, 3, 3])
    expect(all.at(-1)).toMatch(/aus\.\n.*aktuelles$/s)
    for (const text of all) expect(weigh(text).length).toBeLessThanOrEqual(274)
  })

  test('gives the link a part with the last sentence where it has no room', () => {
    const all = partsOf(`${sentence} ${sentence} ${sentence} ${'a'.repeat(20)}. ${sentence}`, {
      url: page,
    })
    expect(all.at(-1)).toContain(page)
    for (const text of all) expect(weigh(text).length).toBeLessThanOrEqual(274)
  })

  test('is divided at words where a sentence is longer than a post', () => {
    const words = Array.from({ length: 90 }, (_, index) => `Wort${index}`).join(' ')
    const all = partsOf(words, { noLinkBecause: 'Gruß' })
    expect(all.length).toBe(3)
    expect(all.join(' ')).toBe(words)
  })

  test('keeps the divisions it has', () => {
    const all = partsOf(`Kurz.\n---\n${Array(5).fill(sentence).join(' ')}`, {
      noLinkBecause: 'Gruß',
    })
    expect(all[0]).toBe('Kurz.')
    expect(all).toHaveLength(3)
  })

  test('that is one word cannot be divided', () => {
    expect(partsOf('a'.repeat(400), { noLinkBecause: 'Gruß' })).toEqual([])
  })

  test('loses no word, and every part fits with its number', () => {
    const word = fc.stringMatching(/^[a-zäöüß]{1,20}[.,!?]?$/)
    const link = fc.constantFrom({ url: page }, { noLinkBecause: 'Gruß' })
    fc.assert(
      fc.property(fc.array(word, { minLength: 60, maxLength: 200 }), link, (words, one) => {
        const content = post({ text: words.join(' '), link: one })
        const inParts = divided(content, weigh)
        expect(inParts).not.toBeNull()
        expect(
          textsOf(inParts ?? '')
            .join(' ')
            .split(/\s+/)
            .filter(Boolean),
        ).toEqual(words)
        for (const { text } of parts({ ...content, text: numbered(inParts ?? '') })) {
          expect(weigh(text).length).toBeLessThanOrEqual(280)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test.each([
  ['Eins', 'Eins'],
  ['Eins\n---\nZwei', 'Eins 1/2\n---\nZwei 2/2'],
  ['Eins 1/2\n---\nZwei 2/2', 'Eins 1/2\n---\nZwei 2/2'],
  ['Eins 1/3\n---\nZwei 2/3', 'Eins 1/2\n---\nZwei 2/2'],
  ['Erreichbar 24/7\n---\nDanke', 'Erreichbar 24/7 1/2\n---\nDanke 2/2'],
  ['Eins\n—-\nZwei', 'Eins 1/2\n---\nZwei 2/2'],
  ['Eins\n---\n', 'Eins 1/2\n---\n'],
])('%j is numbered as %j', (text, expected) => {
  expect(numbered(text)).toBe(expected)
})
