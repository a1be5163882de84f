// Who may ask the sandbox anything: its own page, and programs that call it by its own name. Another website open in the
// same browser must neither drive it nor read it, also not by a name that suddenly leads here.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isForPrograms } from './entry.ts'

/** Names that nobody can make lead here: this machine's own, at whatever port, and the one by which the office calls X,
 * wherever X really is. */
const ours = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$|^api\.x\.com$/

/** Whether a request comes from elsewhere. `host`: the own address without "http://". */
export function isForeign({ headers }: IncomingMessage, host: string): boolean {
  const { origin } = headers
  if (origin !== undefined) return origin !== `http://${host}` || headers.host !== host
  return !ours.test(headers.host ?? '')
}

/** Where a page that was asked for by another name of this machine is found: cookies and the page's own calls know one
 * name alone. Null for everything else. `host`: the own address without "http://". */
export function rightAddress(
  { headers, method, url }: IncomingMessage,
  host: string,
): string | null {
  const [, port] = host.split(':')
  const other = [`localhost:${port}`, `[::1]:${port}`].includes(headers.host ?? '')
  const isPage = method === 'GET' && headers.origin === undefined && !isForPrograms(url)
  return other && isPage ? `http://${host}${url}` : null
}

/** What holds for every answer, also for those that say no: nothing is framed, guessed or told on. A page may be
 * stricter. */
export function setGuards(response: ServerResponse): void {
  response.setHeader(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  )
  response.setHeader('x-frame-options', 'DENY')
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
}

/** Says no. */
export function refuseForeign(response: ServerResponse): void {
  const sentence = 'Nur die Seite des Übungsraums darf das.'
  response.writeHead(403, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify({ ok: false, error: 'foreign_origin', sentence }))
}
