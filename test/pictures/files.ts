// Files as people, cameras and attackers make them.
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** Planted wherever a file can hold words; no picture for the public may contain it. */
export const mark = 'GEHEIM4711'

type Dot = (x: number, y: number) => readonly number[]
const slope: Dot = (x, y) => [(x * 4) % 256, (y * 5) % 256, 128]

/** A picture by its dots; by default a slope of colours. */
export function drawn(width: number, height: number, dot: Dot = slope): Sharp {
  const channels = dot(0, 0).length as 1 | 2 | 3 | 4
  const rows = Array.from({ length: width * height }, (_, at) =>
    dot(at % width, Math.floor(at / width)),
  )
  return sharp(Buffer.from(rows.flat()), { raw: { width, height, channels } })
}

/** Dots that nothing can compress, the same each time. */
export function noise(width: number, height: number, channels: 3 | 4): Sharp {
  const data = Buffer.alloc(width * height * channels)
  let state = 1
  for (let at = 0; at < data.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    data[at] = state >>> 24
  }
  return sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
}

export const jpeg = (width = 64, height = 48) => drawn(width, height).jpeg().toBuffer()
export const png = (width = 64, height = 48) => drawn(width, height).png().toBuffer()

/** A JPEG with segments put behind its first two bytes. */
export function withSegments(file: Buffer, ...segments: readonly (readonly [number, Buffer])[]) {
  const made = segments.flatMap(([marker, data]) => [
    Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]),
    data,
  ])
  return Buffer.concat([file.subarray(0, 2), ...made, file.subarray(2)])
}

export function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  return Buffer.concat([long(data.length), named, long(crcOf(named))])
}

/** A PNG with chunks put behind its header. */
export function withChunks(file: Buffer, ...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([file.subarray(0, 33), ...chunks, file.subarray(33)])
}

/** A PNG that says it is as large as this, and has hardly anything. */
export function pngThatSays(width: number, height: number, data = Buffer.alloc(10)): Buffer {
  const header = Buffer.concat([long(width), long(height), Buffer.from([8, 2, 0, 0, 0])])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(data)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** An animated PNG: its frames are named, not drawn. */
export async function apng(frames: number): Promise<Buffer> {
  return withChunks(await png(), chunk('acTL', Buffer.concat([long(frames), long(0)])))
}

/** An animated GIF of so many different frames. */
export async function gif(width: number, height: number, frames: number): Promise<Buffer> {
  const dots = await drawn(width, height * frames, (x, y) => {
    const frame = Math.floor(y / height)
    return [x % 4 === 0 ? 255 : 0, frame % 2 === 0 ? 255 : 0, (frame * 7) % 256]
  })
    .raw()
    .toBuffer()
  return await sharp(dots, {
    raw: { width, height: height * frames, channels: 3, pageHeight: height },
    limitInputPixels: false,
  })
    .gif({ effort: 1, loop: 3, delay: Array.from({ length: frames }, () => 80) })
    .toBuffer()
}

/** A GIF by hand: so many frames, of one dot or as large as the screen but without more data. */
export function tinyFrames(width: number, height: number, frames: number, isFull = false): Buffer {
  const screen = Buffer.from([...short(width), ...short(height), 0x80, 0, 0, 0, 0, 0, 255, 0, 0])
  const frame = Buffer.from([
    ...[0x21, 0xf9, 4, 0, 5, 0, 0, 0],
    ...[0x2c, 0, 0, 0, 0, ...(isFull ? [...short(width), ...short(height)] : [1, 0, 1, 0]), 0],
    ...[2, 2, 0x4c, 0x01, 0],
  ])
  const all = Array.from({ length: frames }, () => frame)
  return Buffer.concat([Buffer.from('GIF89a'), screen, ...all, Buffer.from([0x3b])])
}

/** A box as MP4, HEIC and AVIF files begin with. */
export function boxes(...brands: readonly string[]): Buffer {
  const [major = '', ...others] = brands
  const named = Buffer.from(`ftyp${major}\0\0\0\0${others.join('')}`, 'latin1')
  return Buffer.concat([
    long(named.length + 4),
    named,
    long(8),
    Buffer.from('mdat'),
    Buffer.alloc(64),
  ])
}

/** A TIFF of one directory with these entries: tag, type (3 is short, 4 is long), value. */
export function tiff(entries: readonly (readonly [number, 3 | 4, number])[]): Buffer {
  const directory = Buffer.alloc(10 + 12 * entries.length + 4)
  directory.write('II*\0', 0, 'latin1')
  directory.writeUInt32LE(8, 4)
  directory.writeUInt16LE(entries.length, 8)
  for (const [row, [tag, type, value]] of entries.entries()) {
    const at = 10 + 12 * row
    directory.writeUInt16LE(tag, at)
    directory.writeUInt16LE(type, at + 2)
    directory.writeUInt32LE(1, at + 4)
    directory.writeUInt32LE(value, at + 8)
  }
  return Buffer.concat([directory, Buffer.alloc(64)])
}

/** What a TIFF of grey dots says of itself. */
export function tiffOf(width: number, height: number): [number, 3 | 4, number][] {
  return [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 0],
    [277, 3, 1],
    [278, 4, height],
    [279, 4, 64],
  ]
}

/** A WebP that says it is as large as this. */
export function webpThatSays(width: number, height: number): Buffer {
  const lossy = Buffer.from([0x50, 0, 0, 0x9d, 0x01, 0x2a, ...short(width), ...short(height)])
  const data = Buffer.concat([lossy, Buffer.alloc(40)])
  const riff = Buffer.alloc(20)
  riff.write('RIFF', 0)
  riff.writeUInt32LE(data.length + 12, 4)
  riff.write('WEBPVP8 ', 8)
  riff.writeUInt32LE(data.length, 16)
  return Buffer.concat([riff, data])
}

/** A ZIP that begins with an empty file of this name. */
export function zip(name: string): Buffer {
  const head = Buffer.alloc(30)
  head.write('PK\x03\x04', 0, 'latin1')
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name), Buffer.from(mark)])
}

/** A photo of a telephone held upright: 12 megapixels, where it was taken, who held it. */
export async function photo(): Promise<Buffer> {
  const dots = await noise(1_000, 750, 3).raw().toBuffer()
  return await sharp(dots, { raw: { width: 1_000, height: 750, channels: 3 } })
    .resize(4_000, 3_000)
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: mark, Artist: mark }, IFD3: gps })
    .jpeg({ quality: 92 })
    .toBuffer()
}

export const gps = { GPSLatitudeRef: 'N', GPSLatitude: '53/1 29/1 0/1', GPSProcessingMethod: mark }

export function long(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(number)
  return bytes
}

function short(number: number): [number, number] {
  return [number & 255, number >> 8]
}

function crcOf(data: Buffer): number {
  return crc32(data)
}
