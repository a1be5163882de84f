// What is in the workspace: messages, files, homes, open forms. Everything that lasts is in memory.ts.
import type { Clock, File, Reaction } from '../contract.ts'
import type { Memory } from '../memory.ts'
import { app, channels, type ChannelFacts } from './people.ts'

export type Stored = {
  channel: string
  ts: string
  user: string
  text: string
  blocks: Record<string, unknown>[]
  reactions: Reaction[]
  files: File[]
  threadTs: string | null
  edited: boolean
  /** Set on ephemeral messages: the only person who sees it. They do not outlast the process. */
  onlyFor: string | null
  metadata: unknown
  sample: boolean
}

export type View = Record<string, unknown> & { id: string; hash: string }

export type World = ReturnType<typeof openWorld>

/** Opens the workspace as the memory has it. Timestamps are Slack's: seconds with six digits, rising. */
export function openWorld(memory: Memory, clock: Clock) {
  const messages = new Map<string, Stored>()
  const directs = new Map<string, string>()
  const homes = new Map<string, View>()
  /** The open forms of each person, the top one last. */
  const modals = new Map<string, { view: View; errors: Record<string, string> }[]>()
  let lastTs = 0
  let counter = 0

  for (const one of memory.all('slack/message') as Stored[]) keepInMind(one)
  for (const { user, channel } of memory.all('slack/direct') as {
    user: string
    channel: string
  }[]) {
    directs.set(channel, user)
  }
  for (const { user, view } of memory.all('slack/home') as { user: string; view: View }[]) {
    homes.set(user, view)
  }

  function keepInMind(message: Stored): void {
    messages.set(`${message.channel} ${message.ts}`, message)
    lastTs = Math.max(lastTs, microseconds(message.ts))
  }

  return {
    homes,
    modals,
    /** The next timestamp. */
    nextTs(): string {
      lastTs = Math.max(clock.now() * 1000, lastTs + 1)
      return `${Math.floor(lastTs / 1e6)}.${String(lastTs % 1e6).padStart(6, '0')}`
    },
    /** A new id, such as "V0000012". */
    nextId(letter: string): string {
      counter += 1
      return `${letter}${clock.now().toString(36)}${counter.toString(36)}`.toUpperCase()
    },
    message: (channel: string, ts: string) => messages.get(`${channel} ${ts}`),
    /** Puts or changes a message. */
    keep(message: Stored): void {
      keepInMind(message)
      if (message.onlyFor === null) {
        memory.put('slack/message', `${message.channel} ${message.ts}`, message)
      }
    },
    drop(message: Stored): void {
      messages.delete(`${message.channel} ${message.ts}`)
      memory.remove('slack/message', `${message.channel} ${message.ts}`)
    },
    /** The messages of a channel, oldest first. */
    messagesIn(channel: string): Stored[] {
      return [...messages.values()]
        .filter((one) => one.channel === channel)
        .sort((one, other) => microseconds(one.ts) - microseconds(other.ts))
    },
    /** A channel by id; null for what nobody made. */
    channel(id: string): (ChannelFacts & { direct: boolean }) | null {
      const person = directs.get(id)
      if (person !== undefined) {
        const members = [person, app.userId]
        return { id, name: 'direct', isPrivate: true, shared: false, members, direct: true }
      }
      const found = channels.find((one) => one.id === id)
      return found === undefined ? null : { ...found, direct: false }
    },
    /** The direct message channel between the bot and a person; it is opened when it is needed. */
    directWith(user: string): string {
      const id = `D0${user.slice(2)}`
      if (!directs.has(id)) {
        directs.set(id, user)
        memory.put('slack/direct', user, { user, channel: id })
      }
      return id
    },
    hasDirect: (user: string): boolean => directs.has(`D0${user.slice(2)}`),
    keepHome(user: string, view: View): void {
      homes.set(user, view)
      memory.put('slack/home', user, { user, view })
    },
    /** Marks everything there is as sample data. */
    markSample(): void {
      for (const message of messages.values()) {
        message.sample = true
        if (message.onlyFor === null) {
          memory.put('slack/message', `${message.channel} ${message.ts}`, message)
        }
      }
    },
    /** Back to an empty workspace. */
    reset(): void {
      for (const one of [messages, directs, homes, modals]) one.clear()
      lastTs = 0
      memory.clear('slack/')
    },
  }
}

export function microseconds(ts: string): number {
  return Math.round(Number(ts) * 1e6)
}

/** Slack stores what people type with these three characters escaped. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
