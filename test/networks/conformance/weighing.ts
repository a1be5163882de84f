// What weighs little enough is taken.
import { expect, test } from 'vitest'
import { part, post, posted, type Start } from './common.ts'

/** Declares them. */
export function aboutWeighing(start: Start): void {
  const pieces = ['a', 'ä', '€', '👨‍👩‍👧‍👦', 'hamburg.de ', '„Wort“ – ', 'Zeile\n', 'u\u0308']
  test.each(pieces)('as many %j as it weighs are taken, and not one more', async (piece) => {
    const { network } = await start()
    const { limit } = network.weigh('')
    const fits = (text: string) => network.weigh(text.trim()).length <= limit
    let text = ''
    while (fits(text + piece)) text += piece
    posted(await network.publish(post(text.trim())))
    const refused = { outcome: 'refused', because: 'too-long' }
    let longer = text
    while (fits(longer)) longer += `${piece}x`
    expect(await network.publish(post(longer.trim()))).toMatchObject(refused)
  })

  test('what it says is invalid is refused', async () => {
    const { network, online } = await start()
    for (const text of ['a\uFFFEb', 'a\uFFFFb', 'a\uFEFFb']) {
      if (network.weigh(text).valid) continue
      expect(await network.publish(post(text))).toMatchObject({ outcome: 'refused' })
    }
    expect(online()).toEqual([])
  })

  test('a price is never less than nothing, and parts cost more than one', async () => {
    const { network } = await start()
    const parts = ['eins', 'siehe hamburg.de'].map(part)
    expect(network.price([], false)).toBe(0)
    for (const answers of [false, true]) {
      const one = network.price(parts.slice(0, 1), answers)
      expect(network.price(parts, answers)).toBeGreaterThanOrEqual(one)
      expect(one).toBeGreaterThanOrEqual(0)
    }
  })
}
