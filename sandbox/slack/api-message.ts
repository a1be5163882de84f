// A message as the Web API and the events show it to the bot.

import { limits } from './blocks/limits.ts'
import { apiFile } from './api-file.ts'
import type { Slack } from './slack.ts'
import type { StoredMessage } from './workspace.ts'
import { bot, partnerTeam, team } from './world.ts'

export type Shown = {
  /** Metadata is shown only where it was asked for (include_all_metadata). */
  metadata?: boolean
  /** The full list of who reacted, which only reactions.get with full=true promises. */
  allReactionUsers?: boolean
}

export function apiMessage(slack: Slack, message: StoredMessage, shown: Shown = {}) {
  if (message.tombstone) return tombstone(slack, message)
  const byBot = message.user === bot.id
  const foreign = slack.person(message.user)?.foreign === true
  return {
    type: 'message',
    ...(message.files.length > 0 ? { subtype: 'file_share' } : {}),
    ...(message.broadcast ? { subtype: 'thread_broadcast' } : {}),
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: foreign ? partnerTeam.id : team.id,
    ...(byBot ? botProfile(slack.manifest.botName) : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments ? { attachments: message.attachments } : {}),
    ...(message.files.length > 0 ? { files: filesOf(slack, message) } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.metadata && shown.metadata === true ? { metadata: message.metadata } : {}),
    ...reactionsOf(message, shown.allReactionUsers === true),
    ...threadOf(slack, message),
  }
}

function filesOf(slack: Slack, message: StoredMessage): unknown[] {
  return message.files.flatMap((id) => {
    const file = slack.files.get(id)
    return file ? [apiFile(slack, file)] : []
  })
}

function botProfile(name: string) {
  const profile = { id: bot.botId, app_id: bot.appId, name, deleted: false, team_id: team.id }
  return { bot_id: bot.botId, app_id: bot.appId, bot_profile: profile }
}

function reactionsOf(message: StoredMessage, all: boolean) {
  if (message.reactions.length === 0) return {}
  const reactions = message.reactions.map(({ name, users }) => ({
    name,
    users: all ? users : users.slice(0, limits.reactionUsers),
    count: users.length,
  }))
  return { reactions }
}

function threadOf(slack: Slack, message: StoredMessage) {
  const inThread = (ts: string) =>
    slack.messages.all().filter((one) => one.channel === message.channel && one.threadTs === ts)
  if (message.threadTs !== null) {
    const parent = slack.messages.get(`${message.channel}:${message.threadTs}`)
    return { thread_ts: message.threadTs, parent_user_id: parent?.user }
  }
  const replies = inThread(message.ts).filter((one) => one.onlyFor === null)
  if (replies.length === 0) return {}
  const users = [...new Set(replies.map((reply) => reply.user))]
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: replies.at(-1)?.ts,
  }
}

function tombstone(slack: Slack, message: StoredMessage) {
  const { ts, text } = message
  const more = { user: 'USLACKBOT', hidden: true, ts, text, ...threadOf(slack, message) }
  return { type: 'message', subtype: 'tombstone', ...more }
}
