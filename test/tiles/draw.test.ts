// Kacheln are painted and looked at: nothing overflows, everything can be read, and the same words give the same picture.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { motifs, shapes, type Shape, type TileWords } from '../../src/core/tile.ts'
import { drawTile, type Tile } from '../../src/tiles/draw.ts'
import type { Look } from '../../src/tiles/look.ts'

const colours = { ground: '#ffffff', ink: '#14213d', accent: '#005ca9', onAccent: '#ffffff' }
const look: Look = { name: 'Bezirksamt Bergedorf', colours, logo: null }

const some: TileWords = {
  ...{ motif: 'event', shape: 'wide', heading: 'Bürgerfest', text: 'Der Eintritt ist frei.' },
  ...{ date: 'Sa., 28.11.2026', time: '15 Uhr', place: 'Marktplatz' },
}

function drawn(words: Partial<TileWords>): Tile {
  const tile = drawTile({ ...some, ...words }, { look, name: 'Termin' })
  if ('flaws' in tile) throw new Error(JSON.stringify(tile.flaws))
  return tile
}

/** The dots of a picture, three bytes each. */
async function dotsOf({ bytes }: Tile) {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
  ]
}

test.each(shapes)(
  'a Kachel that is %s has its size, and nothing in it but the picture',
  async (shape) => {
    const tile = drawn({ shape })
    const size = { wide: [1600, 900], square: [1080, 1080] } satisfies Record<Shape, number[]>
    expect([tile.width, tile.height]).toEqual(size[shape])
    const { format, exif, icc, comments } = await sharp(tile.bytes).metadata()
    expect({ format, exif, icc, comments }).toEqual({ format: 'png' })
  },
)

test('the same words give the same bytes, also in another process', () => {
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const here = hash(drawn({}).bytes)
  expect(hash(drawn({}).bytes)).toBe(here)
  const program = `
    import { createHash } from 'node:crypto'
    import { drawTile } from './src/tiles/draw.ts'
    const [words, given] = JSON.parse(process.argv[1])
    process.stdout.write(createHash('sha256').update(drawTile(words, given).bytes).digest('hex'))`
  const given = JSON.stringify([some, { look, name: 'Termin' }])
  const args = ['--import', 'tsx', '--input-type=module', '-e', program, given]
  const other = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: process.cwd() })
  expect(other.stdout).toBe(here)
})

test.each(motifs)(
  'the sign of %s stands on the band, in a colour that can be told from it',
  async (motif) => {
    const at = await dotsOf(drawn({ motif }))
    const accent = [0, 0x5c, 0xa9]
    expect(at(5, 5)).toEqual(accent)
    const painted = Array.from({ length: 90 }, (_, x) =>
      Array.from({ length: 90 }, (_, y) => at(96 + x, 30 + y)),
    )
      .flat()
      .filter((dot) => dot.every((part) => part > 250)).length
    expect(painted).toBeGreaterThan(300)
  },
)

test('whatever is drawn stays within its margins', async () => {
  const words = fc.constantFrom(
    ...['Straßenverkehrsbehörde', 'am', 'Grünfläche', 'Bürgerinnen', 'und', 'Bürger', 'der', 'See'],
    ...[
      'Donaudampfschifffahrtsgesellschaftskapitänsmütze',
      'Öffnungszeiten',
      '115',
      'Ämter',
      'ist',
    ],
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...motifs),
      fc.constantFrom(...shapes),
      fc.array(words, { minLength: 1, maxLength: 3 }),
      fc.array(words, { minLength: 1, maxLength: 30 }),
      async (motif, shape, heading, text) => {
        const given = {
          motif,
          shape,
          heading: heading.join(' ').slice(0, 60),
          text: text.join(' '),
        }
        const tile = drawTile({ ...some, ...given }, { look, name: 'Termin' })
        if ('flaws' in tile) return
        const at = await dotsOf(tile)
        const [margin, top, bottom] = shape === 'wide' ? [96, 152, 900 - 108] : [72, 134, 1080 - 96]
        for (let y = top; y < bottom; y += 3) {
          for (const x of [2, margin - 6, tile.width - margin + 5, tile.width - 3]) {
            expect([x, y, at(x, y)]).toEqual([x, y, [255, 255, 255]])
          }
        }
        for (let x = 0; x < tile.width; x += 5) {
          for (const y of [top + 4, bottom - 4])
            expect([x, y, at(x, y)]).toEqual([x, y, [255, 255, 255]])
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('a text of 220 characters fits, one that does not is refused with what is too much', () => {
  const text =
    'Bitte nicht baden und Hunde vom Wasser fernhalten, bis die Wasserqualität wieder gut ist. '
  const long = text.repeat(3).slice(0, 220)
  const none = { date: '', time: '', place: '', heading: 'Blaualgen im See' } as const
  for (const shape of shapes)
    expect(drawn({ ...none, text: long, shape }).bytes.length).toBeGreaterThan(0)
  const refused = drawTile({ ...some, ...none, text: text.repeat(6) }, { look, name: 'Warnung' })
  if (!('flaws' in refused)) throw new Error('it was drawn')
  const [flaw] = refused.flaws
  if (flaw?.flaw !== 'too-long') throw new Error(JSON.stringify(flaw))
  const shorter = text.repeat(6).slice(0, text.repeat(6).length - flaw.surplus)
  expect(drawn({ ...none, text: shorter }).width).toBe(1600)
  expect(
    'flaws' in drawTile({ ...some, ...none, text: `${shorter} ${text}` }, { look, name: '' }),
  ).toBe(true)
})

test('a word too long for a line is divided as German words are', () => {
  // In one line of 900 dots there is no room for it, in two there is.
  const heading = 'Straßenverkehrsbehördenleitungssitzung'
  expect(drawn({ shape: 'square', heading, text: 'Heute.' }).width).toBe(1080)
})

test('what is missing or cannot be drawn is said', () => {
  const flaws = (words: Partial<TileWords>) =>
    drawTile({ ...some, ...words }, { look, name: 'Termin' })
  expect(flaws({ heading: '', text: '' })).toEqual({
    flaws: [
      { field: 'heading', flaw: 'empty' },
      { field: 'text', flaw: 'empty' },
    ],
  })
  expect(flaws({ heading: 'a'.repeat(61) })).toEqual({
    flaws: [{ field: 'heading', flaw: 'too-long', surplus: 1 }],
  })
  expect(flaws({ text: 'Hallo 日本 🚲', place: 'ﷺ' })).toEqual({
    flaws: [
      { field: 'text', flaw: 'no-glyph', characters: '日本' },
      { field: 'place', flaw: 'no-glyph', characters: 'ﷺ' },
    ],
  })
  // What is too long is said with all else, as it would be once that is mended.
  const long = 'Der Wochenmarkt fällt aus. '.repeat(40).trim()
  const all = flaws({ heading: 'a'.repeat(61), text: `${long}日`, place: 'ﷺ' })
  expect(all).toEqual({
    flaws: [
      { field: 'heading', flaw: 'too-long', surplus: 1 },
      { field: 'text', flaw: 'no-glyph', characters: '日' },
      { field: 'place', flaw: 'no-glyph', characters: 'ﷺ' },
      { field: 'text', flaw: 'too-long', surplus: expect.any(Number) as number },
    ],
  })
  expect(flaws({ shape: 'square', text: 'x'.repeat(80) })).toEqual({
    flaws: [{ field: 'text', flaw: 'too-wide', word: 'x'.repeat(80) }],
  })
  // A figure needs no text.
  expect(drawn({ motif: 'number', heading: '1.240', text: '' }).width).toBe(1600)
})
