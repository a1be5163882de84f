import { Resvg } from '@resvg/resvg-js'
import { fontFamily, fontFiles } from '../fonts.ts'

/** Paints an SVG on white, `width` dots wide, with the fonts of the program and no others. */
export function pngOf(svg: string, width: number): Uint8Array {
  const picture = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: fontFamily },
  })
  return picture.render().asPng()
}
