// Who is calling? OAuth 1.0a as X checks it, and the app's bearer token.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../contract.ts'

export type Credentials = {
  appKey: string
  appSecret: string
  accessToken: string
  accessSecret: string
}

/** The keys the local X hands out. They open nothing anywhere else. */
export const credentials: Credentials = {
  appKey: 'local-app-key',
  appSecret: 'local-app-secret',
  accessToken: '1480316722018422785-local-access-token',
  accessSecret: 'local-access-secret',
}

/** The app's bearer token, as POST /oauth2/token gives it. */
export const bearer = createHash('sha256')
  .update(`${credentials.appKey}:${credentials.appSecret}`)
  .digest('hex')

/** Difference between the caller's clock and ours that X puts up with, in seconds. */
const skew = 300
const mostNonces = 10_000

/** Signatures cover the address the client believes in, wherever the bytes went. */
const believedAddress = 'https://api.x.com'

export type Asking = { method: string; path: string; query: string; authorization: string }

/** Says who calls: the office's account, the app alone, or nobody X knows. Bodies of JSON and multipart are
 * not part of the signature. `signing` is the time clients sign with, mostly the real one; a nonce counts once. */
export function callers(signing: Clock): (request: Asking) => 'office' | 'app' | null {
  const nonces = new Set<string>()
  return (request) => {
    if (request.authorization === `Bearer ${bearer}`) return 'app'
    const oauth = parameters(request.authorization)
    const nonce = `${oauth.get('oauth_timestamp') ?? ''} ${oauth.get('oauth_nonce') ?? ''}`
    const isKnown =
      oauth.get('oauth_consumer_key') === credentials.appKey &&
      oauth.get('oauth_token') === credentials.accessToken &&
      oauth.get('oauth_signature_method') === 'HMAC-SHA1' &&
      isFresh(Number(oauth.get('oauth_timestamp') ?? NaN), signing) &&
      same(oauth.get('oauth_signature') ?? '', signature(request, oauth))
    if (!isKnown || nonces.has(nonce)) return null
    nonces.add(nonce)
    const [oldest] = nonces
    if (nonces.size > mostNonces && oldest !== undefined) nonces.delete(oldest)
    return 'office'
  }
}

function isFresh(timestamp: number, signing: Clock): boolean {
  return Math.abs(signing.now() / 1000 - timestamp) <= skew
}

function parameters(authorization: string): Map<string, string> {
  if (!authorization.startsWith('OAuth ')) return new Map()
  const pairs = authorization.slice('OAuth '.length).matchAll(/(\w+)="([^"]*)"/g)
  return new Map([...pairs].map(([, key = '', value = '']) => [key, decoded(value)]))
}

function signature({ method, path, query }: Asking, oauth: Map<string, string>): string {
  const signed = [...oauth].filter(([key]) => key !== 'oauth_signature')
  const sorted = [...signed, ...new URLSearchParams(query)]
    .map(([key, value]) => `${encoded(key)}=${encoded(value)}`)
    .sort()
    .join('&')
  const base = [method, `${believedAddress}${path}`, sorted].map(encoded).join('&')
  const key = [credentials.appSecret, credentials.accessSecret].map(encoded).join('&')
  return createHmac('sha1', key).update(base).digest('base64')
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
