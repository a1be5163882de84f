import { createHash } from 'node:crypto'
import sharp, { type Metadata } from 'sharp'
import { expect } from 'vitest'
import type { Picture, PictureRefusal } from '../../src/core/picture.ts'
import { mark } from './files.ts'

/** A refusal as it is; of a picture "image/jpeg 64×48", once it is sure that nothing but a picture is in it. */
export async function said(made: Picture | PictureRefusal): Promise<string | PictureRefusal> {
  if ('refused' in made) return made
  const bytes = Buffer.from(made.bytes)
  expect(bytes.includes(mark)).toBe(false)
  const about = await sharp(bytes, { animated: true }).metadata()
  expect(tellingOf(about)).toEqual([])
  expect({ space: about.space, depth: about.depth }).toEqual({ space: 'srgb', depth: 'uchar' })
  expect(about.format).toBe(made.type.slice('image/'.length))
  expect([about.width, about.pageHeight ?? about.height]).toEqual([made.width, made.height])
  expect(markersOf(bytes, made.type)).toEqual([])
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256)
  return `${made.type} ${made.width}×${made.height}`
}

/** What a picture tells besides its dots. */
function tellingOf(about: Metadata): string[] {
  const telling = ['exif', 'icc', 'iptc', 'xmp', 'tifftagPhotoshop', 'comments', 'orientation']
  return telling.filter((name) => about[name as keyof Metadata] !== undefined)
}

/** Segments, chunks and blocks that a picture need not have, and what stands behind its end. */
function markersOf(bytes: Buffer, type: string): string[] {
  if (type === 'image/jpeg') return inJpeg(bytes)
  if (type === 'image/png') return inPng(bytes)
  const found = bytes.at(-1) === 0x3b ? [] : ['something behind the end']
  return bytes.includes(Buffer.from([0x21, 0xfe])) ? [...found, 'comment'] : found
}

function inJpeg(bytes: Buffer): string[] {
  const found = bytes.indexOf(Buffer.from([0xff, 0xd9])) === bytes.length - 2 ? [] : ['no end']
  for (let at = 2; bytes[at + 1] !== 0xda; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!
    // All that is wanted: JFIF's few bytes, frame, quantities and codes.
    const isJfif = marker === 0xe0 && bytes.readUInt16BE(at + 2) === 16
    if (!isJfif && ![0xc0, 0xc4, 0xdb].includes(marker)) found.push(marker.toString(16))
  }
  return found
}

function inPng(bytes: Buffer): string[] {
  const found: string[] = []
  let at = 8
  for (; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const kind = bytes.toString('latin1', at + 4, at + 8)
    // pHYs: so and so many dots a metre, the same for all.
    if (!['IHDR', 'IDAT', 'IEND', 'pHYs'].includes(kind)) found.push(kind)
  }
  return at === bytes.length ? found : [...found, 'no end']
}
