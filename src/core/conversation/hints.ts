// What a second look at an answer might change. Hints, never blocks (docs/regeln.md, "Hinweise").

/** A hint, with the words it is about: the long sentence begins with them, the hashtags are all of them. */
export type Hint =
  | { hint: 'asks-personal-data'; words: string }
  | { hint: 'names-person'; words: string }
  | { hint: 'irony'; words: string }
  | { hint: 'capitals'; words: string }
  | { hint: 'many-hashtags'; words: string }
  | { hint: 'long-sentence'; words: string }

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

const irony =
  /;-?\)|🙄|😏|🙃|(?<!\p{L})(?:ja klar|ja, klar|na toll|na super|schon klar|wer's glaubt|was für ein wunder|ironie(?: off)?|haha)(?!\p{L})|<\/?ironie>/iu

/** Read as words or letters, not as shouting. */
const abbreviations = new Set(
  'BUKEA LSBG NINA DSGVO HADAG ADAC DLRG ÖPNV KITA IBAN BAMF WLAN HTTPS HTML ISEK ELSTER USTG STVO'.split(
    ' ',
  ),
)

/** Hashtags a reader bears, and words of a sentence. */
const most = { hashtags: 3, words: 25 }

/** Everything about an answer that deserves a second look, each kind once. Pure. */
export function hintsFor(text: string): Hint[] {
  const hashtags = text.match(/(?<![\p{L}\d])#[\p{L}\d_]+/gu) ?? []
  const long = sentences(text).find((words) => words.length > most.words)
  return [
    ...hint('asks-personal-data', asks.exec(text)?.[0]),
    ...hint('names-person', person.exec(text)?.[0]),
    ...hint('irony', irony.exec(text)?.[0]),
    ...hint('capitals', shouted(text)),
    ...hint('many-hashtags', hashtags.length > most.hashtags ? hashtags.join(' ') : undefined),
    ...hint('long-sentence', long?.slice(0, 5).join(' ')),
  ]
}

function hint(kind: Hint['hint'], words: string | undefined): Hint[] {
  return words === undefined ? [] : [{ hint: kind, words }]
}

/** The first word of four capital letters or more that is no abbreviation. Hashtags and account names stay
 * as they are. */
function shouted(text: string): string | undefined {
  const words = text.match(/(?<![\p{L}\d#@_])\p{Lu}{4,}(?![\p{L}\d])/gu) ?? []
  return words.find((word) => !abbreviations.has(word))
}

/** The words of each sentence. A point after a number or an abbreviation ends none. */
function sentences(text: string): string[][] {
  return text
    .split(/(?<!(?<![\p{L}\d])(?:\d+|\p{L}|Dr|Nr|St|Str|ca|bzw|usw|ggf))[.!?:]+(?=\s|$)|\n/u)
    .map((sentence) => sentence.split(/\s+/).filter((word) => word !== ''))
}
