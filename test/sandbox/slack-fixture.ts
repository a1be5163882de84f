// A local Slack on a port of its own, and a real Bolt app to talk to it.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import express from 'express'
import { onTestFinished, vi } from 'vitest'
import type { Act, Message } from '../../sandbox/contract.ts'
import { openMemory, type Memory } from '../../sandbox/memory.ts'
import { localSlack } from '../../sandbox/slack/local-slack.ts'
import type { LocalSlackOptions } from '../../sandbox/slack/workspace.ts'

export const scopes = [
  ...['channels:history', 'channels:read', 'chat:write', 'commands', 'files:read', 'files:write'],
  ...['groups:history', 'groups:read', 'im:history', 'im:read', 'im:write', 'reactions:read'],
  ...['reactions:write', 'usergroups:read', 'users:read'],
]

const events = [
  ...['app_home_opened', 'reaction_added', 'reaction_removed'],
  ...['message.channels', 'message.groups', 'message.im'],
]

/** A manifest that declares all that the tests use, less what they leave out. */
export function manifest(
  change: { scopes?: string[]; events?: string[]; readOnly?: boolean } = {},
) {
  return {
    display_information: { name: 'Amtsfunk', description: 'Beiträge' },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: change.readOnly ?? false,
      },
      bot_user: { display_name: 'Amtsfunk' },
      shortcuts: [
        { name: 'Vorschlagen', type: 'message', callback_id: 'propose', description: 'x' },
      ],
      slash_commands: [
        { command: '/vorschlag', description: 'Vorschlagen', usage_hint: '[Text]' },
        { command: '/wer', description: 'Wer ist das?', should_escape: true },
      ],
    },
    oauth_config: { scopes: { bot: change.scopes ?? scopes } },
    settings: {
      event_subscriptions: { bot_events: change.events ?? events },
      interactivity: { is_enabled: true },
      socket_mode_enabled: true,
    },
  }
}

type Options = Partial<Omit<LocalSlackOptions, 'address' | 'changed'>>

/** Starts a local Slack; it stops when the test is over. */
export async function startSlack(options: Options = {}) {
  const memory: Memory = options.memory ?? openMemory(':memory:')
  const clock = { ms: Date.UTC(2026, 10, 23, 9), now: () => clock.ms }
  let changes = 0
  let address = ''
  const slack = localSlack({
    manifest: manifest(),
    clock,
    ...options,
    memory,
    address: () => address,
    changed: () => {
      changes += 1
    },
  })
  const server = createServer(express().use(slack.router))
  server.on('upgrade', (request, socket, head) => {
    if (!slack.upgrade(request, socket, head)) socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  let stopped = false
  async function stop(): Promise<void> {
    if (stopped) return
    stopped = true
    await slack.stop()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    memory.close()
  }
  onTestFinished(stop)

  const slackApiUrl = `${address}/api/`
  const client = (token: string = slack.credentials.botToken, timeout = 5_000) =>
    new WebClient(token, {
      slackApiUrl,
      timeout,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: quiet,
    })

  return {
    slack,
    clock,
    address: () => address,
    client,
    web: client(),
    changes: () => changes,
    stop,
    does: (as: string, act: DistributedOmit<Act, 'as'>) => slack.act({ as, ...act }),
    messages: (as: string, channel: string): Message[] =>
      slack.sight(as).channels.find((one) => one.id === channel)?.messages ?? [],
  }
}

type DistributedOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never

export type Running = Awaited<ReturnType<typeof startSlack>>

/** A logger for apps whose complaints are expected. */
export const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
}

/** Starts a real Bolt app in Socket Mode; register() declares its listeners. */
export async function startApp(
  running: Running,
  register: (app: App) => void,
  { sockets = 1, ignoreSelf = true } = {},
) {
  const { slack, address } = running
  const slackApiUrl = `${address()}/api/`
  const receivers = Array.from(
    { length: sockets },
    () =>
      new SocketModeReceiver({
        appToken: slack.credentials.appToken,
        logger: quiet,
        // So that it comes back after one second instead of five.
        clientPingTimeout: 1_000,
        installerOptions: { clientOptions: { slackApiUrl, timeout: 5_000 } },
      }),
  )
  const [first] = receivers
  if (first === undefined) throw new Error('an app needs at least one socket')
  const app = new App({
    token: slack.credentials.botToken,
    receiver: first,
    deferInitialization: true,
    convoStore: false,
    ignoreSelf,
    logger: quiet,
    clientOptions: { slackApiUrl, timeout: 5_000, retryConfig: { retries: 0 } },
  })
  register(app)
  await app.init()
  for (const receiver of receivers) {
    receiver.init(app)
    await receiver.start()
  }
  onTestFinished(async () => {
    await Promise.all(receivers.map((receiver) => receiver.client.disconnect()))
  })
  return { app, receivers }
}

/** Waits until the expectations hold; patient enough for a busy machine. */
export function eventually<T>(expectations: () => T | Promise<T>, timeout = 8_000): Promise<T> {
  return vi.waitFor(expectations, { timeout, interval: 20 })
}
