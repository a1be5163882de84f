// Socket Mode: envelopes to the app, acknowledgements back.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { app } from './people.ts'

/** How an app took an envelope: acknowledged with a payload, not in time, or nobody was there. */
export type Taken = { acked: true; payload: unknown } | { acked: false; because: 'late' | 'nobody' }

type Envelope = {
  type: 'events_api' | 'slash_commands' | 'interactive'
  payload: unknown
  accepts_response_payload: boolean
  retry_attempt?: number
  retry_reason?: string
}

/** Slack waits this long for an acknowledgement (milliseconds). */
const patience = 3_000
const pingEvery = 10_000

export type Sockets = ReturnType<typeof sockets>

export function sockets() {
  const server = new WebSocketServer({ noServer: true })
  const open: WebSocket[] = []
  const tickets = new Set<string>()
  const waiting = new Map<string, (payload: unknown) => void>()
  let turn = 0

  function welcome(socket: WebSocket): void {
    open.push(socket)
    const ping = setInterval(() => {
      socket.ping()
    }, pingEvery)
    socket.on('close', () => {
      clearInterval(ping)
      const index = open.indexOf(socket)
      if (index >= 0) open.splice(index, 1)
    })
    socket.on('error', () => {
      socket.terminate()
    })
    socket.on('message', (data: Buffer) => {
      const said = readAck(data.toString('utf8'))
      if (said !== null) waiting.get(said.id)?.(said.payload)
    })
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.length,
        connection_info: { app_id: app.id },
        debug_info: { host: 'sandbox', approximate_connection_time: 18_060 },
      }),
    )
  }

  return {
    /** A ticket for one connection, as apps.connections.open gives it. */
    ticket(): string {
      const ticket = randomUUID()
      tickets.add(ticket)
      return ticket
    },
    /** Takes a WebSocket at /link with a good ticket; false for any other address. */
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1')
      if (!url.pathname.startsWith('/link')) return false
      if (tickets.delete(url.searchParams.get('ticket') ?? '')) {
        server.handleUpgrade(request, socket, head, welcome)
      } else {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      }
      return true
    },
    count: (): number => open.length,
    /** Sends an envelope to one of the open sockets and waits for its acknowledgement. */
    async deliver(envelope: Envelope): Promise<Taken> {
      const socket = open[turn % Math.max(open.length, 1)]
      turn += 1
      if (socket === undefined) return { acked: false, because: 'nobody' }
      const id = randomUUID()
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(id)
          resolve({ acked: false, because: 'late' })
        }, patience)
        waiting.set(id, (payload) => {
          clearTimeout(timer)
          waiting.delete(id)
          resolve({ acked: true, payload })
        })
        socket.send(JSON.stringify({ ...envelope, envelope_id: id }))
      })
    },
    /** Asks one app connection to come again, as Slack does every few hours. */
    refresh(reason: 'warning' | 'refresh_requested' | 'link_disabled' = 'refresh_requested'): void {
      const [socket] = open
      socket?.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }))
      if (reason !== 'warning') socket?.close()
    },
    /** Cuts every connection. */
    cut(): void {
      for (const socket of [...open]) socket.terminate()
    },
    stop(): void {
      for (const socket of [...open]) socket.terminate()
      server.close()
    },
  }
}

function readAck(text: string): { id: string; payload: unknown } | null {
  try {
    const said = JSON.parse(text) as { envelope_id?: string; payload?: unknown }
    return said.envelope_id === undefined ? null : { id: said.envelope_id, payload: said.payload }
  } catch {
    return null
  }
}
