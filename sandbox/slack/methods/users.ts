// users.* and usergroups.*: who somebody is, and who is of the press office.

import type { Person } from '../../contract.ts'
import { page } from '../args.ts'
import { handle } from '../escape.ts'
import { Refused } from '../refused.ts'
import type { Slack } from '../slack.ts'
import { bot, ids, partnerTeam, people, team, userGroup } from '../world.ts'
import type { Methods } from './method.ts'

const berlin = { tz: 'Europe/Berlin', tz_label: 'Central European Time', tz_offset: 3600 }

function apiUser(slack: Slack, person: Person, locale: boolean) {
  const teamId = person.foreign ? partnerTeam.id : team.id
  const profile = { title: person.role, real_name: person.name, display_name: person.name }
  return {
    id: person.id,
    team_id: teamId,
    name: handle(person),
    deleted: slack.isDeactivated(person.id),
    real_name: person.name,
    ...berlin,
    profile: { ...profile, team: teamId },
    is_admin: person.id === ids.people.petra,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.guest,
    is_ultra_restricted: false,
    ...(person.foreign ? { is_stranger: true } : {}),
    is_bot: false,
    is_app_user: false,
    updated: 1,
    ...(locale ? { locale: 'de-DE' } : {}),
  }
}

function apiBotUser(slack: Slack, locale: boolean) {
  const name = slack.manifest.botName
  const itself = { id: bot.id, name, role: '', guest: false, foreign: false }
  const user = apiUser(slack, itself, locale)
  return { ...user, is_bot: true, profile: { ...user.profile, bot_id: bot.botId } }
}

function requirePlan(slack: Slack): void {
  if (slack.options.userGroups === false) throw new Refused('plan_upgrade_required')
}

export const userMethods: Methods = {
  'users.info': {
    scope: 'users:read',
    run(slack, args) {
      const id = args.text('user')
      const locale = args.flag('include_locale')
      if (id === bot.id) return { user: apiBotUser(slack, locale) }
      const person = slack.person(id)
      if (person === undefined) throw new Refused('user_not_found')
      return { user: apiUser(slack, person, locale) }
    },
  },

  'users.list': {
    scope: 'users:read',
    run(slack, args) {
      const locale = args.flag('include_locale')
      const all = [...people.map((one) => apiUser(slack, one, locale)), apiBotUser(slack, locale)]
      const { items, metadata } = page(all, args, 1_000, 1_000)
      return { members: items, cache_ts: Math.floor(slack.now() / 1000), ...metadata }
    },
  },

  'usergroups.list': {
    scope: 'usergroups:read',
    run(slack, args) {
      requirePlan(slack)
      const { id, handle: name, name: title } = userGroup
      const members = slack.groupMembers()
      if (members === null) return { usergroups: [] }
      const group = {
        id,
        team_id: team.id,
        is_usergroup: true,
        name: title,
        description: '',
        handle: name,
        is_external: false,
        date_create: 1,
        date_update: 1,
        date_delete: 0,
        prefs: { channels: [], groups: [] },
        ...(args.flag('include_users') ? { users: members } : {}),
        ...(args.flag('include_count') ? { user_count: members.length } : {}),
      }
      return { usergroups: [group] }
    },
  },

  'usergroups.users.list': {
    scope: 'usergroups:read',
    run(slack, args) {
      requirePlan(slack)
      const members = args.text('usergroup') === userGroup.id ? slack.groupMembers() : null
      if (members === null) throw new Refused('no_such_subteam')
      return { users: members }
    },
  },
}
