// The routes by which the page (and a test that plays a person) drives the sandbox; see contract.ts.

import type { IncomingMessage, ServerResponse } from 'node:http'
import type {
  Act,
  ActAnswer,
  CitizenAct,
  Clock,
  Fault,
  Sight,
  SlackSight,
  XSight,
} from './contract.ts'
import { citizenAct } from './x/citizen-act.ts'

/** What the control routes need of the two services. */
export type Controlled = {
  clock: Clock
  slack: {
    act(act: Act): Promise<ActAnswer>
    sight(as: string): SlackSight
    setFaults(faults: Fault[]): void
  }
  x: {
    citizen(act: CitizenAct): unknown
    sight(): XSight
    setFaults(faults: Fault[]): void
  }
  /** The person shown first. */
  firstPerson: string
  reset(): Promise<void>
  listen(request: IncomingMessage, response: ServerResponse): void
}

const tooLarge = 40 * 1024 * 1024

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > tooLarge) throw new Error('body too large')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

const refuse = (response: ServerResponse, status: number, error: string, sentence: string) => {
  answer(response, status, { ok: false, error, sentence })
}

const badAct = {
  ok: false,
  error: 'bad_act',
  sentence: 'Das kann auf dem X zum Ausprobieren niemand tun.',
}

/** Answers what lies below /sandbox/. host: the own address without "http://". */
export function control(world: Controlled, host: string) {
  const perform: Record<string, (body: unknown) => unknown> = {
    'POST /sandbox/act': (body) => world.slack.act(body as Act),
    'POST /sandbox/citizen': (body) => {
      const act = citizenAct.safeParse(body)
      return act.success ? world.x.citizen(act.data) : badAct
    },
    'PUT /sandbox/slack/faults': (body) => {
      world.slack.setFaults(body as Fault[])
    },
    'PUT /sandbox/x/faults': (body) => {
      world.x.setFaults(body as Fault[])
    },
    'POST /sandbox/reset': () => world.reset(),
  }
  const look = (url: URL): Sight => ({
    now: new Date(world.clock.now()).toISOString(),
    slack: world.slack.sight(url.searchParams.get('as') ?? world.firstPerson),
    x: world.x.sight(),
  })
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://${host}`)
    const route = `${request.method} ${url.pathname}`
    if (route === 'GET /sandbox/changes') {
      world.listen(request, response)
      return
    }
    if (route === 'GET /sandbox/sight') {
      answer(response, 200, look(url))
      return
    }
    const deed = perform[route]
    if (deed === undefined) {
      refuse(response, 404, 'not_found', 'Diese Adresse gibt es im Übungsraum nicht.')
      return
    }
    if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json') {
      refuse(response, 415, 'not_json', 'Der Übungsraum versteht hier nur JSON.')
      return
    }
    const body = await readJson(request).catch(() => null)
    if (body === null) {
      refuse(response, 400, 'bad_json', 'Das war kein gültiges JSON.')
      return
    }
    answer(response, 200, (await deed(body)) ?? { ok: true })
  }
  return (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((fault: unknown) => {
      // There is no log where one tries things out: what broke is told on the page.
      const sentence = `Im Übungsraum ist ein Fehler passiert: ${String(fault)}`
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'internal_error', sentence)
    })
  }
}
