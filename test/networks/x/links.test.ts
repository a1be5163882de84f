// Where a person finds a mention, and where a person answers it by hand.
import { expect, test } from 'vitest'
import { x } from '../../../src/networks/x/x.ts'
import { credentials } from '../../../sandbox/x/oauth.ts'
import { startOffice } from './office-on-x.ts'

const live = x({ keys: credentials, apiUrl: null, now: () => 0 })

test('a mention has an address, also when its author has no name any more', () => {
  expect(live.linkToProfile('anna_b')).toBe('https://x.com/anna_b')
  expect(live.linkToMention('12', 'anna_b')).toBe('https://x.com/anna_b/status/12')
  expect(live.linkToMention('12', '')).toBe('https://x.com/i/web/status/12')
})

test.each([
  'Ja.',
  'Fähre & Brücke? 50 % + 1 = #Bergedorf\nzweite Zeile',
  'https://www.hamburg.de/bergedorf?a=1&in_reply_to=13#ort',
  '"><script>alert(1)</script>',
])('an answer by hand keeps its text and its place: %j', (text) => {
  const address = new URL(live.answerByHand('12', text))
  expect(address.href).toMatch(/^https:\/\/x\.com\/intent\/tweet\?in_reply_to=12&text=[^+<>" ]*$/)
  expect([...address.searchParams]).toEqual([
    ['in_reply_to', '12'],
    ['text', text],
  ])
})

test('the account has an address once X has told whose it is, and the stand-in a page there', async () => {
  expect(live.linkToAccount()).toBeNull()
  const { network, writes } = await startOffice()
  writes('@BABergedorf Wann ist Sperrmüll?')
  expect(network.linkToAccount()).toBeNull()
  await network.account()
  const page = await fetch(network.linkToAccount() ?? '')
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('(@BABergedorf)')
})

test('half an emoji does no harm', () => {
  expect(live.answerByHand('12', 'a\uD83D')).toBe(
    'https://x.com/intent/tweet?in_reply_to=12&text=a%EF%BF%BD',
  )
})

test('the stand-in shows what these addresses promise', async () => {
  const { network, writes } = await startOffice()
  const id = writes('@BABergedorf Wann ist Sperrmüll?')
  for (const handle of ['anna_b', '']) {
    const page = await fetch(network.linkToMention(id, handle))
    expect(await page.text()).toContain('Wann ist Sperrmüll?')
  }
  const form = await fetch(network.answerByHand(id, 'Am Freitag & Samstag.'))
  expect(await form.text()).toContain('Am Freitag &amp; Samstag.')
})
