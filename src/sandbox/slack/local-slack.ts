// A Slack workspace on this machine: Web API, Socket Mode, files, and people who can be played.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Act, ActAnswer, Channel, Clock, Fault, Message, SlackSight } from '../contract.ts'
import type { Memory } from '../memory.ts'
import { botSays, perform } from './acts.ts'
import { events as openEvents } from './events.ts'
import { faults as noFaults } from '../faults.ts'
import { readManifest } from './manifest.ts'
import { Refused, type Workplace } from './method.ts'
import { chat } from './methods/chat.ts'
import { conversations } from './methods/conversations.ts'
import { fileMethods, type Upload } from './methods/files.ts'
import { whoIsWho } from './methods/people.ts'
import { reactions } from './methods/reactions.ts'
import { views } from './methods/views.ts'
import { app, channels, ids, people } from './people.ts'
import { sockets as openSockets } from './sockets.ts'
import { tickets as openTickets } from './tickets.ts'
import { answerCall, credentials, readBody } from './web-api.ts'
import { openWorld, type Stored } from './world.ts'

export type LocalSlack = {
  /** Answers everything below /api/ and /files/. */
  answer(request: IncomingMessage, response: ServerResponse): void
  /** Takes the WebSocket at /link; false for any other address. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  act(act: Act): Promise<ActAnswer>
  sight(as: string): SlackSight
  setFaults(faults: Fault[]): void
  /** Asks one app connection to come again, as Slack does every few hours. */
  refreshSocket(reason?: 'warning' | 'refresh_requested' | 'link_disabled'): void
  /** How many sockets the app holds. */
  connections(): number
  /** What the bot called, newest last: for tests that count. */
  calls(): readonly string[]
  /** A plan without user groups answers plan_upgrade_required. */
  setUserGroups(hasUserGroups: boolean): void
  /** Deletes a message as a workspace admin can. */
  deleteMessage(channel: string, ts: string): void
  markSample(): void
  reset(): void
  credentials: typeof credentials
  ids: typeof ids
  stop(): void
}

/** Opens the workspace the manifest's app is installed in. Throws for a manifest Slack would not take. */
export function localSlack(given: {
  manifest: unknown
  memory: Memory
  clock: Clock
  address: () => string
  changed: () => void
}): LocalSlack {
  const { memory, clock, address, changed } = given
  const manifest = readManifest(given.manifest)
  const world = openWorld(memory, clock)
  const sockets = openSockets()
  const faults = noFaults()
  const uploads = new Map<string, Upload>()
  const calls: string[] = []
  let hasUserGroups = true
  const events = openEvents({
    manifest,
    world,
    sockets,
    clock,
    twice: () => faults.strike('event', ['twice']) !== null,
    isDown: () => faults.isDown(),
  })
  const place: Workplace = {
    manifest,
    world,
    events,
    sockets,
    tickets: openTickets(),
    clock,
    address,
    hasUserGroups: () => hasUserGroups,
  }
  const methods = {
    ...chat,
    ...conversations,
    ...whoIsWho,
    ...reactions,
    ...views,
    ...fileMethods(uploads),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
    if (path.startsWith('/files/')) return transfer(path, request, response)
    if (path.startsWith('/api/response/')) return respond(path, request, response)
    const method = path.slice('/api/'.length)
    calls.push(method)
    if (calls.length > 5_000) calls.shift()
    await answerCall(request, response, { place, methods, strike: (name) => faults.strike(name) })
    changed()
  }

  async function transfer(path: string, request: IncomingMessage, response: ServerResponse) {
    const [, , direction, id = ''] = path.split('/')
    const upload = uploads.get(id)
    if (direction === 'upload' && upload !== undefined && request.method === 'POST') {
      const body = await readBody(request)
      upload.mimetype = request.headers['content-type'] ?? 'application/octet-stream'
      upload.bytes = fileIn(body, upload)
      response.end(`OK - ${upload.bytes.length}`)
      return
    }
    const isAllowed =
      request.headers.authorization === `Bearer ${credentials.botToken}` ||
      request.headers['sec-fetch-site'] === 'same-origin'
    if (direction === 'private' && upload?.bytes != null && isAllowed) {
      response.setHeader('content-type', upload.mimetype)
      response.end(upload.bytes)
      return
    }
    // Without a good token Slack shows its login page, with status 200.
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<!doctype html><title>Anmelden</title>')
  }

  async function respond(path: string, request: IncomingMessage, response: ServerResponse) {
    const said = JSON.parse((await readBody(request)).toString('utf8')) as Record<string, unknown>
    const where = place.tickets.answer(path.slice('/api/response/'.length))
    if ('error' in where) {
      response.statusCode = 404
      response.end(where.error)
      return
    }
    const original =
      where.messageTs === null ? undefined : world.message(where.channel, where.messageTs)
    try {
      if (said.delete_original === true && original !== undefined) world.drop(original)
      else if (said.replace_original === true && original !== undefined) {
        Object.assign(original, { text: said.text ?? '', blocks: said.blocks ?? [], edited: true })
        world.keep(original)
      } else {
        const onlyFor = said.response_type === 'in_channel' ? null : where.user
        botSays(place, where.channel, said, { onlyFor })
      }
      response.end('ok')
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      response.statusCode = 400
      response.end(error.message)
    }
    changed()
  }

  return {
    answer(request, response) {
      answer(request, response).catch(() => {
        request.socket.destroy()
      })
    },
    upgrade(request, socket, head) {
      if (faults.isDown()) {
        socket.destroy()
        return true
      }
      return sockets.upgrade(request, socket, head)
    },
    async act(act) {
      if (faults.isDown()) {
        return { ok: false, error: 'down', sentence: 'Slack ist gerade nicht erreichbar.' }
      }
      const done = await perform(place, act)
      changed()
      return done
    },
    sight(as) {
      const me = people.find(({ id }) => id === as) ?? people[0]
      if (me === undefined) throw new Error('nobody works here')
      const inChannels = channels.filter(({ members }) => members.includes(me.id))
      const direct = world.hasDirect(me.id) ? [world.directWith(me.id)] : []
      return {
        me,
        people: [...people],
        bot: { id: app.userId, name: app.name },
        channels: [
          ...inChannels.map(({ id, name, isPrivate, shared }): Channel => ({
            id,
            name,
            kind: 'channel',
            isPrivate,
            shared,
            messages: shown(world.messagesIn(id), me.id),
          })),
          ...direct.map((id): Channel => ({
            id,
            name: app.name,
            kind: 'direct',
            isPrivate: true,
            shared: false,
            messages: shown(world.messagesIn(id), me.id),
          })),
        ],
        commands: manifest.features.slash_commands.map(
          ({ command: name, description, usage_hint: usageHint }) => ({
            name,
            description,
            usageHint,
          }),
        ),
        messageShortcuts: manifest.features.shortcuts
          .filter(({ type }) => type === 'message')
          .map(({ name, callback_id: callbackId }) => ({ name, callbackId })),
        modals: (world.modals.get(me.id) ?? []).map(({ view, errors }) => ({
          viewId: view.id,
          view,
          errors,
        })),
        home: world.homes.get(me.id) ?? null,
        faults: faults.list(),
      }
    },
    setFaults(list) {
      faults.set(list)
      if (faults.isDown()) sockets.cut()
      changed()
    },
    refreshSocket: (reason) => {
      sockets.refresh(reason)
    },
    connections: () => sockets.count(),
    calls: () => calls,
    setUserGroups(has) {
      hasUserGroups = has
    },
    deleteMessage(channel, ts) {
      const message = world.message(channel, ts)
      if (message !== undefined) world.drop(message)
      changed()
    },
    markSample: () => {
      world.markSample()
    },
    reset() {
      world.reset()
      faults.set([])
      uploads.clear()
    },
    credentials,
    ids,
    stop() {
      events.stop()
      sockets.stop()
    },
  }
}

/** Messages as one person sees them: threads folded under their first message. */
function shown(stored: readonly Stored[], me: string): Message[] {
  const visible = stored.filter(({ onlyFor }) => onlyFor === null || onlyFor === me)
  const isReply = (one: Stored) => one.threadTs !== null && one.threadTs !== one.ts
  const sight = (one: Stored): Message => ({
    ...one,
    bot: one.user === app.userId,
    replies: visible.filter((reply) => isReply(reply) && reply.threadTs === one.ts).map(sight),
    ephemeral: one.onlyFor !== null,
  })
  return visible.filter((one) => !isReply(one)).map(sight)
}

// The client sends the bytes as they are, or wrapped in one multipart part.
function fileIn(body: Buffer, upload: Upload): Buffer {
  const boundary = /multipart\/form-data;.*boundary="?([^";]+)/.exec(upload.mimetype)?.[1]
  if (boundary === undefined) return body
  const start = body.indexOf('\r\n\r\n') + 4
  const head = body.subarray(0, start).toString('utf8')
  upload.mimetype = /content-type: *(\S+)/i.exec(head)?.[1] ?? 'application/octet-stream'
  return body.subarray(start, body.indexOf(`\r\n--${boundary}`, start))
}
