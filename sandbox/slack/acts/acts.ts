// Everything a person can do, and how Slack answers when it does not work.

import type { Act, ActAnswer } from '../../contract.ts'
import { Refused } from '../refused.ts'
import { sentenceFor } from '../sentences.ts'
import type { Slack } from '../slack.ts'
import { apiView, homeOf } from '../views.ts'
import { takeAction } from './action.ts'
import { typeCommand } from './command.ts'
import { closeForm, submitForm } from './form.ts'
import { callShortcut, reactTo, write } from './messages.ts'
import { actor } from './origin.ts'

/** Does it; resolves when Slack would, that is after the app's acknowledgement where it waits for
 * one. Never rejects. */
export async function perform(slack: Slack, act: Act): Promise<ActAnswer> {
  try {
    await done(slack, act)
    return { ok: true }
  } catch (error) {
    const word = error instanceof Refused ? error.error : 'fatal_error'
    const why = error instanceof Refused ? explained(error) : String(error)
    return { ok: false, error: word, sentence: sentenceFor(word) + why }
  } finally {
    slack.options.changed()
  }
}

function explained({ more }: Refused): string {
  return Array.isArray(more.errors) ? ` (${more.errors.join('; ')})` : ''
}

async function done(slack: Slack, act: Act): Promise<void> {
  switch (act.act) {
    case 'command':
      await typeCommand(slack, act)
      return
    case 'message':
      write(slack, act)
      return
    case 'react':
      reactTo(slack, act, true)
      return
    case 'unreact':
      reactTo(slack, act, false)
      return
    case 'shortcut':
      await callShortcut(slack, act)
      return
    case 'action':
      await takeAction(slack, act)
      return
    case 'submit':
      await submitForm(slack, act)
      return
    case 'close':
      closeForm(slack, act)
      return
    case 'home':
      openHome(slack, act.as)
      return
  }
}

function openHome(slack: Slack, as: string): void {
  const person = actor(slack, as)
  if (!slack.manifest.homeTab || person.foreign) throw new Refused('not_enabled')
  const view = homeOf(slack, person.id)
  const channel = `D${person.id.slice(1)}`
  const seen = view ? { view: apiView(view) } : {}
  const event = { type: 'app_home_opened', user: person.id, channel, tab: 'home', ...seen }
  slack.delivery.emit('app_home_opened', { ...event, event_ts: slack.newTs() })
}
