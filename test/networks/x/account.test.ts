// Who the office is on X, and the addresses of its posts.
import { expect, test } from 'vitest'
import { credentials } from '../../../sandbox/x/oauth.ts'
import { office } from '../../../sandbox/x/store.ts'
import { isRefused, x } from '../../../src/networks/x/x.ts'
import { failure } from '../../sandbox/local.ts'
import { startOffice } from './office-on-x.ts'

test('the account is asked for once', async () => {
  const { network, local } = await startOffice()
  const asked = await Promise.all([network.account(), network.account()])
  await network.account()
  expect(asked[0]).toEqual(office)
  expect(asked[1]).toEqual(office)
  expect(local.calls()).toMatchObject([{ route: 'GET /2/users/me', status: 200 }])
})

test('wrong keys are refused, and asked again later', async () => {
  const { address, clock } = await startOffice()
  const keys = { ...credentials, accessSecret: 'wrong' }
  const network = x({ keys, apiUrl: address, now: clock.now, deadlineMs: 1000 })
  const error = await failure(network.account())
  expect(isRefused(error)).toBe(true)
  expect(String(error)).toContain('does not accept the keys')
})

test.each(['server-error', 'html', 'hang', 'dropped', 'half-body', 'no-credit'] as const)(
  '%s is no refusal, and the next try succeeds',
  async (kind) => {
    const { network, local } = await startOffice()
    local.setFaults([{ kind, times: 1 }])
    const error = await failure(network.account())
    expect(error).toBeInstanceOf(Error)
    expect(isRefused(error)).toBe(false)
    expect(await network.account()).toEqual(office)
  },
)

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

test('the address of the stand-in counts, and back', async () => {
  const { network } = await startOffice()
  await network.account()
  expect(network.idFromLink(network.linkTo('9007199254740993'))).toBe('9007199254740993')
})
