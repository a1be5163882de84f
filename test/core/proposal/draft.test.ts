import { describe, expect, test } from 'vitest'
import type { Weigh } from '../../../src/core/content.ts'
import {
  draftOf,
  read,
  readReply,
  type Draft,
  type Flaw,
} from '../../../src/core/proposal/draft.ts'
import { answer, monday, post } from '../../support/lives.ts'

const zone = 'Europe/Berlin'
const url = 'https://www.hamburg.de/bergedorf/1'

/** A network that takes thirty characters and no "#", and makes a link of every address but those with "^". */
const weigh: Weigh = (text) => ({
  length: text.length,
  limit: 30,
  links: text.match(/https?:\/\/[^\s^]+/g) ?? [],
  accidentalLinks: [],
  valid: !text.includes('#'),
})

function draft(changes: Partial<Draft> = {}): Draft {
  return {
    text: 'Guten Tag',
    topic: 'kultur',
    link: '',
    noLinkBecause: 'Gruß',
    date: null,
    time: null,
    ...changes,
  }
}

function flaws(changes: Partial<Draft>): readonly Flaw[] {
  const answer = read(draft(changes), { now: monday('10:00'), zone, weigh })
  return 'flaws' in answer ? answer.flaws : []
}

function content(changes: Partial<Draft>): unknown {
  return read(draft(changes), { now: monday('10:00'), zone, weigh })
}

describe('a good draft becomes a content', () => {
  test('as short as it can be', () => {
    expect(content({})).toEqual({
      content: {
        kind: 'post',
        networks: ['x'],
        text: 'Guten Tag',
        link: { noLinkBecause: 'Gruß' },
        topic: 'kultur',
        plannedAt: null,
        replyTo: null,
      },
    })
  })

  test.each<[string, Partial<Draft>, object]>([
    [
      'with a planned time',
      { date: '2026-11-24', time: '14:30' },
      { plannedAt: monday('14:30') + 24 * 60 * 60_000 },
    ],
    ['a minute from now', { date: '2026-11-23', time: '10:01' }, { plannedAt: monday('10:01') }],
    ['with a link of the plain web', { link: 'http://a.de' }, { link: { url: 'http://a.de' } }],
    ['with space around the link', { link: ' https://a.de ' }, { link: { url: 'https://a.de' } }],
    [
      'with a link and a reason: the link counts',
      { link: 'https://a.de', noLinkBecause: 'Gruß' },
      { link: { url: 'https://a.de' } },
    ],
    [
      'with space around the reason',
      { noLinkBecause: ' Eil ' },
      { link: { noLinkBecause: 'Eil' } },
    ],
    ['with space around the text', { text: '\n Guten Tag \n' }, { text: 'Guten Tag' }],
    ['with lines as Windows ends them', { text: 'Guten\r\nTag' }, { text: 'Guten\nTag' }],
    ['with decomposed letters', { text: 'Gru\u0308n' }, { text: 'Grün' }],
    ['with exactly as much as fits', { text: 'x'.repeat(30) }, { text: 'x'.repeat(30) }],
    ['with hyphens inside', { text: 'Eins\n---\nZwei' }, { text: 'Eins\n---\nZwei' }],
  ])('%s', (_, changes, expected) => {
    expect(content(changes)).toMatchObject({ content: expected })
  })

  test('with a link that has decomposed letters, spelled as in the text', () => {
    const link = 'https://a.de/grün'
    expect(content({ link: link.normalize('NFD') })).toMatchObject({
      content: { link: { url: link } },
    })
  })
})

describe('a flaw is named with its field', () => {
  const tooLong = { field: 'text', flaw: 'too-long', limit: 30 }

  test.each<[string, Partial<Draft>, object]>([
    ['no text', { text: '' }, { field: 'text', flaw: 'empty' }],
    ['only space', { text: ' \n\t' }, { field: 'text', flaw: 'empty' }],
    [
      'only space although there is a link',
      { text: ' ', link: url },
      { field: 'text', flaw: 'empty' },
    ],
    ['an empty first part', { text: '---\nZwei' }, { field: 'text', flaw: 'empty-part', part: 1 }],
    [
      'an empty middle part',
      { text: 'Eins\n---\n \n---\nDrei' },
      { field: 'text', flaw: 'empty-part', part: 2 },
    ],
    [
      'an empty last part without a link',
      { text: 'Eins\n---\n' },
      { field: 'text', flaw: 'empty-part', part: 2 },
    ],
    [
      'one character too many',
      { text: 'x'.repeat(31) },
      { ...tooLong, part: 1, of: 1, surplus: 1 },
    ],
    [
      'a second part that is too long',
      { text: `Eins\n---\n${'x'.repeat(35)}\n---\nDrei` },
      { ...tooLong, part: 2, of: 3, surplus: 5 },
    ],
    [
      'a text that is too long with its link',
      { text: 'x'.repeat(20), link: 'https://a.de' },
      { ...tooLong, part: 1, of: 1, surplus: 3, withLink: true },
    ],
    [
      'a character the network refuses',
      { text: 'Eins\n---\n#' },
      { field: 'text', flaw: 'forbidden-character', part: 2, of: 2 },
    ],
    ['no topic', { topic: null }, { field: 'topic', flaw: 'no-topic' }],
    ['an unknown topic', { topic: 'sport' }, { field: 'topic', flaw: 'no-topic' }],
    ['neither link nor reason', { noLinkBecause: '' }, { field: 'link', flaw: 'link-or-reason' }],
    ['a reason of space', { noLinkBecause: ' ' }, { field: 'link', flaw: 'link-or-reason' }],
    ['a time without a date', { time: '14:00' }, { field: 'date', flaw: 'date-missing' }],
    ['a date without a time', { date: '2026-11-24' }, { field: 'time', flaw: 'time-missing' }],
    [
      'a date that is none',
      { date: '2027-02-29', time: '14:00' },
      { field: 'date', flaw: 'not-a-date' },
    ],
    [
      'a time the March night skips',
      { date: '2027-03-28', time: '02:30' },
      { field: 'time', flaw: 'skipped' },
    ],
    [
      'a time the October night has twice',
      { date: '2027-10-31', time: '02:30' },
      { field: 'time', flaw: 'twice' },
    ],
    ['this very moment', { date: '2026-11-23', time: '10:00' }, { field: 'time', flaw: 'past' }],
    ['a time that is over', { date: '2026-11-23', time: '09:59' }, { field: 'time', flaw: 'past' }],
    ['a mistyped year', { date: '2028-11-23', time: '10:00' }, { field: 'date', flaw: 'too-far' }],
  ])('%s', (_, changes, flaw) => {
    expect(flaws(changes)).toEqual([flaw])
  })

  test.each([
    'https://',
    'https://localhost/seite',
    'https://a.de/eine seite',
    'https://hamburg.',
    'https://.de',
    'https://a..',
    'ftp://hamburg.de/datei',
    'javascript:alert(1)',
    'mailto:presse@bergedorf.de',
    'siehe Aushang',
    'https://name:wort@hamburg.de/seite',
    'https://:wort@hamburg.de/seite',
    'https://hamburg.de@anderswo.de/',
  ])('"%s" is not a public link', (link) => {
    expect(flaws({ link })).toEqual([
      { field: 'link', flaw: 'not-a-link', typed: expect.any(String) as string },
    ])
  })

  test.each([
    ['hamburg.de/bergedorf', 'https://hamburg.de/bergedorf'],
    ['www.hamburg.de', 'https://www.hamburg.de'],
    ['<https://hamburg.de/a>', 'https://hamburg.de/a'],
    ['„https://hamburg.de/a“', 'https://hamburg.de/a'],
    ['„https://hamburg.de/a“.', 'https://hamburg.de/a'],
    ['‚hamburg.de/a‘', 'https://hamburg.de/a'],
    ['»https://hamburg.de/a«', 'https://hamburg.de/a'],
    ['“https://hamburg.de/a”,', 'https://hamburg.de/a'],
    ["'https://hamburg.de/a'", 'https://hamburg.de/a'],
    ['hamburg.de)', 'https://hamburg.de'],
    ['(https://hamburg.de/a_(b))', 'https://hamburg.de/a_(b)'],
    ['Zur Seite <https://hamburg.de/a>', 'https://hamburg.de/a'],
    ['https://hamburg.de/ein\u00ADe\u2011seite\u00A0', 'https://hamburg.de/eine-seite'],
    ['hamburg.de?seite=1', 'https://hamburg.de?seite=1'],
    ['https://hamburg.de/sei\u200Bte', 'https://hamburg.de/seite'],
    ['https://hamburg.de/a^b', 'https://hamburg.de/a%5Eb'],
  ])('"%s" is repaired in silence', (link, repaired) => {
    const scales = {
      now: monday('10:00'),
      zone,
      weigh: (text: string) => ({ ...weigh(text), limit: 280 }),
    }
    expect(read(draft({ link }), scales)).toMatchObject({ content: { link: { url: repaired } } })
  })

  test('what cannot be linked as a whole is asked about, beside its field', () => {
    const blind: Weigh = (text) => ({
      ...weigh(text),
      links: text.match(/https:\/\/hamburg/g) ?? [],
    })
    const scales = { now: monday('10:00'), zone, weigh: blind }
    const link = 'https://hamburg.de/a'
    const cut = { flaw: 'link-cut', link, linked: 'https://hamburg' }
    expect(read(draft({ link, text: link }), scales)).toEqual({
      flaws: [
        { field: 'text', ...cut },
        { field: 'link', ...cut },
      ],
    })
    const mention = { mention: 3, version: 1 }
    expect(readReply(link, mention, { weigh: blind })).toEqual({
      flaws: [{ field: 'text', ...cut }],
    })
  })

  test.each([
    ['Dafür ist nicht das Bezirksamt, sondern … zuständig.', true],
    ['Dafür ist nicht das Bezirksamt, sondern die BUKEA zuständig. Mehr dazu: …', true],
    ['Dafür ist nicht das Bezirksamt, sondern die BUKEA zuständig.', false],
    ['Da kann man nur sagen … Danke', false],
    ['A, B, C … Z', false],
  ])('dots that a Textbaustein brought must be filled in: %j', (text, isUnfilled) => {
    const generous = {
      weigh: (one: string) => ({ ...weigh(one), limit: 280 }),
      templates: ['Dafür ist nicht das Bezirksamt, sondern … zuständig. Mehr dazu: …'],
    }
    const said = readReply(text, { mention: 3, version: 1 }, generous)
    expect('flaws' in said ? said.flaws : []).toEqual(
      isUnfilled ? [{ field: 'text', flaw: 'unfilled' }] : [],
    )
  })

  test.each([
    ['Ab Montag, dem …, ist die … gesperrt.', true],
    ['Ab …, dem 30.11., ist die Chrysanderstraße gesperrt.', true],
    ['Ab Montag, dem 30.11., ist die … gesperrt.', true],
    ['Ab Montag, dem 30.11., ist die Chrysanderstraße gesperrt.', false],
    ['Ab Montag, dem 30.11. … die Chrysanderstraße', false],
  ])('dots close to each other are each noticed, whatever stands in the others: %j', (text, is) => {
    const templates = ['Ab …, dem …, ist die … gesperrt.']
    const scales = {
      now: monday('10:00'),
      zone,
      weigh: (one: string) => ({ ...weigh(one), limit: 280 }),
      templates,
    }
    const said = read(draft({ text }), scales)
    expect('flaws' in said ? said.flaws.map(({ flaw }) => flaw) : []).toEqual(
      is ? ['unfilled'] : [],
    )
  })

  test('a Textbaustein that begins with dots forbids them nowhere else', () => {
    const templates = ['… bleibt am Freitag geschlossen.']
    const scales = {
      now: monday('10:00'),
      zone,
      weigh: (one: string) => ({ ...weigh(one), limit: 280 }),
      templates,
    }
    expect(read(draft({ text: 'Und dann … kam der Frühling.' }), scales)).toHaveProperty('content')
    expect(read(draft({ text: '… bleibt am Freitag geschlossen.' }), scales)).toHaveProperty(
      'flaws',
    )
  })

  test('a thread of more than 25 parts does not fit on a card', () => {
    expect(flaws({ text: Array(25).fill('a').join('\n---\n') })).toEqual([])
    expect(flaws({ text: Array(26).fill('a').join('\n---\n') })).toEqual([
      { field: 'text', flaw: 'too-many-parts', parts: 26, limit: 25 },
    ])
  })

  test('what does not fit on a card with its link cannot be proposed', () => {
    const link = `https://hamburg.de/${'a'.repeat(8_000)}`
    expect(flaws({ text: 'a', link })).toEqual([
      { field: 'text', flaw: 'too-much', surplus: 21, limit: 8_000 },
    ])
    expect(flaws({ text: 'a', link: link.slice(0, -21) })).toEqual([
      { ...tooLong, part: 1, of: 1, surplus: 7_970, withLink: true },
    ])
  })

  test('a post is planned 366 days ahead at most, to the minute', () => {
    expect(flaws({ date: '2027-11-24', time: '10:00' })).toEqual([])
    expect(flaws({ date: '2027-11-24', time: '10:01' })).toEqual([
      { field: 'date', flaw: 'too-far' },
    ])
  })

  test('all flaws are named at once, so that one look mends all', () => {
    const text = `${'x'.repeat(32)}\n---\n---\n#`
    const changes = { text, topic: '', link: 'Aushang', date: '2027-03-28', time: '02:30' }
    expect(flaws(changes)).toEqual([
      { field: 'text', flaw: 'too-long', part: 1, of: 3, surplus: 2, limit: 30 },
      { field: 'text', flaw: 'empty-part', part: 2 },
      { field: 'text', flaw: 'forbidden-character', part: 3, of: 3 },
      { field: 'topic', flaw: 'no-topic' },
      { field: 'link', flaw: 'not-a-link', typed: 'Aushang' },
      { field: 'time', flaw: 'skipped' },
    ])
  })
})

describe('an answer', () => {
  const mention = { mention: 1, version: 1 }

  test('is its words, in one spelling, and the version of the mention it was written for', () => {
    expect(readReply(' Danke!\r\n', mention, { weigh })).toEqual({
      content: answer({ text: 'Danke!' }),
    })
  })

  test.each<[string, string, Flaw]>([
    ['without words', ' ', { field: 'text', flaw: 'empty' }],
    [
      'of one character too many',
      'x'.repeat(31),
      { field: 'text', flaw: 'too-long', part: 1, of: 1, surplus: 1, limit: 30 },
    ],
  ])('%s is none', (_, text, flaw) => {
    expect(readReply(text, mention, { weigh })).toEqual({ flaws: [flaw] })
  })
})

describe('a content is shown in the form as it was typed', () => {
  test('an answer has neither link nor topic', () => {
    expect(draftOf(answer({ text: 'Danke!' }), zone)).toEqual({
      text: 'Danke!',
      topic: null,
      link: '',
      noLinkBecause: '',
      date: null,
      time: null,
    })
  })

  test('with link and time', () => {
    const shown = draftOf(
      post({ link: { url }, plannedAt: monday('14:30'), text: 'Ein\nText' }),
      zone,
    )
    expect(shown).toEqual({
      text: 'Ein\nText',
      topic: 'verkehr',
      link: url,
      noLinkBecause: '',
      date: '2026-11-23',
      time: '14:30',
    })
  })

  test('with a reason and without a time', () => {
    expect(draftOf(post({ link: { noLinkBecause: 'Eil' } }), zone)).toMatchObject({
      link: '',
      noLinkBecause: 'Eil',
      date: null,
      time: null,
    })
  })

  test.each([post(), post({ link: { url }, plannedAt: monday('14:30') })])(
    'and read again it is the same content',
    (one) => {
      const generous: Weigh = (text) => ({ ...weigh(text), limit: 280 })
      const now = monday('10:00')
      expect(read(draftOf(one, zone), { now, zone, weigh: generous })).toEqual({
        content: one,
      })
    },
  )
})
