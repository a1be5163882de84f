// A question to a server of the public internet, at an address somebody named: no door inside is knocked at.
import { lookup as ask } from 'node:dns/promises'
import { Agent, buildConnector, request } from 'undici'
import { addressOf } from '../core/address.ts'
import { isPublicAddress } from './public-address.ts'

const redirectsAtMost = 3

/** Where a host is, and where the public may go; a test says otherwise. */
export type Ways = {
  lookup: (host: string) => Promise<readonly { address: string; family: number }[]>
  isPublic: (address: string) => boolean
  /** Where web servers listen, instead of their usual ports. */
  port?: number
}
export const theInternet: Ways = {
  lookup: (host) => ask(host, { all: true }),
  isPublic: isPublicAddress,
}

/** An address leads to where the public cannot go. */
export class NotPublic extends Error {}

/** What a server answers; `url` is where it was found. The body comes in pieces. */
export type Answer = {
  url: URL
  status: number
  contentType: string
  body: AsyncIterable<Buffer>
}

/** Asks at http and https, at their usual ports, and gives the answer to `read`; what is left of it is dropped. The address
 * that was checked is the one that is asked, so that a name cannot lead elsewhere in between; redirects are followed the
 * same way. Sends nothing but the question, and keeps nothing. Throws NotPublic, and where nobody answers. */
export async function askPublic<Read>(
  url: URL,
  { ways, signal, accept }: { ways: Ways; signal: AbortSignal; accept: string },
  read: (answer: Answer) => Promise<Read>,
  redirects = 0,
): Promise<Read> {
  if (!/^https?:$/.test(url.protocol) || url.port !== '' || url.username !== '') {
    throw new NotPublic()
  }
  const { address, family } = await publicAddressOf(url.hostname, ways)
  const connect = buildConnector({
    lookup: (_, options, answer) => {
      if (options.all === true) answer(null, [{ address, family }])
      else answer(null, address, family)
    },
  })
  const { port } = ways
  const agent = new Agent({
    connect: (options, connected) => {
      connect(port === undefined ? options : { ...options, port: String(port) }, connected)
    },
  })
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      signal,
      headers: { accept, 'user-agent': 'Amtsfunk' },
    })
    const { location } = headers
    if (statusCode >= 300 && statusCode < 400 && typeof location === 'string') {
      const next = addressOf(location, url.href)
      if (redirects < redirectsAtMost && next !== null) {
        return await askPublic(next, { ways, signal, accept }, read, redirects + 1)
      }
    }
    const type = headers['content-type']
    const contentType = typeof type === 'string' ? type : ''
    return await read({ url, status: statusCode, contentType, body: body as AsyncIterable<Buffer> })
  } finally {
    await agent.destroy().catch(() => undefined)
  }
}

async function publicAddressOf(
  host: string,
  { lookup, isPublic }: Ways,
): Promise<{ address: string; family: number }> {
  const all = await lookup(host.replace(/^\[|\]$/g, ''))
  const [first] = all
  if (first === undefined || !all.every(({ address }) => isPublic(address))) throw new NotPublic()
  return first
}
