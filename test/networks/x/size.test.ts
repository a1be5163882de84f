// What comes from X has a size: an answer that does not end is let go while it comes.
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { asRead } from '../../../src/networks/x/as-read.ts'
import { caller, longestAnswer } from '../../../src/networks/x/call.ts'
import { outcomeOfError, TooLong } from '../../../src/networks/x/outcome.ts'
import { readFailed } from '../../../src/networks/x/read-failed.ts'
import { complaint } from '../../../src/networks/x/refusal.ts'
import { startScriptedX } from './office-on-x.ts'

const keys = { appKey: 'a', appSecret: 'b', accessToken: 'c', accessSecret: 'd' }

/** The address of a server that answers like this. */
async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A server that answers with as much as somebody takes, up to two hundred megabytes. */
async function flooding() {
  let sent = 0
  const chunk = Buffer.alloc(64 * 1024, 'x')
  const address = await answering((_, response) => {
    response.setHeader('content-type', 'application/json')
    response.write('{"data":"')
    const more = () => {
      while (sent < 200_000_000 && !response.destroyed) {
        sent += chunk.length
        if (!response.write(chunk)) {
          response.once('drain', more)
          return
        }
      }
      response.end('"}')
    }
    more()
  })
  return { address, sent: () => sent }
}

test('an answer of two hundred megabytes is refused after a few of them', async () => {
  const { address, sent } = await flooding()
  const call = caller(keys, address, 20_000)
  const before = { at: performance.now(), memory: process.memoryUsage.rss() }
  const error = await call((client) => client.v2.me()).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(TooLong)
  expect(sent()).toBeLessThan(longestAnswer + 16_000_000)
  expect(performance.now() - before.at).toBeLessThan(3_000)
  expect(process.memoryUsage.rss() - before.memory).toBeLessThan(150_000_000)
})

test('nobody knows whether a post got out whose answer was too long, and a reading of it is unreadable', () => {
  const error = new TooLong('long')
  expect(outcomeOfError(error, 0)).toEqual({ outcome: 'unknown', because: 'unreadable-answer' })
  expect(readFailed(error, 0)).toEqual({ failed: 'unreadable', until: null })
})

/** Ten posts, each with as many links as fit into it, each link as long as X takes one. */
function pageOfLinks() {
  const author = '77'
  const links = Array.from({ length: 1_041 }, (_, index) => ({
    url: `https://t.co/${String(index).padStart(10, '0')}`,
    expanded_url: `https://example.org/${'x'.repeat(4_000)}${index}`,
  }))
  const text = `@BABergedorf ${links.map(({ url }) => url).join(' ')}`
  const data = Array.from({ length: 10 }, (_, index) => ({
    ...{ id: String(9_000 - index), author_id: author, conversation_id: String(9_000 - index) },
    ...{ created_at: '2026-11-23T10:00:00.000Z', text: `${text.slice(0, 250)}…` },
  }))
  const whole = data.map((post) => ({
    ...post,
    note_tweet: { text, entities: { urls: links } },
    entities: { urls: links },
  }))
  const rest = {
    includes: { users: [{ id: author, username: 'kim', name: 'K'.repeat(9_000) }] },
    meta: { result_count: data.length },
  }
  return { short: { data, ...rest }, whole: { data: whole, ...rest } }
}

test('ten posts of a thousand long links are read without them, and quickly', async () => {
  const { short, whole } = pageOfLinks()
  const [small, large] = [short, whole].map((page) => Buffer.from(JSON.stringify(page)))
  expect(large?.length).toBeGreaterThan(40_000_000)
  const asked: string[] = []
  const { network } = await startScriptedX((req, res) => {
    asked.push(req.url ?? '')
    res.setHeader('content-type', 'application/json')
    res.end(req.url?.includes('entities') === true ? large : small)
  })
  const before = performance.now()
  const read = await network.mentions({ since: 0 })
  if ('failed' in read) throw new Error(read.failed)
  const [page = []] = read.pages
  expect(page).toHaveLength(10)
  expect(page[0]?.text).toMatch(/^@BABergedorf https:\/\/t\.co\/0{10} .*…$/)
  expect(page[0]?.name).toHaveLength(100)
  expect(asked).toHaveLength(3)
  expect(performance.now() - before).toBeLessThan(2_000)
})

test('many long posts are read whole, in smaller pages', async () => {
  const text = `@BABergedorf ${'ä'.repeat(24_000)} Ende`
  const posts = Array.from({ length: 100 }, (_, index) => {
    const id = String(9_000 - index)
    const ids = { id, author_id: '77', conversation_id: id }
    return { ...ids, created_at: '2026-11-23T10:00:00.000Z', text: 'kurz…', note_tweet: { text } }
  })
  const { network } = await startScriptedX((req, res) => {
    const { searchParams } = new URL(req.url ?? '', 'http://x')
    const size = Number(searchParams.get('max_results'))
    const from = Number(searchParams.get('pagination_token') ?? 0)
    const data = posts.slice(from, from + size)
    const next = from + size < posts.length ? { next_token: String(from + size) } : {}
    res.setHeader('content-type', 'application/json')
    res.end(JSON.stringify({ data, meta: { result_count: data.length, ...next } }))
  })
  const read = await network.mentions({ since: 0 })
  if ('failed' in read) throw new Error(read.failed)
  const all = read.pages.flat()
  expect(all).toHaveLength(100)
  expect(all.every((one) => one.text.endsWith('Ende'))).toBe(true)
})

test('links of one post are written out as far as thirty thousand characters bear it', async () => {
  const { whole } = pageOfLinks()
  const [first] = whole.data
  if (first === undefined) throw new Error('no post')
  const links = first.note_tweet.entities.urls.slice(0, 300)
  const text = links.map(({ url }) => url).join(' ')
  const urls = links.map((link, index) => ({
    ...link,
    expanded_url: index === 0 ? link.expanded_url : `https://example.org/${'y'.repeat(500)}`,
  }))
  const { network } = await startScriptedX({
    body: {
      data: [{ ...first, entities: undefined, note_tweet: { text, entities: { urls } } }],
      meta: { result_count: 1 },
    },
  })
  const read = await network.mentions({ since: 0 })
  if ('failed' in read) throw new Error(read.failed)
  const said = read.pages[0]?.[0]?.text ?? ''
  expect(said.length).toBeLessThanOrEqual(30_000)
  const words = said.split(' ')
  expect(words).toHaveLength(300)
  // One that is too long by itself stays short, the next ones are whole, the last ones short again.
  expect(words[0]).toBe('https://t.co/0000000000')
  expect(words[1]).toHaveLength(520)
  expect(words.at(-1)).toBe('https://t.co/0000000299')
})

test('a text longer than any of X ends where it is cut, and with no half of a sign', () => {
  expect(asRead({ text: 'kurz' }, 30_000)).toBe('kurz')
  expect(asRead({ text: '💡'.repeat(20) }, 10)).toBe('💡💡💡💡…')
})

test.each([
  ['tags that never end', '<script '.repeat(500_000), ''],
  ['nothing but signs', '<'.repeat(4_000_000), ''],
  ['a style that never ends', `<h1>Weg</h1><style>${'p{}'.repeat(900_000)}`, 'Weg'],
  [
    'scripts within styles',
    '<style><script></script>a</style><p>da</p><script>b</script>!',
    'da !',
  ],
  ['no tag at all', 'Bad Gateway', 'Bad Gateway'],
])('the words of a page are told at once, also of %s', (_what, page, words) => {
  const before = performance.now()
  expect(complaint(page).detail).toBe(words)
  expect(performance.now() - before).toBeLessThan(200)
})

test('keys are not carried to another address', async () => {
  const heard: string[] = []
  const elsewhere = await answering((req, res) => {
    heard.push(`${req.url} ${req.headers.authorization}`)
    res.end('{}')
  })
  const here = await answering((_, res) => {
    res.writeHead(307, { location: `${elsewhere}/2/tweets` })
    res.end()
  })
  const call = caller(keys, here, 5_000)
  await call((client) => client.v2.get('users/me')).catch((error: unknown) => error)
  await call((client) => client.v2.post('tweets', { text: 'x' })).catch((error: unknown) => error)
  expect(heard).toEqual([])
})
