import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parts, tidied, type Content, withoutHandle } from '../../src/core/content.ts'
import { post } from '../support/lives.ts'

const page = 'https://www.hamburg.de/bergedorf/1'

function texts(changes: Partial<Content>): string[] {
  return parts(post(changes)).map((part) => part.text)
}

describe('a line of hyphens begins the next part', () => {
  test.each([
    ['one part without', 'Eins', ['Eins']],
    ['three hyphens', 'Eins\n---\nZwei', ['Eins', 'Zwei']],
    ['more hyphens', 'Eins\n------\nZwei', ['Eins', 'Zwei']],
    ['spaces around the hyphens', 'Eins\n  ---\t \nZwei', ['Eins', 'Zwei']],
    ['blank lines around the hyphens', 'Eins\n\n---\n\nZwei', ['Eins', 'Zwei']],
    ['lines as Windows ends them', 'Eins\r\n---\r\nZwei', ['Eins', 'Zwei']],
    ['lines as old Macs end them', 'Eins\r---\rZwei', ['Eins', 'Zwei']],
    ['three parts', 'Eins\n---\nZwei\n---\nDrei', ['Eins', 'Zwei', 'Drei']],
    ['line breaks inside a part stay', 'Eins\n\nnoch eins', ['Eins\n\nnoch eins']],
    ['two in a row leave an empty part', 'Eins\n---\n---\nZwei', ['Eins', '', 'Zwei']],
    ['one at the start leaves an empty part', '---\nEins', ['', 'Eins']],
    ['one at the end leaves an empty part', 'Eins\n---', ['Eins', '']],
    ['two hyphens are only hyphens', 'Eins\n--\nZwei', ['Eins\n--\nZwei']],
    ['hyphens within a line are only hyphens', 'Eins --- Zwei', ['Eins --- Zwei']],
    ['hyphens before a word are only hyphens', 'Eins\n--- Zwei', ['Eins\n--- Zwei']],
    ['what a phone makes of three hyphens', 'Eins\n—-\nZwei', ['Eins', 'Zwei']],
    ['what another phone makes of them', 'Eins\n—\nZwei', ['Eins', 'Zwei']],
    ['what Word makes of three hyphens', 'Eins\n–-\nZwei', ['Eins', 'Zwei']],
    ['a short dash alone is a dash', 'Eins\n–\nZwei', ['Eins\n–\nZwei']],
    ['long dashes, with a space between', 'Eins\n— —\nZwei', ['Eins', 'Zwei']],
    ['hyphens with spaces between', 'Eins\n- - -\nZwei', ['Eins', 'Zwei']],
    ['hyphens that do not break', 'Eins\n‑‑‑\nZwei', ['Eins', 'Zwei']],
    ['lines as a word processor ends them', 'Eins\u2028---\vZwei', ['Eins', 'Zwei']],
    ['a long dash before a word is a dash', 'Eins\n– Zwei', ['Eins\n– Zwei']],
    ['hyphens after a word are only hyphens', 'Eins\nZwei ---', ['Eins\nZwei ---']],
  ])('%s', (_, text, expected) => {
    expect(texts({ text })).toEqual(expected)
  })

  test('no part carries a picture yet', () => {
    expect(parts(post({ text: 'Eins' }))).toEqual([{ text: 'Eins', media: [] }])
  })
})

describe('the official link', () => {
  test.each([
    ['stands at the end', 'Gesperrt.', [`Gesperrt.\n${page}`]],
    ['stands at the end of the last part only', 'Eins\n---\nZwei', ['Eins', `Zwei\n${page}`]],
    ['alone makes a last part', 'Eins\n---', ['Eins', page]],
    ['is not repeated when the text has it', `Siehe ${page} heute`, [`Siehe ${page} heute`]],
    ['is not repeated when an earlier part has it', `${page}\n---\nZwei`, [page, 'Zwei']],
    ['is known before a full stop', `Siehe ${page}.`, [`Siehe ${page}.`]],
    ['is known before dots', `Siehe ${page}...`, [`Siehe ${page}...`]],
    ['is known in brackets', `Gesperrt (${page})`, [`Gesperrt (${page})`]],
    ['is known in two kinds of marks', `Gesperrt („${page}“).`, [`Gesperrt („${page}“).`]],
    ['is known in quotation marks', `Siehe „${page}“`, [`Siehe „${page}“`]],
    ['is known at the end of a line', `${page}\nGesperrt`, [`${page}\nGesperrt`]],
    ['is known without its scheme', 'www.hamburg.de/bergedorf/1', ['www.hamburg.de/bergedorf/1']],
    ['is known with the other scheme', page.replace('s:', ':'), [page.replace('s:', ':')]],
    ['is known with a slash at its end', `${page}/`, [`${page}/`]],
    [
      'is known with a shouting host',
      'https://WWW.Hamburg.de/bergedorf/1',
      ['https://WWW.Hamburg.de/bergedorf/1'],
    ],
    ['is known right after a colon', `Mehr:${page}`, [`Mehr:${page}`]],
    ['is known in angle brackets', `<${page}>`, [`<${page}>`]],
    ['is known before a dash', `${page}…`, [`${page}…`]],
    [
      'is another with other capitals in its path',
      page.replace('bergedorf', 'Bergedorf'),
      [`${page.replace('bergedorf', 'Bergedorf')}\n${page}`],
    ],
    ['is another with a question behind it', `${page}?a=1`, [`${page}?a=1\n${page}`]],
    [
      'is another than a longer one that begins with it',
      `Siehe ${page}2`,
      [`Siehe ${page}2\n${page}`],
    ],
    ['is another than one of a page below it', `Siehe ${page}/a`, [`Siehe ${page}/a\n${page}`]],
    ['is another inside a word', `a${page}`, [`a${page}\n${page}`]],
  ])('%s', (_, text, expected) => {
    expect(texts({ text, link: { url: page } })).toEqual(expected)
  })

  test('is the same with and without the slash of the front page', () => {
    const link = { url: 'https://www.hamburg.de' }
    expect(texts({ text: 'https://www.Hamburg.de/', link })).toEqual(['https://www.Hamburg.de/'])
  })

  test('with brackets inside is known before a full stop', () => {
    const link = { url: 'https://de.wikipedia.org/wiki/Bergedorf_(Hamburg)#Lage' }
    expect(texts({ text: `Siehe ${link.url}.`, link })).toEqual([`Siehe ${link.url}.`])
  })

  test('ending in a bracket is known too', () => {
    const link = { url: 'https://de.wikipedia.org/wiki/Bergedorf_(Hamburg)' }
    expect(texts({ text: link.url, link })).toEqual([link.url])
  })

  test('typed with other code points for the same letters is the same link', () => {
    const url = 'https://bergedorf.de/straße-für-alle'
    expect(texts({ text: url.normalize('NFD'), link: { url } })).toEqual([url])
  })

  test('that nobody can visit is compared letter by letter', () => {
    expect(texts({ text: 'Text', link: { url: 'kein Link' } })).toEqual(['Text\nkein Link'])
  })

  test('is missing where there is a reason for none', () => {
    expect(texts({ text: 'Text', link: { noLinkBecause: 'Eilmeldung' } })).toEqual(['Text'])
  })
})

describe('one text has one spelling', () => {
  test.each([
    ['u\u0308ber', 'über'],
    ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
    [' \n a b \n', 'a b'],
    ['a\u2028b\u2029c\u0085d\ve\ff', 'a\nb\nc\nd\ne\nf'],
    ['a\tb', 'a b'],
    ['Stra\u00ADße', 'Straße'],
    ['\uFEFFa\u200Bb\u2060c', 'abc'],
    ['\u202Egnp.exe\u202C', 'gnp.exe'],
    ['a\u0000b\u0007c\u001B[0m', 'abc[0m'],
    ['a\uD83Db', 'ab'],
    ['a\u200Db', 'ab'],
    ['👨‍👩‍👧 und 🏃🏽‍♀️', '👨‍👩‍👧 und 🏃🏽‍♀️'],
    ['❤️‍🔥', '❤️‍🔥'],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['a\u{E0067}b', 'ab'],
  ])('%j is %j', (typed, expected) => {
    expect(tidied(typed)).toBe(expected)
  })
})

test('what is tidied stays as it is: what was hashed is what is sent', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'u',
      '\u0308',
      '😀',
      '🏽',
      '\u200D',
      '\u200C',
      '\uFE0F',
      '❤',
      '🏴',
      '\u{E0067}',
      '\u{E007F}',
    ],
    ...[
      '\uD83D',
      '\uDE00',
      '\n',
      '\r',
      '\t',
      ' ',
      '\u00A0',
      '\u2028',
      '\u00AD',
      '-',
      '—',
      '---',
      '\uFEFF',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = tidied(pieces.join(''))
      expect(tidied(once)).toBe(once)
      const content = post({ text: once })
      expect(parts({ ...content, text: pieces.join('') })).toEqual(parts(content))
    }),
    { numRuns: 3_000 },
  )
})

test.each([
  ['@kim_beispiel Danke für den Hinweis.', 'Danke für den Hinweis.'],
  ['  @Kim_Beispiel, @kim_beispiel: danke!', 'danke!'],
  ['@kim_beispiel2 schreibt auch.', '@kim_beispiel2 schreibt auch.'],
  ['Danke, @kim_beispiel!', 'Danke, @kim_beispiel!'],
  ['@kim_beispiel', ''],
])('the handle the network adds by itself does not begin an answer: %j', (typed, text) => {
  expect(withoutHandle(typed, 'kim_beispiel')).toBe(text)
})
