// What Slack sends to an app when a person does something.
import type { Workplace } from './method.ts'
import { messageObject } from './method.ts'
import { app, handleOf, people, workspace } from './people.ts'
import { escaped, type Stored, type View } from './world.ts'

const team = { id: workspace.id, domain: workspace.domain }

function userIn(id: string) {
  const name = handleOf(people.find((one) => one.id === id)?.name ?? id)
  return { id, username: name, name, team_id: workspace.id }
}

function channelIn({ world }: Workplace, id: string) {
  const channel = world.channel(id)
  return { id, name: channel?.direct === true ? 'directmessage' : (channel?.name ?? id) }
}

const common = {
  token: 'sandbox',
  api_app_id: app.id,
  team,
  enterprise: null,
  is_enterprise_install: false,
}

/** A typed slash command. */
export function commandPayload(
  place: Workplace,
  { user, channel, command, text }: Record<'user' | 'channel' | 'command' | 'text', string>,
) {
  const { id, name } = channelIn(place, channel)
  return {
    token: 'sandbox',
    team_id: workspace.id,
    team_domain: workspace.domain,
    channel_id: id,
    channel_name: name,
    user_id: user,
    user_name: userIn(user).name,
    command,
    text: escaped(text),
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: responseUrl(place, user, channel, null),
    trigger_id: place.tickets.trigger(user),
  }
}

/** A message shortcut. */
export function shortcutPayload(
  place: Workplace,
  { user, callbackId, message }: { user: string; callbackId: string; message: Stored },
) {
  return {
    ...common,
    type: 'message_action',
    action_ts: place.world.nextTs(),
    user: userIn(user),
    channel: channelIn(place, message.channel),
    callback_id: callbackId,
    trigger_id: place.tickets.trigger(user),
    response_url: responseUrl(place, user, message.channel, message.ts),
    message_ts: message.ts,
    message: messageObject(message, false),
  }
}

/** A button or menu in a message. */
export function messageActionPayload(
  place: Workplace,
  { user, message, action }: { user: string; message: Stored; action: Record<string, unknown> },
) {
  const { channel, ts } = message
  return {
    ...common,
    type: 'block_actions',
    user: userIn(user),
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: message.onlyFor !== null,
    },
    channel: channelIn(place, channel),
    message: messageObject(message, false),
    state: { values: {} },
    trigger_id: place.tickets.trigger(user),
    response_url: responseUrl(place, user, channel, ts),
    actions: [{ ...action, action_ts: place.world.nextTs() }],
  }
}

/** A button or menu in a form or in App Home. */
export function viewActionPayload(
  place: Workplace,
  { user, view, action }: { user: string; view: View; action: Record<string, unknown> },
) {
  return {
    ...common,
    type: 'block_actions',
    user: userIn(user),
    container: { type: 'view', view_id: view.id },
    view,
    trigger_id: place.tickets.trigger(user),
    actions: [{ ...action, action_ts: place.world.nextTs() }],
  }
}

/** A form sent or closed. */
export function viewPayload(
  place: Workplace,
  { type, user, view }: { type: 'view_submission' | 'view_closed'; user: string; view: View },
) {
  return {
    ...common,
    type,
    user: userIn(user),
    trigger_id: place.tickets.trigger(user),
    view,
    ...(type === 'view_closed' ? { is_cleared: false } : { response_urls: [] }),
  }
}

function responseUrl(
  { address, tickets }: Workplace,
  user: string,
  channel: string,
  messageTs: string | null,
): string {
  return `${address()}/api/response/${tickets.response({ user, channel, messageTs })}`
}
