// Socket Mode's connections: tickets, hello, pings, and envelopes to one of several sockets.

import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { isObject } from './blocks/shape.ts'
import { limits } from './blocks/limits.ts'
import { bot } from './world.ts'

export type Envelope = {
  envelope_id: string
  type: 'events_api' | 'slash_commands' | 'interactive'
  payload: Record<string, unknown>
  accepts_response_payload: boolean
  retry_attempt?: number
  retry_reason?: string
}

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled'

export type Sockets = {
  /** A ws:// address that opens one socket, once. */
  newAddress(): string
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean
  /** Sends to one open socket, each in turn; false where there is none. */
  send(envelope: Envelope): boolean
  /** How many sockets take envelopes. */
  count: () => number
  disconnect: (reason: DisconnectReason) => void
  /** Cuts every connection without a word. */
  cut(): void
  stop(): Promise<void>
}

type Wiring = {
  address: () => string
  newId: (prefix: string) => string
  isDown: () => boolean
  acknowledged: (envelopeId: string, payload: unknown) => void
}

const pingEveryMs = 10_000
const closeAfterMs = 1_000

/** Opens the WebSocket side; the caller's HTTP server hands over its upgrades. */
export function openSockets(wiring: Wiring): Sockets {
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Set<string>()
  /** Sockets that take envelopes; one that was told to disconnect takes none. */
  const open = new Set<WebSocket>()
  let turn = 0
  const debug = { host: 'applink-sandbox', build_number: 1, approximate_connection_time: 18_060 }

  const pings = setInterval(() => {
    for (const socket of open) socket.ping()
  }, pingEveryMs)
  pings.unref()

  function welcome(socket: WebSocket): void {
    if (open.size >= limits.sockets) {
      sendDisconnect(socket, 'too_many_websockets')
      socket.close()
      return
    }
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => {
      socket.terminate()
    })
    socket.on('message', (data) => {
      hear(data)
    })
    const hello = { type: 'hello', num_connections: open.size, debug_info: debug }
    socket.send(JSON.stringify({ ...hello, connection_info: { app_id: bot.appId } }))
  }

  function hear(data: RawData): void {
    const message = parsed(data)
    if (!isObject(message) || typeof message.envelope_id !== 'string') return
    wiring.acknowledged(message.envelope_id, message.payload)
  }

  function sendDisconnect(socket: WebSocket, reason: string): void {
    const debugInfo = { host: debug.host }
    socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: debugInfo }))
  }

  return {
    newAddress() {
      const ticket = wiring.newId('')
      tickets.add(ticket)
      const base = wiring.address().replace(/^http/, 'ws')
      return `${base}/link/?ticket=${ticket}&app_id=${bot.appId}`
    },
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', 'http://sandbox')
      if (url.pathname !== '/link' && url.pathname !== '/link/') return false
      if (wiring.isDown()) socket.destroy()
      else if (!tickets.delete(url.searchParams.get('ticket') ?? '')) {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
      } else server.handleUpgrade(request, socket, head, welcome)
      return true
    },
    send(envelope) {
      const ready = [...open].filter((socket) => socket.readyState === socket.OPEN)
      const chosen = ready[turn % Math.max(ready.length, 1)]
      turn += 1
      chosen?.send(JSON.stringify(envelope))
      return chosen !== undefined
    },
    count: () => open.size,
    disconnect(reason) {
      for (const socket of open) {
        sendDisconnect(socket, reason)
        if (reason === 'warning') continue
        open.delete(socket)
        setTimeout(() => {
          socket.terminate()
        }, closeAfterMs).unref()
      }
    },
    cut() {
      for (const socket of server.clients) socket.terminate()
    },
    async stop() {
      clearInterval(pings)
      for (const socket of server.clients) socket.terminate()
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
      })
    },
  }
}

function parsed(data: RawData): unknown {
  try {
    const bytes = Array.isArray(data) ? Buffer.concat(data) : data
    return JSON.parse(Buffer.from(bytes as Buffer).toString('utf8')) as unknown
  } catch {
    return undefined
  }
}
