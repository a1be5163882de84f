import { expect, test } from 'vitest'
import type { PictureRefusal } from '../../src/core/picture.ts'
import { pictureRefusal } from '../../src/wording/pictures.ts'

const notA = (looksLike: Extract<PictureRefusal, { refused: 'not-a-picture' }>['looksLike']) =>
  ({ refused: 'not-a-picture', looksLike }) as const
const animation = { refused: 'animation-too-large' } as const

const sentences: [PictureRefusal, string][] = [
  [{ refused: 'empty' }, 'Die Datei ist leer. Bitte laden Sie das Bild noch einmal hoch.'],
  [
    { refused: 'too-large', bytes: 31_000_000, limit: 25_000_000 },
    'Die Datei ist 31 MB groß, erlaubt sind 25 MB. Bitte verkleinern Sie das Bild.',
  ],
  [
    { refused: 'too-large', bytes: 25_000_001, limit: 25_000_000 },
    'Die Datei ist 25,1 MB groß, erlaubt sind 25 MB. Bitte verkleinern Sie das Bild.',
  ],
  [
    notA('heic'),
    'Das ist ein HEIC-Foto vom Handy. Bitte speichern Sie es als JPEG; auf dem iPhone unter Fotos: Teilen, Optionen, Maximal kompatibel.',
  ],
  [notA('pdf'), 'Das ist ein PDF. Bitte speichern Sie die gewünschte Seite als PNG oder JPEG.'],
  [notA('svg'), 'Das ist eine Vektorgrafik (SVG). Bitte speichern Sie sie als PNG.'],
  [notA('video'), 'Das ist ein Video. Amtsfunk nimmt nur Bilder: JPEG, PNG, WebP oder GIF.'],
  [notA('raw'), 'Das ist ein Rohbild der Kamera (RAW). Bitte speichern Sie es als JPEG.'],
  [
    notA('text'),
    'Das ist eine Textdatei. Bitte laden Sie ein Bild hoch: JPEG, PNG, WebP oder GIF.',
  ],
  [
    notA('archive'),
    'Das ist ein Archiv. Bitte entpacken Sie es und laden Sie das Bild selbst hoch.',
  ],
  [
    notA('office'),
    'Das ist ein Office-Dokument. Bitte speichern Sie das Bild daraus als PNG oder JPEG.',
  ],
  [
    notA(null),
    'Das ist kein Bild, das Amtsfunk lesen kann. Bitte nehmen Sie JPEG, PNG, WebP oder GIF.',
  ],
  [
    { refused: 'broken' },
    'Das Bild ist beschädigt oder nicht vollständig. Bitte speichern Sie es neu und laden Sie es noch einmal hoch.',
  ],
  [
    { refused: 'too-many-pixels', pixels: 3_600_000_000, limit: 50_000_000 },
    'Das Bild hat 3.600 Megapixel, erlaubt sind 50. Bitte verkleinern Sie es.',
  ],
  [
    { refused: 'too-many-pixels', pixels: 50_003_000, limit: 50_000_000 },
    'Das Bild hat 50,1 Megapixel, erlaubt sind 50. Bitte verkleinern Sie es.',
  ],
  [
    { refused: 'too-small', width: 1, height: 20_000, atLeast: 4 },
    'Das Bild ist nur 1 × 20.000 Pixel groß. Jede Seite braucht mindestens 4 Pixel. Bitte nehmen Sie ein größeres.',
  ],
  [
    { refused: 'too-narrow', width: 10, height: 20_000 },
    'Das Bild ist mit 10 × 20.000 Pixel zu schmal, um etwas zu zeigen. Bitte schneiden Sie es zu.',
  ],
  [
    { refused: 'several-pages', pages: 12 },
    'Die Datei hat 12 Seiten. Bitte speichern Sie die gewünschte Seite als JPEG oder PNG.',
  ],
  [
    { refused: 'animated', format: 'webp' },
    'Bewegte Bilder im Format WebP zeigt X nicht. Bitte nehmen Sie ein GIF oder ein Bild, das sich nicht bewegt.',
  ],
  [
    { ...animation, too: 'heavy', bytes: 16_040_000, limit: 15_000_000 },
    'Das bewegte GIF ist 16 MB groß, X erlaubt 15 MB. Bitte nehmen Sie ein kürzeres oder kleineres GIF.',
  ],
  [
    {
      ...animation,
      too: 'big',
      width: 1_920,
      height: 1_080,
      limit: { width: 1_280, height: 1_080 },
    },
    'Das bewegte GIF hat 1.920 × 1.080 Pixel, X erlaubt 1.280 × 1.080 Pixel. Bitte nehmen Sie ein kürzeres oder kleineres GIF.',
  ],
  [
    { ...animation, too: 'long', frames: 351, limit: 350 },
    'Das GIF hat 351 Einzelbilder, X erlaubt 350. Bitte nehmen Sie ein kürzeres oder kleineres GIF.',
  ],
  [
    { ...animation, too: 'much', pixels: 414_720_000, limit: 300_000_000 },
    'Das GIF hat zusammen 415 Megapixel, X erlaubt 300. Bitte nehmen Sie ein kürzeres oder kleineres GIF.',
  ],
  [
    { refused: 'too-long', seconds: 10 },
    'Das Bild war nach 10 Sekunden nicht fertig. Bitte verkleinern Sie es oder speichern Sie es neu als JPEG.',
  ],
  [
    { refused: 'crashed' },
    'Das Bild ließ sich nicht verarbeiten. Bitte speichern Sie es neu als JPEG und laden Sie es noch einmal hoch.',
  ],
]

test.each(sentences)('%j', (refusal, sentence) => {
  expect(pictureRefusal(refusal, 'Fest.jpg')).toBe(`„Fest.jpg“: ${sentence}`)
  expect(sentence.length).toBeLessThanOrEqual(150)
})

test.each([
  ['Straßenfest.jpg', 'Straßenfest.jpg'],
  [`${'a'.repeat(200)}.jpeg`, `${'a'.repeat(29)}…aaaaa.jpeg`],
  [`${'🌳'.repeat(60)}.png`, `${'🌳'.repeat(29)}…🌳🌳🌳🌳🌳🌳.png`],
  ['Fest\u202egpj.exe', 'Fest gpj.exe'],
  ['a\nb\tc\u0000.png', 'a b c .png'],
  [' \u200b ', 'Datei ohne Namen'],
  ['', 'Datei ohne Namen'],
])('the file %j is called %j', (name, shown) => {
  expect(pictureRefusal({ refused: 'empty' }, name)).toContain(`„${shown}“: `)
})
