import { readFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import { expect, test } from 'vitest'
import { startSandbox } from '../../sandbox/sandbox.ts'

const manifest: unknown = JSON.parse(
  await readFile(new URL('../../manifest.json', import.meta.url), 'utf8'),
)

const start = (port = 0) =>
  startSandbox({
    port,
    directory: null,
    manifest,
    clock: Date,
    onReset: () => Promise.resolve(),
  })

test('another website in the same browser cannot drive the sandbox', async () => {
  await using sandbox = await start()
  const reset = (headers: Record<string, string>) =>
    fetch(`${sandbox.address}/sandbox/reset`, { method: 'POST', headers, body: '{}' })
  const json = { 'content-type': 'application/json', cookie: sandbox.entry.cookie }
  expect((await reset({ ...json, origin: 'https://example.org' })).status).toBe(403)
  expect((await reset({ ...json, 'content-type': 'text/plain' })).status).toBe(415)
  expect((await reset({ ...json, origin: sandbox.address })).status).toBe(200)
  expect((await reset(json)).status).toBe(200)
})

/** What a browser, or somebody posing as one, gets for a request with these headers. */
function asked(address: string, path: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>(
    (resolve, reject) => {
      const asking = request(`${address}${path}`, { method, headers }, (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => (body += chunk.toString()))
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
        })
      })
      asking.on('upgrade', (_, socket) => {
        socket.destroy()
        resolve({ status: 101, headers: {}, body: '' })
      })
      asking.on('error', reject)
      asking.end()
    },
  )
}

const everywhere = [
  ['GET', '/'],
  ['GET', '/page.js'],
  ['GET', '/sandbox/sight'],
  ['GET', '/sandbox/changes'],
  ['POST', '/sandbox/act'],
  ['POST', '/sandbox/citizen'],
  ['PUT', '/sandbox/x/faults'],
  ['POST', '/api/auth.test'],
  ['POST', '/api/apps.connections.open'],
  ['GET', '/files/F1/a.txt'],
  ['POST', '/api/response/x'],
  ['GET', '/2/users/me'],
  ['POST', '/2/tweets'],
  ['GET', '/BABergedorf'],
  ['GET', '/BABergedorf/status/1'],
  ['GET', '/intent/tweet'],
  ['GET', '/nowhere'],
] as const

test.each(everywhere)(
  '%s %s answers its own page alone, and tells nobody how to frame it',
  async (method, path) => {
    await using sandbox = await start()
    const { host } = new URL(sandbox.address)
    for (const foreign of [
      { host: 'evil.example' },
      { host, origin: 'https://evil.example' },
      { host, origin: 'null' },
      { host: 'api.x.com', origin: 'https://api.x.com' },
    ]) {
      const answer = await asked(sandbox.address, path, foreign, method)
      expect([foreign, answer.status]).toEqual([foreign, 403])
      expect(answer.headers['x-frame-options']).toBe('DENY')
      expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    }
    if (path === '/sandbox/changes') return
    const { cookie } = sandbox.entry
    const own = await asked(sandbox.address, path, { host, cookie }, method)
    expect([401, 403].includes(own.status) && !path.startsWith('/2/')).toBe(false)
    expect(own.headers['x-frame-options']).toBe('DENY')
    expect(own.headers['content-security-policy']).toContain('default-src')
    if (path !== '/page.js') expect(own.body).not.toContain('node_modules')
  },
)

test.each(everywhere)(
  '%s %s is closed to whoever did not open the printed address',
  async (method, path) => {
    await using sandbox = await start()
    await using other = await start()
    const { host, port } = new URL(sandbox.address)
    const isForPrograms = /^\/(api|files|2)\//.test(path)
    const stolen = other.entry.cookie.replace(/^.*=/, `einlass-${port}=`)
    for (const cookie of [undefined, other.entry.cookie, stolen, `einlass-${port}=`]) {
      const headers = { host, ...(cookie !== undefined && { cookie }) }
      const answer = await asked(sandbox.address, path, headers, method)
      // Programs show keys of their own.
      if (isForPrograms) expect(answer.body).not.toContain('not_admitted')
      else {
        expect(answer.status).toBe(401)
        expect(answer.body).toContain('Bitte öffnen Sie den Übungsraum über die Adresse')
        expect(answer.headers['set-cookie']).toBeUndefined()
      }
    }
  },
)

test('the printed address opens the door for this browser, and for no other website in it', async () => {
  await using sandbox = await start()
  const opened = await fetch(sandbox.entry.address)
  const cookie = opened.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^einlass-\d+=[0-9a-f]{32}; Path=\/; HttpOnly; SameSite=Strict$/)
  const [pair = ''] = cookie.split(';')
  expect(pair).toBe(sandbox.entry.cookie)
  const again = await fetch(`${sandbox.address}/`, { headers: { cookie: `other=1; ${pair}` } })
  expect(again.status).toBe(200)
  // Nobody comes in by writing.
  const query = new URL(sandbox.entry.address).search
  const post = await fetch(`${sandbox.address}/sandbox/reset${query}`, { method: 'POST' })
  expect(post.status).toBe(401)
  const page = await fetch(sandbox.address, { headers: { accept: 'text/html' } })
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(await page.text()).toContain('<html lang="de">')
})

test.each(['localhost', '[::1]'])('who types %s finds the same door', async (name) => {
  await using sandbox = await start()
  const { host, port, search } = new URL(sandbox.entry.address)
  const asks = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    asked(sandbox.address, path, { host: `${name}:${port}`, ...headers }, method)
  const opened = await asks(`/${search}`)
  expect([opened.status, opened.headers.location]).toEqual([302, `http://${host}/${search}`])
  expect(opened.headers['set-cookie']).toBeUndefined()
  expect((await asks('/')).headers.location).toBe(`http://${host}/`)
  // Whatever is typed, it leads nowhere else.
  expect((await asks('//evil.example/')).headers.location).toBe(`http://${host}//evil.example/`)
  // Programs are answered where they ask, and another page of that name may not drive it.
  expect((await asks('/api/auth.test', {}, 'POST')).status).toBe(200)
  const origin = `http://${name}:${port}`
  expect((await asks('/sandbox/reset', { origin }, 'POST')).status).toBe(403)
})

test('what is no address is turned down, and the sandbox lives on', async () => {
  await using sandbox = await start()
  const { host } = new URL(sandbox.address)
  const { cookie } = sandbox.entry
  expect((await asked(sandbox.address, '//', { host, cookie })).status).toBe(404)
  expect((await asked(sandbox.address, '/', { host, cookie })).status).toBe(200)
})

test('a socket of another website is not opened', async () => {
  await using sandbox = await start()
  const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' }
  const key = { 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' }
  const { host } = new URL(sandbox.address)
  const tries = asked(sandbox.address, '/link?ticket=x', {
    ...{ ...upgrade, ...key },
    ...{ host, origin: 'https://evil.example' },
  })
  await expect(tries).rejects.toThrow(/hang up|ECONNRESET/)
})

test('the page is served with a policy that forbids every other address', async () => {
  await using sandbox = await start()
  const response = await fetch(sandbox.entry.address)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(await response.text()).toContain('<html lang="de">')
})

test('an open page is told when something changes', async () => {
  await using sandbox = await start()
  const { cookie } = sandbox.entry
  const stream = await fetch(`${sandbox.address}/sandbox/changes`, { headers: { cookie } })
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  await fetch(`${sandbox.address}/sandbox/reset`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: '{}',
  })
  let heard = ''
  while (!heard.includes('event: change')) heard += (await reader?.read())?.value ?? ''
  expect(heard).toContain('event: change')
  await reader?.cancel()
})

test('a taken port is told in one sentence that helps', async () => {
  await using sandbox = await start()
  const port = Number(new URL(sandbox.address).port)
  await expect(start(port)).rejects.toThrow(
    `Der Anschluss ${port} auf diesem Rechner ist schon belegt. Läuft der Übungsraum bereits?`,
  )
})
