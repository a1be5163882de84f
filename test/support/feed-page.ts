// The office's own page with its feed of press releases.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

type Item = { id: string; title: string; text?: string; link?: string }

/** The office's page with its feed, on this machine until the test ends: what it tells, and the ways that lead to it. */
export async function feedPage() {
  const told: { items: Item[]; broken: boolean } = { items: [], broken: false }
  const server = createServer((_, response) => {
    const items = told.items.map(
      ({ id, title, text = '', link = `/pm/${id}` }) =>
        `<item><guid>${id}</guid><title>${title}</title><link>${link}</link><description>${text}</description></item>`,
    )
    response.end(told.broken ? '<html>' : `<rss><channel>${items.join('')}</channel></rss>`)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const ways = {
    lookup: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    isPublic: () => true,
    port: (server.address() as AddressInfo).port,
  }
  return { told, ways }
}
