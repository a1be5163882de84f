import { describe, expect, test } from 'vitest'
import { hintsFor } from '../../../src/core/conversation/hints.ts'

const words = (count: number) => Array.from({ length: count }, (_, at) => `wort${at}`)
const kinds = (text: string) => hintsFor(text).map(({ hint }) => hint)

describe('an answer that asks for personal data is hinted at', () => {
  test.each([
    ['Bitte schicken Sie uns Ihre Adresse.', 'schicken Sie uns Ihre Adresse'],
    ['Nennen Sie uns bitte die Telefonnummer.', 'Nennen Sie uns bitte die Telefonnummer'],
    ['Wie lautet Ihre vollständige Anschrift?', 'Ihre vollständige Anschrift'],
    ['Mit Ihrer Handynummer geht es schneller.', 'Ihrer Handynummer'],
    ['Gern hier Ihre E-Mail.', 'Ihre E-Mail'],
    ['Welches Aktenzeichen haben Sie?', 'Aktenzeichen'],
    ['Geburtsdatum genügt.', 'Geburtsdatum'],
    ['Wo wohnen Sie?', 'Wo wohnen Sie'],
    ['Und wie heissen Sie?', 'wie heissen Sie'],
  ])('%s', (text, passage) => {
    expect(hintsFor(text)).toEqual([{ hint: 'asks-personal-data', words: passage }])
  })

  test.each([
    'Rufen Sie uns unter der Telefonnummer 115 an.',
    'Vielen Dank für Ihre E-Mail.',
    'Unsere Adresse finden Sie auf hamburg.de.',
    'Schreiben Sie uns. Die Adresse steht auf hamburg.de.',
    'Ihre Ibanez steht noch hier.',
  ])('but not: %s', (text) => {
    expect(hintsFor(text)).toEqual([])
  })
})

describe('an answer that names a private person is hinted at', () => {
  test.each([
    ['Danke, Herr Müller.', 'Herr Müller'],
    ['Wir fragen Herrn Özdemir.', 'Herrn Özdemir'],
    ['Frau Dr. Schmidt hilft gern.', 'Frau Dr. Schmidt'],
    ['Frau Prof. Dr. med. Schmidt-Lang kommt.', 'Frau Prof. Dr. med. Schmidt-Lang'],
    ['Familie Petersen war da.', 'Familie Petersen'],
    ['Frau  Dr.  Schmidt hilft.', 'Frau  Dr.  Schmidt'],
    ['Frau Dr.-Ing. Meyer hilft.', 'Frau Dr.-Ing. Meyer'],
    ['Frau Dr.Meyer hilft.', 'Frau Dr.Meyer'],
    ['Frau Senatorin und Herr Krause.', 'Herr Krause'],
  ])('%s', (text, passage) => {
    expect(hintsFor(text)).toEqual([{ hint: 'names-person', words: passage }])
  })

  test.each([
    'Frau Bezirksamtsleiterin eröffnet den Platz.',
    'Herr Bürgermeister war da.',
    'Herr und Frau treffen sich.',
    'Die Jungfrau Maria.',
  ])('but not: %s', (text) => {
    expect(hintsFor(text)).toEqual([])
  })
})

describe('irony, shouting, hashtags and long sentences', () => {
  test.each([
    ['Das wird sicher schön ;-)', ';-)'],
    ['Das wird sicher schön ;)', ';)'],
    ['Sicher 🙄', '🙄'],
    ['Ja klar, morgen.', 'Ja klar'],
    ['Ja, klar.', 'Ja, klar'],
    ['Toll. Ironie off', 'Ironie off'],
    ["Wer's glaubt", "Wer's glaubt"],
    ['Haha', 'Haha'],
  ])('%s can be read as irony', (text, passage) => {
    expect(hintsFor(text)).toEqual([{ hint: 'irony', words: passage }])
  })

  test('plain joy is no irony', () => {
    expect(hintsFor('Das freut uns :-) Naja, klarer geht es nicht. Hahaha ist ein Ort.')).toEqual(
      [],
    )
  })

  test('the first shouted word is named', () => {
    expect(hintsFor('Das geht NICHT und NIEMALS.')).toEqual([{ hint: 'capitals', words: 'NICHT' }])
    expect(hintsFor('ÄMTER')).toEqual([{ hint: 'capitals', words: 'ÄMTER' }])
    expect(hintsFor('Die DSGVO gilt IMMER.')).toEqual([{ hint: 'capitals', words: 'IMMER' }])
  })

  test.each([
    'PKW, RKD, HVV und USt',
    'BUKEA und LSBG',
    '#WICHTIG',
    '@BEZIRKSAMT',
    'ABCDe',
    'A7XXXX',
  ])('nobody shouts with %s', (text) => {
    expect(kinds(text)).toEqual([])
  })

  test('three hashtags are fine, with a fourth all are named', () => {
    expect(hintsFor('#Eins #Zwei #Drei')).toEqual([])
    expect(hintsFor('#Eins #Zwei, #Drei und #Vier_4')).toEqual([
      { hint: 'many-hashtags', words: '#Eins #Zwei #Drei #Vier_4' },
    ])
    expect(hintsFor('a#b c#d 1#e #f #g #h')).toEqual([])
  })

  test('a sentence of 25 words is fine, one of 26 is named by its beginning', () => {
    expect(hintsFor(words(25).join(' '))).toEqual([])
    expect(hintsFor(`Kurz. ${words(26).join(' ')}.`)).toEqual([
      { hint: 'long-sentence', words: 'wort0 wort1 wort2 wort3 wort4' },
    ])
  })

  test('two spaces make no further word', () => {
    expect(kinds(words(25).join('  '))).toEqual([])
    expect(hintsFor(words(26).join('  '))).toEqual([
      { hint: 'long-sentence', words: 'wort0 wort1 wort2 wort3 wort4' },
    ])
  })

  test.each(['. ', '! ', '? ', ': ', '\n', '?! '])('a sentence ends with "%s"', (end) => {
    expect(kinds(`${words(20).join(' ')}${end}${words(20).join(' ')}`)).toEqual([])
  })

  test.each(['z. B. ', '3. ', 'am 23. ', 'Dr. ', 'hamburg.de ', 'ca. '])(
    'a sentence goes on after "%s"',
    (middle) => {
      expect(kinds(`${words(13).join(' ')} ${middle}${words(13).join(' ')}`)).toEqual([
        'long-sentence',
      ])
    },
  )

  test('every kind is hinted at once, in the same order', () => {
    const text = `Ja klar NICHT #a #b #c #d ${words(26).join(' ')}. Herr Müller, Ihre Adresse? Frau Kunz, Ihre IBAN? Haha NIE NIEMALS`
    expect(kinds(text)).toEqual([
      'asks-personal-data',
      'names-person',
      'irony',
      'capitals',
      'many-hashtags',
      'long-sentence',
    ])
  })

  test('a plain answer is left alone', () => {
    expect(hintsFor('Vielen Dank für den Hinweis. Wir fragen im Fachamt nach.')).toEqual([])
    expect(hintsFor('')).toEqual([])
  })
})
