// What the bot may see and do: scopes of the manifest and memberships.

import { findMessage } from './messages.ts'
import { Refused } from './refused.ts'
import type { Slack } from './slack.ts'
import type { StoredMessage, Workspace } from './workspace.ts'
import { bot, type Conversation } from './world.ts'

/** Refuses missing_scope, with what was needed and what there is. */
export function requireScope(workspace: Workspace, scope: string): void {
  const { scopes } = workspace.manifest
  if (scopes.has(scope)) return
  throw new Refused('missing_scope', { needed: scope, provided: [...scopes].join(',') })
}

/** A channel that exists for the bot. Refuses channel_not_found, also for private ones of others. */
export function visibleChannel(slack: Workspace, id: string): Conversation {
  const channel = slack.conversation(id)
  if (channel === undefined) throw new Refused('channel_not_found')
  const member = channel.members.includes(bot.id)
  if (channel.isPrivate && !member) throw new Refused('channel_not_found')
  if (channel.isIm && slack.opened.get(id) === undefined) throw new Refused('channel_not_found')
  return channel
}

/** A channel the bot is in. Refuses also not_in_channel. */
export function joinedChannel(slack: Workspace, id: string): Conversation {
  const channel = visibleChannel(slack, id)
  if (!channel.members.includes(bot.id)) throw new Refused('not_in_channel')
  return channel
}

/** A channel the bot is in and may write in. Refuses also is_archived. */
export function writableChannel(slack: Workspace, id: string): Conversation {
  const channel = joinedChannel(slack, id)
  if (channel.isArchived) throw new Refused('is_archived')
  return channel
}

/** Needs channels:, groups: or im: with read or history, by the kind of channel. */
export function requireChannelScope(
  slack: Workspace,
  channel: Conversation,
  what: 'read' | 'history',
): void {
  const kind = channel.isIm ? 'im' : channel.isPrivate ? 'groups' : 'channels'
  requireScope(slack, `${kind}:${what}`)
}

/** A message others can see too. Refuses message_not_found, also for ephemeral ones. */
export function publicMessage(slack: Slack, channel: string, ts: string): StoredMessage {
  const message = findMessage(slack, channel, ts)
  if (message?.onlyFor !== null || message.tombstone) throw new Refused('message_not_found')
  return message
}

/** Opens the direct message channel of a person with the bot. Refuses user_not_found for people
 * of other organisations and messages_tab_disabled where the manifest has no messages tab. */
export function openDirect(slack: Workspace, userId: string): Conversation {
  const person = slack.person(userId)
  if (person === undefined || person.foreign) throw new Refused('user_not_found')
  if (!slack.manifest.messagesTab) throw new Refused('messages_tab_disabled')
  const channel = slack.conversation(`D${userId.slice(1)}`)
  if (channel === undefined) throw new Refused('channel_not_found')
  slack.opened.put(channel.id, channel.id)
  return channel
}
