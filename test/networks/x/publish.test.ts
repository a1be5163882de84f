// Every way in which a post can end, brought about for real.
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createPlainServer, type AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { credentials } from '../../../sandbox/x/oauth.ts'
import { x } from '../../../src/networks/x/x.ts'
import { startOffice, writing } from './office-on-x.ts'

const now = Date.parse('2026-11-23T10:00:00Z')

/** An X that answers every call like this. */
async function answering(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return at(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

function at(apiUrl: string) {
  return x({ keys: credentials, apiUrl, now: () => now, deadlineMs: 1000 })
}

function json(status: number, body: unknown, headers: Record<string, string> = {}) {
  return answering((_req, res) => {
    res.writeHead(status, { 'content-type': 'application/json', ...headers })
    res.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
}

test('a post needs no account, only its address does', async () => {
  const { network, local } = await startOffice()
  const outcome = await network.publish(writing('Baubeginn'))
  const id = local.sight().posts[0]!.id
  expect(outcome).toEqual({ outcome: 'posted', id, url: `https://x.com/i/web/status/${id}` })
  expect(local.calls()).toHaveLength(1)
})

const rateHeaders = (name: string, remaining: number, reset: number) => ({
  [`x-${name}-limit`]: '100',
  [`x-${name}-remaining`]: String(remaining),
  [`x-${name}-reset`]: String(reset),
})
const seconds = now / 1000
test.each([
  ['nothing is said', {}, {}, null],
  ['the instant is past', rateHeaders('rate-limit', 0, seconds - 1), {}, null],
  [
    'the day is used up',
    {
      ...rateHeaders('rate-limit', 3, seconds + 60),
      ...rateHeaders('app-limit-24hour', 0, seconds + 7200),
    },
    {},
    now + 7_200_000,
  ],
  [
    'the month is used up',
    rateHeaders('rate-limit', 0, seconds + 60),
    { type: 'https://api.twitter.com/2/problems/usage-capped' },
    null,
  ],
] as const)('429 where %s', async (_why, headers, body, until) => {
  const network = await json(429, body, headers)
  const outcome = { outcome: 'not-sent', because: 'rate-limit', until }
  expect(await network.publish(writing('Baubeginn'))).toEqual(outcome)
})

const deletedOrNotVisible =
  'You attempted to reply to a Tweet that is deleted or not visible to you.'

test.each([
  [401, { title: 'Unauthorized', detail: 'Unauthorized' }, 'unauthorized'],
  [403, { detail: 'You are not allowed to create a Tweet with duplicate content.' }, 'duplicate'],
  [400, { detail: 'Your Tweet text is too long. For more information …' }, 'too-long'],
  [403, { detail: 'Your Tweet text is too long.' }, 'too-long'],
  [403, { detail: 'You are not permitted to reply to this conversation.' }, 'reply-not-allowed'],
  [403, { errors: [{ code: 385, message: 'Deleted' }] }, 'target-missing'],
  [403, { errors: [{ code: 433, message: 'Restricted' }] }, 'reply-not-allowed'],
  [403, { detail: deletedOrNotVisible }, 'target-missing'],
  [400, { errors: [{ message: deletedOrNotVisible }] }, 'target-missing'],
  [404, { title: 'Not Found', detail: 'This Post is not visible to you.' }, 'target-missing'],
  [404, { type: 'https://api.x.com/2/problems/resource-not-found' }, 'target-missing'],
  [400, { detail: 'Invalid', errors: [{ message: 'Your media IDs are invalid.' }] }, 'bad-media'],
  [403, { type: 'https://api.x.com/2/problems/oauth1-permissions' }, 'no-permission'],
  [403, { type: 'https://api.twitter.com/2/problems/client-not-enrolled' }, 'no-permission'],
  [403, { detail: 'Your account is not permitted to access this feature.' }, 'no-permission'],
  [
    403,
    { errors: [{ code: 326, message: 'This account is temporarily locked.' }] },
    'account-locked',
  ],
  [403, { detail: 'Quoting this post is not allowed because …' }, 'other'],
  [404, {}, 'other'],
  [422, { detail: 'x'.repeat(1000) }, 'other'],
] as const)('%d %j is refused', async (status, body, because) => {
  const outcome = await (await json(status, body)).publish(writing('Baubeginn'))
  expect(outcome).toMatchObject({ outcome: 'refused', because, status })
  expect('detail' in outcome && outcome.detail.length).toBeLessThanOrEqual(300)
})

test('of a page of HTML that refuses, the words are told', async () => {
  const network = await answering((_req, res) => {
    res.writeHead(403, { 'content-type': 'text/html' })
    res.end('<html><style>p{}</style><h1>Access  denied</h1>\n<p>Ray 1</p></html>')
  })
  const refused = {
    outcome: 'refused',
    because: 'other',
    status: 403,
    detail: 'Access denied Ray 1',
  }
  expect(await network.publish(writing('Baubeginn'))).toEqual(refused)
})

test.each([
  [200, {}, 'unreadable-answer'],
  [201, { data: { id: 'abc' } }, 'unreadable-answer'],
  [201, { data: { id: 12 } }, 'unreadable-answer'],
  [201, { errors: [{ title: 'x' }] }, 'unreadable-answer'],
  [201, '', 'unreadable-answer'],
  [201, '{"data":', 'unreadable-answer'],
  [302, {}, 'unreadable-answer'],
  [408, {}, 'timeout'],
  [500, {}, 'server-error'],
  [504, 'no JSON', 'server-error'],
] as const)('after %d %j nobody knows', async (status, body, because) => {
  const outcome = await (await json(status, body)).publish(writing('Baubeginn'))
  expect(outcome).toEqual({ outcome: 'unknown', because })
})

test('however late X takes posts again, it is told as X says it', async () => {
  const inAYear = seconds + 365 * 24 * 60 * 60
  const network = await json(429, {}, rateHeaders('rate-limit', 0, inAYear))
  expect(await network.publish(writing('Baubeginn'))).toMatchObject({ until: inAYear * 1000 })
  const read = { failed: 'rate-limit', until: inAYear * 1000 }
  expect(await network.gone(['1'])).toEqual(read)
})

test('an answer packed wrongly does not end the process', async () => {
  const network = await json(201, 'no gzip', { 'content-encoding': 'gzip' })
  const outcome = { outcome: 'unknown', because: 'unreadable-answer' }
  expect(await network.publish(writing('Baubeginn'))).toEqual(outcome)
})

test('an answer that trickles in for ever is overdue', async () => {
  const network = await answering((_req, res) => {
    res.writeHead(201, { 'content-type': 'application/json' })
    const timer = setInterval(() => res.write(' '), 20)
    res.on('close', () => {
      clearInterval(timer)
    })
  })
  const outcome = await network.publish(writing('Baubeginn'))
  expect(outcome).toEqual({ outcome: 'unknown', because: 'timeout' })
})

const unreachable = { outcome: 'not-sent', because: 'unreachable', until: null }

test('where nobody listens, nothing was sent', async () => {
  const server = createPlainServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  expect(await at(`http://127.0.0.1:${port}`).publish(writing('a'))).toEqual(unreachable)
  expect(await at(`http://localhost:${port}`).publish(writing('a'))).toEqual(unreachable)
})

test('a host that does not exist got nothing', async () => {
  expect(await at('http://x.invalid').publish(writing('a'))).toEqual(unreachable)
})

test('where the TLS handshake fails, nothing was sent', async () => {
  const plain = createServer().listen(0, '127.0.0.1')
  await once(plain, 'listening')
  onTestFinished(() => void plain.close())
  const { port } = plain.address() as AddressInfo
  expect(await at(`https://127.0.0.1:${port}`).publish(writing('a'))).toEqual(unreachable)
})

test('media are not left out silently', async () => {
  const { network, local } = await startOffice()
  const part = { text: 'Bild', media: [{ sha256: 'ab', altText: 'Ein Bagger' }] }
  expect(await network.publish({ ...writing(''), part })).toMatchObject({
    because: 'bad-media',
  })
  expect(local.calls()).toEqual([])
})
