// Hostile and odd files, made here: what becomes of each, exactly.
import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { pictures } from '../../src/pictures/pictures.ts'
import {
  apng,
  boxes,
  chunk,
  drawn,
  gif,
  gps,
  jpeg,
  long,
  mark,
  noise,
  png,
  pngThatSays,
  tiff,
  tiffOf,
  tinyFrames,
  webpThatSays,
  withChunks,
  withSegments,
  zip,
} from './files.ts'
import { said } from './said.ts'

const room = pictures()
afterAll(() => room.stop())

type File = () => Buffer | Promise<Buffer>
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>`
const webp = () => drawn(64, 48).webp().toBuffer()
const avif = () => drawn(64, 48).avif({ effort: 0 }).toBuffer()
const tif = () => drawn(64, 48).tiff({ compression: 'lzw' }).toBuffer()
const text = (written: string): File => {
  return () => Buffer.from(written)
}
const followedBy = (file: File, rest: string | Buffer): File => {
  return async () => Buffer.concat([await file(), Buffer.from(rest as string)])
}
const cutAt = (file: File, share: number): File => {
  return async () => {
    const whole = await file()
    return whole.subarray(0, Math.floor(whole.length * share))
  }
}
const notA = (looksLike: string | null) => ({ refused: 'not-a-picture', looksLike })
const tooMany = (pixels: number) => ({ refused: 'too-many-pixels', pixels, limit: 50_000_000 })
const broken = { refused: 'broken' }
const grown = (data: string | Buffer) => deflateSync(Buffer.from(data as string))
/** Two pictures one after the other, as TIFFs of scanners and animated WebP have them. */
const twice = async () => {
  const dots = await drawn(20, 20, (x, y) => [x, y > 9 ? 255 : 0, 0])
    .raw()
    .toBuffer()
  return sharp(dots, { raw: { width: 20, height: 20, channels: 3, pageHeight: 10 } })
}

test.each<[string, File, string | object]>([
  // As it should be.
  ['a JPEG', () => jpeg(), 'image/jpeg 64×48'],
  ['a PNG', () => png(), 'image/png 64×48'],
  ['a WebP', webp, 'image/jpeg 64×48'],
  ['a lossless WebP', () => drawn(64, 48).webp({ lossless: true }).toBuffer(), 'image/png 64×48'],
  ['a GIF that does not move', () => gif(64, 48, 1), 'image/png 64×48'],
  ['an AVIF', avif, 'image/jpeg 64×48'],
  ['a TIFF', tif, 'image/jpeg 64×48'],
  ['the smallest there is', () => png(4, 4), 'image/png 4×4'],

  // Colours and kinds of dots.
  [
    'grey',
    () =>
      drawn(8, 8, () => [90])
        .toColourspace('b-w')
        .png()
        .toBuffer(),
    'image/png 8×8',
  ],
  ['grey JPEG', () => drawn(8, 8).greyscale().jpeg().toBuffer(), 'image/jpeg 8×8'],
  [
    'grey and transparent',
    () =>
      drawn(8, 8, (x) => [90, x * 9])
        .png()
        .toBuffer(),
    'image/png 8×8',
  ],
  [
    'transparent WebP',
    () =>
      drawn(8, 8, () => [1, 2, 3, 9])
        .webp()
        .toBuffer(),
    'image/png 8×8',
  ],
  [
    'opaque to the last dot',
    () =>
      drawn(8, 8, () => [1, 2, 3, 255])
        .webp()
        .toBuffer(),
    'image/jpeg 8×8',
  ],
  ['a palette', () => drawn(8, 8).png({ palette: true }).toBuffer(), 'image/png 8×8'],
  [
    'a palette of 1 bit',
    () => drawn(8, 8).png({ palette: true, colours: 2 }).toBuffer(),
    'image/png 8×8',
  ],
  ['16 bit', () => drawn(8, 8).toColourspace('rgb16').png().toBuffer(), 'image/png 8×8'],
  [
    '16 bit grey',
    () =>
      drawn(8, 8, () => [9])
        .toColourspace('grey16')
        .png()
        .toBuffer(),
    'image/png 8×8',
  ],
  ['16 bit TIFF', () => drawn(8, 8).toColourspace('rgb16').tiff().toBuffer(), 'image/jpeg 8×8'],
  ['CMYK', () => drawn(8, 8).toColourspace('cmyk').jpeg().toBuffer(), 'image/jpeg 8×8'],
  [
    'CMYK with profile',
    () => drawn(8, 8).withIccProfile('cmyk').jpeg().toBuffer(),
    'image/jpeg 8×8',
  ],
  ['Display P3', () => drawn(8, 8).withIccProfile('p3').jpeg().toBuffer(), 'image/jpeg 8×8'],
  ['progressive', () => drawn(64, 48).jpeg({ progressive: true }).toBuffer(), 'image/jpeg 64×48'],
  ['interlaced', () => drawn(64, 48).png({ progressive: true }).toBuffer(), 'image/png 64×48'],

  // What should not be published.
  [
    'where it was taken',
    () =>
      drawn(8, 8)
        .withExif({ IFD0: { Artist: mark }, IFD3: gps })
        .jpeg()
        .toBuffer(),
    'image/jpeg 8×8',
  ],
  [
    'the same in a PNG',
    () =>
      drawn(8, 8)
        .withExif({ IFD0: { Artist: mark }, IFD3: gps })
        .png()
        .toBuffer(),
    'image/png 8×8',
  ],
  [
    'the same in a WebP',
    () =>
      drawn(8, 8)
        .withExif({ IFD0: { Artist: mark }, IFD3: gps })
        .webp()
        .toBuffer(),
    'image/jpeg 8×8',
  ],
  [
    'the same in an AVIF',
    () =>
      drawn(8, 8)
        .withExif({ IFD0: { Artist: mark }, IFD3: gps })
        .avif()
        .toBuffer(),
    'image/jpeg 8×8',
  ],
  [
    'XMP',
    () =>
      drawn(8, 8)
        .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${mark}</x:xmpmeta>`)
        .jpeg()
        .toBuffer(),
    'image/jpeg 8×8',
  ],
  [
    'a script in the EXIF',
    () =>
      drawn(8, 8)
        .withExif({ IFD0: { ImageDescription: `<script>${mark}</script>` } })
        .jpeg()
        .toBuffer(),
    'image/jpeg 8×8',
  ],
  [
    'HTML in a comment',
    async () => withSegments(await jpeg(), [0xfe, Buffer.from(`<html>${mark}`)]),
    'image/jpeg 64×48',
  ],
  [
    'IPTC',
    async () =>
      withSegments(await jpeg(), [
        0xed,
        Buffer.from(
          `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x12\x1c\x02\x78\0\x0a${mark}\0\0\0`,
          'latin1',
        ),
      ]),
    'image/jpeg 64×48',
  ],
  [
    'EXIF of nonsense',
    async () =>
      withSegments(await jpeg(), [
        0xe1,
        Buffer.from(`Exif\0\0II*\0\xff\xff\xff\x7f${mark}`, 'latin1'),
      ]),
    'image/jpeg 64×48',
  ],
  [
    'two hundred comments of 64 KB',
    async () =>
      withSegments(
        await jpeg(),
        ...Array.from({ length: 200 }, () => [0xfe, Buffer.alloc(65_000, mark)] as const),
      ),
    'image/jpeg 64×48',
  ],
  [
    'a profile of nonsense',
    async () =>
      withSegments(await jpeg(), [0xe2, Buffer.from(`ICC_PROFILE\0\x01\x01${mark.repeat(99)}`)]),
    'image/jpeg 64×48',
  ],
  [
    'a profile of 200 parts, one of them there',
    async () =>
      withSegments(await jpeg(), [
        0xe2,
        Buffer.from(`ICC_PROFILE\0\x05\xc8${mark.repeat(99)}`, 'latin1'),
      ]),
    'image/jpeg 64×48',
  ],
  [
    'words in a PNG',
    async () =>
      withChunks(
        await png(),
        chunk('tEXt', Buffer.from(`Comment\0${mark}`)),
        chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${mark}`)),
      ),
    'image/png 64×48',
  ],
  [
    'unknown chunks',
    async () =>
      withChunks(await png(), chunk('prVt', Buffer.from(mark)), chunk('caBX', Buffer.from(mark))),
    'image/png 64×48',
  ],
  [
    'comments in a GIF',
    async () => inGif(await gif(8, 8, 2), `\x21\xfe\x0a${mark}\0`),
    'image/gif 8×8',
  ],
  [
    'a program in a GIF',
    async () => inGif(await gif(8, 8, 2), `\x21\xff\x0bXMP DataXMP\x0a${mark}\0`),
    'image/gif 8×8',
  ],

  // Two things at once: only the picture is left.
  ['JPEG and ZIP', followedBy(() => jpeg(), zip('word/document.xml')), 'image/jpeg 64×48'],
  [
    'JPEG and the film of a motion photo',
    followedBy(() => jpeg(), Buffer.concat([boxes('mp42'), Buffer.from(mark)])),
    'image/jpeg 64×48',
  ],
  [
    'JPEG and a second one (MPF)',
    async () =>
      Buffer.concat([
        withSegments(await jpeg(), [0xe2, Buffer.from(`MPF\0MM\0*${mark}`, 'latin1')]),
        withSegments(await jpeg(8, 8), [0xfe, Buffer.from(mark)]),
      ]),
    'image/jpeg 64×48',
  ],
  ['PNG and PDF', followedBy(() => png(), `%PDF-1.7 ${mark}`), 'image/png 64×48'],
  ['PNG and a script', followedBy(() => png(), `<script>${mark}</script>`), 'image/png 64×48'],
  ['GIF and JavaScript', followedBy(() => gif(8, 8, 1), `/*${mark}*/=1;alert(1)`), 'image/png 8×8'],
  ['moving GIF and ZIP', followedBy(() => gif(8, 8, 2), zip('a')), 'image/gif 8×8'],
  ['WebP and HTML', followedBy(webp, `<html>${mark}`), 'image/jpeg 64×48'],
  ['a script that calls itself a GIF', text(`GIF89a/*${mark}*/=1;alert(1)`), broken],
  ['HTML that begins as a JPEG', text('\xff\xd8\xff<html>'), notA('text')],
  [
    'HTML behind the first bytes of a JPEG',
    () => Buffer.from('\xff\xd8\xff<html>', 'latin1'),
    broken,
  ],

  // Oddities of good photos.
  ['bytes between two segments', async () => oddly(await jpeg()), 'image/jpeg 64×48'],
  ['a scan that says it is progressive', async () => oddScan(await jpeg()), 'image/jpeg 64×48'],

  // Bombs: what the header says is enough.
  ['a PNG of 60,000 × 60,000', () => pngThatSays(60_000, 60_000), tooMany(3_600_000_000)],
  ['a PNG of the largest size there is', () => pngThatSays(2_147_483_647, 2_147_483_647), broken],
  [
    'a PNG that inflates to 100 MB',
    () => pngThatSays(9, 9, Buffer.alloc(100_000_000)),
    'image/png 9×9',
  ],
  ['a GIF of 65,535 × 65,535', () => tinyFrames(65_535, 65_535, 1, true), tooMany(4_294_836_225)],
  // A screen that is out of all proportion to its frames is not believed.
  [
    'a GIF of one dot on a huge screen',
    () => tinyFrames(65_535, 65_535, 1),
    { refused: 'too-small', width: 1, height: 1, atLeast: 4 },
  ],
  ['a WebP of 16,383 × 16,383', () => webpThatSays(16_383, 16_383), tooMany(268_402_689)],
  ['a TIFF of 100,000 × 100,000', () => tiff(tiffOf(100_000, 100_000)), tooMany(10_000_000_000)],
  [
    'a JPEG of 65,500 × 65,500',
    async () => sizeOf(await jpeg(), 65_500, 65_500),
    tooMany(4_290_250_000),
  ],
  ['a JPEG that says it is larger', async () => sizeOf(await jpeg(), 5_000, 5_000), broken],
  ['a PNG that says it is larger', () => pngThatSays(5_000, 5_000), broken],
  [
    'words that inflate to 100 MB',
    async () =>
      withChunks(
        await png(),
        chunk(
          'zTXt',
          Buffer.concat([Buffer.from('Comment\0\0'), grown(Buffer.alloc(100_000_000, 65))]),
        ),
      ),
    'image/png 64×48',
  ],
  [
    'the same for all languages',
    async () =>
      withChunks(
        await png(),
        chunk(
          'iTXt',
          Buffer.concat([Buffer.from('a\0\x01\0\0\0'), grown(Buffer.alloc(100_000_000, 65))]),
        ),
      ),
    'image/png 64×48',
  ],
  [
    'a profile that inflates to 100 MB',
    async () =>
      withChunks(
        await png(),
        chunk(
          'iCCP',
          Buffer.concat([Buffer.from('icc\0\0'), grown(Buffer.alloc(100_000_000, 65))]),
        ),
      ),
    'image/png 64×48',
  ],
  [
    'a hundred thousand chunks',
    async () =>
      withChunks(
        await png(),
        ...Array.from({ length: 100_000 }, () => chunk('tEXt', Buffer.from(`a\0${mark}`))),
      ),
    'image/png 64×48',
  ],
  [
    'a chunk longer than the file',
    async () => withChunks(await png(), Buffer.concat([long(2_000_000_000), Buffer.from('tEXt')])),
    broken,
  ],
  [
    '50 MB of noise',
    async () => await noise(4_096, 4_096, 3).raw().toBuffer(),
    { refused: 'too-large', bytes: 50_331_648, limit: 25_000_000 },
  ],

  // Cut off.
  ...[0.1, 0.5, 0.9, 0.99].map((share): [string, File, object] => [
    `a JPEG cut at ${share}`,
    cutAt(() => jpeg(), share),
    broken,
  ]),
  ...[0.05, 0.5, 0.9].map((share): [string, File, object] => [
    `a PNG cut at ${share}`,
    cutAt(() => png(), share),
    broken,
  ]),
  ...[0.1, 0.5, 0.95].map((share): [string, File, object] => [
    `a WebP cut at ${share}`,
    cutAt(webp, share),
    broken,
  ]),
  ...[0.1, 0.5, 0.95].map((share): [string, File, object] => [
    `an AVIF cut at ${share}`,
    cutAt(avif, share),
    broken,
  ]),
  ...[0.1, 0.5, 0.9].map((share): [string, File, object] => [
    `a TIFF cut at ${share}`,
    cutAt(tif, share),
    broken,
  ]),
  ...[0.1, 0.5, 0.9].map((share): [string, File, object] => [
    `a GIF cut at ${share}`,
    cutAt(() => gif(64, 48, 1), share),
    broken,
  ]),
  ...[0.3, 0.5, 0.9].map((share): [string, File, object] => [
    `a moving GIF cut at ${share}`,
    cutAt(() => gif(64, 48, 3), share),
    broken,
  ]),
  [
    'a progressive JPEG cut',
    cutAt(() => drawn(64, 48).jpeg({ progressive: true }).toBuffer(), 0.8),
    broken,
  ],
  ['three bytes of a JPEG', () => Buffer.from([0xff, 0xd8, 0xff]), broken],
  ['eight bytes of a PNG', cutAt(() => png(), 0.03), broken],
  [
    'noise that begins as a JPEG',
    async () =>
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), await noise(100, 100, 3).raw().toBuffer()]),
    broken,
  ],
  ['a wrong checksum', async () => flipped(await png(), 60), broken],

  // Sizes.
  ['1 × 1', () => png(1, 1), { refused: 'too-small', width: 1, height: 1, atLeast: 4 }],
  ['3 × 900', () => png(3, 900), { refused: 'too-small', width: 3, height: 900, atLeast: 4 }],
  [
    '1 × 20,000',
    () => png(1, 20_000),
    { refused: 'too-small', width: 1, height: 20_000, atLeast: 4 },
  ],
  ['10 × 20,000', () => png(10, 20_000), { refused: 'too-narrow', width: 10, height: 20_000 }],
  ['30 × 20,000', () => png(30, 20_000), 'image/png 6×4096'],
  ['5,000 × 500', () => noise(5_000, 500, 3).jpeg().toBuffer(), 'image/jpeg 4096×410'],

  // What moves.
  ['a moving GIF', () => gif(64, 48, 5), 'image/gif 64×48'],
  ['350 frames', () => gif(16, 16, 350), 'image/gif 16×16'],
  [
    '351 frames',
    () => gif(16, 16, 351),
    { refused: 'animation-too-large', too: 'long', frames: 351, limit: 350 },
  ],
  [
    '100,000 frames',
    () => tinyFrames(16, 16, 100_000),
    { refused: 'animation-too-large', too: 'long', frames: 100_000, limit: 350 },
  ],
  [
    'a GIF of 1,281 dots',
    () => tinyFrames(1_281, 16, 2),
    {
      refused: 'animation-too-large',
      too: 'big',
      width: 1_281,
      height: 16,
      limit: { width: 1_280, height: 1_080 },
    },
  ],
  [
    '300 frames of 1,280 × 1,080',
    () => tinyFrames(1_280, 1_080, 300),
    { refused: 'animation-too-large', too: 'much', pixels: 414_720_000, limit: 300_000_000 },
  ],
  [
    'a GIF of 16 MB',
    async () => Buffer.concat([await gif(64, 48, 2), Buffer.alloc(16_000_000)], 16_000_000),
    { refused: 'animation-too-large', too: 'heavy', bytes: 16_000_000, limit: 15_000_000 },
  ],
  [
    'a moving WebP',
    async () => (await twice()).webp().toBuffer(),
    { refused: 'animated', format: 'webp' },
  ],
  ['a moving PNG', () => apng(5), { refused: 'animated', format: 'png' }],
  ['a moving PNG of one frame', () => apng(1), 'image/png 64×48'],
  [
    'a TIFF of two pages',
    async () => (await twice()).tiff().toBuffer(),
    { refused: 'several-pages', pages: 2 },
  ],

  // No pictures, whatever they are called.
  ['nothing', text(''), { refused: 'empty' }],
  ['SVG', text(svg), notA('svg')],
  ['SVG behind a mark of its encoding', text(`\ufeff\n\n  ${svg}`), notA('svg')],
  [
    'SVG with declaration and comment',
    text(`<?xml version="1.0"?>\n<!-- ${'x'.repeat(999)} -->\n${svg}`),
    notA('svg'),
  ],
  [
    'SVG with entities',
    text(`<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg}`),
    notA('svg'),
  ],
  ['SVG with a prefix', text('<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'), notA('svg')],
  ['SVG in UTF-16', () => Buffer.from(`\ufeff${svg}`, 'utf16le'), notA('svg')],
  ['SVG, zipped', () => gzipSync(svg), notA('svg')],
  ['SVG, zipped, a bomb', () => gzipSync(svg + ' '.repeat(20_000_000)), notA('svg')],
  ['PDF', text('%PDF-1.7\n'), notA('pdf')],
  ['PDF behind something else', text('\n\n junk %PDF-1.4'), notA('pdf')],
  ['HEIC of a telephone', () => boxes('heic', 'mif1', 'heic'), notA('heic')],
  ['HEIF', () => boxes('mif1', 'mif1', 'heic'), notA('heic')],
  ['HEIC that says it is an AVIF', () => boxes('avif', 'heic'), broken],
  ['an empty AVIF', () => boxes('avif', 'mif1'), broken],
  ['MP4', () => boxes('isom', 'iso2', 'mp41'), notA('video')],
  ['MOV', () => boxes('qt  '), notA('video')],
  ['an old MOV', () => Buffer.from('\0\0\0\x08wide\0\0\0\0mdat'), notA('video')],
  ['WebM', () => Buffer.from('\x1a\x45\xdf\xa3webm', 'latin1'), notA('video')],
  ['AVI', () => Buffer.from('RIFF\0\0\0\0AVI LIST'), notA('video')],
  ['a sound', () => Buffer.from('RIFF\0\0\0\0WAVEfmt '), notA(null)],
  ['DOCX', () => zip('[Content_Types].xml'), notA('office')],
  ['DOCX of another program', () => zip('word/document.xml'), notA('office')],
  ['ODT', () => zip('mimetypeapplication/vnd.oasis.opendocument.text'), notA('office')],
  ['DOC', () => Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), notA('office')],
  ['ZIP', () => zip('bild.jpg'), notA('archive')],
  ['7z', () => Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), notA('archive')],
  ['gzip', () => gzipSync('Hallo'), notA('archive')],
  ['gzip that is none', () => Buffer.from('\x1f\x8bno', 'latin1'), notA('archive')],
  ['text', text('Liebe Bürgerinnen und Bürger'), notA('text')],
  ['text of old Windows', () => Buffer.from('Grüße', 'latin1'), notA('text')],
  ['HTML', text('<!doctype html><img src="http://169.254.169.254/">'), notA('text')],
  ['a photo of a camera (DNG)', () => tiff([...tiffOf(16, 4), [50_706, 4, 4]]), notA('raw')],
  ['a photo of a camera (NEF)', () => tiff([[254, 4, 1], ...tiffOf(16, 4)]), notA('raw')],
  ['a photo of a camera (CR3)', () => boxes('crx ', 'isom'), notA('raw')],
  ['a BMP', () => Buffer.from('BM\x46\0\0\0\0\0\0\0\x36\0\0\0', 'latin1'), notA(null)],
  ['a Photoshop file', () => Buffer.from('8BPS\0\x01', 'latin1'), notA(null)],
  ['zeros', () => Buffer.alloc(1_000), notA(null)],
  ['a single byte', () => Buffer.from([0]), notA(null)],
])('%s', async (_, file, expected) => {
  expect(await said(await room.ready(await file()))).toEqual(expected)
})

/** A JPEG whose header says another size. */
function sizeOf(file: Buffer, width: number, height: number): Buffer {
  const at = file.indexOf(Buffer.from([0xff, 0xc0]))
  file.writeUInt16BE(height, at + 5)
  file.writeUInt16BE(width, at + 7)
  return file
}

/** A GIF with blocks before its end. */
function inGif(file: Buffer, blocks: string): Buffer {
  return Buffer.concat([file.subarray(0, -1), Buffer.from(`${blocks};`, 'latin1')])
}

function flipped(file: Buffer, at: number): Buffer {
  file[at] = file[at]! ^ 255
  return file
}

/** A JPEG with a few bytes before its scan that belong to nothing. */
function oddly(file: Buffer): Buffer {
  const at = file.indexOf(Buffer.from([0xff, 0xda]))
  return Buffer.concat([file.subarray(0, at), Buffer.alloc(3), file.subarray(at)])
}

/** A JPEG whose scan says of itself what only progressive ones may. */
function oddScan(file: Buffer): Buffer {
  const at = file.indexOf(Buffer.from([0xff, 0xda]))
  file[at + 2 + file.readUInt16BE(at + 2) - 2] = 0
  return file
}
