// A text that is too long for one post becomes a thread: divided at its sentences, for a person to look at and change.
import { divider, parts, textsOf, type Content, type Weigh } from '../content.ts'
import { sentencesIn } from '../sentences.ts'

/** " 12/25": what a number at the end of a part weighs at most. */
const numberAtMost = 6

/** The text of a content with lines of hyphens where it has to be divided, so that every part fits, with its number and
 * the last one with the official link; null where even that does not help. Divisions that are there stay. Pure. */
export function divided(content: Content, weigh: Weigh): string | null {
  const fits = (text: string) => {
    const { length, limit } = weigh(text)
    return length <= limit - numberAtMost
  }
  const all = textsOf(content.text).flatMap((text) => (fits(text) ? [text] : pieces(text, fits)))
  const withLink = (texts: readonly string[]) =>
    parts({ ...content, text: texts.join(divider) }).at(-1)?.text ?? ''
  const last = all.at(-1) ?? ''
  if (!fits(withLink(all))) {
    // What has no room beside the link goes before it.
    const units = sentencesIn(last)
    const kept = units.pop() ?? ''
    const rest = units.join('').trim()
    all.splice(-1, 1, ...(rest === '' ? [last, ''] : [rest, kept.trim()]))
  }
  const text = all.join(divider)
  return parts({ ...content, text }).every((part) => fits(part.text) && part.text !== '')
    ? text
    : null
}

/** A text in pieces that fit, each as long as possible: of sentences, of words where a sentence is too long by itself. */
function pieces(text: string, fits: (text: string) => boolean): string[] {
  const units = sentencesIn(text).flatMap((sentence) =>
    fits(sentence.trim()) ? [sentence] : sentence.split(/(?<=\s)(?=\S)/),
  )
  const all: string[] = []
  let piece = ''
  for (const unit of units) {
    if (piece.trim() !== '' && !fits((piece + unit).trim())) {
      all.push(piece.trim())
      piece = ''
    }
    piece += unit
  }
  return piece.trim() === '' ? all : [...all, piece.trim()]
}

/** The text with "1/3" at the end of each part, instead of a number that is there already; as it is where it has only
 * one part. Pure. */
export function numbered(text: string): string {
  const texts = textsOf(text)
  if (texts.length === 1) return text
  // Only what counts the parts all through is a number of ours: "24/7" is not.
  const ends = texts.map((part) => /\s(\d{1,2})\/(\d{1,2})$/.exec(part))
  const of = ends.find((end) => end !== null)?.[2]
  const isCounted = ends.every((end, index) => end?.[1] === String(index + 1) && end[2] === of)
  return texts
    .map((part, index) => {
      const bare = isCounted ? part.replace(/\s+\d{1,2}\/\d{1,2}$/, '') : part
      return bare === '' ? '' : `${bare} ${index + 1}/${texts.length}`
    })
    .join(divider)
}
