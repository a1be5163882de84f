// Files of people are fetched from Slack alone, and our token goes nowhere else.
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebClient } from '@slack/web-api'
import { expect, onTestFinished, test } from 'vitest'
import { slackFiles } from '../../src/slack/files.ts'

const token = 'xoxb-geheim'

/** A server of its own; the answer is its address. */
async function listening(handler: RequestListener): Promise<string> {
  const server = createServer(handler)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A Slack that says of each file what `told` makes of its own address, and gives out bytes by `gives`. */
async function filesOf(
  told: (address: string) => Record<string, unknown>,
  gives: RequestListener = (_request, response) => response.end('bytes'),
) {
  const seen: (string | undefined)[] = []
  const address: string = await listening((request, response) => {
    if (request.url?.startsWith('/api/files.info') !== true) {
      seen.push(request.headers.authorization)
      gives(request, response)
      return
    }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ ok: true, file: { size: 5, ...told(address) } }))
  })
  const client = new WebClient(token, { slackApiUrl: `${address}/api/` })
  return { seen, files: slackFiles({ client, token, apiUrl: `${address}/api/` }) }
}

const here = (address: string) => ({ url_private_download: `${address}/files/F1/a.png` })

test('a file comes with our token, from Slack', async () => {
  const { files, seen } = await filesOf(here)
  expect(await files.fetch('F1')).toEqual({ bytes: Buffer.from('bytes') })
  expect(seen).toEqual([`Bearer ${token}`])
})

test('another host is asked for nothing, wherever its address comes from', async () => {
  const asked: unknown[] = []
  const elsewhere = await listening((request, response) => {
    asked.push(request.headers)
    response.end('bytes')
  })
  const named = await filesOf(() => ({ url_private_download: `${elsewhere}/a.png` }))
  expect(await named.files.fetch('F1')).toEqual({ refused: 'unavailable' })
  const led = await filesOf(here, (_request, response) => {
    response.writeHead(302, { location: `${elsewhere}/a.png` }).end()
  })
  expect(await led.files.fetch('F1')).toEqual({ refused: 'unavailable' })
  expect(asked).toEqual([])
})

test.each([
  ['http://files.slack.com/a.png'],
  ['https://slack.com.example.org/a.png'],
  ['https://files.slack.com@example.org/a.png'],
  ['file:///etc/passwd'],
  ['no address'],
])('Slack itself is at no such address: %s', async (url) => {
  const address = await listening((_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ ok: true, file: { size: 5, url_private_download: url } }))
  })
  const client = new WebClient(token, { slackApiUrl: `${address}/api/` })
  const files = slackFiles({ client, token, apiUrl: null })
  expect(await files.fetch('F1')).toEqual({ refused: 'unavailable' })
})

test('a page to log in is no file, nor is one that is not there', async () => {
  const page = await filesOf(here, (_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<title>Sign in | Slack</title>')
  })
  expect(await page.files.fetch('F1')).toEqual({ refused: 'unavailable' })
  const missing = await filesOf(here, (_request, response) => {
    response.writeHead(404).end()
  })
  expect(await missing.files.fetch('F1')).toEqual({ refused: 'unavailable' })
  const nowhere = await filesOf(() => ({}))
  expect(await nowhere.files.fetch('F1')).toEqual({ refused: 'unavailable' })
})

test('what is too large is not fetched, and what turns out to be is let go while it comes', async () => {
  const limit = 25_000_000
  const said = await filesOf((address) => ({ ...here(address), size: limit + 1 }))
  expect(await said.files.fetch('F1')).toEqual({ refused: 'too-large', bytes: limit + 1, limit })
  expect(said.seen).toEqual([])
  let sent = 0
  const endless = await filesOf(here, (_request, response) => {
    const piece = Buffer.alloc(1_000_000)
    const more = () => {
      sent += piece.length
      if (response.destroyed) return
      if (response.write(piece)) setImmediate(more)
      else response.once('drain', more)
    }
    more()
  })
  expect(await endless.files.fetch('F1')).toMatchObject({ refused: 'too-large', limit })
  expect(sent).toBeLessThan(limit * 3)
})
