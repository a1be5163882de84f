// The local Slack: composes its rooms into the one thing the sandbox serves.

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import express, { type Router } from 'express'
import type { Act, ActAnswer, Fault, Ping, SlackSight } from '../contract.ts'
import { perform } from './acts/acts.ts'
import { administration, type Administration } from './administration.ts'
import { openAnswering } from './answering.ts'
import { apiRouter } from './api.ts'
import { openDelivery } from './delivery.ts'
import { openFaults } from './faults.ts'
import { fileRouter } from './file-routes.ts'
import { deleteMessage, findMessage } from './messages.ts'
import { pingsOf } from './pings.ts'
import { responseUrlRouter } from './response-urls.ts'
import { sightOf } from './sight.ts'
import type { Slack } from './slack.ts'
import { openSockets, type DisconnectReason } from './sockets.ts'
import { openTriggers } from './triggers.ts'
import { openWorkspace, type LocalSlackOptions } from './workspace.ts'
import { credentials, ids } from './world.ts'

export type LocalSlack = {
  /** Serves /api/… and /files/…; mount it at the root. */
  router: Router
  /** The same for a plain HTTP server; 404 for what is not Slack's. */
  answer: (request: IncomingMessage, response: ServerResponse) => void
  /** Takes the WebSocket of /link; false when the address is somebody else's. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean
  /** Does what a person does. Never rejects. */
  act: (act: Act) => Promise<ActAnswer>
  /** What one person sees. Throws for an unknown person. */
  sight: (as: string) => SlackSight
  /** What rang for a person so far and why, the newest first: counted when it was written, by the rules in pings.ts. */
  pings: (person: string) => readonly Ping[]
  /** How many sockets the bot holds. */
  connections: () => number
  /** The methods the bot called so far, struck by a fault or not, oldest first. */
  calls: () => readonly string[]
  /** Events the bot has not acknowledged yet, with how often they were tried in vain. */
  pending: () => readonly { id: string; attempts: number }[]
  /** Replaces all faults. Once there are none, the connections that wait in vain are cut. */
  setFaults(faults: Fault[]): void
  /** Sends the disconnect frame of Socket Mode to every socket. */
  disconnect: (reason: DisconnectReason) => void
  /** What an administrator changes while the bot runs. */
  administration: Administration
  /** Sends an interaction or a command exactly as given, whoever may do so: what somebody would send who got past
   * Slack. */
  forge: (
    type: 'slash_commands' | 'interactive',
    payload: Record<string, unknown>,
  ) => Promise<{ acked: boolean; payload?: unknown }>
  /** Deletes anybody's message, as an administrator of the workspace can. */
  deleteMessage(channel: string, ts: string): void
  /** Forgets everything that was said and done. */
  reset(): void
  /** Takes what the memory holds by now in place of what was said and done. */
  load(): void
  /** Marks everything made up to that ts as sample. */
  setSampleUntil(ts: string): void
  /** Marks everything made so far as sample. */
  markSample(): void
  credentials: { botToken: string; appToken: string }
  ids: typeof ids
  /** Closes sockets, held answers and timers. */
  stop(): Promise<void>
}

/** Opens the local Slack with what its memory holds. Throws where Slack would refuse the manifest. */
export function localSlack(options: LocalSlackOptions): LocalSlack {
  const workspace = openWorkspace(options)
  const faults = openFaults(options.changed)
  const delivery = openDelivery(workspace, () => sockets, faults)
  const sockets = openSockets({
    address: options.address,
    newId: (prefix) => workspace.newId(prefix, 24),
    isDown: faults.isDown,
    acknowledged: delivery.acknowledged,
  })
  const triggers = openTriggers(workspace.now, (prefix) => workspace.newId(prefix, 24))
  const slack: Slack = { ...workspace, faults, delivery, sockets, triggers }
  const answering = openAnswering()
  const router = express.Router()
  const calls: string[] = []
  router.use(apiRouter(slack, answering, calls))
  router.use(fileRouter(slack, answering))
  router.use(responseUrlRouter(slack, answering))
  // Only an app of express can be handed plain requests.
  const app = express().disable('x-powered-by').use(router)

  function setSampleUntil(ts: string): void {
    slack.marks.put('sample-until', ts)
    options.changed()
  }

  return {
    router,
    answer: (request, response) => {
      app(request, response)
    },
    connections: sockets.count,
    calls: () => calls,
    pending: () => slack.events.all(),
    upgrade: sockets.upgrade,
    act: (act) => perform(slack, act),
    sight: (as) => sightOf(slack, as),
    pings: (person) => pingsOf(slack, person),
    setFaults(next) {
      faults.replace(next)
      if (faults.isDown()) sockets.cut()
      if (next.length === 0) answering.stop()
      options.changed()
    },
    disconnect: sockets.disconnect,
    forge: (type, payload) => slack.delivery.ask(type, payload),
    administration: administration(slack),
    deleteMessage(channel, ts) {
      const place = slack.conversation(channel)
      const message = findMessage(slack, channel, ts)
      if (place && message) deleteMessage(slack, place, message)
    },
    reset() {
      slack.clear()
      triggers.clear()
      faults.replace([])
      options.changed()
    },
    load() {
      slack.load()
      options.changed()
    },
    setSampleUntil,
    markSample() {
      setSampleUntil(slack.lastTs())
    },
    credentials,
    ids,
    async stop() {
      delivery.stop()
      answering.stop()
      await sockets.stop()
    },
  }
}
