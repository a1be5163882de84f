import { expect, test } from 'vitest'
import type { Hint } from '../../src/core/hints.ts'
import { hintsLine } from '../../src/wording/hints.ts'

test.each<[Hint['hint'], string, string]>([
  ['names-person', 'Frau Müller', '„Frau Müller“: eine Privatperson? Dann ohne Namen'],
  ['irony', ';-)', '„;-)“: kann ironisch wirken'],
  ['party', 'SPD', '„SPD“: bleibt das neutral?'],
  ['many-hashtags', '#a #b #c #d', 'höchstens drei Hashtags, am besten am Ende'],
  [
    'long-sentence',
    'Wir möchten Sie',
    '„Wir möchten Sie …“: mehr als 20 Wörter, lieber zwei Sätze',
  ],
])('a hint says in half a sentence what to look at: %s', (hint, words, says) => {
  expect(hintsLine([{ hint, words }])).toBe(`Bitte noch einmal ansehen: ${says}`)
})

test('all of them stand in one line', () => {
  expect(
    hintsLine([
      { hint: 'capitals', words: 'NIE' },
      { hint: 'abbreviation', words: 'z. B.' },
    ]),
  ).toBe(
    'Bitte noch einmal ansehen: „NIE“: Großbuchstaben wirken wie Schreien · „z. B.“: ausgeschrieben leichter zu lesen',
  )
})
