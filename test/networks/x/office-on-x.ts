// The office's X behind the port, talking to a local X of its own.
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Writing } from '../../../src/desk/ports/network.ts'
import { x } from '../../../src/networks/x/x.ts'
import type { CitizenAct } from '../../../sandbox/contract.ts'
import { credentials } from '../../../sandbox/x/oauth.ts'
import { office } from '../../../sandbox/x/store.ts'
import { startLocalX } from '../../sandbox/local.ts'

/** Deadlines are short; the local X answers within milliseconds or not at all. `bill` holds what X charged, in
 * order, as "readOwnPost 3". */
export async function startOffice(deadlineMs = 1000) {
  const started = await startLocalX()
  const { local, address, clock } = started
  const bill: string[] = []
  const spent = (charge: string, count: number) => void bill.push(`${charge} ${count}`)
  const options = { keys: local.credentials, apiUrl: address, now: clock.now, deadlineMs, spent }
  return { ...started, network: x(options), bill, deadline: deadlineMs, ...citizensOf(started) }
}

function citizensOf({ local }: Awaited<ReturnType<typeof startLocalX>>) {
  const does = (act: CitizenAct): string => {
    const answer = local.citizen(act)
    if (!answer.ok) throw new Error(answer.sentence)
    return answer.id
  }
  return {
    /** A citizen does something; answers with the id. */
    does,
    /** Anna writes; answers with the id of her post. */
    writes: (text: string, more: Partial<CitizenAct & { act: 'post' }> = {}) =>
      does({ act: 'post', handle: 'anna_b', name: 'Anna B.', text, ...more }),
  }
}

/** An X that knows the office and answers everything else with this body, or in this way. */
export async function startScriptedX(given: { status?: number; body?: unknown } | RequestListener) {
  const bill: string[] = []
  const server = createServer((req, res) => {
    if (req.url?.startsWith('/2/users/me')) {
      const { id, handle, name } = office
      res.setHeader('content-type', 'application/json')
      res.end(JSON.stringify({ data: { id, username: handle, name } }))
    } else if (typeof given === 'function') given(req, res)
    else {
      res.writeHead(given.status ?? 200, { 'content-type': 'application/json' })
      res.end(JSON.stringify(given.body ?? {}))
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const network = x({
    keys: credentials,
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    now: () => Date.parse('2026-11-23T10:00:00Z'),
    deadlineMs: 1000,
    spent: (charge, count) => void bill.push(`${charge} ${count}`),
  })
  return { network, bill }
}

/** Without pictures, and not made with AI. */
const bare = { uploads: [], madeWithAi: false }

export function writing(text: string, hangsOn: string | null = null): Writing {
  return { kind: 'post', part: { text, media: [] }, hangsOn, ...bare }
}

export function answering(text: string, hangsOn: string): Writing {
  return { kind: 'answer', part: { text, media: [] }, hangsOn, ...bare }
}

/** Every call of X that wrote or tried to. */
export function posts(local: { calls(): readonly { route: string }[] }): number {
  return local.calls().filter(({ route }) => route === 'POST /2/tweets').length
}
