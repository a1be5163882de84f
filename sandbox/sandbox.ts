// The outside world on one machine: one address, behind it a local Slack, a local X and the page.

import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import { join } from 'node:path'
import express from 'express'
import { changes } from './changes.ts'
import type { Clock } from './contract.ts'
import { control } from './control.ts'
import { entry, refuseStranger } from './entry.ts'
import { openMemory, type Remembered } from './memory.ts'
import { isForeign, refuseForeign, rightAddress, setGuards } from './origin.ts'
import { servePage } from './serve-page.ts'
import type { LocalSlack } from './slack/local-slack.ts'
import { localSlack } from './slack/local-slack.ts'
import type { LocalX } from './x/local-x.ts'
import { localX } from './x/local-x.ts'

export type SandboxOptions = {
  /** 0 takes any free port. */
  port: number
  /** Where sandbox.db is kept; null keeps everything in memory only. */
  directory: string | null
  /** The content of manifest.json. */
  manifest: unknown
  clock: Clock
  /** Called after both services are back at their beginning, so that the bot can begin anew, too. */
  onReset: () => Promise<void>
  /** What the local X measures callers' signatures by: real time, when absent. */
  signing?: Clock
}

export type Sandbox = {
  /** "http://127.0.0.1:4444", without a slash at the end. */
  address: string
  /** The address that opens the page, and the cookie a browser has that opened it. New with each start. */
  entry: { address: string; cookie: string }
  slack: LocalSlack
  x: LocalX
  /** All that both services know. */
  remembers(): readonly Remembered[]
  /** Both services know this and nothing else, and that it is `now` by the sandbox's time. */
  begin(documents: readonly Remembered[], now: number): void
  /** By how many milliseconds the time of this sandbox is ahead of real time: what was begun goes on in its own. */
  ahead(): number
  stop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** Starts the sandbox on 127.0.0.1. Throws one German sentence where the port is taken. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { clock, manifest } = options
  const page = servePage()
  const server = createServer()
  const here = await listen(server, options.port)
  const address = () => here
  const pages = changes()
  const { directory } = options
  const memory = openMemory(directory === null ? ':memory:' : join(directory, 'sandbox.db'))
  const changed = () => {
    pages.tell()
  }
  const slack = localSlack({ manifest, memory, clock, address, changed })
  const x = localX({ memory, clock, address, changed, signing: options.signing })
  const publicSide = express().disable('x-powered-by').use(x.router)
  const steer = control(
    {
      clock,
      slack,
      x,
      firstPerson: slack.ids.people.anna,
      listen: (request, response) => {
        pages.listen(request, response)
      },
      reset: async () => {
        slack.reset()
        x.reset()
        await options.onReset()
        changed()
      },
    },
    new URL(here).host,
  )

  const { host, port } = new URL(here)
  const door = entry(randomBytes(16).toString('hex'), port)
  server.on('request', (request, response) => {
    setGuards(response)
    if (isForeign(request, host)) {
      refuseForeign(response)
      return
    }
    const right = rightAddress(request, host)
    if (right !== null) {
      response.writeHead(302, { location: right, 'cache-control': 'no-store' }).end()
      return
    }
    if (!door.admits(request, response)) {
      refuseStranger(request, response)
      return
    }
    if (page(request, response)) return
    const path = request.url ?? '/'
    if (path.startsWith('/sandbox/')) steer(request, response)
    else if (/^\/(api|files)\//.test(path)) slack.answer(request, response)
    else publicSide(request, response)
  })
  server.on('upgrade', (request, socket, head) => {
    if (isForeign(request, host) || !slack.upgrade(request, socket, head)) socket.destroy()
  })

  const stop = async () => {
    pages.stop()
    await slack.stop()
    x.stop()
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
    memory.close()
  }
  const entered = { address: `${here}/${door.query}`, cookie: door.cookie }
  return {
    address: here,
    entry: entered,
    slack,
    x,
    remembers: () => memory.everything(),
    begin(documents, now) {
      memory.replace(documents)
      memory.put('time', 'ahead', now - Date.now())
      slack.load()
    },
    ahead: () => Number(memory.get('time', 'ahead') ?? 0),
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE'
      const sentence = taken
        ? `Der Anschluss ${port} auf diesem Rechner ist schon belegt. Läuft der Übungsraum bereits?`
        : `Der Übungsraum kann auf Anschluss ${port} nicht starten.`
      reject(new Error(sentence, { cause }))
    })
    // Only this machine: what is tried here must not be seen from outside.
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address()
      resolve(`http://127.0.0.1:${typeof bound === 'object' ? bound?.port : port}`)
    })
  })
}
