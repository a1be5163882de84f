// As much of a TrueType file as is needed to know which characters it has and how wide they are.
import { readFileSync } from 'node:fs'

export type Typeface = {
  has: (codePoint: number) => boolean
  /** In the unit of `size`. */
  widthOf: (text: string, size: number) => number
}

const emojiWidth = 1.3

/** Reads a .ttf with a Unicode character map (format 4 or 12). */
export function typeface(file: string): Typeface {
  const font = readFileSync(file)
  const table = tablesOf(font)
  const glyphs = glyphsOf(table('cmap'))
  const unitsPerEm = table('head').readUInt16BE(18)
  const widths = table('hmtx')
  const known = table('hhea').readUInt16BE(34)
  const advance = (character: string) => {
    const glyph = glyphs.get(character.codePointAt(0) ?? 0)
    if (glyph === undefined) return emojiWidth
    return widths.readUInt16BE(4 * Math.min(glyph, known - 1)) / unitsPerEm
  }
  return {
    has: (codePoint) => glyphs.has(codePoint),
    widthOf: (text, size) =>
      Array.from(text).reduce((sum, character) => sum + advance(character) * size, 0),
  }
}

function tablesOf(font: Buffer): (tag: string) => Buffer {
  const directory = new Map<string, Buffer>()
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    const offset = font.readUInt32BE(at + 8)
    const length = font.readUInt32BE(at + 12)
    directory.set(font.toString('latin1', at, at + 4), font.subarray(offset, offset + length))
  }
  return (tag) => {
    const found = directory.get(tag)
    if (found === undefined) throw new Error(`The font has no table ${tag}`)
    return found
  }
}

/** From code point to glyph. */
function glyphsOf(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let at = 4; at < 4 + 8 * cmap.readUInt16BE(2); at += 8) {
    const map = cmap.subarray(cmap.readUInt32BE(at + 4))
    const format = map.readUInt16BE(0)
    if (format === 4) addSegments(glyphs, map)
    if (format === 12) addGroups(glyphs, map)
  }
  return glyphs
}

/** Format 4: the characters up to U+FFFF, in segments. */
function addSegments(glyphs: Map<number, number>, map: Buffer): void {
  const size = map.readUInt16BE(6)
  for (let segment = 0; segment < size; segment += 2) {
    const end = map.readUInt16BE(14 + segment)
    const start = map.readUInt16BE(16 + size + segment)
    const delta = map.readUInt16BE(16 + 2 * size + segment)
    const rangeAt = 16 + 3 * size + segment
    const range = map.readUInt16BE(rangeAt)
    for (let code = start; code <= end && code < 0xffff; code++) {
      const listed = range === 0 ? code : map.readUInt16BE(rangeAt + range + 2 * (code - start))
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
}

/** Format 12: all characters, in groups of consecutive glyphs. */
function addGroups(glyphs: Map<number, number>, map: Buffer): void {
  for (let at = 16; at < 16 + 12 * map.readUInt32BE(12); at += 12) {
    const start = map.readUInt32BE(at)
    const glyph = map.readUInt32BE(at + 8)
    for (let code = start; code <= map.readUInt32BE(at + 4); code++) {
      glyphs.set(code, glyph + code - start)
    }
  }
}
