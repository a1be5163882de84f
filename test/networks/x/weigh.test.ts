// What X counts, and what it charges.
import { expect, test } from 'vitest'
import { price } from '../../../src/networks/x/charges.ts'
import { weigh } from '../../../src/networks/x/weigh.ts'

test.each([
  ['', 0],
  ['Bürgerfest am Weidenbaumsweg', 28],
  ['äöüß§°½„“–«»‑', 13],
  ['€', 2],
  ['…', 2],
  ['ẞ', 2],
  ['👨‍👩‍👧‍👦', 2],
  ['🇩🇪', 2],
  ['👍🏽', 2],
  ['u\u0308', 1],
  ['Zeile\nZeile', 11],
  ['hamburg.de', 23],
  [`https://www.hamburg.de/${'x'.repeat(200)}`, 23],
  ['http://localhost/a', 18],
  ['🐦‍🔥', 2],
  ['🏃‍➡️', 2],
  ['🧑‍🧑‍🧒', 2],
  ['👍🏽👍🏽', 4],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 2],
  ['1️⃣', 2],
  ['© 2026', 6],
])('%j weighs %d', (text, length) => {
  expect(weigh(text)).toMatchObject({ length, limit: 280, valid: true })
})

test('a text over the limit is valid, only too long', () => {
  expect(weigh('a'.repeat(300))).toMatchObject({ length: 300, valid: true })
})

test.each(['a\uFFFEb', 'a\uFFFFb', 'a\uFEFFb'])('X refuses a character of %j', (text) => {
  expect(weigh(text).valid).toBe(false)
})

test.each([
  'bis 18 Uhr.Info folgt',
  'Das Bezirksamt.Es bleibt zu',
  'um 10 Uhr.Am Markt',
  'Müll.Es stinkt',
  'Ende.Hamburg.de',
])('nobody meant the link in %j', (text) => {
  expect(weigh(text).accidentalLinks).toEqual(weigh(text).links)
  expect(weigh(text).links).toHaveLength(1)
})

test.each([
  'siehe hamburg.de/bergedorf',
  'hamburg.de',
  'HAMBURG.DE',
  'www.Hamburg.De',
  'https://Hamburg.De',
  'Hamburg.De/Bergedorf',
])('somebody meant the link in %j', (text) => {
  expect(weigh(text).links).toHaveLength(1)
  expect(weigh(text).accidentalLinks).toEqual([])
})

test.each([
  [['Hallo'], 0.015],
  [['Hallo https://hamburg.de'], 0.2],
  [['Hallo hamburg.de'], 0.2],
  [['eins', 'zwei', 'drei hamburg.de'], 0.23],
  [[], 0],
])('publishing %j costs %d dollars', (texts, dollars) => {
  expect(
    price(
      texts.map((text) => ({ text, media: [] })),
      false,
    ),
  ).toBe(dollars)
})

test('a described picture costs its description', () => {
  const media = [{ sha256: 'ab', altText: 'Ein Bagger' }]
  expect(price([{ text: 'Baubeginn', media }], false)).toBe(0.02)
})
