// What a second look at an answer might change. Hints, never blocks.

/** A hint, with the words it is about where that helps. */
export type Hint =
  | { hint: 'asks-personal-data'; words: string }
  | { hint: 'names-person'; words: string }
  | { hint: 'irony'; words: string }
  | { hint: 'capitals'; words: string }
  | { hint: 'many-hashtags' }
  | { hint: 'long-sentence' }

const asks =
  /\b(ihre[n]? (adresse|anschrift|telefonnummer|handynummer|mailadresse|e-mail[- ]?adresse|geburtsdatum|aktenzeichen|namen|kontonummer|iban)|wo wohnen sie|wie hei(ß|ss)en sie|geburtsdatum|aktenzeichen)\b/iu
const person = /(?<!\p{L})(Herr|Herrn|Frau)\s+(?:(?:Dr|Prof)\.\s+)*\p{Lu}[\p{L}-]+/u
const irony = /;-?\)|🙄|😏|🙃|\b(ja klar|na toll|schon klar|wer's glaubt|was für ein wunder)\b/iu
const capitals = /(?<![\p{L}\d])\p{Lu}{6,}(?![\p{L}\d])/u
/** Hashtags a reader bears, and words of a sentence. */
const most = { hashtags: 3, words: 25 }

/** Everything about an answer that deserves a second look. Pure. */
export function hintsFor(text: string): Hint[] {
  const hints: Hint[] = []
  const found = (pattern: RegExp) => pattern.exec(text)?.[0] ?? null
  const asked = found(asks)
  if (asked !== null) hints.push({ hint: 'asks-personal-data', words: asked })
  const named = found(person)
  if (named !== null) hints.push({ hint: 'names-person', words: named })
  const ironic = found(irony)
  if (ironic !== null) hints.push({ hint: 'irony', words: ironic })
  const loud = found(capitals)
  if (loud !== null) hints.push({ hint: 'capitals', words: loud })
  if ((text.match(/(?<![\p{L}\d])#[\p{L}\d_]+/gu) ?? []).length > most.hashtags) {
    hints.push({ hint: 'many-hashtags' })
  }
  const isLong = text
    .split(/[.!?:\n]+/)
    .some((sentence) => sentence.split(/\s+/).filter((word) => word !== '').length > most.words)
  if (isLong) hints.push({ hint: 'long-sentence' })
  return hints
}
