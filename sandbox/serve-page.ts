// The page is TypeScript and JSX; esbuild (which tsx brings along anyway) turns it into one script in
// memory when the sandbox starts. There is no build step and no file to forget.

import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { build } from 'esbuild'

const folder = join(import.meta.dirname, 'page')

// Everything comes from this very address; pictures may also be data the bot drew itself.
const policy =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [join(folder, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    logLevel: 'silent',
  })
  return result.outputFiles[0]?.text ?? ''
}

type Files = Record<string, { type: string; body: string }>

async function prepare(): Promise<Files> {
  const [html, script, style] = await Promise.all([
    readFile(join(folder, 'index.html'), 'utf8'),
    bundle('page.tsx'),
    bundle('page.css'),
  ])
  return {
    '/': { type: 'text/html', body: html },
    '/page.js': { type: 'text/javascript', body: script },
    '/page.css': { type: 'text/css', body: style },
  }
}

/** Answers the three addresses of the page and says false to all others. The page is put together when
 * it is first asked for: a test that only needs the services does not wait for it. */
export function servePage() {
  let prepared: Promise<Files> | null = null
  const send = async (path: string, response: ServerResponse) => {
    prepared ??= prepare()
    const file = (await prepared)[path]
    response.writeHead(200, {
      'content-type': `${file?.type}; charset=utf-8`,
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    response.end(file?.body)
  }
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = request.url?.split('?')[0] ?? ''
    if (request.method !== 'GET' || !['/', '/page.js', '/page.css'].includes(path)) return false
    send(path, response).catch((fault: unknown) => {
      // There is no log where one tries things out: what broke is told where the page would be.
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      response.end(`Die Seite lässt sich nicht zusammensetzen.\n${String(fault)}`)
    })
    return true
  }
}
