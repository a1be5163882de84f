// The local X as the sandbox's page sees and moves it.
import { expect, test } from 'vitest'
import { failure, startLocalX } from './local.ts'

const anna = { act: 'post', handle: 'anna_b', name: 'Anna <B>' } as const

test.each([
  [{ ...anna, text: ' ' }, 'empty'],
  [{ ...anna, text: 'a', handle: 'kein Name' }, 'bad_handle'],
  [{ ...anna, text: 'a', handle: '@babergedorf' }, 'not_yours'],
  [{ ...anna, text: 'a', inReplyTo: '12' }, 'not_found'],
  [{ act: 'edit', id: '12', text: 'a' } as const, 'not_found'],
  [{ act: 'delete', id: '12' } as const, 'not_found'],
])('%j fails: %s', async (act, error) => {
  const { local } = await startLocalX()
  expect(local.citizen(act)).toMatchObject({ ok: false, error })
})

test('a citizen has no power over the office', async () => {
  const { local, client } = await startLocalX()
  const { data } = await client().v2.tweet('Baubeginn')
  for (const act of ['edit', 'delete'] as const) {
    expect(local.citizen({ act, id: data.id, text: 'x' })).toMatchObject({ error: 'not_yours' })
  }
})

test('the public page shows a post safely, with what it answers', async () => {
  const { local, client, address } = await startLocalX()
  const asked = local.citizen({ ...anna, text: 'Na, @BABergedorf? <script>alert(1)</script>' })
  if (!asked.ok) throw new Error(asked.sentence)
  const { data } = await client().v2.reply('Siehe hamburg.de & mehr', asked.id)
  const page = await fetch(`${address}/BABergedorf/status/${data.id}`)
  const html = await page.text()
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(html).toContain('<html lang="de">')
  expect(html).toContain('<a href="http://hamburg.de" rel="noopener">hamburg.de</a> &amp; mehr')
  expect(html).toContain('&lt;script&gt;')
  expect(html).toContain('Anna &lt;B&gt;')
  expect(html).toContain('23. November 2026')
  const missing = await fetch(`${address}/BABergedorf/status/12`)
  expect(missing.status).toBe(404)
})

test('a fault strikes its calls and is over', async () => {
  const { local, client } = await startLocalX()
  const fault = { method: 'GET /2/users/me', kind: 'server-error', times: 2 } as const
  local.setFaults([fault])
  await client().v2.tweet('Baubeginn')
  expect(local.sight().faults).toEqual([fault])
  expect(await failure(client().v2.me())).toMatchObject({
    code: 503,
    data: { title: 'Service Unavailable', status: 503 },
  })
  expect(local.sight().faults).toEqual([{ ...fault, times: 1 }])
  await failure(client().v2.me())
  expect(local.sight().faults).toEqual([])
  await client().v2.me()
})

test('calls are told with their ends', async () => {
  const { local, client, clock } = await startLocalX()
  const me = local.sight().account.id
  await client().v2.get(`users/${me}/tweets`)
  local.setFaults([{ kind: 'dropped', times: 1 }])
  await failure(client().v2.tweet('Baubeginn'))
  await failure(client({ appSecret: 'x' }).v2.me())
  const at = clock.at
  expect(local.calls()).toEqual([
    { route: 'GET /2/users/:id/tweets', at, status: 200 },
    { route: 'POST /2/tweets', at, status: 'cut' },
    { route: 'GET /2/users/me', at, status: 401 },
  ])
})

test('no credit and a late mention', async () => {
  const { local, client, clock } = await startLocalX()
  const me = local.sight().account.id
  local.setFaults([
    { method: 'POST /2/tweets', kind: 'no-credit', times: null },
    { kind: 'late-index', times: 1, seconds: 120 },
  ])
  expect(await failure(client().v2.tweet('Baubeginn'))).toMatchObject({
    code: 402,
    data: { title: 'CreditsDepleted', type: 'https://api.twitter.com/2/problems/credits' },
  })
  local.citizen({ ...anna, text: 'Hallo @BABergedorf' })
  const mentions = async () => (await client().v2.userMentionTimeline(me)).tweets.length
  expect(await mentions()).toBe(0)
  expect(local.sight().posts).toHaveLength(1)
  clock.at += 120_000
  expect(await mentions()).toBe(1)
})

test('the sample is marked, later posts are not, and reset forgets all', async () => {
  const { local, client } = await startLocalX()
  local.citizen({ ...anna, text: 'früher' })
  local.markSample()
  await client().v2.tweet('jetzt')
  expect(local.sight().posts.map(({ sample }) => sample)).toEqual([false, true])
  local.setFaults([{ kind: 'down', times: null }])
  local.reset()
  expect(local.sight()).toMatchObject({ posts: [], faults: [] })
  expect(local.calls()).toEqual([])
  await client().v2.tweet('jetzt')
})

test('ids grow, also when the clock goes back', async () => {
  const { local, clock } = await startLocalX()
  local.citizen({ ...anna, text: 'eins' })
  clock.at -= 60_000
  local.citizen({ ...anna, text: 'zwei' })
  expect(local.sight().posts.map(({ text }) => text)).toEqual(['zwei', 'eins'])
})
