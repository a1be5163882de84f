// X on this machine: API v2 for the office, a public page for everybody, citizens who can be played.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CitizenAct, Clock, Fault, XSight } from '../contract.ts'
import { faults as noFaults } from '../faults.ts'
import type { Memory } from '../memory.ts'
import { mediaShelf } from './media.ts'
import { credentials, oauth } from './oauth.ts'
import { postPage } from './post-page.ts'
import { office, openPosts, sightOf, type Author } from './posts.ts'
import { problems } from './problems.ts'
import { reply, type Call, type Reply } from './routes.ts'

export type LocalX = {
  /** Answers /2/… and the public pages of posts. */
  answer(request: IncomingMessage, response: ServerResponse): void
  citizen(
    act: CitizenAct,
  ): { ok: true; id: string } | { ok: false; error: string; sentence: string }
  sight(): XSight
  setFaults(faults: Fault[]): void
  /** What the bot called, newest last ("POST /2/tweets"): for tests that count. */
  calls(): readonly string[]
  markSample(): void
  reset(): void
  credentials: typeof credentials
  account: typeof office
}

/** Opens a local X with the office's account. */
export function localX(given: {
  memory: Memory
  clock: Clock
  address: () => string
  changed: () => void
}): LocalX {
  const { memory, clock, address, changed } = given
  const posts = openPosts(memory, clock)
  const media = mediaShelf(clock)
  const signatures = oauth()
  const faults = noFaults()
  const calls: string[] = []

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'https://api.x.com')
    if (!url.pathname.startsWith('/2/')) {
      const id = /^\/[\w/]+\/status\/(\d+)$/.exec(url.pathname)?.[1]
      const page = postPage(id === undefined ? undefined : posts.get(id), posts.all())
      response.writeHead(page.status, { 'content-type': 'text/html; charset=utf-8' })
      response.end(page.html)
      return
    }
    const method = request.method ?? 'GET'
    const route = `${method} ${url.pathname}`
    calls.push(route)
    if (calls.length > 5_000) calls.shift()
    const call: Call = { method, path: url.pathname, query: url.searchParams, body: {} }
    call.body = await readBody(request)
    const fault = faults.strike(route)
    if (fault !== null && failBefore(fault, request, response)) return
    const late = faults.strike(route, ['late-index'])
    const done = run(call, request, late === null ? 0 : (late.seconds ?? 60))
    changed()
    if (fault === null) send(response, done)
    else failAfter(fault, request, response, done)
  }

  function run(call: Call, request: IncomingMessage, lateSeconds: number): Reply {
    if (call.path === '/2/usage/tweets') {
      return signatures.isBearer(request)
        ? {
            status: 200,
            body: { data: { project_usage: String(calls.length), project_cap: '3000000' } },
          }
        : problems.unauthorized
    }
    if (!signatures.isSigned(request)) return problems.unauthorized
    const done = reply(call, { posts, media, clock, indexedIn: lateSeconds * 1000 })
    return done ?? { status: 404, body: { title: 'Not Found', type: 'about:blank', status: 404 } }
  }

  function failBefore(fault: Fault, request: IncomingMessage, response: ServerResponse): boolean {
    switch (fault.kind) {
      case 'rate-limit':
        response.setHeader('x-rate-limit-limit', '100')
        response.setHeader('x-rate-limit-remaining', '0')
        response.setHeader(
          'x-rate-limit-reset',
          String(Math.ceil(clock.now() / 1000) + (fault.seconds ?? 60)),
        )
        send(response, problems.tooMany)
        return true
      case 'no-credit':
        send(response, problems.noCredit)
        return true
      case 'server-error':
        send(response, problems.overloaded)
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

  return {
    answer(request, response) {
      answer(request, response).catch(() => {
        request.socket.destroy()
      })
    },
    citizen(act) {
      const done = citizenDoes(act)
      changed()
      return done
    },
    sight: () => ({
      account: office,
      posts: posts.all().map((post) => sightOf(post, address())),
      faults: faults.list(),
    }),
    setFaults(list) {
      faults.set(list)
      changed()
    },
    calls: () => calls,
    markSample: () => {
      posts.markSample()
    },
    reset() {
      posts.reset()
      faults.set([])
    },
    credentials,
    account: office,
  }

  function citizenDoes(act: CitizenAct): ReturnType<LocalX['citizen']> {
    const refuse = (error: string, sentence: string) => ({ ok: false as const, error, sentence })
    if (act.act === 'post') {
      const handle = act.handle.replace(/^@/, '')
      if (!/^\w{1,15}$/.test(handle)) {
        return refuse(
          'bad_handle',
          'Der Kontoname hat höchstens 15 Zeichen: Buchstaben, Ziffern und _.',
        )
      }
      if (handle.toLowerCase() === office.handle.toLowerCase()) {
        return refuse('office_handle', 'So heißt das Konto des Bezirksamts.')
      }
      if (act.text.trim() === '') return refuse('empty', 'Bitte schreiben Sie etwas.')
      const author: Author = { id: idOf(handle), handle, name: act.name.trim() || handle }
      const strike = faults.strike('citizen', ['late-index'])
      const post = posts.write({
        author,
        text: act.text,
        inReplyTo: act.inReplyTo ?? null,
        indexedIn: (strike?.seconds ?? 0) * 1000,
      })
      return { ok: true, id: post.id }
    }
    const post = posts.get(act.id)
    if (post === undefined || post.deleted) {
      return refuse('not_found', 'Diesen Beitrag gibt es nicht mehr.')
    }
    posts.keep({ ...post, deleted: true })
    if (act.act === 'delete') return { ok: true, id: post.id }
    const { author, inReplyTo, edits } = post
    return { ok: true, id: posts.write({ author, text: act.text, inReplyTo, edits }).id }
  }
}

/** Faults that strike after everything was done. */
function failAfter(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  done: Reply,
): void {
  switch (fault.kind) {
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<html><body><h1>Something went wrong</h1></body></html>')
      return
    case 'hang-after-commit':
      return
    case 'lost-answer':
      request.socket.destroy()
      return
    case 'half-body': {
      const whole = JSON.stringify(done.body)
      response.writeHead(done.status, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(whole),
      })
      response.write(whole.slice(0, Math.floor(whole.length / 2)), () => request.socket.destroy())
      return
    }
    default:
      send(response, done)
  }
}

function send(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  // Of a picture's bytes the shelf only wants to know how many came.
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    return { bytes: body.length }
  }
  try {
    return JSON.parse(body.toString('utf8')) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** The same handle is the same account, every time. */
function idOf(handle: string): string {
  const sum = Buffer.from(handle.toLowerCase()).reduce((sum, byte) => sum * 131n + BigInt(byte), 7n)
  return (1_500_000_000_000_000_000n + (sum % 100_000_000_000_000_000n)).toString()
}
