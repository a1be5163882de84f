// chat.*: the bot speaks.

import { openDirect, publicMessage, visibleChannel, writableChannel } from '../access.ts'
import { apiMessage } from '../api-message.ts'
import type { Args } from '../args.ts'
import { messageContent, messageMetadata } from '../content.ts'
import { changeMessage, deleteMessage, findMessage, postMessage } from '../messages.ts'
import { Refused } from '../refused.ts'
import type { Slack } from '../slack.ts'
import { bot, type Conversation } from '../world.ts'
import type { Methods } from './method.ts'

const truncatedWarning = {
  warning: 'message_truncated',
  response_metadata: { warnings: ['message_truncated'] },
}

/** Where to post: a channel the bot is in; a user's id means the direct messages with them. */
function destination(slack: Slack, args: Args): Conversation {
  const id = args.text('channel')
  return /^[UW]/.test(id) ? openDirectOrNotFound(slack, id) : writableChannel(slack, id)
}

function openDirectOrNotFound(slack: Slack, user: string): Conversation {
  const person = slack.person(user)
  if (person === undefined || person.foreign) throw new Refused('channel_not_found')
  return openDirect(slack, user)
}

/** The first message of the thread to answer in, null outside of threads. Stricter than Slack,
 * which lets a reply to a reply slip through. */
function threadOf(slack: Slack, channel: Conversation, args: Args): string | null {
  const ts = args.optional('thread_ts')
  if (ts === undefined) return null
  const parent = findMessage(slack, channel.id, ts)
  if (parent?.onlyFor !== null) throw new Refused('thread_not_found')
  if (parent.threadTs !== null) throw new Refused('cannot_reply_to_message')
  return ts
}

/** One of the bot's own messages. Refuses the given word for those of others. */
function ownMessage(slack: Slack, channel: Conversation, args: Args, error: string) {
  const message = publicMessage(slack, channel.id, args.text('ts'))
  if (message.user !== bot.id) throw new Refused(error)
  return message
}

export const chatMethods: Methods = {
  'chat.postMessage': {
    scope: 'chat:write',
    run(slack, args) {
      const channel = destination(slack, args)
      const { truncated, ...content } = messageContent(slack, args)
      const message = postMessage(slack, {
        channel,
        user: bot.id,
        text: '',
        ...content,
        threadTs: threadOf(slack, channel, args),
        broadcast: args.flag('reply_broadcast') && args.optional('thread_ts') !== undefined,
        metadata: messageMetadata(args) ?? null,
      })
      return {
        channel: channel.id,
        ts: message.ts,
        message: apiMessage(slack, message, { metadata: true }),
        ...(truncated ? truncatedWarning : {}),
      }
    },
  },

  'chat.postEphemeral': {
    scope: 'chat:write',
    run(slack, args) {
      const channel = writableChannel(slack, args.text('channel'))
      const user = args.text('user')
      if (!channel.members.includes(user)) throw new Refused('user_not_in_channel')
      const { text = '', blocks = [] } = messageContent(slack, args)
      const threadTs = threadOf(slack, channel, args)
      const message = { channel, user: bot.id, text, blocks, threadTs, onlyFor: user }
      return { message_ts: postMessage(slack, message).ts }
    },
  },

  'chat.update': {
    scope: 'chat:write',
    run(slack, args) {
      const channel = writableChannel(slack, args.text('channel'))
      const message = ownMessage(slack, channel, args, 'cant_update_message')
      const { truncated, ...content } = messageContent(slack, args)
      if (truncated) throw new Refused('msg_too_long')
      const metadata = messageMetadata(args)
      const change = { ...content, ...(metadata === undefined ? {} : { metadata }) }
      const changed = changeMessage(slack, channel, message, change)
      const { ts, text } = changed
      const shown = apiMessage(slack, changed, { metadata: true })
      return { channel: channel.id, ts, text, message: shown }
    },
  },

  'chat.delete': {
    scope: 'chat:write',
    run(slack, args) {
      const channel = writableChannel(slack, args.text('channel'))
      const message = ownMessage(slack, channel, args, 'cant_delete_message')
      deleteMessage(slack, channel, message)
      return { channel: channel.id, ts: message.ts }
    },
  },

  'chat.getPermalink': {
    run(slack, args) {
      const channel = visibleChannel(slack, args.text('channel'))
      const message = publicMessage(slack, channel.id, args.text('message_ts'))
      return { channel: channel.id, permalink: permalink(slack, channel.id, message.ts) }
    },
  },
}

/** A message's address in the sandbox's page. */
export function permalink(slack: Slack, channel: string, ts: string): string {
  return `${slack.options.address()}/#/${channel}/${ts}`
}
