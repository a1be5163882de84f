// What becomes of a good picture: upright, in the right colours, as large as X takes it, the same each time.
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import type { Picture } from '../../src/core/picture.ts'
import { pictures } from '../../src/pictures/pictures.ts'
import { drawn, gif, noise, photo, png } from './files.ts'
import { said } from './said.ts'

const room = pictures()
afterAll(() => room.stop())

async function made(file: Buffer): Promise<Picture> {
  const answer = await room.ready(file)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

/** The colour of a dot, as red, green, blue and how opaque. */
async function dot({ bytes }: Picture, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)]
}

const red = [255, 0, 0, 255]
const white = [255, 255, 255, 255]

/** Where each orientation stands the corner that is red in the file, of 60 × 40 dots. */
test.each([
  [1, 60, 40, 'left', 'top'],
  [2, 60, 40, 'right', 'top'],
  [3, 60, 40, 'right', 'bottom'],
  [4, 60, 40, 'left', 'bottom'],
  [5, 40, 60, 'left', 'top'],
  [6, 40, 60, 'right', 'top'],
  [7, 40, 60, 'right', 'bottom'],
  [8, 40, 60, 'left', 'bottom'],
] as const)('orientation %i stands upright', async (orientation, width, height, side, edge) => {
  const corner = drawn(60, 40, (x, y) => (x < 20 && y < 20 ? [255, 0, 0] : [255, 255, 255]))
  const picture = await made(await corner.withMetadata({ orientation }).png().toBuffer())
  expect(await said(picture)).toBe(`image/png ${width}×${height}`)
  const x = { left: 2, right: width - 3 }
  const y = { top: 2, bottom: height - 3 }
  expect(await dot(picture, x[side], y[edge])).toEqual(red)
  expect(await dot(picture, width - 1 - x[side], y[edge])).toEqual(white)
  expect(await dot(picture, x[side], height - 1 - y[edge])).toEqual(white)
})

test('a drawing keeps every dot, how transparent it is included', async () => {
  const picture = await made(
    await drawn(9, 9, (x, y) => [x * 9, y * 9, 77, x * 20])
      .png()
      .toBuffer(),
  )
  expect(await dot(picture, 3, 5)).toEqual([27, 45, 77, 60])
})

test('16 bits become 8, the same colour', async () => {
  const deep = await drawn(9, 9, () => [200, 100, 50])
    .toColourspace('rgb16')
    .png()
    .toBuffer()
  expect((await sharp(deep).metadata()).depth).toBe('ushort')
  expect(await dot(await made(deep), 4, 4)).toEqual([200, 100, 50, 255])
})

test('the green of a Display P3 photo looks as it did, though the profile is gone', async () => {
  const muted = drawn(9, 9, () => [100, 150, 100])
  const wide = await muted.withIccProfile('p3').png().toBuffer()
  const raw = await sharp(wide, { ignoreIcc: true }).raw().toBuffer()
  expect([...raw.subarray(0, 3)]).not.toEqual([100, 150, 100])
  const near = await dot(await made(wide), 4, 4)
  expect(near.map((value, at) => Math.abs(value - [100, 150, 100, 255][at]!) <= 1)).toEqual([
    true,
    true,
    true,
    true,
  ])
})

test('the red of a printed photo (CMYK) is still red', async () => {
  const printed = await drawn(9, 9, () => [200, 30, 30])
    .withIccProfile('cmyk')
    .jpeg()
    .toBuffer()
  expect((await sharp(printed).metadata()).space).toBe('cmyk')
  const [r, g, b] = await dot(await made(printed), 4, 4)
  expect([r! > 170, g! < 70, b! < 70]).toEqual([true, true, true])
})

test('the same file gives the same picture, byte for byte, in another process as well', async () => {
  const file = await noise(500, 400, 3).jpeg().toBuffer()
  const [first, second] = [await made(file), await made(file)]
  const elsewhere = pictures()
  const third = await elsewhere.ready(file)
  await elsewhere.stop()
  expect(second).toEqual(first)
  expect(third).toEqual(first)
})

test('what a file carries besides its dots changes nothing', async () => {
  const dots = drawn(64, 48)
  const plain = await made(await dots.clone().jpeg().toBuffer())
  const told = await made(
    await dots
      .withExif({ IFD0: { Artist: 'Anna' } })
      .withXmp('<x/>')
      .jpeg()
      .toBuffer(),
  )
  expect(told.sha256).toBe(plain.sha256)
})

test.each([
  ['a JPEG of noise', () => noise(4_096, 4_096, 3).jpeg({ quality: 70 }).toBuffer(), 'image/jpeg'],
  [
    'a PNG of noise',
    () => noise(2_400, 2_000, 3).png({ compressionLevel: 1 }).toBuffer(),
    'image/jpeg',
  ],
  [
    'a transparent one',
    () => noise(2_400, 2_400, 4).png({ compressionLevel: 1 }).toBuffer(),
    'image/png',
  ],
])('%s gets as small as X takes it, and no smaller than need be', async (_, file, type) => {
  const source = await file()
  expect(source.length).toBeLessThan(25_000_000)
  const picture = await made(source)
  expect(await said(picture)).toBe(`${type} ${picture.width}×${picture.height}`)
  expect(picture.bytes.length).toBeLessThanOrEqual(5_000_000)
  expect(picture.bytes.length).toBeGreaterThan(1_500_000)
})

test('a small picture is never enlarged', async () => {
  expect(await said(await made(await png(17, 5)))).toBe('image/png 17×5')
})

test('an animation keeps its frames, their pace, and how often it repeats', async () => {
  const { bytes } = await made(await gif(64, 48, 5))
  const { pages, delay, loop } = await sharp(bytes, { animated: true }).metadata()
  expect({ pages, delay, loop }).toEqual({ pages: 5, delay: [80, 80, 80, 80, 80], loop: 3 })
})

test('a photo of 12 megapixels stands upright, tells nothing, and is ready in time', async () => {
  const file = await photo()
  const about = await sharp(file).metadata()
  expect([about.width, about.height, about.orientation]).toEqual([4_000, 3_000, 6])
  await made(await png())
  const start = performance.now()
  const picture = await made(file)
  expect(performance.now() - start).toBeLessThan(1_500)
  expect(await said(picture)).toBe('image/jpeg 3000×4000')
})
