// What a file is, by its first bytes; what it is called is never asked.
import { constants, gunzipSync } from 'node:zlib'
import type { NoPicture } from '../core/picture.ts'
import { isCameraRaw } from './camera-raw.ts'

export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif'
export type Kind = { is: PictureKind } | { looksLike: NoPicture }

/** How much of a file is looked at where a signature may stand anywhere, in bytes. */
const head = 4_096

/** What a file is by its content. Of a file that is two things at once, the one its first bytes say. */
export function kindOf(bytes: Uint8Array): Kind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const starts = (signature: string, at = 0) =>
    file.toString('latin1', at, at + signature.length) === signature
  if (starts('\xff\xd8\xff')) return { is: 'jpeg' }
  if (starts('\x89PNG\r\n\x1a\n')) return { is: 'png' }
  if (starts('GIF87a') || starts('GIF89a')) return { is: 'gif' }
  if (starts('RIFF') && starts('WEBP', 8)) return { is: 'webp' }
  if (starts('II*\0') || starts('MM\0*')) {
    return isCameraRaw(file) ? { looksLike: 'raw' } : { is: 'tiff' }
  }
  if (starts('ftyp', 4)) return inBoxes(file)
  const signed = signatures.find(({ at, signature }) => starts(signature, at))
  if (signed !== undefined) return { looksLike: signed.looksLike }
  if (starts('PK')) return { looksLike: isOffice(file) ? 'office' : 'archive' }
  if (starts('\x1f\x8b')) return { looksLike: isSvg(unzippedHead(file)) ? 'svg' : 'archive' }
  return { looksLike: written(file) }
}

const signatures: readonly { signature: string; at: number; looksLike: NoPicture }[] = [
  { signature: '\x1a\x45\xdf\xa3', at: 0, looksLike: 'video' },
  { signature: 'AVI ', at: 8, looksLike: 'video' },
  { signature: 'FLV', at: 0, looksLike: 'video' },
  { signature: 'OggS', at: 0, looksLike: 'video' },
  { signature: '\0\0\x01\xba', at: 0, looksLike: 'video' },
  { signature: '\0\0\x01\xb3', at: 0, looksLike: 'video' },
  { signature: '\x30\x26\xb2\x75\x8e\x66\xcf\x11', at: 0, looksLike: 'video' },
  // Old films of QuickTime begin without saying so.
  { signature: 'moov', at: 4, looksLike: 'video' },
  { signature: 'mdat', at: 4, looksLike: 'video' },
  { signature: 'wide', at: 4, looksLike: 'video' },
  { signature: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', at: 0, looksLike: 'office' },
  { signature: '{\\rtf', at: 0, looksLike: 'office' },
  { signature: 'Rar!\x1a\x07', at: 0, looksLike: 'archive' },
  { signature: '7z\xbc\xaf\x27\x1c', at: 0, looksLike: 'archive' },
  { signature: '\xfd7zXZ\0', at: 0, looksLike: 'archive' },
  { signature: 'BZh', at: 0, looksLike: 'archive' },
  { signature: '\x28\xb5\x2f\xfd', at: 0, looksLike: 'archive' },
  { signature: 'ustar', at: 257, looksLike: 'archive' },
  { signature: 'FUJIFILMCCD-RAW', at: 0, looksLike: 'raw' },
  { signature: 'IIU\0', at: 0, looksLike: 'raw' },
  { signature: 'IIRO', at: 0, looksLike: 'raw' },
]

/** The families of files that begin with `ftyp`: the brands say which. */
function inBoxes(file: Buffer): Kind {
  const end = Math.min(file.length, Math.max(16, file.readUInt32BE(0)), 256)
  const brands: string[] = []
  for (let at = 8; at + 4 <= end; at += 4) {
    // Between the brand and those it is compatible with stands a version.
    if (at !== 12) brands.push(file.toString('latin1', at, at + 4))
  }
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return { is: 'avif' }
  if (brands[0] === 'crx ') return { looksLike: 'raw' }
  if (brands.some((brand) => /^(he(ic|ix|im|is|vc|vx|vm|vs)|mif1|msf1)$/.test(brand))) {
    return { looksLike: 'heic' }
  }
  return { looksLike: brands[0] === 'jp2 ' || brands[0] === 'jxl ' ? null : 'video' }
}

function isOffice(file: Buffer): boolean {
  const names = file.toString('latin1', 0, head)
  return /\[Content_Types\]\.xml|mimetypeapplication\/vnd|PK[^]{28}(word|xl|ppt)\//.test(names)
}

function unzippedHead(file: Buffer): Buffer {
  try {
    // Of 4 KB no more than 4 MB can come.
    return gunzipSync(file.subarray(0, head), { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return Buffer.alloc(0)
  }
}

function written(file: Buffer): NoPicture {
  if (file.subarray(0, 1_024).includes('%PDF-')) return 'pdf'
  if (isSvg(file)) return 'svg'
  return textOf(file) === null ? null : 'text'
}

function isSvg(file: Buffer): boolean {
  return /<([\w.-]{1,40}:)?svg[\s/>]/i.test(textOf(file) ?? '')
}

/** The beginning of a text; null if it is none. */
function textOf(file: Buffer): string | null {
  const start = file.subarray(0, head)
  const wide = /^(?:\xff\xfe|\xfe\xff)/.exec(start.toString('latin1', 0, 2))?.[0]
  const encoding = wide === undefined ? 'utf-8' : wide === '\xff\xfe' ? 'utf-16le' : 'utf-16be'
  try {
    // In a stream a character cut at the end is no fault.
    const text = new TextDecoder(encoding, { fatal: true }).decode(start, { stream: true })
    return controls.test(text) || text.trim() === '' ? null : text
  } catch {
    // Older texts of Windows: no character that controls anything.
    const text = start.toString('latin1')
    return controls.test(text) ? null : text
  }
}

/** What no text has: characters that control something else than lines. */
const controls = /[^\P{Cc}\s]/u
