// Is a public page there, and what is its title? Asked before a post with its address is approved; whatever goes wrong
// only means that nobody knows.
import { lookup as ask } from 'node:dns/promises'
import { Agent, buildConnector, request } from 'undici'
import { addressOf } from '../core/address.ts'
import type { LookAtPage, PageSeen } from '../core/page.ts'
import { isPublicAddress } from './public-address.ts'

/** For all of it, redirects included, in milliseconds. */
const patience = 2_000
const redirectsAtMost = 3
/** How much of a page is read for its title, in bytes. */
const longestHead = 100_000
const longestTitle = 120

/** Where a host is, and where the public may go; a test says otherwise. */
export type Ways = {
  lookup: (host: string) => Promise<readonly { address: string; family: number }[]>
  isPublic: (address: string) => boolean
  /** Where web servers listen, instead of their usual ports. */
  port?: number
}
const theInternet: Ways = {
  lookup: (host) => ask(host, { all: true }),
  isPublic: isPublicAddress,
}

class NotPublic extends Error {}

/** A look at pages of the public internet: at http and https, at their usual ports, two seconds at most. The address
 * that was checked is the one that is asked, so that a name cannot lead elsewhere in between. Sends nothing but the
 * question, and keeps nothing. */
export function lookAtPage({ lookup, isPublic, port }: Ways = theInternet): LookAtPage {
  async function publicAddressOf(host: string): Promise<{ address: string; family: number }> {
    const all = await lookup(host.replace(/^\[|\]$/g, ''))
    const [first] = all
    if (first === undefined || !all.every(({ address }) => isPublic(address))) throw new NotPublic()
    return first
  }

  async function look(url: URL, signal: AbortSignal, redirects: number): Promise<PageSeen> {
    if (!/^https?:$/.test(url.protocol) || url.port !== '' || url.username !== '') {
      return { is: 'not-public' }
    }
    const { address, family } = await publicAddressOf(url.hostname)
    const connect = buildConnector({
      lookup: (_, options, answer) => {
        if (options.all === true) answer(null, [{ address, family }])
        else answer(null, address, family)
      },
    })
    const agent = new Agent({
      connect: (options, connected) => {
        connect(port === undefined ? options : { ...options, port: String(port) }, connected)
      },
    })
    try {
      const { statusCode, headers, body } = await request(url, {
        dispatcher: agent,
        signal,
        headers: { accept: 'text/html', 'user-agent': 'Amtsfunk' },
      })
      const { location } = headers
      if (statusCode >= 300 && statusCode < 400 && typeof location === 'string') {
        const next = addressOf(location, url.href)
        return redirects === redirectsAtMost || next === null
          ? { is: 'missing', status: statusCode }
          : await look(next, signal, redirects + 1)
      }
      if (statusCode < 200 || statusCode > 299) return { is: 'missing', status: statusCode }
      let head = ''
      const decoder = new TextDecoder()
      for await (const chunk of body as AsyncIterable<Buffer>) {
        head += decoder.decode(chunk, { stream: true })
        if (head.length > longestHead || /<\/title/i.test(head)) break
      }
      return { is: 'there', title: titleIn(head) }
    } finally {
      await agent.destroy().catch(() => undefined)
    }
  }

  return async (url) => {
    try {
      return await look(new URL(url), AbortSignal.timeout(patience), 0)
    } catch (error) {
      return error instanceof NotPublic ? { is: 'not-public' } : { is: 'silent' }
    }
  }
}

function titleIn(html: string): string | null {
  const from = html.search(/<title[\s>]/i)
  if (from === -1) return null
  const begin = html.indexOf('>', from) + 1
  const end = html.indexOf('<', begin)
  const title = html
    .slice(begin, end === -1 ? begin + 1_000 : Math.min(end, begin + 1_000))
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
  return title === '' ? null : title.slice(0, longestTitle)
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}
