// Forms: sending them, closing them, and what the app answers.

import { isObject } from '../blocks/shape.ts'
import { checkedView } from '../content.ts'
import { Refused } from '../refused.ts'
import type { Slack } from '../slack.ts'
import { keptFiles } from '../typed-files.ts'
import { stateOf, unfilled, type Values } from '../view-state.ts'
import { apiView, changeView, closeView, keepView, openModal, stackOf } from '../views.ts'
import type { StoredView } from '../workspace.ts'
import { actor, interaction } from './origin.ts'

type Sent = { as: string; viewId: string; values: Values }

function ownModal(slack: Slack, as: string, viewId: string): StoredView {
  const view = slack.views.get(viewId)
  if (view?.user !== as || view.type !== 'modal') throw new Refused('not_found')
  return view
}

/** Sends a form. What is missing or too long is shown in it and not sent, as Slack's own client
 * does; errors the app answers are shown too. Refuses not_found, dispatch_failed,
 * operation_timeout and invalid_response_action. */
export async function submitForm(slack: Slack, sent: Sent): Promise<void> {
  const person = actor(slack, sent.as)
  const found = ownModal(slack, person.id, sent.viewId)
  const values = stateOf(found.blocks, keptFiles(slack, person.id, sent.values, found.values))
  const errors = unfilled(found.blocks, values)
  const view = { ...found, values, errors }
  keepView(slack, view)
  if (Object.keys(errors).length > 0) return
  const answer = await slack.delivery.ask('interactive', {
    type: 'view_submission',
    ...interaction(person),
    trigger_id: slack.triggers.issue({ user: person.id, viewId: view.id }),
    view: apiView(view),
    response_urls: [],
  })
  if (!answer.acked) throw new Refused(answer.error)
  follow(slack, view.id, answer.payload)
}

/** Does what the acknowledgement of a form says; without a response_action the form closes. */
function follow(slack: Slack, viewId: string, payload: unknown): void {
  const view = slack.views.get(viewId)
  if (view === undefined) return
  const answer = isObject(payload) ? payload : {}
  switch (answer.response_action) {
    case undefined:
      closeView(slack, view)
      return
    case 'clear':
      clearStack(slack, view.user)
      return
    case 'errors':
      keepView(slack, { ...view, errors: shownErrors(view, answer.errors) })
      return
    case 'update':
      changeView(slack, view, answeredView(slack, answer.view))
      return
    case 'push':
      openModal(slack, view.user, answeredView(slack, answer.view), true)
      return
    default:
      throw new Refused('invalid_response_action')
  }
}

function answeredView(slack: Slack, view: unknown) {
  try {
    return checkedView(slack, view, 'modal')
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new Refused('invalid_response_action', { reason: error.error, ...error.more })
  }
}

/** Slack shows errors below input blocks only and gives up on any other block_id. */
function shownErrors(view: StoredView, errors: unknown): Record<string, string> {
  const inputs = view.blocks.filter((one) => one.type === 'input').map((one) => one.block_id)
  const entries = isObject(errors) ? Object.entries(errors) : []
  if (entries.length === 0 || entries.some(([blockId]) => !inputs.includes(blockId))) {
    throw new Refused('invalid_response_action')
  }
  return Object.fromEntries(entries.map(([blockId, sentence]) => [blockId, String(sentence)]))
}

function clearStack(slack: Slack, user: string): void {
  for (const view of stackOf(slack, user)) closeView(slack, view)
}

/** Closes a form; the app is told where it asked for it (notify_on_close). */
export function closeForm(slack: Slack, { as, viewId }: { as: string; viewId: string }): void {
  const person = actor(slack, as)
  const view = ownModal(slack, person.id, viewId)
  const all = view.clear_on_close === true
  const closing = all ? stackOf(slack, person.id).reverse() : [view]
  for (const one of closing) closeView(slack, one)
  for (const one of closing.filter((each) => each.notify_on_close === true)) {
    void slack.delivery.ask('interactive', {
      type: 'view_closed',
      ...interaction(person),
      view: apiView(one),
      is_cleared: all,
    })
  }
}
