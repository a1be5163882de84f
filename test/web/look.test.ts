// A public page is looked at, and nothing else: no door inside, no endless answer, no waiting.
import { createServer, type RequestListener } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { lookAtPage } from '../../src/web/look.ts'
import { isPublicAddress } from '../../src/web/public-address.ts'

/** A page of the internet that is really here: a name leads to this machine, and usual ports to ours. */
async function internet(listener: RequestListener) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`)
    listener(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const ways = {
    lookup: (host: string) =>
      host.endsWith('.de')
        ? Promise.resolve([{ address: '127.0.0.1', family: 4 }])
        : Promise.resolve([{ address: host, family: 4 }]),
    // What stands for the internet here; everything else is inside.
    isPublic: (address: string) => address === '127.0.0.1',
    port: (server.address() as AddressInfo).port,
  }
  return { look: lookAtPage(ways), asked }
}

describe('a page', () => {
  test.each([
    ['<title>Wochenmarkt &amp; mehr</title>', 'Wochenmarkt & mehr'],
    ['<html><head>\n<title lang="de">\n Amt \n Bergedorf </title>', 'Amt Bergedorf'],
    ['<p>Ohne Titel</p>', null],
    ['<title></title>', null],
    [`<title>${'a'.repeat(500)}</title>`, 'a'.repeat(120)],
    ['<title>Nie zu Ende', 'Nie zu Ende'],
  ])('with %j has the title %j', async (html, title) => {
    const { look } = await internet((_, response) => response.end(html))
    expect(await look('http://www.hamburg.de/a')).toEqual({ is: 'there', title })
  })

  test('that moved is followed', async () => {
    const { look, asked } = await internet((request, response) => {
      if (request.url === '/neu') response.end('<title>Neu</title>')
      else response.writeHead(301, { location: 'http://neu.hamburg.de/neu' }).end()
    })
    expect(await look('http://www.hamburg.de/alt')).toEqual({ is: 'there', title: 'Neu' })
    expect(asked).toEqual(['www.hamburg.de/alt', 'neu.hamburg.de/neu'])
  })

  test('that moves for ever, is gone or is broken is told', async () => {
    const { look, asked } = await internet((request, response) => {
      const status = Number(request.url?.slice(1))
      response.writeHead(status, { location: `/${status}` }).end()
    })
    expect(await look('http://www.hamburg.de/302')).toEqual({ is: 'missing', status: 302 })
    expect(asked).toHaveLength(4)
    expect(await look('http://www.hamburg.de/404')).toEqual({ is: 'missing', status: 404 })
    expect(await look('http://www.hamburg.de/503')).toEqual({ is: 'missing', status: 503 })
  })

  test('that does not answer holds nobody up', async () => {
    const { look } = await internet(() => undefined)
    const before = performance.now()
    expect(await look('http://www.hamburg.de/')).toEqual({ is: 'silent' })
    expect(performance.now() - before).toBeLessThan(3_000)
  })

  test('that does not end is let go', async () => {
    let sent = 0
    const { look } = await internet((_, response) => {
      const more = () => {
        sent += 10_000
        if (!response.destroyed && sent < 50_000_000) response.write('a'.repeat(10_000), more)
      }
      more()
    })
    expect(await look('http://www.hamburg.de/')).toEqual({ is: 'there', title: null })
    expect(sent).toBeLessThan(5_000_000)
  })
})

describe('doors inside', () => {
  test.each([
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://www.hamburg.de:8080/',
    'http://name:wort@www.hamburg.de/',
    'ftp://www.hamburg.de/',
    'file:///etc/passwd',
  ])('%s is not knocked at', async (url) => {
    const { look, asked } = await internet((_, response) => response.end('da'))
    expect(await look(url)).toEqual({ is: 'not-public' })
    expect(asked).toEqual([])
  })

  test('a redirect does not lead inside', async () => {
    const { look, asked } = await internet((_, response) =>
      response.writeHead(302, { location: 'http://192.168.1.1/admin' }).end(),
    )
    expect(await look('http://www.hamburg.de/')).toEqual({ is: 'not-public' })
    expect(asked).toHaveLength(1)
  })

  test('a name that leads to a public and an inner address is not public', async () => {
    const look = lookAtPage({
      lookup: () =>
        Promise.resolve([
          { address: '9.9.9.9', family: 4 },
          { address: '10.0.0.1', family: 4 },
        ]),
      isPublic: isPublicAddress,
    })
    expect(await look('http://www.hamburg.de/')).toEqual({ is: 'not-public' })
  })
})

test.each([
  ...['9.9.9.9', '193.99.144.80', '172.32.0.1', '2a01:4f8::1', '2606:4700::1111'].map((one) => [
    one,
    true,
  ]),
  ...['10.1.2.3', '127.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.0.1', '169.254.1.1'].map(
    (one) => [one, false],
  ),
  ...['100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.51.100.7'].map((one) => [
    one,
    false,
  ]),
  ...['::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::'].map(
    (one) => [one, false],
  ),
  ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', 'localhost', ''].map((one) => [
    one,
    false,
  ]),
] as [string, boolean][])('%s is public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic)
})
