// Pressed buttons, chosen options, picked dates: block_actions.

import type { Act } from '../../contract.ts'
import { apiMessage } from '../api-message.ts'
import { elementsOf, type Block } from '../blocks/blocks.ts'
import { Refused } from '../refused.ts'
import { newResponseUrl } from '../response-urls.ts'
import type { Slack } from '../slack.ts'
import { keptFiles } from '../typed-files.ts'
import { stateOf, type Values } from '../view-state.ts'
import { apiView, homeOf, keepView } from '../views.ts'
import { actor, channelName, interaction, ownChannel, seenMessage } from './origin.ts'

export type Action = Act & { act: 'action' }

/** Presses or picks. Refuses not_found where no such element is shown. */
export async function takeAction(slack: Slack, act: Action): Promise<void> {
  const where = act.container.type === 'message' ? inMessage(slack, act) : inView(slack, act)
  const answer = await slack.delivery.ask('interactive', where)
  if (!answer.acked) throw new Refused(answer.error)
}

function inMessage(slack: Slack, act: Action): Record<string, unknown> {
  if (act.container.type !== 'message') throw new Refused('not_found')
  const person = actor(slack, act.as)
  const channel = ownChannel(slack, person, act.container.channel)
  const message = seenMessage(slack, person, channel.id, act.container.ts)
  const ephemeral = message.onlyFor !== null
  const thread = message.threadTs === null ? {} : { thread_ts: message.threadTs }
  const origin = { channel: channel.id, user: person.id, original: message.ts }
  return {
    type: 'block_actions',
    ...interaction(person),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...thread,
    },
    trigger_id: slack.triggers.issue({ user: person.id, viewId: null }),
    channel: { id: channel.id, name: channelName(channel) },
    // Slack keeps the content of ephemeral messages to itself.
    ...(ephemeral ? {} : { message: apiMessage(slack, message) }),
    state: { values: stateOf(message.blocks, valuesWith(act)) },
    response_url: newResponseUrl(slack, 'actions', origin),
    actions: [actionPart(slack, message.blocks, act)],
  }
}

function inView(slack: Slack, act: Action): Record<string, unknown> {
  const person = actor(slack, act.as)
  const { container } = act
  const view =
    container.type === 'view' ? slack.views.get(container.viewId) : homeOf(slack, person.id)
  if (view?.user !== person.id) throw new Refused('not_found')
  const values = {
    ...view.values,
    ...keptFiles(slack, person.id, valuesWith(act), view.values),
  }
  const action = actionPart(slack, view.blocks, act)
  keepView(slack, { ...view, values })
  return {
    type: 'block_actions',
    ...interaction(person),
    container: { type: 'view', view_id: view.id },
    trigger_id: slack.triggers.issue({ user: person.id, viewId: view.id }),
    view: apiView(view, values),
    actions: [action],
  }
}

/** What the inputs hold, the one just used among them. */
function valuesWith({ action, values = {} }: Action): Values {
  const { block_id: blockId, action_id: actionId } = action
  return { ...values, [blockId]: { ...values[blockId], [actionId]: action } }
}

/** The action as sent; of a button only what the bot itself wrote on it. */
function actionPart(slack: Slack, blocks: readonly Block[], { action }: Action) {
  const block = blocks.find((one) => one.block_id === action.block_id)
  const element = (block ? elementsOf(block) : []).find(
    (one) => one.action_id === action.action_id && one.type === action.type,
  )
  if (element === undefined) throw new Refused('not_found')
  const { block_id, action_id, type } = action
  const id = { type, block_id, action_id, action_ts: slack.newTs() }
  if (type !== 'button') return { ...action, ...id }
  const { text, value, style } = element
  return {
    ...id,
    text,
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
  }
}
