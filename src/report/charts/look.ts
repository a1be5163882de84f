// What both kinds of charts look like. Dark blue and two greys can be told apart in a black-and-white copy;
// every text has a contrast of at least 4.5:1 on white.
import type { Config, TopLevelSpec } from 'vega-lite'
import { fontFamily } from '../../typefaces/fonts.ts'

type Layered = Extract<TopLevelSpec, { layer: unknown }>
export type Layer = Layered['layer'][number]
/** A chart whose places are all known in dots: nothing of it depends on how wide a program finds a text. */
export type ChartSpec = Omit<Layered, 'layer'> & {
  layer: Layer[]
  padding: { left: number; right: number; top: number; bottom: number }
}

/** As wide as the text of a page is at 96 dots per inch. */
export const chartWidth = 620
export const textSize = 13
export const lineHeight = 16

export const blue = '#1b3a66'
export const ink = '#1f2933'
export const grey = '#52606d'
export const pale = '#d9dee4'

export const config: Config = {
  font: fontFamily,
  view: { stroke: null },
  text: { fontSize: textSize, color: ink, lineHeight },
  // "1.234,5", as the office writes it.
  locale: { number: { decimal: ',', thousands: '.', grouping: [3], currency: ['', ' €'] } },
}
