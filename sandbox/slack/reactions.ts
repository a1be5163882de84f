// Reactions: one of each kind per person and message.

import { keepMessage } from './messages.ts'
import { Refused } from './refused.ts'
import type { Slack } from './slack.ts'
import type { StoredMessage } from './workspace.ts'
import type { Conversation } from './world.ts'

/** Slack reports some emoji under one name, whichever was typed. */
const aliases: Record<string, string> = { thumbsup: '+1', thumbsdown: '-1' }

function canonical(name: string): string {
  if (!/^[a-z\d_+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new Refused('invalid_name')
  const [emoji = '', ...tone] = name.split('::')
  return [aliases[emoji] ?? emoji, ...tone].join('::')
}

/** Adds a reaction. Refuses invalid_name and already_reacted. */
export function react(
  slack: Slack,
  channel: Conversation,
  message: StoredMessage,
  user: string,
  emoji: string,
): void {
  const name = canonical(emoji)
  const existing = message.reactions.find((one) => one.name === name)
  if (existing?.users.includes(user)) throw new Refused('already_reacted')
  const reactions = existing
    ? message.reactions.map((one) =>
        one.name === name ? { name, users: [...one.users, user] } : one,
      )
    : [...message.reactions, { name, users: [user] }]
  keepMessage(slack, { ...message, reactions })
  emitReaction(slack, 'reaction_added', channel, message, user, name)
}

/** Takes a reaction back. Refuses invalid_name and no_reaction. */
export function unreact(
  slack: Slack,
  channel: Conversation,
  message: StoredMessage,
  user: string,
  emoji: string,
): void {
  const name = canonical(emoji)
  const existing = message.reactions.find((one) => one.name === name)
  if (!existing?.users.includes(user)) throw new Refused('no_reaction')
  const reactions = message.reactions
    .map((one) =>
      one.name === name ? { name, users: one.users.filter((other) => other !== user) } : one,
    )
    .filter((one) => one.users.length > 0)
  keepMessage(slack, { ...message, reactions })
  emitReaction(slack, 'reaction_removed', channel, message, user, name)
}

function emitReaction(
  slack: Slack,
  type: 'reaction_added' | 'reaction_removed',
  channel: Conversation,
  message: StoredMessage,
  user: string,
  reaction: string,
): void {
  const item = { type: 'message', channel: channel.id, ts: message.ts }
  const event = { type, user, reaction, item, item_user: message.user, event_ts: slack.newTs() }
  slack.delivery.emit(type, event, channel)
}
