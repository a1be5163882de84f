// Answers over HTTP, and every way not to: the faults of the sandbox.

import type { Response } from 'express'
import type { Fault } from '../contract.ts'

export type Reply = {
  status: number
  type: string
  body: string | Buffer
  headers?: Record<string, string>
}

export type Answering = {
  /** Runs the call and sends its reply, unless the fault has it otherwise. */
  answer(response: Response, fault: Fault | undefined, run: () => Reply): void
  /** Cuts the answers that are still held back. */
  stop(): void
}

export function json(body: Record<string, unknown>, headers: Record<string, string> = {}): Reply {
  const type = 'application/json; charset=utf-8'
  return { status: 200, type, body: JSON.stringify(body), headers }
}

export function html(status: number, title: string): Reply {
  const body = `<!DOCTYPE html><html lang="en"><title>${title}</title><h1>${title}</h1></html>`
  return { status, type: 'text/html; charset=utf-8', body }
}

/** What a fault answers in place of the call; undefined where the call is carried out. */
function instead(fault: Fault): Reply | 'cut' | 'hold' | undefined {
  switch (fault.kind) {
    case 'rate-limit': {
      const headers = { 'Retry-After': String(fault.seconds ?? 1) }
      return { ...json({ ok: false, error: 'ratelimited' }, headers), status: 429 }
    }
    case 'server-error':
      return { status: 500, type: 'text/plain', body: 'Internal Server Error' }
    case 'html':
      return html(503, 'Service Unavailable')
    case 'invalid-auth':
      return json({ ok: false, error: 'invalid_auth' })
    case 'account-inactive':
      return json({ ok: false, error: 'account_inactive' })
    case 'hang':
      return 'hold'
    case 'dropped':
    case 'down':
      return 'cut'
    case 'hang-after-commit':
    case 'lost-answer':
    case 'half-body':
    case 'no-credit':
    case 'late-index':
    case 'twice':
    case 'late':
    case 'unheard':
    case 'slow':
    case 'too-large':
    case 'media-fails':
    case 'media-gone':
    case 'forgetful':
      return undefined
  }
}

export function openAnswering(): Answering {
  const held = new Set<Response>()

  function hold(response: Response): void {
    held.add(response)
    response.on('close', () => held.delete(response))
  }

  function send(response: Response, reply: Reply, half: boolean): void {
    const body = Buffer.from(reply.body)
    response.writeHead(reply.status, {
      ...reply.headers,
      'Content-Type': reply.type,
      'Content-Length': body.length,
    })
    if (!half) {
      response.end(body)
      return
    }
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => {
      response.destroy()
    })
  }

  return {
    answer(response, fault, run) {
      if (fault?.waits === undefined) end(response, fault, run)
      else setTimeout(end, fault.waits, response, fault, run).unref()
    },
    stop() {
      for (const response of held) response.destroy()
    },
  }

  function end(response: Response, fault: Fault | undefined, run: () => Reply): void {
    const replaced = fault ? instead(fault) : undefined
    if (replaced === 'cut') response.destroy()
    else if (replaced === 'hold') hold(response)
    else if (replaced !== undefined) send(response, replaced, false)
    else {
      const reply = run()
      if (fault?.kind === 'hang-after-commit') hold(response)
      else if (fault?.kind === 'lost-answer') response.destroy()
      else send(response, reply, fault?.kind === 'half-body')
    }
  }
}
