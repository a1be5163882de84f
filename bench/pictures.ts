// A photo of 12 megapixels, made ready for the public: what it costs that this happens in a process of its own, in two
// halves between which only dots pass.
import sharp from 'sharp'
import { pictures } from '../src/pictures/pictures.ts'
import { photo } from '../test/pictures/files.ts'
import { inTurns, inWords, timed, type Figure } from './measure.ts'

/** Against sharp as it comes, doing the same in one go in this process. */
export async function picture(): Promise<Figure[]> {
  const file = await photo()
  const room = pictures()
  const start = await timed(() => room.ready(file))
  const { floor, ours, noise } = await inTurns(
    20,
    () => timed(() => inOneGo(file)),
    () => timed(() => room.ready(file)),
  )
  await room.stop()
  return [
    {
      name: 'photo of 12 megapixels made ready (median)',
      floor: inWords(floor),
      ours: `${inWords(ours)}, first ${Math.round(start)} ms`,
      value: ours.median / floor.median,
      atMost: 1.2,
      unit: '×',
      noise: noise.median,
    },
  ]
}

function inOneGo(file: Buffer): Promise<Buffer> {
  return sharp(file, { autoOrient: true })
    .resize({ width: 4_096, height: 4_096, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: 85 })
    .toBuffer()
}
