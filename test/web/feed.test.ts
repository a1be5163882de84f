// A feed is looked at, and whatever answers there does no harm: over HTTP, as it would come.
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { lookAtFeed } from '../../src/web/feed.ts'

/** The internet, of which everything is on this machine. */
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
  const look = lookAtFeed({
    lookup: (host) =>
      Promise.resolve([{ address: host.endsWith('.de') ? '127.0.0.1' : host, family: 4 }]),
    isPublic: (address) => address === '127.0.0.1',
    port: (server.address() as AddressInfo).port,
  })
  return { look: () => look('http://www.hamburg.de/feeds/pm.xml'), asked }
}

async function seen(body: string | Uint8Array, contentType = 'application/rss+xml') {
  const { look } = await internet((_, response) =>
    response.writeHead(200, { 'content-type': contentType }).end(body),
  )
  return look()
}

const rss = (items: string, prolog = '<?xml version="1.0"?>') =>
  `${prolog}<rss version="2.0"><channel><title>Presse</title>${items}</channel></rss>`
const atom = (entries: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Presse</title>${entries}</feed>`
const items = async (body: string | Uint8Array, contentType?: string) => {
  const found = await seen(body, contentType)
  return found.is === 'there' ? found.items : found
}

describe('what a feed tells', () => {
  test('RSS: title, words and address of each item, without markup', async () => {
    const one = `<item><title>M&#252;ll &amp; &uuml;ber</title><link>/pm/1</link><guid isPermaLink="false">a1</guid>
      <description><![CDATA[<p>Ab <b>Montag</b> &ndash; immer.</p><script>alert(1)</script><p>Mehr</p>]]></description></item>`
    expect(await items(rss(one))).toEqual([
      {
        id: 'a1',
        title: 'Müll & über',
        text: 'Ab Montag – immer.\nMehr',
        link: 'http://www.hamburg.de/pm/1',
      },
    ])
  })

  test('Atom: the page, not the feed, and words that are markup in text', async () => {
    const entry = `<entry><id>urn:1</id><title type="html">&lt;b&gt;Bad&lt;/b&gt; auf</title>
      <link rel="self" href="https://www.hamburg.de/feed"/><link href="https://www.hamburg.de/bad?a=1&amp;b=2"/>
      <summary>Ab heute.</summary></entry>`
    expect(await items(atom(entry))).toEqual([
      {
        id: 'urn:1',
        title: 'Bad auf',
        text: 'Ab heute.',
        link: 'https://www.hamburg.de/bad?a=1&b=2',
      },
    ])
  })

  test('what has no id is known by its address, then by its title; the same twice is one', async () => {
    const all = await items(
      rss(
        `<item><title>A</title><link>https://x.de/a</link></item><item><title>B</title></item>
         <item><title>B, neu</title><guid>1</guid></item><item><title>C</title><guid>1</guid></item><item/>`,
      ),
    )
    expect(all).toMatchObject([{ id: 'https://x.de/a' }, { id: 'B' }, { id: '1', title: 'B, neu' }])
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://u:p@x.de/',
    'http://',
  ])('an item whose link is %s has none', async (link) => {
    expect(await items(rss(`<item><title>A</title><link>${link}</link></item>`))).toMatchObject([
      { title: 'A', link: null },
    ])
  })

  test('a feed without an item is one', async () => {
    expect(await items(rss(''))).toEqual([])
    expect(await items('<rss><channel></channel></rss>')).toEqual([])
    expect(await items(atom(''))).toEqual([])
  })

  test('in whichever encoding it comes, also in another than it says', async () => {
    const one = (prolog: string) => rss('<item><title>Grün</title></item>', prolog)
    const latin = '<?xml version="1.0" encoding="ISO-8859-1"?>'
    const utf8 = '<?xml version="1.0" encoding="UTF-8"?>'
    for (const [body, type] of [
      [Buffer.from(one(latin), 'latin1'), 'text/xml'],
      [Buffer.from(one(utf8), 'latin1'), 'text/xml'],
      [Buffer.from(one(utf8), 'utf8'), 'text/xml; charset=nobody-knows'],
      [Buffer.from(one(latin), 'latin1'), 'text/xml; charset="iso-8859-1"'],
      [Buffer.from(`\uFEFF${one(utf8)}`, 'utf16le'), 'text/xml'],
      [Buffer.from(`\uFEFF${one(utf8)}`, 'utf8'), 'text/xml'],
    ] as const) {
      expect(await items(body, type)).toMatchObject([{ title: 'Grün' }])
    }
  })
})

describe('what is no feed does no harm', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
    { length: 9 },
    (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index || ''};`.repeat(10)}">`,
  ).join('')}]><rss><channel><item><title>&lol9;</title></item></channel></rss>`

  test.each([
    ['a billion laughs', bomb],
    [
      'a file of this machine',
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>',
    ],
    ['a page', '<!doctype html><html><body><p>a<br>b</body></html>'],
    ['a page without doctype', '<html><rss></rss></html>'],
    ['nothing', ''],
    ['JSON', '{"items":[]}'],
    ['bytes', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x00])],
    ['depth', '<a>'.repeat(300_000)],
    ['deep items', rss(`<item>${'<b>'.repeat(5_000)}</item>`)],
    ['names that are traps', rss('<item><__proto__><x>1</x></__proto__></item>')],
    ['an end that never comes', rss('<item><title><![CDATA[')],
  ])('%s', async (_, body) => {
    expect(await seen(body)).toEqual({ is: 'no-feed' })
  })

  test('two megabytes that are slow to read hold nobody up', async () => {
    let beats = 0
    const pulse = setInterval(() => (beats += 1), 50)
    onTestFinished(() => clearInterval(pulse))
    for (const body of ['<a/>'.repeat(450_000), `<rss>${'&amp;'.repeat(390_000)}</rss>`]) {
      expect(await seen(body)).toEqual({ is: 'no-feed' })
    }
    expect(beats).toBeGreaterThan(10)
  })

  test('ten thousand items are read', async () => {
    const many = Array.from(
      { length: 10_000 },
      (_, index) => `<item><title>Nr. ${index}</title><guid>${index}</guid></item>`,
    )
    expect(await items(rss(many.join('')))).toHaveLength(10_000)
  })

  test('an endless stream and fifty megabytes end at two', async () => {
    const { look } = await internet((_, response) => {
      const chunk = '<item><title>A</title></item>'.repeat(5_000)
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      }
      response.on('drain', more)
      more()
    })
    expect(await look()).toEqual({ is: 'too-large' })
  })

  test('who does not answer, or answers for ever a little, is left after ten seconds', async () => {
    const { look } = await internet((request, response) => {
      const timer = setInterval(() => response.write(' '), 100)
      request.on('close', () => clearInterval(timer))
    })
    const before = performance.now()
    expect(await look()).toEqual({ is: 'silent' })
    expect(performance.now() - before).toBeLessThan(12_000)
  })

  test('nobody leads us inside', async () => {
    const { look, asked } = await internet((_, response) =>
      response.writeHead(302, { location: 'http://10.0.0.1/feed' }).end(),
    )
    expect(await look()).toEqual({ is: 'not-public' })
    expect(asked).toEqual(['www.hamburg.de/feeds/pm.xml'])
    for (const address of [
      'http://127.0.0.1/',
      'http://localhost/',
      'http://[::1]/',
      'ftp://x.de/',
    ]) {
      expect(await lookAtFeed()(address)).toEqual({ is: 'not-public' })
    }
  })

  test('a feed that is gone is told', async () => {
    const { look } = await internet((_, response) => response.writeHead(404).end())
    expect(await look()).toEqual({ is: 'missing' })
  })
})
