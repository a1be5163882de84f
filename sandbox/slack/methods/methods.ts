// All methods of the Web API the sandbox knows; every other is unknown_method.

import { team, bot } from '../world.ts'
import { chatMethods } from './chat.ts'
import { conversationMethods } from './conversations.ts'
import { fileMethods } from './files.ts'
import type { Methods } from './method.ts'
import { reactionMethods } from './reactions.ts'
import { userMethods } from './users.ts'
import { viewMethods } from './views.ts'

export const methods: Methods = {
  'api.test': { run: () => ({}) },
  'auth.test': {
    run: (slack) => ({
      url: `${slack.options.address()}/`,
      team: team.name,
      user: slack.manifest.botName.toLowerCase(),
      team_id: team.id,
      user_id: bot.id,
      bot_id: bot.botId,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    token: 'app',
    run: (slack) => ({ url: slack.sockets.newAddress() }),
  },
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...reactionMethods,
  ...userMethods,
  ...viewMethods,
}
