import { refusedView } from '../limits.ts'
import { Refused, text, type Arguments, type Method, type Workplace } from '../method.ts'
import { app, userObject, workspace } from '../people.ts'
import type { View } from '../world.ts'

/** How many forms may lie on each other. */
const stackLimit = 3

export const views: Record<string, Method> = {
  'views.open': {
    run: (place, given) => ({ ok: true, view: push(place, redeemed(place, given), given.view, 1) }),
  },
  'views.push': {
    run: (place, given) => ({
      ok: true,
      view: push(place, redeemed(place, given), given.view, stackLimit),
    }),
  },
  'views.update': {
    run(place, given) {
      const id = text(given, 'view_id')
      const open = [...place.world.modals.values()].flat().find(({ view }) => view.id === id)
      if (open === undefined) throw new Refused('not_found')
      if (given.hash !== undefined && given.hash !== open.view.hash)
        throw new Refused('hash_conflict')
      open.view = { ...open.view, ...made(place, given.view), id }
      return { ok: true, view: open.view }
    },
  },
  'views.publish': {
    run(place, given) {
      const user = text(given, 'user_id')
      if (userObject(user) === null) throw new Refused('user_not_found')
      if (!place.manifest.features.app_home.home_tab_enabled) throw new Refused('not_enabled')
      const before = place.world.homes.get(user)
      if (given.hash !== undefined && before !== undefined && given.hash !== before.hash) {
        throw new Refused('hash_conflict')
      }
      const view = made(place, given.view)
      if (view.type !== 'home') throw new Refused('invalid_arguments')
      place.world.keepHome(user, view)
      return { ok: true, view }
    },
  },
}

/** Lays a form on top of those a person has open; `most` is how many there may be then. */
export function push(place: Workplace, user: string, view: unknown, most: number): View {
  const stack = place.world.modals.get(user) ?? []
  const next = made(place, view)
  if (next.type !== 'modal') throw new Refused('invalid_arguments')
  if (most === 1) stack.length = 0
  if (stack.length >= most) throw new Refused('push_limit_reached')
  const previous = stack.at(-1)?.view
  const placed = {
    ...next,
    root_view_id: stack[0]?.view.id ?? next.id,
    previous_view_id: previous?.id ?? null,
  }
  stack.push({ view: placed, errors: {} })
  place.world.modals.set(user, stack)
  return placed
}

/** A view with the names Slack gives it. Refuses what is over a limit. */
export function made(place: Workplace, given: unknown): View {
  if (typeof given !== 'object' || given === null) throw new Refused('invalid_arguments')
  const view = given as Record<string, unknown>
  const refused = refusedView(view)
  if (refused !== null) throw new Refused(refused)
  return {
    callback_id: '',
    private_metadata: '',
    external_id: '',
    close: null,
    submit: null,
    clear_on_close: false,
    notify_on_close: false,
    ...view,
    blocks: (view.blocks as Record<string, unknown>[]).map((block) => ({
      block_id: place.world.nextId('b'),
      ...block,
    })),
    id: place.world.nextId('V'),
    hash: place.world.nextId('h'),
    team_id: workspace.id,
    app_id: app.id,
    app_installed_team_id: workspace.id,
    bot_id: app.botId,
    state: { values: {} },
  }
}

function redeemed({ tickets }: Workplace, given: Arguments): string {
  const owner = tickets.redeem(text(given, 'trigger_id'))
  if ('error' in owner) throw new Refused(owner.error)
  return owner.user
}
