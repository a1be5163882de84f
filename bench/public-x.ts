// The smallest X there can be: it accepts every post at once and says when the request arrived.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type PublicX = {
  address: string
  /** When the next request to post arrives (performance.now()). */
  arrival(): Promise<number>
} & AsyncDisposable

export async function publicX(): Promise<PublicX> {
  let posts = 0
  let waiting: ((at: number) => void)[] = []
  const server = createServer((request, response) => {
    const at = performance.now()
    const answer = (status: number, data: object) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ data }))
    }
    if (request.method === 'POST' && request.url === '/2/tweets') {
      posts += 1
      const id = String(2_000_000_000_000_000_000n + BigInt(posts))
      request.resume().on('end', () => {
        answer(201, { id, text: '', edit_history_tweet_ids: [id] })
      })
      for (const arrived of waiting) arrived(at)
      waiting = []
      return
    }
    const isMe = request.method === 'GET' && request.url?.split('?')[0] === '/2/users/me'
    answer(isMe ? 200 : 404, isMe ? { id: '1', username: 'bench', name: 'Bench' } : {})
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    arrival: () => new Promise((arrived) => waiting.push(arrived)),
    [Symbol.asyncDispose]() {
      server.closeAllConnections()
      return new Promise<void>((closed) =>
        server.close(() => {
          closed()
        }),
      )
    },
  }
}
