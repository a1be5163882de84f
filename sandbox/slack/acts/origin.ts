// Who does something and where: the parts all payloads share.

import type { Person } from '../../contract.ts'
import { handle } from '../escape.ts'
import { Refused } from '../refused.ts'
import type { Slack } from '../slack.ts'
import { findMessage } from '../messages.ts'
import type { StoredMessage } from '../workspace.ts'
import { bot, partnerTeam, team, type Conversation } from '../world.ts'

export function actor(slack: Slack, as: string): Person {
  const person = slack.person(as)
  if (person === undefined) throw new Refused('user_not_found')
  return person
}

/** A channel the person is in. Refuses channel_not_found. */
export function ownChannel(slack: Slack, person: Person, id: string): Conversation {
  const channel = slack.conversation(id)
  if (!channel?.members.includes(person.id)) throw new Refused('channel_not_found')
  return channel
}

/** A channel in which the person may write: the app's messages tab may be read-only. */
export function writableChannel(slack: Slack, person: Person, id: string): Conversation {
  const channel = ownChannel(slack, person, id)
  const { messagesTab, messagesTabReadOnly } = slack.manifest
  const isWithBot = channel.isIm && channel.members.includes(bot.id)
  if (isWithBot && (!messagesTab || messagesTabReadOnly)) {
    throw new Refused('restricted_action_read_only_channel')
  }
  if (isWithBot) slack.opened.put(channel.id, channel.id)
  return channel
}

/** A message the person sees. Refuses message_not_found. */
export function seenMessage(
  slack: Slack,
  person: Person,
  channel: string,
  ts: string,
): StoredMessage {
  const message = findMessage(slack, channel, ts)
  const hidden = message === undefined || message.tombstone
  if (hidden || (message.onlyFor !== null && message.onlyFor !== person.id)) {
    throw new Refused('message_not_found')
  }
  return message
}

export function channelName(channel: Conversation): string {
  if (channel.isIm) return 'directmessage'
  return channel.isPrivate ? 'privategroup' : channel.name
}

/** token, team, user and the like of an interaction. */
export function interaction(person: Person) {
  const name = handle(person)
  const teamId = person.foreign ? partnerTeam.id : team.id
  return {
    token: 'sandbox',
    api_app_id: bot.appId,
    team: { id: team.id, domain: team.domain },
    user: { id: person.id, username: name, name, team_id: teamId },
    enterprise: null,
    is_enterprise_install: false,
  }
}
