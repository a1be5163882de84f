// The Web API's manner: every answer is HTTP 200, business errors are { ok: false, error }.
import type { Clock } from '../contract.ts'
import type { Events } from './events.ts'
import type { Manifest } from './manifest.ts'
import { app } from './people.ts'
import type { Sockets } from './sockets.ts'
import type { Tickets } from './tickets.ts'
import type { Stored, World } from './world.ts'

/** What the methods work on. */
export type Workplace = {
  manifest: Manifest
  world: World
  events: Events
  sockets: Sockets
  tickets: Tickets
  clock: Clock
  /** "http://127.0.0.1:3000" */
  address: () => string
  /** Whether the plan has user groups. */
  hasUserGroups: () => boolean
}

/** Arguments as sent; nested values already parsed from their JSON strings. */
export type Arguments = Record<string, unknown>
export type Answer = { ok: true } & Record<string, unknown>

/** A method: the scopes of which it needs one, and what it does. Throws a Refused. */
export type Method = {
  scopes?: readonly string[]
  run: (place: Workplace, given: Arguments) => Answer
}

/** Slack's error word. */
export class Refused extends Error {
  readonly more: Record<string, unknown>
  constructor(word: string, more: Record<string, unknown> = {}) {
    super(word)
    this.more = more
  }
}

export function text(given: Arguments, name: string): string {
  const value = given[name]
  if (typeof value === 'string' && value !== '') return value
  if (typeof value === 'number') return String(value)
  throw new Refused('invalid_arguments', {
    response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
  })
}

export function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1
}

/** A channel the bot may use, by id. Refuses channel_not_found and not_in_channel as Slack does: a private
 * channel without the bot is not even found. */
export function joinedChannel({ world }: Workplace, id: string) {
  const channel = world.channel(id)
  if (channel === null) throw new Refused('channel_not_found')
  if (!channel.members.includes(app.userId)) {
    throw new Refused(channel.isPrivate ? 'channel_not_found' : 'not_in_channel')
  }
  return channel
}

/** The scopes of which reading a kind of channel needs one. */
export function readingScope(place: Workplace, id: string): void {
  const channel = place.world.channel(id)
  if (channel === null) return
  const needed = channel.direct
    ? 'im:history'
    : channel.isPrivate
      ? 'groups:history'
      : 'channels:history'
  requireScope(place.manifest, [needed])
}

/** Refuses missing_scope unless one of the scopes is declared. */
export function requireScope(manifest: Manifest, scopes: readonly string[]): void {
  const provided = manifest.oauth_config.scopes.bot
  if (scopes.length === 0 || scopes.some((scope) => provided.includes(scope))) return
  throw new Refused('missing_scope', { needed: scopes[0], provided: provided.join(',') })
}

/** A message as the Web API tells it. */
export function messageObject(message: Stored, withMetadata: boolean): Record<string, unknown> {
  const isBot = message.user === app.userId
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: 'T0BERGEDORF',
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(isBot && { bot_id: app.botId, app_id: app.id }),
    ...(message.threadTs !== null && { thread_ts: message.threadTs }),
    ...(message.edited && { edited: { user: message.user, ts: message.ts } }),
    ...(message.files.length > 0 && { files: message.files.map(fileObject) }),
    ...(message.reactions.length > 0 && {
      reactions: message.reactions.map((one) => ({ ...one, count: one.users.length })),
    }),
    ...(withMetadata && message.metadata !== null && { metadata: message.metadata }),
  }
}

function fileObject(file: Stored['files'][number]): Record<string, unknown> {
  const { url, ...rest } = file
  return { ...rest, title: file.name, url_private: url, url_private_download: url }
}
