import { readFile } from 'node:fs/promises'
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
  const json = { 'content-type': 'application/json' }
  expect((await reset({ ...json, origin: 'https://example.org' })).status).toBe(403)
  expect((await reset({ 'content-type': 'text/plain' })).status).toBe(415)
  expect((await reset({ ...json, origin: sandbox.address })).status).toBe(200)
  expect((await reset(json)).status).toBe(200)
})

test('the page is served with a policy that forbids every other address', async () => {
  await using sandbox = await start()
  const response = await fetch(sandbox.address)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(await response.text()).toContain('<html lang="de">')
})

test('an open page is told when something changes', async () => {
  await using sandbox = await start()
  const stream = await fetch(`${sandbox.address}/sandbox/changes`)
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  await fetch(`${sandbox.address}/sandbox/reset`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
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
