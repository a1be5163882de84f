import { describe, expect, test } from 'vitest'
import { hintsFor as hintsOf, hintsAtMost } from '../../src/core/hints.ts'

const words = (count: number) => Array.from({ length: count }, (_, at) => `wort${at}`)
const hintsFor = (text: string, kind: 'post' | 'reply' = 'reply') => hintsOf({ kind, text })
const kinds = (text: string) => hintsFor(text).map(({ hint }) => hint)

const kindsOfPost = (text: string) => hintsFor(text, 'post').map(({ hint }) => hint)

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
    expect(hintsFor('Heute! #Eins #Zwei, #Drei #Vier_4')).toEqual([
      { hint: 'many-hashtags', words: '#Eins #Zwei #Drei #Vier_4' },
    ])
    expect(hintsFor('a#b c#d 1#e #f #g #h')).toEqual([])
  })

  test('a sentence of 20 words is fine, one of 21 is named by its beginning', () => {
    expect(hintsFor(words(20).join(' '))).toEqual([])
    expect(hintsFor(`Kurz. ${words(21).join(' ')}.`)).toEqual([
      { hint: 'long-sentence', words: 'wort0 wort1 wort2 wort3 wort4' },
    ])
  })

  test('two spaces make no further word', () => {
    expect(kinds(words(20).join('  '))).toEqual([])
    expect(hintsFor(words(21).join('  '))).toEqual([
      { hint: 'long-sentence', words: 'wort0 wort1 wort2 wort3 wort4' },
    ])
  })

  test.each(['. ', '! ', '? ', ': ', '\n', '?! '])('a sentence ends with "%s"', (end) => {
    expect(kinds(`${words(20).join(' ')}${end}${words(20).join(' ')}`)).toEqual([])
  })

  test.each(['z. B. ', '3. ', 'am 23. ', 'Dr. ', 'hamburg.de ', 'ca. '])(
    'a sentence goes on after "%s"',
    (middle) => {
      expect(kinds(`${words(12).join(' ')} ${middle}${words(12).join(' ')}`)).toContain(
        'long-sentence',
      )
    },
  )

  test('the three weightiest are named, whatever else there is', () => {
    const text = `Ja klar NICHT #a #b #c #d ${words(26).join(' ')}. Herr Müller, Ihre Adresse? Haha NIE`
    expect(kinds(text)).toEqual(['asks-personal-data', 'names-person', 'irony'])
    expect(kinds('NIEMALS, z. B. heute. #a #b #c #d')).toEqual([
      'capitals',
      'many-hashtags',
      'abbreviation',
    ])
    expect(hintsAtMost).toBe(3)
  })

  test('a plain answer is left alone', () => {
    expect(hintsFor('Vielen Dank für den Hinweis. Wir fragen im Fachamt nach.')).toEqual([])
    expect(hintsFor('')).toEqual([])
  })
})

describe('neutrality, names at the beginning, dates, letters and emoji', () => {
  test.each<[string, string, string]>([
    ['Die SPD lädt ein.', 'party', 'SPD'],
    ['Ein Antrag der Grünen', 'party', 'der Grünen'],
    ['Die Kandidatinnen stellen sich vor.', 'party', 'Kandidatinnen'],
    ['Im Wahlkampf', 'party', 'Wahlkampf'],
    ['Am 14.11. ist Markt.', 'no-weekday', '14.11.'],
    ['Am 3. Oktober ist geschlossen.', 'no-weekday', '3. Oktober'],
    ['Ab 02.01.2027 neu.', 'no-weekday', '02.01.'],
    ['𝗪𝗶𝗰𝗵𝘁𝗶𝗴: Baustelle', 'odd-letters', '𝗪𝗶𝗰𝗵𝘁𝗶𝗴'],
    ['Ⓐchtung', 'odd-letters', 'Ⓐ'],
    ['🎉🎉🎉🎉', 'emoji', '🎉🎉🎉🎉'],
    ['Kommt zum 🏊 ins Bad', 'emoji', 'm 🏊 i'],
    ['Der #Radweg ist fertig.', 'hashtag-within', '#Radweg'],
    ['Fertig! #bergedorfhilft', 'hashtag-case', '#bergedorfhilft'],
    ['Bringen Sie z. B. den Ausweis mit.', 'abbreviation', 'z. B.'],
    ['Termine bzw. Orte folgen.', 'abbreviation', 'bzw.'],
  ])('%s: %s', (text, hint, words) => {
    expect(hintsFor(text, 'post')).toEqual([{ hint, words }])
  })

  test('a post that begins with a name is seen by few; an answer always does', () => {
    expect(kindsOfPost('@hamburg_de zeigt es.')).toEqual(['begins-with-name'])
    expect(kindsOfPost('Mit @hamburg_de unterwegs.')).toEqual([])
    expect(kinds('@hamburg_de zeigt es.')).toEqual([])
  })

  // Sentences as they stand in the press releases of districts.
  test.each([
    'Der Wochenmarkt fällt am Sonnabend, 14. November, aus.',
    'Am Montag, den 3. März 2027, beginnt die Sanierung der Wentorfer Straße.',
    'Die Sperrung gilt von Mo., 9.11., bis Fr., 13.11.',
    'Grundlage ist der Beschluss der Bezirksversammlung vom 12.05.2026.',
    'Seit 1. Oktober gelten neue Öffnungszeiten.',
    'Heute, 18.11., ab 17 Uhr: Bürgersprechstunde im Rathaus.',
    'Grüne Oase am Schleusengraben: Der Park ist wieder geöffnet.',
    'Die Vier- und Marschlande blühen auf 🌷',
    'Zum Radverkehr tagt am Donnerstag der Ausschuss. #Bergedorf #Radverkehr',
    'Mehr: https://www.hamburg.de/bergedorf #Bergedorf',
    'Das Haus im Park zeigt die Ausstellung „100 Jahre Sternwarte“.',
    'Der Haushalt umfasst 3,5 Mio. Euro für 12 Spielplätze.',
    'Wasserstand 2.1 Meter über Normal, Tendenz fallend.',
    'Notdienst: Tel. 115, Nr. 3 im Menü.',
  ])('nothing is hinted at: %s', (text) => {
    expect(hintsFor(text, 'post')).toEqual([])
  })
})

test('texts that nobody writes are weighed at once', () => {
  const before = performance.now()
  for (const one of ['https://a.de/', '#a#b', '1. ', '#a ', '🎉 a ', 'a. ', '@a ', '31.12. ']) {
    hintsFor(`${one.repeat(2_000)} x`, 'post')
  }
  expect(performance.now() - before).toBeLessThan(2_000)
})
