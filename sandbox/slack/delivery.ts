// Brings events, commands and interactions to the bot and waits for its acknowledgement.

import { limits } from './blocks/limits.ts'
import type { Faults } from './faults.ts'
import type { Envelope, Sockets } from './sockets.ts'
import type { StoredEvent, Workspace } from './workspace.ts'
import { bot, team, type Conversation } from './world.ts'

export type Acknowledged = { acked: true; payload: unknown }
export type NotAcknowledged = { acked: false; error: 'dispatch_failed' | 'operation_timeout' }

export type Delivery = {
  /** Sends an event of the Events API if the manifest asks for it and the bot may see it; tries
   * again when it is not acknowledged. kind is the manifest's word, e.g. "message.channels". */
  emit: (kind: string, event: Record<string, unknown>, channel?: Conversation) => void
  /** Sends a command or an interaction once. */
  ask: (
    type: 'slash_commands' | 'interactive',
    payload: Record<string, unknown>,
  ) => Promise<Acknowledged | NotAcknowledged>
  acknowledged: (envelopeId: string, payload: unknown) => void
  /** Gives up what is underway; events not yet acknowledged are sent again at the next start. */
  stop: () => void
}

/** Waits after the first, second and third failed delivery; after the fourth the event is gone. */
const retryAfterMs = [0, 60_000, 300_000]
const lookEveryMs = 250

/** The waits between retries follow the sandbox's clock, so that they can be skipped; the three
 * seconds for an acknowledgement are real ones, because the bot's answer takes real time. */
export function openDelivery(
  workspace: Workspace,
  sockets: () => Sockets,
  faults: Faults,
): Delivery {
  const waiting = new Map<string, (payload: unknown) => void>()
  const timers = new Set<NodeJS.Timeout>()
  const underway = new Set<string>()
  const askers = new Set<() => void>()

  function after(milliseconds: number, then: () => void): () => void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      then()
    }, milliseconds)
    timers.add(timer)
    return () => {
      clearTimeout(timer)
      timers.delete(timer)
    }
  }

  function sendEvent({ body, attempts, reason }: StoredEvent): { sent: boolean; id: string } {
    const id = workspace.newId('', 24)
    const envelope: Envelope = {
      envelope_id: id,
      type: 'events_api',
      payload: body,
      accepts_response_payload: false,
      retry_attempt: attempts,
      retry_reason: reason,
    }
    return { sent: sockets().send(envelope), id }
  }

  function attempt(event: StoredEvent): void {
    underway.add(event.id)
    const { sent, id } = sendEvent(event)
    const cancel = after(limits.ack.milliseconds, () => {
      waiting.delete(id)
      underway.delete(event.id)
      failed(event, sent ? 'timeout' : 'connection_failed')
    })
    waiting.set(id, () => {
      cancel()
      underway.delete(event.id)
      workspace.events.remove(event.id)
    })
  }

  function failed(event: StoredEvent, reason: string): void {
    if (workspace.events.get(event.id) === undefined) return // a reset forgot it meanwhile
    const wait = retryAfterMs[event.attempts]
    if (wait === undefined) {
      workspace.events.remove(event.id)
      return
    }
    const attempts = event.attempts + 1
    const next = { ...event, attempts, reason, due: workspace.now() + wait }
    workspace.events.put(event.id, next)
    if (wait === 0) attempt(next)
  }

  const look = setInterval(() => {
    for (const event of workspace.events.all()) {
      if (!underway.has(event.id) && event.due <= workspace.now()) attempt(event)
    }
  }, lookEveryMs)
  look.unref()

  return {
    emit(kind, event, channel) {
      const mayKnow = channel === undefined || channel.members.includes(bot.id)
      if (!workspace.manifest.events.has(kind) || !mayKnow) return
      const body = eventBody(workspace, event, channel)
      const type = String(event.type)
      const late = faults.lateness(type)
      const due = workspace.now() + late
      const stored = { id: body.event_id, body, attempts: 0, reason: '', due }
      workspace.events.put(stored.id, stored)
      // What comes late comes when the look finds it due.
      if (late > 0) return
      const copies = faults.copies(type)
      attempt(stored)
      for (let copy = 1; copy < copies; copy += 1) sendEvent(stored)
    },
    async ask(type, payload) {
      const id = workspace.newId('', 24)
      const envelope = { envelope_id: id, type, payload, accepts_response_payload: true }
      const mute = type === 'interactive' && !workspace.manifest.interactivity
      if (mute || !sockets().send(envelope)) return { acked: false, error: 'dispatch_failed' }
      return new Promise((resolve) => {
        const settle = (answer: Acknowledged | NotAcknowledged) => {
          cancel()
          waiting.delete(id)
          askers.delete(giveUp)
          resolve(answer)
        }
        const giveUp = () => {
          settle({ acked: false, error: 'dispatch_failed' })
        }
        const cancel = after(limits.ack.milliseconds, () => {
          settle({ acked: false, error: 'operation_timeout' })
        })
        askers.add(giveUp)
        waiting.set(id, (answer) => {
          if (faults.unheard(type)) settle({ acked: false, error: 'operation_timeout' })
          else settle({ acked: true, payload: answer })
        })
      })
    },
    acknowledged(envelopeId, payload) {
      // An acknowledgement after three seconds finds nobody waiting: the retry is already out.
      const settle = waiting.get(envelopeId)
      waiting.delete(envelopeId)
      settle?.(payload)
    },
    stop() {
      clearInterval(look)
      for (const timer of timers) clearTimeout(timer)
      waiting.clear()
      for (const giveUp of askers) giveUp()
    },
  }
}

function eventBody(workspace: Workspace, event: Record<string, unknown>, channel?: Conversation) {
  const authorization = { enterprise_id: null, team_id: team.id, user_id: bot.id, is_bot: true }
  return {
    token: 'sandbox',
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: workspace.newId('Ev'),
    event_time: Math.floor(workspace.now() / 1000),
    authorizations: [{ ...authorization, is_enterprise_install: false }],
    is_ext_shared_channel: channel?.isExtShared ?? false,
    event_context: workspace.newId('4-'),
  }
}
