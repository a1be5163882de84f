import { Resvg } from '@resvg/resvg-js'
import { fontFamily, fontFiles } from '../../typefaces/fonts.ts'
import { regular } from '../printable.ts'

const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: fontFamily }

/** Paints an SVG on white, `width` dots wide, with the fonts of the program and no others. */
export function pngOf(svg: string, width: number): Uint8Array {
  const fitTo = { mode: 'width', value: width } as const
  return new Resvg(svg, { background: '#ffffff', fitTo, font }).render().asPng()
}

/** The SVG as Typst can set it. Typst knows one font per drawing, so one with an emoji or an accent of its own comes in outlines;
 * all others keep their words, which can be searched and copied. */
export function settable(svg: string): string {
  const isPlain = Array.from(svg).every((character) => {
    const code = character.codePointAt(0) ?? 0
    return code < 0x80 || (regular.has(code) && !/[\p{M}\p{So}\p{Cf}]/u.test(character))
  })
  return isPlain ? svg : new Resvg(svg, { font }).toString()
}
