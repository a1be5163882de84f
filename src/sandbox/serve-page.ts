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

/** Prepares the page. The returned function answers its three addresses and says false to all others. */
export async function servePage(): Promise<
  (request: IncomingMessage, response: ServerResponse) => boolean
> {
  const [html, script, style] = await Promise.all([
    readFile(join(folder, 'index.html'), 'utf8'),
    bundle('page.tsx'),
    bundle('page.css'),
  ])
  const files: Record<string, [string, string]> = {
    '/': ['text/html', html],
    '/page.js': ['text/javascript', script],
    '/page.css': ['text/css', style],
  }
  return (request, response) => {
    const path = request.url?.split('?')[0] ?? ''
    const file = request.method === 'GET' ? files[path] : undefined
    if (file === undefined) return false
    response.writeHead(200, {
      'content-type': `${file[0]}; charset=utf-8`,
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    response.end(file[1])
    return true
  }
}
