import { isTrue, Refused, text, type Method } from '../method.ts'
import { app, groups, people, userObject, workspace } from '../people.ts'

export const whoIsWho: Record<string, Method> = {
  'api.test': { run: () => ({ ok: true }) },
  'auth.test': {
    run: ({ address }) => ({
      ok: true,
      url: `${address()}/`,
      team: workspace.name,
      team_id: workspace.id,
      user: 'amtsfunk',
      user_id: app.userId,
      bot_id: app.botId,
      is_enterprise_install: false,
    }),
  },
  'users.info': {
    scopes: ['users:read'],
    run(_, given) {
      const user = userObject(text(given, 'user'))
      if (user === null) throw new Refused('user_not_found')
      const { locale, ...rest } = user
      return { ok: true, user: isTrue(given.include_locale) ? { ...rest, locale } : rest }
    },
  },
  'users.list': {
    scopes: ['users:read'],
    run: () => ({
      ok: true,
      members: [...people.map(({ id }) => id), app.userId].map(userObject),
      response_metadata: { next_cursor: '' },
    }),
  },
  'usergroups.list': {
    scopes: ['usergroups:read'],
    run({ hasUserGroups }) {
      if (!hasUserGroups()) throw new Refused('plan_upgrade_required')
      return { ok: true, usergroups: groups.map(({ id, name }) => ({ id, name, handle: name })) }
    },
  },
  'usergroups.users.list': {
    scopes: ['usergroups:read'],
    run({ hasUserGroups }, given) {
      if (!hasUserGroups()) throw new Refused('plan_upgrade_required')
      const group = groups.find(({ id }) => id === text(given, 'usergroup'))
      if (group === undefined) throw new Refused('no_such_subteam')
      return { ok: true, users: group.users }
    },
  },
}
