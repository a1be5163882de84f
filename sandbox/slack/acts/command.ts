// Slash commands.

import { isObject } from '../blocks/shape.ts'
import { escaped, handle, resolved } from '../escape.ts'
import { Refused } from '../refused.ts'
import { newResponseUrl, respond } from '../response-urls.ts'
import type { Slack } from '../slack.ts'
import { bot, people, team } from '../world.ts'
import { actor, channelName, writableChannel } from './origin.ts'

type Typed = { as: string; channel: string; command: string; text: string }

/** Types a slash command. Refuses unknown_command, also for people of other organisations, whose
 * Slack does not have our app; dispatch_failed and operation_timeout. */
export async function typeCommand(slack: Slack, typed: Typed): Promise<void> {
  const person = actor(slack, typed.as)
  const channel = writableChannel(slack, person, typed.channel)
  const declared = slack.manifest.commands.find((one) => one.command === typed.command)
  if (declared === undefined || person.foreign) throw new Refused('unknown_command')
  const text = escaped(typed.text.trim())
  const origin = { channel: channel.id, user: person.id, original: null }
  const answer = await slack.delivery.ask('slash_commands', {
    token: 'sandbox',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: person.id,
    user_name: handle(person),
    command: declared.command,
    text: declared.shouldEscape ? resolved(text, people, slack.conversations()) : text,
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    response_url: newResponseUrl(slack, 'commands', origin),
    trigger_id: slack.triggers.issue({ user: person.id, viewId: null }),
  })
  if (!answer.acked) throw new Refused(answer.error)
  const { payload } = answer
  if (isObject(payload) && (payload.text !== undefined || payload.blocks !== undefined)) {
    respond(slack, channel, origin, payload)
  }
}
