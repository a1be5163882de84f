// What a second look at a text might change, the same for posts and answers. Hints, never blocks (docs/regeln.md,
// "Hinweise").
import type { Content } from './content.ts'
import { sentencesIn } from './sentences.ts'

/** A hint, with the words it is about: a long sentence begins with them, too many hashtags are all of them. */
export type Hint = { hint: HintName; words: string }

export type HintName =
  | 'asks-personal-data'
  | 'names-person'
  | 'party'
  | 'begins-with-name'
  | 'irony'
  | 'no-weekday'
  | 'odd-letters'
  | 'capitals'
  | 'emoji'
  | 'many-hashtags'
  | 'hashtag-within'
  | 'hashtag-case'
  | 'abbreviation'
  | 'long-sentence'
  | 'thin-alt-text'

/** How many are worth a look: the weightiest. */
export const hintsAtMost = 3

type Rule = {
  hint: HintName
  /** Only for posts of our own; for answers, too, where it is left out. */
  only?: 'own'
  /** The words it is about, undefined for none. */
  finds(text: string): string | undefined
}

/** The weightiest first: what can hurt somebody, then neutrality, then whoever reads with ears. */
const rules: readonly Rule[] = [
  { hint: 'asks-personal-data', finds: (text) => asks.exec(text)?.[0] },
  { hint: 'names-person', finds: (text) => person.exec(text)?.[0] },
  { hint: 'party', finds: (text) => party.exec(text)?.[0] },
  // X takes it for a reply and shows it to the few who follow both.
  { hint: 'begins-with-name', only: 'own', finds: (text) => /^@\w+/.exec(text)?.[0] },
  { hint: 'irony', finds: (text) => irony.exec(text)?.[0] },
  { hint: 'no-weekday', finds: dateWithoutWeekday },
  { hint: 'odd-letters', finds: (text) => oddLetters.exec(text)?.[0] },
  { hint: 'capitals', finds: shouted },
  { hint: 'emoji', finds: emojiForWords },
  { hint: 'many-hashtags', finds: manyHashtags },
  { hint: 'hashtag-within', finds: hashtagWithin },
  { hint: 'hashtag-case', finds: hashtagInOneCase },
  { hint: 'abbreviation', finds: (text) => abbreviation.exec(text)?.[0] },
  { hint: 'long-sentence', finds: longSentence },
]

/** The weightiest of what deserves a second look in a text, each kind once. Pure. */
export function hintsFor({
  kind,
  text,
  pictures = [],
}: Pick<Content, 'kind' | 'text' | 'pictures'>): Hint[] {
  const thin = pictures.map(({ altText }) => altText).find(saysLittle)
  const inText = rules
    .filter(({ only }) => only === undefined || kind !== 'reply')
    .flatMap(({ hint, finds }): Hint[] => {
      const words = finds(text)
      return words === undefined ? [] : [{ hint, words }]
    })
  const all: Hint[] =
    thin === undefined ? inText : [{ hint: 'thin-alt-text', words: thin }, ...inText]
  return all.slice(0, hintsAtMost)
}

/** That it is a picture is known already; what remains has to say what is on it. */
function saysLittle(altText: string): boolean {
  const rest = altText.replace(
    /^(?:ein |das )?(?:bild|foto|grafik|symbolbild)\b(?: von| mit| des| der)?/i,
    '',
  )
  return rest.trim().split(/\s+/).join('').length < 10
}

const personal =
  '(?:wohn|post|mail|e-mail-?)?adressen?|anschrift(?:en)?|(?:telefon|handy|mobil|konto|ausweis)nummer|' +
  'geburts(?:datum|tag|jahr|ort)|aktenzeichen|(?:vor|nach)?namen?|iban'

/** Whoever begs for it, whoever says "Ihre Adresse", and what is only ever asked of a person. */
const asks = new RegExp(
  [
    `(?:schicken|senden|schreiben|nennen|geben|teilen|mailen|sagen|verraten) sie [^.!?]{0,60}?(?:${personal})`,
    `(?<!für )ihre[nrs]? (?:\\p{L}+ )?(?:${personal}|e-mail)`,
    'geburtsdatum|aktenzeichen|wo wohnen sie|wie hei(?:ß|ss)en sie',
  ]
    .map((one) => `(?<!\\p{L})(?:${one})(?!\\p{L})`)
    .join('|'),
  'iu',
)

/** Titles without which nobody is named, and offices that are no private persons. */
const person =
  /(?<!\p{L})(?:Herrn?|Frau|Familie)\s+(?:(?:Dr|Prof|med|jur|Ing)\.\s*(?:-\s*)?)*(?!(?:Bezirksamtsleit|Bürgermeister|Senator|Staatsr|Präsident|Minister|Pressesprecher|Amtsleit|Dezernent)\p{L}*)\p{Lu}[\p{L}-]+/u

/** Parties, and whoever wants to be elected: an office takes no side. */
const party =
  /(?<![\p{L}\d])(?:CDU|CSU|SPD|FDP|AfD|BSW|Die Linken?|DIE LINKE|(?:die|der|den) Grünen|GRÜNEN?|Bündnis 90|Freien? Wähler|(?:Spitzen)?[Kk]andidat(?:in|en|innen)?|Wahlkampf\p{L}*|Wahlprogramm\p{L}*)(?![\p{L}\d])/u

const irony =
  /;-?\)|🙄|😏|🙃|(?<!\p{L})(?:ja klar|ja, klar|na toll|na super|schon klar|wer's glaubt|was für ein wunder|ironie(?: off)?|haha)(?!\p{L})|<\/?ironie>/iu

/** Letters of the mathematical alphabets: programs that read aloud leave them out, or spell them. */
const oddLetters = /[\u{1D400}-\u{1D7FF}\u{1F130}-\u{1F169}\u24B6-\u24E9\uFF21-\uFF5A]+/u

const months = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'
/** A day and month, and what stands right before it. When something was decided needs no weekday. */
const date = new RegExp(
  `(?<before>[^\\n]{0,24}?)(?<![\\d.,])(?<day>(?:[12]?\\d|3[01]|0\\d)\\.\\s?(?:(?:0?[1-9]|1[0-2])\\.(?!\\d{1,2}\\.)|${months}))`,
  'gu',
)
const saysWhen =
  /(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?,? ?$|(?:tag|woch|abend|heute|morgen),? (?:\(?|den |dem |, )?$|(?:vom|seit|dem) $|[-–] ?$|bis $/iu

function dateWithoutWeekday(text: string): string | undefined {
  for (const { groups } of text.matchAll(date)) {
    if (!saysWhen.test(groups?.before ?? '')) return groups?.day
  }
  return undefined
}

/** Read as words or letters, not as shouting. */
const spoken = new Set(
  'BUKEA LSBG NINA DSGVO HADAG ADAC DLRG ÖPNV KITA IBAN BAMF WLAN HTTPS HTML ISEK ELSTER USTG STVO'.split(
    ' ',
  ),
)

/** The first word of four capital letters or more that is no abbreviation. Hashtags and account names stay
 * as they are. */
function shouted(text: string): string | undefined {
  const words = text.match(/(?<![\p{L}\d#@_])\p{Lu}{4,}(?![\p{L}\d])/gu) ?? []
  return words.find((word) => !spoken.has(word))
}

/** Emoji a reader bears. */
const emojiAtMost = 3
const emoji = new RegExp('\\p{RGI_Emoji}', 'gv')
/** One that stands for a word, in the middle of a sentence. */
const emojiWithin = new RegExp('\\p{L} ?\\p{RGI_Emoji}+ ?\\p{Ll}', 'v')

function emojiForWords(text: string): string | undefined {
  const all = text.match(emoji) ?? []
  if (all.length > emojiAtMost) return all.join('')
  return emojiWithin.exec(text)?.[0]
}

const hashtag = /(?<![\p{L}\d])#[\p{L}\d_]+/gu
const hashtagsAtMost = 3

function manyHashtags(text: string): string | undefined {
  const all = text.match(hashtag) ?? []
  return all.length > hashtagsAtMost ? all.join(' ') : undefined
}

/** One that does not stand at the end, with the others and the link. */
function hashtagWithin(text: string): string | undefined {
  const words = text.split(/\s+/).filter((word) => word !== '')
  while (/^(?:#|https?:\/\/)/i.test(words.at(-1) ?? '')) words.pop()
  return words.join(' ').match(hashtag)?.[0]
}

/** A long one in small letters is most likely several words, which are read aloud as one. */
function hashtagInOneCase(text: string): string | undefined {
  return (text.match(hashtag) ?? []).find((one) => /^#[\p{Ll}]{12,}$/u.test(one))
}

/** Those that are read aloud as letters, or stumbled over. */
const abbreviation =
  /(?<![\p{L}\d])(?:z\. ?B\.|d\. ?h\.|u\. ?a\.|o\. ?g\.|s\. ?o\.|i\. ?d\. ?R\.|bzw\.|ggf\.|evtl\.|inkl\.|zzgl\.|bzgl\.|vsl\.|usw\.|etc\.|lt\.)/u

/** Words a sentence bears. */
const wordsAtMost = 20

function longSentence(text: string): string | undefined {
  const long = sentencesIn(text)
    .map((sentence) => sentence.split(/\s+/).filter((word) => word !== ''))
    .find((words) => words.length > wordsAtMost)
  return long?.slice(0, 5).join(' ')
}
