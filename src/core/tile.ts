// A Kachel: a designed picture that says a few words. Which words fit is known once it is drawn.

/** What a Kachel is about; each has a sign of its own and is called by its name on it. */
export const motifs = ['notice', 'event', 'roadworks', 'warning', 'number', 'quote'] as const
export type Motif = (typeof motifs)[number]

/** Wide as a screen (16:9), or square. */
export const shapes = ['wide', 'square'] as const
export type Shape = (typeof shapes)[number]

/** What is written on it. For a number the heading is the figure, for a quotation who says it. The lines about when and
 * where are empty where there is nothing to say. */
export type TileWords = {
  motif: Motif
  shape: Shape
  heading: string
  text: string
  date: string
  time: string
  place: string
}

/** What is wrong with the words; `surplus` in characters of the text. */
export type TileFlaw =
  | { field: 'heading' | 'text'; flaw: 'empty' }
  | { field: 'heading'; flaw: 'too-long'; surplus: number }
  | { field: 'text'; flaw: 'too-long'; surplus: number }
  /** A word that is wider than a line and that nobody can divide. */
  | { field: 'heading' | 'text' | 'date' | 'time' | 'place'; flaw: 'too-wide'; word: string }
  /** No font of ours has these. */
  | { field: 'heading' | 'text' | 'date' | 'time' | 'place'; flaw: 'no-glyph'; characters: string }

/** The most characters of a heading. */
export const headingAtMost = 60

/** The words in the order in which somebody reads them aloud. `name` is what the motif is called. Pure. */
export function altTextOf({ motif, heading, text, ...facts }: TileWords, name: string): string {
  const when = [facts.date, facts.time, facts.place].filter((fact) => fact !== '').join(', ')
  const said = motif === 'quote' ? [`„${text}“ – ${heading}`] : [heading, text]
  return [`${name}:`, ...said.map(ended), ...(when === '' ? [] : [ended(when)])].join(' ')
}

function ended(words: string): string {
  return /[.!?:…“]$/.test(words) ? words : `${words}.`
}
