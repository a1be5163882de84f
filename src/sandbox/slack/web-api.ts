// The Web API over HTTP: reading calls, checking tokens and scopes, failing where a fault is switched on.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Fault } from '../contract.ts'
import { Refused, requireScope, type Arguments, type Method, type Workplace } from './method.ts'

export const credentials = { botToken: 'xoxb-sandbox-bot', appToken: 'xapp-sandbox-app' }

/** Answers one call. `strike` gives the fault that hits it, null for none. */
export async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  given: {
    place: Workplace
    methods: Record<string, Method>
    strike: (method: string) => Fault | null
  },
): Promise<void> {
  const { place, methods, strike } = given
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const method = url.pathname.slice('/api/'.length)
  const body = await readBody(request)
  const call = { ...Object.fromEntries(url.searchParams), ...parsed(request, body) }
  const fault = strike(method)
  if (fault !== null && failBefore(fault, request, response)) return
  const answer = run(place, methods, method, call, tokenOf(request, call))
  if (fault === null) {
    send(response, 200, answer)
    return
  }
  failAfter(fault, request, response, answer)
}

/** The whole body of a request. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function run(
  place: Workplace,
  methods: Record<string, Method>,
  name: string,
  call: Arguments,
  token: string | null,
): Record<string, unknown> {
  try {
    if (token === null) throw new Refused('not_authed')
    if (name === 'apps.connections.open') return openConnection(place, token)
    const method = methods[name]
    if (method === undefined) throw new Refused('unknown_method', { req_method: name })
    if (token === credentials.appToken) throw new Refused('not_allowed_token_type')
    if (token !== credentials.botToken) throw new Refused('invalid_auth')
    requireScope(place.manifest, method.scopes ?? [])
    return method.run(place, call)
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.message, ...error.more }
    throw error
  }
}

function openConnection({ address, sockets }: Workplace, token: string): Record<string, unknown> {
  if (token === credentials.botToken) throw new Refused('not_allowed_token_type')
  if (token !== credentials.appToken) throw new Refused('invalid_auth')
  const base = address().replace(/^http/, 'ws')
  return { ok: true, url: `${base}/link/?ticket=${sockets.ticket()}&app_id=sandbox` }
}

/** Faults that strike before anything is done. True if the call is over (or will never be). */
function failBefore(fault: Fault, request: IncomingMessage, response: ServerResponse): boolean {
  switch (fault.kind) {
    case 'rate-limit':
      response.setHeader('retry-after', String(fault.seconds ?? 1))
      send(response, 429, { ok: false, error: 'ratelimited' })
      return true
    case 'server-error':
      send(response, 500, { ok: false, error: 'internal_error' })
      return true
    case 'html':
      response.writeHead(503, { 'content-type': 'text/html' })
      response.end('<html><body><h1>Service Unavailable</h1></body></html>')
      return true
    case 'hang':
      return true
    case 'dropped':
    case 'down':
      request.socket.destroy()
      return true
    default:
      return false
  }
}

function failAfter(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  answer: unknown,
): void {
  switch (fault.kind) {
    case 'hang-after-commit':
      return
    case 'lost-answer':
      request.socket.destroy()
      return
    case 'half-body': {
      const whole = JSON.stringify(answer)
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(whole),
      })
      response.write(whole.slice(0, Math.floor(whole.length / 2)), () => request.socket.destroy())
      return
    }
    default:
      send(response, 200, answer)
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

function tokenOf(request: IncomingMessage, call: Arguments): string | null {
  const header = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  return header ?? (typeof call.token === 'string' ? call.token : null)
}

// Web API bodies are form-encoded with nested values as JSON strings, or JSON as a whole.
function parsed(request: IncomingMessage, body: Buffer): Arguments {
  const type = request.headers['content-type'] ?? ''
  const text = body.toString('utf8')
  if (type.startsWith('application/json')) return asArguments(text)
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => [name, nested(value)]),
  )
}

function asArguments(text: string): Arguments {
  try {
    return JSON.parse(text) as Arguments
  } catch {
    return {}
  }
}

function nested(value: string): unknown {
  if (!/^[[{]/.test(value)) return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}
