// Open forms and App Home: a stack of modals per person and one home view.

import type { ViewSource } from './blocks/view.ts'
import { limits } from './blocks/limits.ts'
import { Refused } from './refused.ts'
import type { Slack } from './slack.ts'
import { stateOf, type Values } from './view-state.ts'
import type { StoredView } from './workspace.ts'
import { bot, team } from './world.ts'

/** The open modals of a person, the top one last. */
export function stackOf(slack: Slack, user: string): StoredView[] {
  return slack.views.all().filter((view) => view.user === user && view.type === 'modal')
}

export function homeOf(slack: Slack, user: string): StoredView | undefined {
  return slack.views.all().find((view) => view.user === user && view.type === 'home')
}

/** A view by its id or the app's own external_id. Refuses not_found. */
export function findView(slack: Slack, viewId?: string, externalId?: string): StoredView {
  const found =
    viewId === undefined
      ? slack.views.all().find((view) => view.external_id === externalId)
      : slack.views.get(viewId)
  if (found === undefined) throw new Refused('not_found')
  return found
}

/** Opens a modal, on top of a stack or as the first of a new one. Refuses duplicate_external_id
 * and push_limit_reached. */
export function openModal(slack: Slack, user: string, source: ViewSource, onTop: boolean) {
  const stack = stackOf(slack, user)
  if (onTop && stack.length >= limits.view.stack) throw new Refused('push_limit_reached')
  refuseDuplicate(slack, source, undefined)
  if (!onTop) for (const view of stack) slack.views.remove(view.id)
  const below = onTop ? stack.at(-1) : undefined
  return keep(slack, source, user, {
    id: slack.newId('V'),
    rootId: below?.rootId,
    previousId: below?.id ?? null,
  })
}

/** Replaces what a view shows. Refuses hash_conflict where the hash is not the present one. */
export function changeView(slack: Slack, view: StoredView, source: ViewSource, hash?: string) {
  if (hash !== undefined && hash !== view.hash) throw new Refused('hash_conflict')
  refuseDuplicate(slack, source, view.id)
  return keep(slack, source, view.user, view)
}

/** Publishes App Home; its view keeps its id. Refuses hash_conflict. */
export function publishHome(slack: Slack, user: string, source: ViewSource, hash?: string) {
  const present = homeOf(slack, user)
  if (present !== undefined) return changeView(slack, present, source, hash)
  return keep(slack, source, user, { id: slack.newId('V'), rootId: undefined, previousId: null })
}

export function closeView(slack: Slack, view: StoredView): void {
  slack.views.remove(view.id)
  slack.options.changed()
}

export function keepView(slack: Slack, view: StoredView): void {
  slack.views.put(view.id, view)
  slack.options.changed()
}

type Place = { id: string; rootId: string | undefined; previousId: string | null }

function keep(slack: Slack, source: ViewSource, user: string, place: Place): StoredView {
  const { id, previousId } = place
  const hash = `${Math.floor(slack.now() / 1000)}.${slack.newId('', 8)}`
  const rootId = place.rootId ?? id
  const view = { ...source, id, hash, user, rootId, previousId, values: {}, errors: {} }
  keepView(slack, view)
  return view
}

function refuseDuplicate(slack: Slack, source: ViewSource, self: string | undefined): void {
  const externalId = source.external_id
  if (externalId === '' || externalId === undefined) return
  const taken = slack.views.all().some((v) => v.external_id === externalId && v.id !== self)
  if (taken) throw new Refused('duplicate_external_id')
}

/** A view as Slack shows it to the bot, with the state of its inputs. */
export function apiView(view: StoredView, values: Values = view.values): Record<string, unknown> {
  return {
    ...sourceOf(view),
    id: view.id,
    hash: view.hash,
    team_id: team.id,
    state: { values: stateOf(view.blocks, values) },
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
    app_id: bot.appId,
    app_installed_team_id: team.id,
    bot_id: bot.botId,
  }
}

/** The view without what only the sandbox keeps beside it. */
function sourceOf(view: StoredView): Record<string, unknown> {
  const ours = ['user', 'rootId', 'previousId', 'values', 'errors']
  return Object.fromEntries(Object.entries(view).filter(([name]) => !ours.includes(name)))
}
