// From a file to what the public may see. Only dots pass from the first half to the second, so nothing else that a file
// may hold can come along.
import { createHash } from 'node:crypto'
import sharp, { type Metadata, type SharpOptions } from 'sharp'
import type { Picture, PictureRefusal, PictureType } from '../core/picture.ts'
import { isWholeGif } from './gif.ts'
import { kindOf, type PictureKind } from './kind.ts'
import { animation, longestSide, pixelLimit, shortestSide, stillLimit } from './limits.ts'
import { isAnimatedPng } from './png.ts'

// No loader but those for what is taken: SVG, PDF and their like can load more than they show.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map(
    (format) => `VipsForeignLoad${format}Buffer`,
  ),
})
sharp.cache(false)
// One picture at a time is soon enough; two threads, so that decoding and encoding need not wait for each other.
sharp.concurrency(2)

/** Whatever is not whole is refused. */
const strict: SharpOptions = {
  failOn: 'warning',
  sequentialRead: true,
  limitInputPixels: pixelLimit,
}
/** What telephones leave in good photos, by libjpeg's words: no other warning is let pass. */
const harmless = /extraneous bytes before marker|Invalid SOS parameters/

/** Dots in rows, three or four bytes each: red, green, blue, and how opaque. */
type Dots = { data: Buffer; width: number; height: number; channels: 3 | 4 }
type Encoded = { type: PictureType; bytes: Buffer; width: number; height: number }

/** Makes of a file the picture the public may see, the same of the same bytes: upright, in sRGB, 8 bits, without
 * metadata, no larger than X takes. Throws only on a fault of its own. */
export async function prepare(bytes: Uint8Array): Promise<Picture | PictureRefusal> {
  const kind = kindOf(bytes)
  if ('looksLike' in kind) return { refused: 'not-a-picture', looksLike: kind.looksLike }
  const about = await aboutOf(bytes)
  if (about?.format !== formats[kind.is]) return { refused: 'broken' }
  const refusal = refusalOf(kind.is, about, bytes)
  if (refusal !== null) return refusal
  if ((about.pages ?? 1) > 1) return isWholeGif(bytes) ? await moving(bytes) : { refused: 'broken' }
  const dots = await dotsOf(bytes)
  if (dots === null) return { refused: 'broken' }
  return finished(await still(dots, isLossless(kind.is, bytes) && bytes.length < 2 * stillLimit))
}

/** What sharp calls them. */
const formats: Record<PictureKind, string> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  tiff: 'tiff',
  avif: 'heif',
}

/** What the header says; null if there is no sense in it. */
async function aboutOf(bytes: Uint8Array): Promise<Metadata | null> {
  try {
    return await sharp(bytes, { ...strict, limitInputPixels: false }).metadata()
  } catch {
    return null
  }
}

function refusalOf(kind: PictureKind, about: Metadata, bytes: Uint8Array): PictureRefusal | null {
  const { width, pages = 1 } = about
  const height = about.pageHeight ?? about.height
  if (width * height > pixelLimit) {
    return { refused: 'too-many-pixels', pixels: width * height, limit: pixelLimit }
  }
  if (Math.min(width, height) < shortestSide) {
    return { refused: 'too-small', width, height, atLeast: shortestSide }
  }
  if (kind === 'png' && isAnimatedPng(bytes)) return { refused: 'animated', format: 'png' }
  if (pages > 1 && kind !== 'gif') {
    if (kind === 'webp' || kind === 'avif') return { refused: 'animated', format: kind }
    return { refused: 'several-pages', pages }
  }
  if (pages > 1) return tooMuchMotion(bytes.length, width, height, pages)
  const scale = longestSide / Math.max(width, height)
  const left = Math.round(Math.min(width, height) * scale)
  return scale < 1 && left < shortestSide ? { refused: 'too-narrow', width, height } : null
}

function tooMuchMotion(
  bytes: number,
  width: number,
  height: number,
  frames: number,
): PictureRefusal | null {
  const refused = 'animation-too-large'
  if (width > animation.width || height > animation.height) {
    const limit = { width: animation.width, height: animation.height }
    return { refused, too: 'big', width, height, limit }
  }
  if (frames > animation.frames) {
    return { refused, too: 'long', frames, limit: animation.frames }
  }
  const pixels = width * height * frames
  if (pixels > animation.pixels) {
    return { refused, too: 'much', pixels, limit: animation.pixels }
  }
  return bytes > animation.bytes ? { refused, too: 'heavy', bytes, limit: animation.bytes } : null
}

/** An animation keeps its frames, their pace and how often it repeats. */
async function moving(bytes: Uint8Array): Promise<Picture | PictureRefusal> {
  let made
  try {
    made = await sharp(bytes, { ...strict, animated: true, limitInputPixels: animation.pixels })
      .gif({ effort: 3 })
      .toBuffer({ resolveWithObject: true })
  } catch {
    return { refused: 'broken' }
  }
  const { data, info } = made
  if (data.length > animation.bytes) {
    const limit = animation.bytes
    return { refused: 'animation-too-large', too: 'heavy', bytes: data.length, limit }
  }
  const height = info.pageHeight ?? info.height
  return finished({ type: 'image/gif', bytes: data, width: info.width, height })
}

/** The dots as they are looked at; null if not all are there. */
async function dotsOf(bytes: Uint8Array): Promise<Dots | null> {
  try {
    return await decoded(bytes, strict)
  } catch (problem) {
    if (!harmless.test(String(problem))) return null
    return await decoded(bytes, { ...strict, failOn: 'error' }).catch(() => null)
  }
}

async function decoded(bytes: Uint8Array, options: SharpOptions): Promise<Dots | null> {
  const side = longestSide
  const { data, info } = await sharp(bytes, { ...options, autoOrient: true })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return channels === 3 || channels === 4 ? { data, width, height, channels } : null
}

function isLossless(kind: PictureKind, bytes: Uint8Array): boolean {
  if (kind === 'webp') return Buffer.from(bytes.subarray(12, 16)).toString('latin1') === 'VP8L'
  return kind === 'png' || kind === 'gif'
}

/** Transparency and what was drawn sharply stay so in a PNG, as long as that is no larger than X takes; everything else
 * is a JPEG. */
async function still(dots: Dots, isSharp: boolean): Promise<Encoded> {
  if (isTransparent(dots)) return await fitting(dots, pngs)
  const drawn = isSharp ? await encoded(dots, pngs[0]) : null
  return drawn !== null && drawn.bytes.length <= stillLimit ? drawn : await fitting(dots, jpegs)
}

/** Ways to encode a picture, each to a smaller file than the one before; `scale` is of its sides. The last fits
 * whatever the picture shows: 4,096 × 4,096 dots of noise. */
type Way = { scale: number; quality: number | null }
const pngs = [1, 0.75, 0.55, 0.4, 0.25].map((scale) => ({ scale, quality: null })) as [
  Way,
  ...Way[],
]
const jpegs: readonly Way[] = [
  { scale: 1, quality: 85 },
  { scale: 1, quality: 75 },
  { scale: 0.75, quality: 75 },
  { scale: 0.5, quality: 75 },
]

async function fitting(dots: Dots, ways: readonly Way[]): Promise<Encoded> {
  for (const way of ways) {
    const made = await encoded(dots, way)
    if (made.bytes.length <= stillLimit) return made
  }
  throw new Error(`a picture of ${dots.width} × ${dots.height} dots does not get small enough`)
}

async function encoded({ data, ...raw }: Dots, { scale, quality }: Way): Promise<Encoded> {
  const width = Math.max(shortestSide, Math.round(raw.width * scale))
  const height = Math.max(shortestSide, Math.round(raw.height * scale))
  const picture = sharp(data, { raw, limitInputPixels: false })
  if (scale < 1) picture.resize({ width, height, fit: 'fill' })
  if (raw.channels === 4 && quality !== null) picture.removeAlpha()
  const bytes = await (
    quality === null ? picture.png({ compressionLevel: 6 }) : picture.jpeg({ quality })
  ).toBuffer()
  return { type: quality === null ? 'image/png' : 'image/jpeg', bytes, width, height }
}

function isTransparent({ data, channels }: Dots): boolean {
  if (channels === 3) return false
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true
  return false
}

function finished({ type, bytes, width, height }: Encoded): Picture {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { sha256, type, width, height, bytes: new Uint8Array(bytes) }
}
