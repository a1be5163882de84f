// What X says when it does not say who the office is, and the addresses of its posts.
import { expect, test } from 'vitest'
import { credentials } from '../../../sandbox/x/oauth.ts'
import { x } from '../../../src/networks/x/x.ts'
import { startOffice } from './office-on-x.ts'

test('who the office is, is asked for once', async () => {
  const { network, local } = await startOffice()
  await Promise.all([network.account(), network.account()])
  await network.account()
  expect(local.calls()).toMatchObject([{ route: 'GET /2/users/me', status: 200 }])
})

test.each([
  ['no-credit', 'no-credit', 'HTTP 402'],
  ['server-error', 'unreachable', 'HTTP 503'],
  ['html', 'unreadable', 'unreadable answer'],
  ['dropped', 'unreachable', 'ECONNRESET'],
] as const)('%s is no refusal, and has its word for the log', async (kind, failed, word) => {
  const { network, local } = await startOffice()
  local.setFaults([{ kind, times: 1 }])
  const said = expect.stringContaining(word) as string
  expect(await network.account()).toEqual({ failed, until: null, said })
  expect(await network.account()).not.toHaveProperty('failed')
})

const offline = { keys: credentials, now: () => 0 }

test('without an account, X itself forwards the link', () => {
  expect(x({ ...offline, apiUrl: null }).linkTo('12')).toBe('https://x.com/i/web/status/12')
})

test.each([
  'https://x.com/BABergedorf/status/12',
  'https://X.com/babergedorf/status/12?s=20&t=abc',
  'https://www.x.com/BABERGEDORF/status/12/',
  'http://twitter.com/BABergedorf/status/12#a',
  ' https://mobile.twitter.com/BABergedorf/status/12/photo/1 ',
  'https://x.com/i/web/status/12',
  'https://x.com/i/status/12',
])('%s is a post of the office', async (link) => {
  const { network } = await startOffice()
  await network.account()
  expect(network.idFromLink(link)).toBe('12')
})

test.each([
  '',
  '12',
  'x.com',
  'https://x.com/anna_b/status/12',
  'https://x.com/BABergedorf',
  'https://x.com/BABergedorf/status/zwölf',
  'https://x.com/BABergedorf/status/12a',
  'https://x.com.example.org/BABergedorf/status/12',
  'https://example.org/BABergedorf/status/12',
  'ftp://x.com/BABergedorf/status/12',
  'https://mastodon.social/@BABergedorf/12',
])('%j is not', async (link) => {
  const { network } = await startOffice()
  await network.account()
  expect(network.idFromLink(link)).toBeNull()
})
