// reactions.*: also the only place where all names behind a reaction are promised.

import { joinedChannel, publicMessage } from '../access.ts'
import { apiMessage } from '../api-message.ts'
import type { Args } from '../args.ts'
import { react, unreact } from '../reactions.ts'
import { Refused } from '../refused.ts'
import type { Slack } from '../slack.ts'
import { bot } from '../world.ts'
import { permalink } from './chat.ts'
import type { Methods } from './method.ts'

function target(slack: Slack, args: Args) {
  const id = args.optional('channel')
  const ts = args.optional('timestamp')
  if (id === undefined || ts === undefined) throw new Refused('no_item_specified')
  const channel = joinedChannel(slack, id)
  return { channel, message: publicMessage(slack, channel.id, ts) }
}

export const reactionMethods: Methods = {
  'reactions.add': {
    scope: 'reactions:write',
    run(slack, args) {
      const { channel, message } = target(slack, args)
      react(slack, channel, message, bot.id, args.text('name'))
      return {}
    },
  },
  'reactions.remove': {
    scope: 'reactions:write',
    run(slack, args) {
      const { channel, message } = target(slack, args)
      unreact(slack, channel, message, bot.id, args.text('name'))
      return {}
    },
  },
  'reactions.get': {
    scope: 'reactions:read',
    run(slack, args) {
      const { channel, message } = target(slack, args)
      const shown = apiMessage(slack, message, { allReactionUsers: args.flag('full') })
      const link = permalink(slack, channel.id, message.ts)
      return { type: 'message', channel: channel.id, message: { ...shown, permalink: link } }
    },
  },
}
