// What citizens write to the office, read whole or not at all.
import { expect, test } from 'vitest'
import type { Incoming, Mentions } from '../../../src/desk/ports/network.ts'
import { office } from '../../../sandbox/x/store.ts'
import { startOffice, startScriptedX, writing } from './office-on-x.ts'

type Read = Mentions | { failed: string }

function told(read: Read): readonly Incoming[] {
  if ('failed' in read) throw new Error(read.failed)
  expect(read.missing).toBeNull()
  return read.pages.flat()
}

const texts = (read: Read) => told(read).map(({ text }) => text)

test('a quote that names us answerable us, and its link says what it quotes', async () => {
  const { network, clock, writes } = await startOffice()
  const post = await network.publish(writing('Baubeginn'))
  if (post.outcome !== 'posted') throw new Error(post.outcome)
  writes('Hört, hört, @BABergedorf!', { quotes: post.id })
  const [seen] = told(await network.mentions({ since: clock.at }))
  expect(seen).toMatchObject({ inReplyTo: null, answerable: true })
  expect(seen?.text).toBe(`Hört, hört, @BABergedorf! https://x.com/BABergedorf/status/${post.id}`)
})

test('ids beyond exact numbers stay as they are', async () => {
  const { network, clock, writes } = await startOffice()
  const id = writes('@BABergedorf Hallo')
  expect(Number.isSafeInteger(Number(id))).toBe(false)
  expect(told(await network.mentions({ since: clock.at }))[0]?.id).toBe(id)
})

test('pictures are counted, and X’s link to them is not part of the text', async () => {
  const { network, clock, writes } = await startOffice()
  writes('@BABergedorf Seht https://hamburg.de/müll', { images: 4 })
  expect(told(await network.mentions({ since: clock.at }))).toMatchObject([
    { text: '@BABergedorf Seht https://hamburg.de/müll', media: 4 },
  ])
})

test('a text as long as X allows comes whole', async () => {
  const { network, clock, writes } = await startOffice()
  const text = `@BABergedorf ${'Satz & Wort. '.repeat(2_000)}`.slice(0, 25_000).trim()
  writes(text, { images: 1 })
  const [seen] = told(await network.mentions({ since: clock.at }))
  expect(seen).toMatchObject({ text, media: 1, answerable: true })
})

test.each([
  [401, 'unauthorized'],
  [403, 'unauthorized'],
  [400, 'unreadable'],
  [404, 'unreadable'],
  [408, 'unreachable'],
  [500, 'unreachable'],
] as const)('%d is told as %s', async (status, failed) => {
  const { network, bill } = await startScriptedX({ status, body: { title: 'No' } })
  expect(await network.mentions({ since: 0 })).toEqual({ failed, until: null })
  expect(bill).toEqual(['readUser 1'])
})

test.each([
  ['401', { 'content-type': 'text/html' }, 401, '<html>Nein</html>', 'unauthorized'],
  ['503', { 'content-type': 'text/html' }, 503, '<html>Voll</html>', 'unreachable'],
  ['JSON that is none', { 'content-type': 'application/json' }, 200, '{"data":[', 'unreadable'],
  ['503 and JSON that is none', { 'content-type': 'application/json' }, 503, '{', 'unreachable'],
] as const)('%s is told, too', async (_what, headers, status, body, failed) => {
  const { network } = await startScriptedX((_req, res) => {
    res.writeHead(status, headers)
    res.end(body)
  })
  expect(await network.mentions({ since: 0 })).toEqual({ failed, until: null })
})

test('refused keys are told before anything is read', async () => {
  const { network } = await startScriptedX({ status: 401 })
  expect(await network.mentions({ since: 0 })).toEqual({ failed: 'unauthorized', until: null })
})

test('where the month is used up, no instant is told', async () => {
  const reset = String(Date.parse('2026-11-23T10:01:00Z') / 1000)
  const { network } = await startScriptedX((_req, res) => {
    res.writeHead(429, {
      'content-type': 'application/json',
      'x-rate-limit-limit': '300',
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': reset,
    })
    res.end('{"type":"https://api.twitter.com/2/problems/usage-capped"}')
  })
  expect(await network.mentions({ since: 0 })).toEqual({ failed: 'rate-limit', until: null })
})

test('of many pages one fails: none is told', async () => {
  const { network, local, clock, does } = await startOffice(5000)
  does({ act: 'flood', count: 150 })
  const method = 'GET /2/users/:id/mentions'
  local.setFaults([{ method, kind: 'server-error', times: 1, skips: 1 }])
  expect(await network.mentions({ since: clock.at })).toEqual({
    failed: 'unreachable',
    until: null,
  })
  expect(told(await network.mentions({ since: clock.at }))).toHaveLength(150)
})

const post = {
  id: '1990000000000000002',
  text: 'Hallo @BABergedorf',
  author_id: '77',
  created_at: '2026-11-23T09:00:00.000Z',
  conversation_id: '1990000000000000002',
}
const users = [{ id: '77', username: 'anna_b', name: 'Anna' }]
const pageOf = (...data: unknown[]) => ({
  body: { data, includes: { users }, meta: { result_count: data.length } },
})

test.each([
  ['an id that is a number', { ...post, id: 12 }],
  ['an id that is none', { ...post, id: 'abc' }],
  ['no text', { ...post, text: undefined }],
  ['no author', { ...post, author_id: undefined }],
  ['no time', { ...post, created_at: 'gestern' }],
  ['no conversation', { ...post, conversation_id: undefined }],
])('one post with %s makes the page unreadable rather than vanish', async (_what, broken) => {
  const { network, bill } = await startScriptedX(pageOf(post, broken))
  expect(await network.mentions({ since: 0 })).toEqual({ failed: 'unreadable', until: null })
  expect(bill).toEqual(['readUser 1'])
})

test.each([
  ['nothing', {}],
  ['fewer posts than it says', { data: [post], meta: { result_count: 2 } }],
  ['a failure of its own making', { failed: 'rate-limit', until: 9e15 }],
  ['errors only', { errors: [{ title: 'Forbidden' }] }],
  ['a list', []],
])('a page of %s is unreadable', async (_what, body) => {
  const { network } = await startScriptedX({ body })
  expect(await network.mentions({ since: 0 })).toEqual({ failed: 'unreadable', until: null })
})

const mentionsRoute = 'GET /2/users/:id/mentions'
const searchRoute = 'GET /2/tweets/search/recent'

/** A quiet day, then 901 people at once, of whom X's mentions give the newest 800. */
async function startWith901(quiet = true) {
  const started = await startOffice(5_000)
  const { clock, does, writes } = started
  if (quiet) writes('@BABergedorf gestern')
  clock.at += 24 * 60 * 60_000
  const begun = clock.at
  const help = writes('@BABergedorf Hilfe, meine Mutter liegt bewusstlos im Weidenbaumsweg!')
  clock.at += 1000
  does({ act: 'flood', count: 450 })
  clock.at += 1000
  does({ act: 'flood', count: 450 })
  clock.at += 30_000
  return { ...started, begun, help }
}

test('of 901 mentions none is lost: what is beyond the reach of X’s mentions its search gives', async () => {
  const { network, local, begun, help, bill } = await startWith901()
  const all = told(await network.mentions({ since: begun }))
  const since = local.sight().posts.filter(({ createdAt }) => Date.parse(createdAt) >= begun)
  expect(all.map(({ id }) => id)).toEqual(since.map(({ id }) => id).reverse())
  expect(all).toHaveLength(901)
  expect(all[0]?.id).toBe(help)
  // Only the hundred and one cost as anybody's posts.
  expect(bill).toEqual([
    'readUser 1',
    ...Array<string>(8).fill('readOwnPost 100'),
    'readPost 100',
    'readPost 1',
  ])
}, 30_000)

test('where a mention from before is within reach, everything was, and nothing is searched', async () => {
  const { network, local, clock, writes, does } = await startOffice(5_000)
  writes('@BABergedorf gestern')
  clock.at += 24 * 60 * 60_000
  const begun = clock.at
  for (const count of [400, 399]) does({ act: 'flood', count })
  expect(told(await network.mentions({ since: begun }))).toHaveLength(799)
  expect(local.calls().some(({ route }) => route === searchRoute)).toBe(false)
}, 30_000)

test('fewer than eight pages cannot have reached the end: nothing more is asked', async () => {
  const { network, local, clock, does } = await startOffice(5_000)
  does({ act: 'flood', count: 500 })
  expect(told(await network.mentions({ since: clock.at }))).toHaveLength(500)
  const routes = local.calls().map(({ route }) => route)
  expect(routes).toEqual(['GET /2/users/me', ...Array<string>(5).fill(mentionsRoute)])
}, 30_000)

test.each([
  ['rate-limit', true],
  ['no-credit', true],
  ['dropped', true],
  ['html', false],
] as const)(
  'the search fails with %s: the 800 are there, the rest is told',
  async (kind, askAgain) => {
    const { network, local, begun } = await startWith901()
    local.setFaults([{ method: searchRoute, kind, times: 1 }])
    const read = await network.mentions({ since: begun })
    if ('failed' in read) throw new Error(read.failed)
    expect(read.pages.flat()).toHaveLength(800)
    const until = read.pages[0]![0]!.postedAt
    expect(read.missing).toEqual({ since: begun, until, askAgain })
  },
  30_000,
)

test('what was missing is read when it is asked for again, and only that', async () => {
  const { network, local, begun, help } = await startWith901()
  local.setFaults([{ method: searchRoute, kind: 'no-credit', times: 1 }])
  const read = await network.mentions({ since: begun })
  if ('failed' in read || read.missing === null) throw new Error('nothing is missing')
  const rest = told(await network.mentions(read.missing))
  expect(rest[0]?.id).toBe(help)
  const ids = new Set([...read.pages.flat(), ...rest].map(({ id }) => id))
  expect(ids.size).toBe(901)
}, 30_000)

test.each([
  ['nothing is left: it is not searched at all', 0.4, 0, 800],
  ['a page of it is paid for, and no more', 0.9, 1, 900],
  ['all of it is paid for', 1, 2, 901],
])(
  'what the search may cost bounds it: %s',
  async (_, budget, searches, found) => {
    const { network, local, begun, bill } = await startWith901()
    const read = await network.mentions({ since: begun, budget })
    if ('failed' in read) throw new Error(read.failed)
    const all = read.pages.flat()
    expect(all).toHaveLength(found)
    expect(local.calls().filter(({ route }) => route === searchRoute)).toHaveLength(searches)
    expect(bill.filter((line) => line.startsWith('readPost'))).toHaveLength(searches)
    const until = all[0]!.postedAt
    expect(read.missing).toEqual(found === 901 ? null : { since: begun, until, askAgain: true })
    if (read.missing === null) return
    const later = told(await network.mentions({ ...read.missing, budget: 10 }))
    expect(new Set([...all, ...later].map(({ id }) => id)).size).toBe(901)
  },
  30_000,
)

test('a search cut short tells what it did not get to, and keeps what it got', async () => {
  const { network, local, begun } = await startWith901()
  local.setFaults([{ method: searchRoute, kind: 'server-error', times: 1, skips: 1 }])
  const read = await network.mentions({ since: begun })
  if ('failed' in read || read.missing === null) throw new Error('nothing is missing')
  expect(read.pages.flat()).toHaveLength(900)
  expect(read.missing).toEqual({ since: begun, until: begun + 1000, askAgain: true })
}, 30_000)

test('asked again for a span, a failure is one', async () => {
  const { network, local, clock } = await startOffice()
  local.setFaults([{ method: searchRoute, kind: 'no-credit', times: 1 }])
  const asked = { since: clock.at - 60_000, until: clock.at - 30_000 }
  expect(await network.mentions(asked)).toEqual({ failed: 'no-credit', until: null })
})

test('what is older than a week nobody gives any more, and that is told', async () => {
  const { network, local, clock, writes } = await startOffice()
  const since = clock.at
  writes('@BABergedorf vor acht Tagen')
  clock.at += 2 * 24 * 60 * 60_000
  writes('@BABergedorf vor sechs Tagen')
  clock.at += 6 * 24 * 60 * 60_000
  const weekAgo = clock.at - 7 * 24 * 60 * 60_000 + 60_000
  const read = await network.mentions({ since, until: clock.at - 60_000 })
  expect(read).toMatchObject({ pages: [[{ text: '@BABergedorf vor sechs Tagen' }]] })
  expect(read).toMatchObject({ missing: { since, until: weekAgo, askAgain: false } })
  const old = { since, until: since + 60_000 }
  const missing = { ...old, askAgain: false }
  expect(await network.mentions(old)).toEqual({ pages: [], missing })
  expect(local.calls().filter(({ route }) => route === searchRoute)).toHaveLength(1)
})

test('what is too young to be searched is asked for again', async () => {
  const { network, clock, writes } = await startOffice()
  writes('@BABergedorf gerade eben')
  const asked = { since: clock.at - 60_000, until: clock.at }
  const missing = { ...asked, askAgain: true }
  expect(await network.mentions(asked)).toEqual({ pages: [], missing })
  clock.at += 16_000
  expect(texts(await network.mentions(asked))).toEqual(['@BABergedorf gerade eben'])
})

test('pages without end are unreadable', async () => {
  const { network } = await startScriptedX({
    body: { data: [post], meta: { result_count: 1, next_token: 'again' } },
  })
  expect(await network.mentions({ since: 0 })).toEqual({ failed: 'unreadable', until: null })
})

test('short pages are read to the end', async () => {
  let pages = 0
  const { network } = await startScriptedX((req, res) => {
    // Whether there are any from before.
    if (!req.url?.includes('end_time')) pages += 1
    const data = [{ ...post, id: String(1_000 + pages) }]
    const next = pages < 12 ? { next_token: `t${pages}` } : {}
    res.setHeader('content-type', 'application/json')
    res.end(JSON.stringify({ data, meta: { result_count: 1, ...next } }))
  })
  expect(told(await network.mentions({ since: 0 }))).toHaveLength(12)
})

test('reposts and our own posts are no mentions, and an author who is gone has no name', async () => {
  const repost = { ...post, id: '13', referenced_tweets: [{ type: 'retweeted', id: '1' }] }
  const orphan = { ...post, id: '14', author_id: '78' }
  const own = { ...post, id: '15', author_id: office.id }
  const { network } = await startScriptedX(pageOf(repost, orphan, own))
  expect(told(await network.mentions({ since: 0 }))).toMatchObject([
    { id: '14', handle: '', name: '' },
  ])
})

test('of two versions of a post in one answer, the newer one counts', async () => {
  const old = { ...post, edit_history_tweet_ids: [post.id] }
  const id = '1990000000000000010'
  const now = { ...post, id, text: '@BABergedorf neu', edit_history_tweet_ids: [post.id, id] }
  for (const data of [
    [old, now],
    [now, old],
  ]) {
    const { network } = await startScriptedX(pageOf(...data))
    expect(told(await network.mentions({ since: 0 }))).toMatchObject([
      { first: post.id, id, text: now.text },
    ])
  }
})

const quoting = (expanded_url: string) => ({
  text: 'Aha https://t.co/abcdefghij',
  referenced_tweets: [{ type: 'quoted', id: '55' }],
  entities: { urls: [{ url: 'https://t.co/abcdefghij', expanded_url }] },
})
test.each([
  ['its text names us', { text: '@babergedorf Hallo' }, true],
  ['X marks our name', { text: '…', entities: { mentions: [{ username: office.handle }] } }, true],
  [
    'X marks our name in the whole text',
    { text: '…', note_tweet: { text: '…', entities: { mentions: [{ username: 'BABergedorf' }] } } },
    true,
  ],
  ['it answers us', { text: 'Danke', in_reply_to_user_id: office.id }, true],
  ['it quotes us', quoting('https://x.com/BaBergedorf/status/55'), true],
  [
    'it quotes a picture of ours',
    quoting('https://twitter.com/BABergedorf/status/55/photo/1'),
    true,
  ],
  ['it quotes somebody else', quoting('https://x.com/anna_b/status/55'), false],
  ['it links to us while it quotes', quoting('https://x.com/BABergedorf/status/550'), false],
  ['it names somebody similar', { text: '@BABergedorf_neu @BABergedorfs a@BABergedorf' }, false],
  ['our name is in a link', { text: 'https://evil.de/@BABergedorf' }, false],
  ['it only turned up', { text: 'Hallo' }, false],
])('whether X takes our answer: %s', async (_why, given, answerable) => {
  const { network } = await startScriptedX(pageOf({ ...post, ...given }))
  expect(told(await network.mentions({ since: 0 }))).toMatchObject([{ answerable }])
})

test.each(['@', 'a.', '@a', 'hamburg.de ', 'https://', '&amp;', '@BABergedorf_'])(
  '100 long texts of %j hold nobody up',
  async (piece) => {
    const text = piece.repeat(25_000).slice(0, 25_000)
    const data = Array.from({ length: 100 }, (_, n) => ({ ...post, id: String(n + 1), text }))
    const { network } = await startScriptedX(pageOf(...data))
    const begun = performance.now()
    expect(told(await network.mentions({ since: 0 }))).toHaveLength(100)
    // By twitter-text it would take minutes.
    expect(performance.now() - begun).toBeLessThan(4_000)
  },
)

test('a link that X does not explain stays', async () => {
  const entities = { urls: [{ url: 'https://t.co/abcdefghij' }] }
  const text = 'Siehe https://t.co/abcdefghij und https://t.co/0123456789'
  const { network } = await startScriptedX(pageOf({ ...post, text, entities }))
  expect(texts(await network.mentions({ since: 0 }))).toEqual([text])
})
