// OAuth 1.0a as X checks it: HMAC-SHA1 over method, address and parameters (RFC 5849, section 3.4).
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The office's invented keys. They open nothing. */
export const credentials = {
  appKey: 'sandbox-app-key',
  appSecret: 'sandbox-app-secret',
  accessToken: '1830000000000000001-sandbox-token',
  accessSecret: 'sandbox-access-secret',
}
const bearer = 'sandbox-app-bearer'

/** How far a client's clock may be off, in seconds. Real time: the client signs with it, however the
 * sandbox's own clock is moved. */
const skew = 300

/** Checks signatures; a nonce works once. */
export function oauth() {
  const nonces = new Set<string>()
  return {
    /** Whether a request is signed by the office. JSON and multipart bodies are not part of a signature. */
    isSigned(request: IncomingMessage): boolean {
      const header = request.headers.authorization ?? ''
      if (!header.startsWith('OAuth ')) return false
      const given = Object.fromEntries(
        [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
          name,
          decodeURIComponent(value),
        ]),
      )
      const { oauth_signature: signature = '', ...signed } = given
      const { oauth_nonce: nonce = '', oauth_timestamp: at = '' } = signed
      const isKnown =
        signed.oauth_consumer_key === credentials.appKey &&
        signed.oauth_token === credentials.accessToken &&
        signed.oauth_signature_method === 'HMAC-SHA1'
      const isFresh = Math.abs(Date.now() / 1000 - Number(at)) <= skew && !nonces.has(nonce)
      if (!isKnown || !isFresh || nonce === '') return false
      if (!isEqual(signature, signatureOf(request, signed))) return false
      nonces.add(nonce)
      return true
    },
    isBearer: (request: IncomingMessage): boolean =>
      request.headers.authorization === `Bearer ${bearer}`,
  }
}

function signatureOf(request: IncomingMessage, signed: Record<string, string>): string {
  // Whatever address it came to here, it was signed for X.
  const url = new URL(request.url ?? '/', 'https://api.x.com')
  const parameters = [...Object.entries(signed), ...url.searchParams]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, b], [c, d]) => (a === c ? (b < d ? -1 : 1) : a < c ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  const base = [request.method ?? 'GET', `https://api.x.com${url.pathname}`, parameters]
  const key = `${encode(credentials.appSecret)}&${encode(credentials.accessSecret)}`
  return createHmac('sha1', key).update(base.map(encode).join('&')).digest('base64')
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
