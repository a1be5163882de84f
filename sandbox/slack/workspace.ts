// What all rooms of the local Slack share: the people, what was said so far, ids and time.

import { randomInt } from 'node:crypto'
import type { Clock, Person, Ping } from '../contract.ts'
import type { Memory } from '../memory.ts'
import type { Block } from './blocks/blocks.ts'
import type { ViewSource } from './blocks/view.ts'
import { collection, type Collection } from './collection.ts'
import { readManifest, type Manifest } from './manifest.ts'
import {
  betweenPeople,
  channels,
  directMessage,
  people,
  userGroup,
  type Conversation,
} from './world.ts'

/** What a local Slack is opened with. */
export type LocalSlackOptions = {
  /** manifest.json, parsed: the same file a real workspace is given. */
  manifest: unknown
  memory: Memory
  clock: Clock
  /** The sandbox's own address once it listens, e.g. "http://127.0.0.1:4000", without a slash. */
  address: () => string
  /** Called whenever what somebody sees may differ. */
  changed: () => void
  /** Makes the random part of ids: a word of that many capital letters and digits. */
  random?: (length: number) => string
  /** False for a plan without user groups: usergroups.* answer plan_upgrade_required. */
  userGroups?: boolean
}

export type StoredFile = {
  id: string
  name: string
  title: string
  /** What a screen reader says of a picture; empty where nobody said. */
  altText: string
  mimetype: string
  size: number
  user: string
  created: number
  /** The part of its addresses that nobody can guess. */
  secret: string
  /** Base64; null until the bytes were sent. */
  content: string | null
  shared: boolean
  /** Slack has looked at a picture from then on (UTC milliseconds), and blocks can show it. */
  shownFrom?: number
}

export type Metadata = { event_type: string; event_payload: Record<string, unknown> }

export type StoredMessage = {
  ts: string
  channel: string
  user: string
  text: string
  blocks: Block[]
  reactions: { name: string; users: string[] }[]
  files: string[]
  /** As Slack keeps what was forwarded, or what an app hangs below; shown to the bot only. */
  attachments?: readonly unknown[]
  threadTs: string | null
  /** A reply that is also shown in the channel. */
  broadcast: boolean
  edited: { user: string; ts: string } | null
  metadata: Metadata | null
  /** The one person who sees it, null for an ordinary message. */
  onlyFor: string | null
  /** Deleted, but kept as the head of its thread. */
  tombstone: boolean
}

export type StoredView = ViewSource & {
  id: string
  hash: string
  user: string
  rootId: string
  previousId: string | null
  values: Record<string, Record<string, unknown>>
  errors: Record<string, string>
}

export type ResponseUrl = {
  id: string
  channel: string
  user: string
  expires: number
  uses: number
  /** The message whose button was pressed. */
  original: string | null
}

export type StoredEvent = {
  id: string
  body: Record<string, unknown>
  /** Deliveries tried so far. */
  attempts: number
  reason: string
  /** Milliseconds of the clock. */
  due: number
}

/** A ping, and for whom. */
export type StoredPing = Ping & { to: string }

export type Workspace = {
  options: LocalSlackOptions
  manifest: Manifest
  messages: Collection<StoredMessage>
  files: Collection<StoredFile>
  views: Collection<StoredView>
  pings: Collection<StoredPing>
  responseUrls: Collection<ResponseUrl>
  events: Collection<StoredEvent>
  /** Direct message channels that were opened, by channel id. */
  opened: Collection<string>
  marks: Collection<string>
  now: () => number
  /** A new ts, greater than all before it, also over restarts and clocks set back. */
  newTs(): string
  /** The ts given out last; "0.000000" before the first. */
  lastTs(): string
  /** e.g. newId('V') is "V" and ten capital letters and digits. */
  newId(prefix: string, length?: number): string
  person(id: string): Person | undefined
  /** A channel by id, or a direct message channel, those with the bot whether opened or not. */
  conversation(id: string): Conversation | undefined
  conversations(): Conversation[]
  /** Changes what a channel is, until the workspace is opened anew. Throws for an unknown one. */
  changeConversation(id: string, change: Partial<Conversation>): Conversation
  /** Who is in the press office's group; null once it is deleted. */
  groupMembers(): readonly string[] | null
  setGroupMembers(members: readonly string[] | null): void
  /** Whether a person's account was closed. */
  isDeactivated(id: string): boolean
  deactivate(id: string): void
  /** Whether the bot's token still opens anything. */
  isRevoked: () => boolean
  revoke(): void
  clear(): void
  /** Takes what the memory holds in place of what is at hand. */
  load(): void
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const word = (length: number) =>
  Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')

/** Loads the workspace from the memory. */
export function openWorkspace(options: LocalSlackOptions): Workspace {
  const { memory, clock } = options
  const manifest = readManifest(options.manifest)
  const kept = {
    messages: collection<StoredMessage>(memory, 'slack-message'),
    files: collection<StoredFile>(memory, 'slack-file'),
    views: collection<StoredView>(memory, 'slack-view'),
    pings: collection<StoredPing>(memory, 'slack-ping'),
    responseUrls: collection<ResponseUrl>(memory, 'slack-response-url'),
    events: collection<StoredEvent>(memory, 'slack-event'),
    opened: collection<string>(memory, 'slack-opened'),
    marks: collection<string>(memory, 'slack-mark'),
  }
  const direct = people
    .filter((person) => !person.foreign)
    .map((person) => directMessage(person.id, manifest.botName))
  let conversations: readonly Conversation[] = [...channels, ...direct, ...betweenPeople]
  let members: readonly string[] | null = userGroup.members
  let revoked = false
  const deactivated = new Set<string>()
  // Microseconds since 1970 fit a double exactly until the year 2255.
  let lastTs = Number(kept.marks.get('last-ts') ?? 0)
  const random = options.random ?? word

  return {
    options,
    manifest,
    ...kept,
    now: () => clock.now(),
    newTs() {
      lastTs = Math.max(Math.floor(clock.now()) * 1000, lastTs + 100)
      kept.marks.put('last-ts', String(lastTs))
      return written(lastTs)
    },
    lastTs: () => written(lastTs),
    newId: (prefix, length = 10) => prefix + random(length),
    person: (id) => people.find((person) => person.id === id),
    conversation: (id) => conversations.find((one) => one.id === id),
    conversations: () => [...conversations],
    changeConversation(id, change) {
      const found = conversations.find((one) => one.id === id)
      if (found === undefined) throw new Error(`there is no channel ${id}`)
      const changed = { ...found, ...change }
      conversations = conversations.map((one) => (one.id === id ? changed : one))
      return changed
    },
    groupMembers: () => members,
    setGroupMembers(next) {
      members = next
    },
    isDeactivated: (id) => deactivated.has(id),
    deactivate(id) {
      deactivated.add(id)
    },
    isRevoked: () => revoked,
    revoke() {
      revoked = true
    },
    load() {
      for (const one of Object.values(kept)) one.load()
      lastTs = Number(kept.marks.get('last-ts') ?? 0)
    },
    clear() {
      const keepTs = kept.marks.get('last-ts')
      for (const one of Object.values(kept)) one.clear()
      if (keepTs !== undefined) kept.marks.put('last-ts', keepTs)
    },
  }
}

/** Microseconds as a ts, e.g. "1732345678.000100". */
function written(microseconds: number): string {
  const digits = String(microseconds).padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`
}
