// What X makes a link of is the one truth: the whole address, or a question.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressOf } from '../../src/core/address.ts'
import { names, wholeLink, withWholeLinks } from '../../src/core/links.ts'
import { draftOf, read } from '../../src/core/proposal/draft.ts'
import { weigh } from '../../src/networks/x/weigh.ts'

describe('an address that X links as a whole', () => {
  test.each([
    'https://www.hamburg.de/bergedorf',
    'https://de.wikipedia.org/wiki/Fuß_(Einheit)',
    'https://www.hamburg.de/straßen/übersicht',
    'https://bücher.de/x',
    'https://www.hamburg.de/a%20b',
    'https://www.hamburg.de:8443/a#b',
  ])('%s stays as it is', (link) => {
    expect(wholeLink(link, weigh)).toBe(link)
  })
})

describe('an address of which X would link a part', () => {
  test.each([
    ['https://www.hamburg.de/a^b', 'https://www.hamburg.de/a%5Eb'],
    ['https://www.hamburg.de/a{b}', 'https://www.hamburg.de/a%7Bb%7D'],
    ['https://www.hamburg.de/a[1]', 'https://www.hamburg.de/a%5B1%5D'],
    ['https://www.hamburg.de/文', 'https://www.hamburg.de/%E6%96%87'],
    ['https://www.hamburg.de/?a=1&b=ü&c=(d)', 'https://www.hamburg.de/?a=1&b=%C3%BC&c=(d%29'],
    ['https://www.hamburg.de/ende.', 'https://www.hamburg.de/ende%2E'],
    ['https://www.hamburg.de/los!', 'https://www.hamburg.de/los%21'],
  ])('%s becomes %s', (link, whole) => {
    const repaired = wholeLink(link, weigh)
    expect(repaired).toBe(whole)
    expect(weigh(whole).links).toEqual([whole])
    // It leads to the same page.
    expect(decodeURI(new URL(whole).href).replaceAll('%5B', '[')).toContain(
      decodeURI(new URL(link).href).slice(0, 24),
    )
  })

  test.each([
    ['http://intranet/seite', null],
    ['http://192.168.1.1/x', null],
    ['https://foo.xyzzy/a', null],
    ['http://]😀', null],
  ])('%s is asked about', (link, linked) => {
    expect(wholeLink(link, weigh)).toEqual({ link, linked })
  })
})

test('addresses in a text are repaired where they stand, and the marks around them stay', () => {
  const text =
    'Siehe (https://www.hamburg.de/a^b), „https://www.hamburg.de/文“ und http://intranet/x. Gut?'
  expect(withWholeLinks(text, weigh)).toEqual({
    text: 'Siehe (https://www.hamburg.de/a%5Eb), „https://www.hamburg.de/%E6%96%87“ und http://intranet/x. Gut?',
    cut: [{ link: 'http://intranet/x', linked: null }],
  })
  const calm = 'Mehr unter https://de.wikipedia.org/wiki/Fuß_(Einheit). Danke!'
  expect(withWholeLinks(calm, weigh)).toEqual({ text: calm, cut: [] })
})

test.each([
  ['Mehr: hamburg.de/bergedorf!', 'https://hamburg.de/bergedorf', true],
  ['Mehr: hamburg.de/stra%C3%9Fe', 'https://hamburg.de/straße', true],
  ['Mehr: b%C3%BCcher.de', 'https://xn--bcher-kva.de/', true],
  ['Mehr: https://bücher.de', 'https://xn--bcher-kva.de/', true],
  ['a@hamburg.de', 'https://hamburg.de', false],
  ['-hamburg.de', 'https://hamburg.de', false],
  ['/hamburg.de', 'https://hamburg.de', false],
  ['(hamburg.de)', 'https://hamburg.de', true],
  ['-https://hamburg.de', 'https://hamburg.de', true],
  ['hamburg.de/bergedorf/a', 'https://hamburg.de/bergedorf', false],
  ['www.hamburg.de', 'https://hamburg.de', false],
  ['Guten Tag', 'Tag', true],
])('%j names %s: %s', (text, url, does) => {
  expect(names(text, url)).toBe(does)
})

test('a host with an umlaut is one, however often that is asked', () => {
  // Node 20 answers otherwise to URL.canParse, once it runs hot.
  const host = 'https://bücher.de/x'
  for (let asked = 0; asked < 100_000; asked += 1) {
    if (addressOf(host) === null) throw new Error(`no address after ${asked} questions`)
  }
  expect(addressOf('kein Link')).toBeNull()
  expect(addressOf('/a', 'https://hamburg.de')?.href).toBe('https://hamburg.de/a')
})

test.each([
  ['8https://www.hamburg.de', 'https://www.hamburg.de'],
  ['a#https://www.hamburg.de/x.', 'https://www.hamburg.de/x'],
])('an address right behind a letter is none: %s', (text, link) => {
  expect(withWholeLinks(text, weigh)).toEqual({ text, cut: [{ link, linked: null }] })
})

test('what is read once is read the same again', () => {
  const scales = { now: Date.UTC(2026, 10, 23), zone: 'Europe/Berlin', weigh }
  const piece = fc.constantFrom(
    ...['https://www.hamburg.de/', 'http://', 'hamburg.de', 'a', 'ü', '^', '{', '(', ')', '[', ']'],
    ...[
      '.',
      ',',
      '!',
      ' ',
      '文',
      '%',
      '%20',
      '?',
      '&',
      '#',
      '/',
      '„',
      '“',
      '<',
      '>',
      '😀',
      '\u200D',
    ],
    ...['-', '---\n', '|', '~', "'", '@', ':', '8', '\u00AD', '\n'],
  )
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, text, (typed, link) => {
      const draft = {
        text: typed,
        topic: 'kultur',
        link,
        noLinkBecause: 'Gruß',
        date: null,
        time: null,
      }
      const said = read(draft, scales)
      if ('content' in said) expect(read(draftOf(said.content, scales.zone), scales)).toEqual(said)
    }),
    { numRuns: 3_000 },
  )
})
