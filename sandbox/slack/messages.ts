// Messages: posting, changing and deleting them, and the events that follow.

import type { Block } from './blocks/blocks.ts'
import { ring } from './pings.ts'
import type { Slack } from './slack.ts'
import { storedText } from './stored-text.ts'
import type { Metadata, StoredMessage } from './workspace.ts'
import { bot, team, type Conversation } from './world.ts'
import { apiMessage } from './api-message.ts'

export type NewMessage = {
  channel: Conversation
  user: string
  text: string
  blocks?: Block[]
  files?: string[]
  attachments?: readonly unknown[]
  threadTs?: string | null
  broadcast?: boolean
  metadata?: Metadata | null
  onlyFor?: string | null
}

const key = (channel: string, ts: string) => `${channel}:${ts}`

export function findMessage(slack: Slack, channel: string, ts: string): StoredMessage | undefined {
  return slack.messages.get(key(channel, ts))
}

/** Oldest first; also ephemeral ones. */
export function messagesIn(slack: Slack, channel: string): StoredMessage[] {
  return slack.messages.all().filter((message) => message.channel === channel)
}

function repliesTo(slack: Slack, message: StoredMessage): StoredMessage[] {
  return messagesIn(slack, message.channel).filter((one) => one.threadTs === message.ts)
}

export function keepMessage(slack: Slack, message: StoredMessage): void {
  slack.messages.put(key(message.channel, message.ts), message)
  slack.options.changed()
}

/** Adds a message; everybody who may see it gets the event, the bot of its own ones too. */
export function postMessage(slack: Slack, message: NewMessage): StoredMessage {
  const stored: StoredMessage = {
    ts: slack.newTs(),
    channel: message.channel.id,
    user: message.user,
    text: storedText(message.text),
    blocks: message.blocks ?? [],
    reactions: [],
    files: message.files ?? [],
    ...(message.attachments !== undefined && { attachments: message.attachments }),
    threadTs: message.threadTs ?? null,
    broadcast: message.broadcast ?? false,
    edited: null,
    metadata: message.metadata ?? null,
    onlyFor: message.onlyFor ?? null,
    tombstone: false,
  }
  keepMessage(slack, stored)
  ring(slack, message.channel, stored)
  if (stored.onlyFor === null) emitMessage(slack, message.channel, apiMessage(slack, stored))
  return stored
}

export type Change = { text?: string; blocks?: Block[]; metadata?: Metadata | null }

/** Changes what is given and keeps the rest. */
export function changeMessage(
  slack: Slack,
  channel: Conversation,
  message: StoredMessage,
  change: Change,
): StoredMessage {
  const { text, ...rest } = change
  const changed: StoredMessage = {
    ...message,
    ...rest,
    ...(text === undefined ? {} : { text: storedText(text) }),
    edited: { user: bot.id, ts: slack.newTs() },
  }
  keepMessage(slack, changed)
  if (changed.onlyFor === null) {
    emitMessage(slack, channel, {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      ts: changed.edited?.ts,
      message: apiMessage(slack, changed),
      previous_message: apiMessage(slack, message),
    })
  }
  return changed
}

/** Deletes; the head of a thread leaves a tombstone so that its replies keep their place. */
export function deleteMessage(slack: Slack, channel: Conversation, message: StoredMessage): void {
  if (repliesTo(slack, message).length > 0) {
    const text = 'Diese Nachricht wurde gelöscht.'
    const nothing = { text, blocks: [], files: [], reactions: [], metadata: null }
    keepMessage(slack, { ...message, ...nothing, tombstone: true })
  } else {
    slack.messages.remove(key(message.channel, message.ts))
    slack.options.changed()
  }
  if (message.onlyFor !== null) return
  emitMessage(slack, channel, {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    ts: slack.newTs(),
    deleted_ts: message.ts,
    previous_message: apiMessage(slack, message),
  })
}

function emitMessage(slack: Slack, channel: Conversation, event: Record<string, unknown>): void {
  const kind = channel.isIm ? 'im' : channel.isPrivate ? 'group' : 'channel'
  const whole = {
    ...event,
    team: team.id,
    channel: channel.id,
    channel_type: kind,
    event_ts: event.ts,
  }
  slack.delivery.emit(kind === 'im' ? 'message.im' : `message.${kind}s`, whole, channel)
}
