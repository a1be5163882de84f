// What people do with messages: write, react, and call a shortcut.

import { apiMessage } from '../api-message.ts'
import { messageBlocks } from '../content.ts'
import { escaped, mentioning } from '../escape.ts'
import { findMessage, postMessage } from '../messages.ts'
import { react, unreact } from '../reactions.ts'
import { Refused } from '../refused.ts'
import { newResponseUrl } from '../response-urls.ts'
import type { Slack } from '../slack.ts'
import { keptFile } from '../typed-files.ts'
import { actor, interaction, ownChannel, seenMessage, writableChannel } from './origin.ts'

type Written = {
  as: string
  channel: string
  text: string
  threadTs?: string
  files?: readonly unknown[]
  blocks?: readonly unknown[]
  attachments?: readonly unknown[]
}
type Place = { as: string; channel: string; ts: string }

/** Writes a message, in a thread where threadTs is given. */
export function write(slack: Slack, given: Written): void {
  const { as, channel: id, text, threadTs, files = [], blocks, attachments } = given
  const person = actor(slack, as)
  const channel = writableChannel(slack, person, id)
  if (text.trim() === '' && [...files, ...(blocks ?? []), ...(attachments ?? [])].length === 0)
    throw new Refused('no_text')
  if (threadTs !== undefined && findMessage(slack, channel.id, threadTs)?.threadTs !== null) {
    throw new Refused('thread_not_found')
  }
  const kept = files.flatMap((file) => keptFile(slack, person.id, file)?.id ?? [])
  postMessage(slack, {
    ...{ channel, user: person.id, text: mentioning(escaped(text)), threadTs: threadTs ?? null },
    ...(kept.length > 0 && { files: kept }),
    ...(blocks !== undefined && { blocks: messageBlocks(slack, blocks) }),
    ...(attachments !== undefined && { attachments }),
  })
}

/** Adds or takes back a reaction. Ephemeral messages take none. */
export function reactTo(slack: Slack, place: Place & { name: string }, add: boolean): void {
  const person = actor(slack, place.as)
  const channel = ownChannel(slack, person, place.channel)
  const message = seenMessage(slack, person, channel.id, place.ts)
  if (message.onlyFor !== null) throw new Refused('message_not_found')
  const change = add ? react : unreact
  change(slack, channel, message, person.id, place.name)
}

/** Calls a message shortcut of the app. Refuses unknown_shortcut. */
export async function callShortcut(slack: Slack, place: Place & { callbackId: string }) {
  const person = actor(slack, place.as)
  const channel = ownChannel(slack, person, place.channel)
  const message = seenMessage(slack, person, channel.id, place.ts)
  const known = slack.manifest.messageShortcuts.some((one) => one.callbackId === place.callbackId)
  if (!known || person.foreign) throw new Refused('unknown_shortcut')
  const origin = { channel: channel.id, user: person.id, original: message.ts }
  const answer = await slack.delivery.ask('interactive', {
    type: 'message_action',
    ...interaction(person),
    action_ts: slack.newTs(),
    callback_id: place.callbackId,
    trigger_id: slack.triggers.issue({ user: person.id, viewId: null }),
    response_url: newResponseUrl(slack, 'actions', origin),
    channel: { id: channel.id, name: channel.name },
    message_ts: message.ts,
    message: apiMessage(slack, message),
  })
  if (!answer.acked) throw new Refused(answer.error)
}
