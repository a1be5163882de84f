// Does another text repeat a wrong one?

/** How many words in a row are no chance; fewer where a figure is among them. */
const enough = { words: 6, withFigure: 4 }

/** The longest run of words that a text has in common with another, null where it may be chance. Links and handles do
 * not count. Pure. */
export function repeated(original: string, other: string): string | null {
  const [wrong, said] = [wordsOf(original), wordsOf(other)]
  let longest: string[] = []
  for (let start = 0; start < said.length; start += 1) {
    for (let at = 0; at < wrong.length; at += 1) {
      let length = 0
      while (isSame(said[start + length], wrong[at + length])) length += 1
      if (length > longest.length) longest = said.slice(start, start + length)
    }
  }
  const needed = longest.some((word) => /\d/.test(word)) ? enough.withFigure : enough.words
  return longest.length >= needed ? longest.join(' ') : null
}

/** At most so many words are compared: longer texts are no posts. */
const mostWords = 2_000

function wordsOf(text: string): string[] {
  return text
    .replace(/https?:\/\/\S+|@\w+/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && bare(one) === bare(other)
}

function bare(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')
}
