// Addresses that lead to a post and back, and who the office is.
import { expect, test } from 'vitest'
import { post, posted, type Start } from './common.ts'

/** Declares them. */
export function aboutLinks(start: Start): void {
  test('the address of a post of ours leads back to it, that of another does not', async () => {
    const { network, citizen } = await start()
    await network.account()
    const { id, url } = posted(await network.publish(post('Baubeginn')))
    expect(network.linkTo(id)).toBe(url)
    expect(network.idFromLink(url)).toBe(id)
    expect(network.idFromLink(` ${url} `)).toBe(id)
    const other = citizen.writes('Hallo', { by: 'uwe' })
    expect(network.idFromLink(network.linkToMention(other, 'uwe'))).toBeNull()
    for (const link of ['', id, 'https://example.org/', 'kein Link']) {
      expect(network.idFromLink(link)).toBeNull()
    }
  })

  test('an answer by hand keeps its text and its place', async () => {
    const { network } = await start()
    const text = '50 % + 1 & mehr?\n"zweite" Zeile #Ort'
    const address = new URL(network.answerByHand('12', text))
    expect([...address.searchParams.values()].sort()).toEqual(['12', text].sort())
    expect(address.protocol).toMatch(/^https?:$/)
  })

  test('who the office is, is asked for once', async () => {
    const { network, account, strike } = await start()
    const asked = await Promise.all([network.account(), network.account()])
    strike('broken', 'account')
    expect([...asked, await network.account()]).toEqual([account, account, account])
  })
}
