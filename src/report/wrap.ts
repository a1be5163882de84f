import type { Typeface } from '../typefaces/typeface.ts'

/** Breaks a text into at most `most` lines of this width; what does not fit ends in "…". */
export function wrap(
  text: string,
  { width, size, most, face }: { width: number; size: number; most: number; face: Typeface },
): string[] {
  const fits = (line: string) => face.widthOf(line, size) <= width
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((word) => word !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) line = longer
    else {
      if (line !== '') lines.push(line)
      line = word
    }
  }
  lines.push(line)
  const cut = lines.length > most
  return lines.slice(0, most).map((line, at) => {
    const isCut = !fits(line) || (cut && at === most - 1)
    return isCut ? shortened(line, (short) => fits(short)) : line
  })
}

/** The longest beginning that fits with "…" behind it. */
function shortened(line: string, fits: (line: string) => boolean): string {
  const characters = Array.from(line).slice(0, 200)
  while (characters.length > 1 && !fits(`${characters.join('').trimEnd()}…`)) characters.pop()
  return `${characters.join('').trimEnd()}…`
}
