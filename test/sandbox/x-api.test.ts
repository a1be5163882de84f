// The local X under the real client.
import { TwitterApi, type ITwitterApiClientPlugin } from 'twitter-api-v2'
import { expect, test } from 'vitest'
import { agentFor } from '../../src/networks/x/address.ts'
import { failure, startLocalX } from './local.ts'

test('a post has an id beyond exact numbers and comes back as X stores it', async () => {
  const { client, local, changes } = await startLocalX()
  const text = 'Fähre & Brücke <offen>\nhamburg.de/bergedorf'
  const { data } = await client().v2.tweet(text)
  expect(Number.isSafeInteger(Number(data.id))).toBe(false)
  expect(data.text).toMatch(/^Fähre &amp; Brücke &lt;offen&gt;\nhttps:\/\/t\.co\/\w{10}$/)
  const found = await client().v2.singleTweet(data.id, {
    'tweet.fields': ['entities', 'created_at'],
  })
  expect(found.data.entities?.urls).toMatchObject([
    { expanded_url: 'http://hamburg.de/bergedorf', start: 33, end: 56 },
  ])
  expect(found.data.created_at).toBe('2026-11-23T10:00:00.000Z')
  expect(local.sight().posts).toMatchObject([{ text, author: { handle: 'BABergedorf' } }])
  expect(changes()).toBeGreaterThan(0)
})

test('who am I', async () => {
  const { client, local } = await startLocalX()
  const { data } = await client().v2.me()
  expect(data).toEqual({
    id: local.sight().account.id,
    username: 'BABergedorf',
    name: 'Bezirksamt Bergedorf',
  })
})

test.each(['appKey', 'appSecret', 'accessToken', 'accessSecret'] as const)(
  'a wrong %s is turned away',
  async (key) => {
    const { client } = await startLocalX()
    expect(await failure(client({ [key]: 'wrong' }).v2.me())).toMatchObject({
      code: 401,
      data: { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' },
    })
  },
)

test('a signed request counts once', async () => {
  const { client, address } = await startLocalX()
  let authorization = ''
  const spy: ITwitterApiClientPlugin = {
    onBeforeRequest: ({ computedParams }) => {
      authorization = computedParams.headers.Authorization ?? ''
    },
  }
  await client({}, [spy]).v2.me()
  expect(authorization).toMatch(/^OAuth /)
  const again = await fetch(`${address}/2/users/me`, { headers: { authorization } })
  expect(again.status).toBe(401)
})

test('usage is for the app alone, all else for the account', async () => {
  const { client, local, address } = await startLocalX()
  await client().v2.me()
  const { appKey, appSecret } = local.credentials
  const login = new TwitterApi({ appKey, appSecret }, { httpAgent: agentFor(address) })
  const app = await login.appLogin()
  expect((await app.v2.usage()).data.project_usage).toBe('2')
  expect(await failure(client().v2.usage())).toMatchObject({ code: 403 })
  expect(await failure(app.v2.me())).toMatchObject({ code: 403 })
})

test.each([
  ['Danke!', 'Danke!'],
  ['u\u0308ber', 'über'],
])('%j after %j is a duplicate, also when the first is deleted', async (second, first) => {
  const { client } = await startLocalX()
  const { data } = await client().v2.tweet(first)
  const refusal = {
    code: 403,
    data: { detail: 'You are not allowed to create a Tweet with duplicate content.' },
  }
  expect(await failure(client().v2.tweet(second))).toMatchObject(refusal)
  await client().v2.deleteTweet(data.id)
  expect(await failure(client().v2.tweet(second))).toMatchObject(refusal)
})

test.each([
  ['280 umlauts', 'ä'.repeat(280), true],
  ['281 umlauts', 'ä'.repeat(281), false],
  ['141 euros', '€'.repeat(141), false],
  ['a long link', `${'a'.repeat(256)} https://www.hamburg.de/${'b'.repeat(100)}`, true],
  ['spaces', '   ', false],
  ['a character it refuses', 'a\uFFFEb', false],
])('X weighs a post before it takes it: %s', async (_, text, isTaken) => {
  const { client, local } = await startLocalX()
  await client()
    .v2.tweet(text)
    .catch(() => null)
  expect(local.sight().posts).toHaveLength(isTaken ? 1 : 0)
})

test('self-serve apps answer only where they were summoned', async () => {
  const { client, local } = await startLocalX()
  const stranger = { act: 'post', handle: 'anna_b', name: 'Anna' } as const
  const said = local.citizen({ ...stranger, text: 'Schönes Wetter' })
  const summons = local.citizen({ ...stranger, text: 'Wann, @babergedorf?' })
  if (!said.ok || !summons.ok) throw new Error('The citizen could not post')
  expect(await failure(client().v2.reply('Ja', said.id))).toMatchObject({
    code: 403,
    data: { detail: expect.stringContaining('you have not been mentioned') as string },
  })
  const { data } = await client().v2.reply('Morgen', summons.id)
  await client().v2.reply('und übermorgen', data.id)
  expect(await failure(client().v2.quote('Seht', said.id))).toMatchObject({ code: 403 })
  expect(await failure(client().v2.like('1', said.id))).toMatchObject({ code: 403 })
  expect(await failure(client().v2.reply('Wer?', '99'))).toMatchObject({ code: 403 })
})

test('many calls end in 429, and later go on', async () => {
  const { client, clock } = await startLocalX()
  const api = client()
  for (let call = 0; call < 75; call++) await api.v2.me()
  const reset = (clock.at + 15 * 60_000) / 1000
  expect(await failure(api.v2.me())).toMatchObject({
    code: 429,
    rateLimit: { limit: 75, remaining: 0, reset },
  })
  clock.at += 15 * 60_000
  expect((await api.v2.me()).data.username).toBe('BABergedorf')
})

test('a body that is no JSON, and a route that is not there', async () => {
  const { client } = await startLocalX()
  const broken = client({}, [
    {
      onBeforeRequest: ({ computedParams }) => {
        computedParams.body = '{"text":'.padEnd(15)
      },
    },
  ])
  expect(await failure(broken.v2.tweet('Ja'))).toMatchObject({ code: 400 })
  expect(await failure(client().v2.get('nowhere'))).toMatchObject({ code: 404 })
})

test('a forgetful X takes the same words twice', async () => {
  const { client, local } = await startLocalX()
  await client().v2.tweet('Markt')
  expect(await failure(client().v2.tweet('Markt'))).toMatchObject({ code: 403 })
  local.setFaults([{ kind: 'forgetful', times: null }])
  await client().v2.tweet('Markt')
  expect(local.sight().posts).toHaveLength(2)
})

test('a refusal can take its time, and a slow call then does what it should', async () => {
  const { client, local } = await startLocalX()
  const method = 'POST /2/tweets'
  local.setFaults([
    { kind: 'rate-limit', method, times: 1, seconds: 5, waits: 150 },
    { kind: 'slow', method, times: 1, waits: 150 },
  ])
  const begun = performance.now()
  expect(await failure(client().v2.tweet('Markt'))).toMatchObject({ code: 429 })
  expect(performance.now() - begun).toBeGreaterThan(140)
  await client().v2.tweet('Markt')
  expect(performance.now() - begun).toBeGreaterThan(280)
  expect(local.sight().posts).toHaveLength(1)
})
