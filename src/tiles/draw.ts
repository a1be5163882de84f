// Kacheln: designed pictures without a designer. Typst sets the words, because it divides German words at the end of a
// line as one does; resvg paints them.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Resvg } from '@resvg/resvg-js'
import { headingAtMost, type Shape, type TileFlaw, type TileWords } from '../core/tile.ts'
import { emojiFont, emojiFamily, fontFamily, fontFiles, regularFont } from '../typefaces/fonts.ts'
import { typeface } from '../typefaces/typeface.ts'
import { signOf } from './signs.ts'
import type { Look } from './look.ts'

/** A picture, in dots, and its bytes as PNG. */
export type Tile = { bytes: Uint8Array; width: number; height: number }

const template = readFileSync(join(import.meta.dirname, 'tile.typ'), 'utf8')

/** Dots. `sizes` are those of the text, the largest first: the smallest is 12 dots where the picture is shown 320 wide,
 * which everybody can still read. */
type Measures = Record<
  'width' | 'height' | 'margin' | 'band' | 'foot' | 'gap' | 'label' | 'small' | 'heading-most',
  number
> & { sizes: readonly number[] }
const measures: Record<Shape, Measures> = {
  wide: {
    ...{ width: 1600, height: 900, margin: 96, band: 150, foot: 104, gap: 40 },
    ...{ label: 76, small: 56, 'heading-most': 104 },
    sizes: [96, 88, 80, 72, 66, 60],
  },
  square: {
    ...{ width: 1080, height: 1080, margin: 72, band: 132, foot: 92, gap: 36 },
    ...{ label: 60, small: 40, 'heading-most': 84 },
    sizes: [78, 70, 62, 56, 50, 45, 41],
  },
}

let faces: { has(codePoint: number): boolean }[] | undefined
let compiler: NodeCompiler | undefined

/** Draws a Kachel: the same words and look give the same bytes. `name` is what its motif is called on it. Answers with
 * every flaw where the words cannot stand there: nothing is cut off and nothing gets too small to read. Throws on a fault
 * of the program. */
export function drawTile(
  words: TileWords,
  { look, name }: { look: Look; name: string },
): Tile | { flaws: readonly TileFlaw[] } {
  const flaws = flawsOf(words)
  if (flaws.length > 0) return { flaws: [...flaws, ...textTooLong(words, look, name)] }
  const { sizes } = measures[words.shape]
  let from = 0
  while (from < sizes.length) {
    const set = setIn(words, { look, name, sizes: sizes.slice(from) })
    if (set.size === 0) break
    const image = painted(set.svg(), words.shape)
    if (isWithinMargins(image, { look, shape: words.shape })) {
      return { bytes: image.asPng(), width: image.width, height: image.height }
    }
    from = sizes.indexOf(set.size) + 1
  }
  // Where even the smallest letters are too wide, it is a word that cannot be divided.
  return { flaws: [from === 0 ? tooLong(words, look, name) : tooWide(words)] }
}

function painted(svg: string, shape: Shape) {
  const { width } = measures[shape]
  const fitTo = { mode: 'width', value: width } as const
  return new Resvg(svg, { fitTo, font: { loadSystemFonts: false } }).render()
}

/** Whether nothing is painted beside the words: looked at, because only the picture knows. */
function isWithinMargins(
  { pixels, width }: { pixels: Uint8Array; width: number },
  { look, shape }: { look: Look; shape: Shape },
): boolean {
  const { height, margin, band, foot } = measures[shape]
  const ground = [1, 3, 5].map((at) => Number.parseInt(look.colours.ground.slice(at, at + 2), 16))
  const isGround = (x: number, y: number) => {
    const at = (y * width + x) * 4
    return ground.every((part, index) => pixels[at + index] === part)
  }
  for (let y = band + 2; y < height - foot - 4; y += 1) {
    for (let x = 0; x < margin - 6; x += 2) {
      if (!isGround(x, y) || !isGround(width - 1 - x, y)) return false
    }
  }
  return true
}

function tooWide(words: TileWords): TileFlaw {
  const all = (['heading', 'text', 'date', 'time', 'place'] as const).flatMap((field) =>
    words[field].split(/\s+/).map((word) => ({ field, word })),
  )
  const [widest] = all.sort((one, other) => other.word.length - one.word.length)
  return { field: 'heading', word: '', ...widest, flaw: 'too-wide' }
}

function flawsOf(words: TileWords): TileFlaw[] {
  const { heading, text } = words
  const flaws: TileFlaw[] = []
  if (heading === '') flaws.push({ field: 'heading', flaw: 'empty' })
  if (text === '' && words.motif !== 'number') flaws.push({ field: 'text', flaw: 'empty' })
  const surplus = heading.length - headingAtMost
  if (surplus > 0) flaws.push({ field: 'heading', flaw: 'too-long', surplus })
  faces ??= [typeface(regularFont), typeface(emojiFont)]
  for (const field of ['heading', 'text', 'date', 'time', 'place'] as const) {
    const characters = Array.from(words[field]).filter((character) => !isDrawable(character))
    if (characters.length > 0) {
      flaws.push({ field, flaw: 'no-glyph', characters: [...new Set(characters)].join('') })
    }
  }
  return flaws
}

/** Whether the text would be too long as well, once everything else is mended: one look mends all. */
function textTooLong(words: TileWords, look: Look, name: string): TileFlaw[] {
  const drawable = (text: string) => Array.from(text).filter(isDrawable).join('')
  const mended = {
    ...words,
    heading: drawable(words.heading).slice(0, headingAtMost),
    text: drawable(words.text),
    ...{ date: drawable(words.date), time: drawable(words.time), place: drawable(words.place) },
  }
  const sizes = measures[words.shape].sizes.slice(-1)
  const fits = mended.text === '' || setIn(mended, { look, name, sizes }).size > 0
  return fits ? [] : [tooLong(mended, look, name)]
}

/** What joins emoji and what ends a line has no glyph and needs none. */
function isDrawable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return (
    ['\n', '\u200d', '\ufe0f'].includes(character) || (faces ?? []).some((face) => face.has(code))
  )
}

function setIn(
  words: TileWords,
  { look, name, sizes }: { look: Look; name: string; sizes: readonly number[] },
) {
  const { motif, shape, heading, text, date, time, place } = words
  const { ground, ink, accent, onAccent } = look.colours
  const tile = {
    ...measures[shape],
    sizes,
    ...{ motif, heading, text, name, office: look.name, logo: look.logo },
    facts: [[date, time].filter((one) => one !== '').join(', '), place].filter((one) => one !== ''),
    colours: [ground, ink, accent, onAccent],
    fonts: [fontFamily, emojiFamily],
    sign: signOf(motif, { front: onAccent, back: accent }),
  }
  compiler ??= NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontPaths: fontFiles.map((file) => dirname(file)) }],
  })
  const typst = compiler
  const compiled = typst.compile({
    mainFileContent: template,
    inputs: { tile: JSON.stringify(tile) },
  })
  const document = compiled.result
  if (document === null) {
    const cause = compiled.takeDiagnostics()?.shortDiagnostics
    throw new Error('Typst did not set a Kachel', { cause })
  }
  const [said] = typst.query(document, { selector: '<size>' }) as { value: number }[]
  return { size: said?.value ?? 0, svg: () => readable(typst.svg(document)) }
}

/** Without what is for browsers only. Typst's plain SVG would be this already, but ends the whole process in the build
 * (0.6.1-rc5) that machines other than Linux on x64 run. */
function readable(svg: string): string {
  return svg.replace(/<(style|foreignObject|script)\b[^>]*>[\s\S]*?<\/\1>/g, '')
}

/** How many characters of the text have no room in the smallest letters. */
function tooLong(words: TileWords, look: Look, name: string): TileFlaw {
  const sizes = measures[words.shape].sizes.slice(-1)
  let [fits, fitsNot] = [0, words.text.length]
  while (fitsNot - fits > 1) {
    const half = Math.floor((fits + fitsNot) / 2)
    const text = words.text.slice(0, half).replace(/[\uD800-\uDBFF]$/, '')
    if (setIn({ ...words, text }, { look, name, sizes }).size > 0) fits = half
    else fitsNot = half
  }
  return { field: 'text', flaw: 'too-long', surplus: words.text.length - fits }
}
