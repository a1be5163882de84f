import { emojiFont, regularFont, semiBoldFont } from '../typefaces/fonts.ts'
import { typeface } from '../typefaces/typeface.ts'

export const regular = typeface(regularFont)
export const semiBold = typeface(semiBoldFont)
const emoji = typeface(emojiFont)

// They join emoji or divide words, and no font has a glyph for them.
const joining = /^(?:[\n\u00ad\u200b]|\u200d|\ufe0e|\ufe0f|[\u{e0020}-\u{e007f}])$/u
// What directs writing from right to left has nothing to direct here, and could only turn words around.
const invisible = /^\p{Default_Ignorable_Code_Point}$/u
const longWord = /[^\s\u200b/-]{45,}/g

/** The text in characters that our fonts have: fancy letters become plain ones, foreign ones "□".
 * An accessible PDF may not contain a character that it cannot draw. */
export function printable(text: string): string {
  return Array.from(text, drawable).join('')
}

/** A word too long for any line may break after every twelve characters. */
export function breakable(text: string): string {
  return text.replace(longWord, (word) => (word.match(/.{1,12}/gu) ?? [word]).join('\u200b'))
}

function drawable(character: string): string {
  if (isDrawable(character)) return character
  if (invisible.test(character)) return ''
  if (/\s/.test(character)) return ' '
  const plain = character.normalize('NFKC')
  return Array.from(plain).every(isDrawable) ? plain : '□'
}

function isDrawable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return joining.test(character) || regular.has(code) || emoji.has(code)
}
