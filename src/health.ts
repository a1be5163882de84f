// An address for whoever supervises the process: is the desk alive?
import { createServer } from 'node:http'
import { once } from 'node:events'

/** Answers GET /healthz on 127.0.0.1: 200 while `isWell`, else 503. The answer closes it. Throws if the
 * port is taken. */
export async function startHealth(port: number, isWell: () => boolean): Promise<() => void> {
  const server = createServer((request, response) => {
    const isAsked = request.method === 'GET' && request.url === '/healthz'
    const well = isWell()
    response.statusCode = isAsked ? (well ? 200 : 503) : 404
    response.setHeader('content-type', 'text/plain; charset=utf-8')
    response.end(isAsked ? (well ? 'ok\n' : 'not well\n') : '')
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return () => {
    server.close()
  }
}
