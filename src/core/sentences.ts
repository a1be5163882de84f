// Where a German sentence ends.

/** A mark that ends a sentence, with what closes after it. A point after a number, a single letter or an abbreviation
 * ends none. */
const end =
  /(?<!(?<![\p{L}\d])(?:\d+|\p{L}|Dr|Prof|Nr|St|Str|Tel|ca|bzw|usw|ggf|inkl|Abs|Art|Std|Min|Mio|Mrd))[.!?…]+["“”»«’)\]]*(?=\s|$)|[!?…:]+["“”»«’)\]]*(?=\s|$)|\n/gu

/** The sentences of a text, each with the space behind it: together they are the text. Pure. */
export function sentencesIn(text: string): string[] {
  const all: string[] = []
  let from = 0
  for (const { 0: mark, index } of text.matchAll(end)) {
    const space = /^\s*/.exec(text.slice(index + mark.length))?.[0].length ?? 0
    const to = index + mark.length + space
    if (text.slice(from, to).trim() !== '') {
      all.push(text.slice(from, to))
      from = to
    }
  }
  return from < text.length ? [...all, text.slice(from)] : all
}
