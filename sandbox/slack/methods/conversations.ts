// conversations.*: what there is to read, and who is there.

import {
  joinedChannel,
  openDirect,
  requireChannelScope,
  requireScope,
  visibleChannel,
} from '../access.ts'
import { apiMessage } from '../api-message.ts'
import { page, type Args } from '../args.ts'
import { messagesIn } from '../messages.ts'
import { Refused, refusedBecause } from '../refused.ts'
import type { Slack } from '../slack.ts'
import type { StoredMessage } from '../workspace.ts'
import { bot, ids, partnerTeam, team, type Conversation } from '../world.ts'
import type { Methods } from './method.ts'

const kinds: Record<string, { scope: string; holds: (channel: Conversation) => boolean }> = {
  public_channel: { scope: 'channels:read', holds: (one) => !one.isPrivate },
  private_channel: { scope: 'groups:read', holds: (one) => one.isPrivate && !one.isIm },
  mpim: { scope: 'mpim:read', holds: () => false },
  im: { scope: 'im:read', holds: (one) => one.isIm },
}

function isVisible(slack: Slack, channel: Conversation): boolean {
  if (channel.isIm) return slack.opened.get(channel.id) !== undefined
  return !channel.isPrivate || channel.members.includes(bot.id)
}

function apiConversation(channel: Conversation) {
  if (channel.isIm) {
    const user = channel.members.find((member) => member !== bot.id)
    const more = { is_archived: false, is_org_shared: false, context_team_id: team.id }
    return { id: channel.id, created: 1, is_im: true, user, is_user_deleted: false, ...more }
  }
  const text = (value: string) => ({ value, creator: ids.people.petra, last_set: 1 })
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !channel.isPrivate,
    is_group: channel.isPrivate,
    is_im: false,
    is_mpim: false,
    is_private: channel.isPrivate,
    created: 1,
    updated: 1,
    creator: ids.people.petra,
    is_archived: channel.isArchived,
    is_general: channel.id === ids.channels.allgemein,
    is_shared: channel.isExtShared,
    is_org_shared: false,
    is_ext_shared: channel.isExtShared,
    is_pending_ext_shared: false,
    is_member: channel.members.includes(bot.id),
    context_team_id: team.id,
    shared_team_ids: channel.isExtShared ? [team.id, partnerTeam.id] : [team.id],
    topic: text(''),
    purpose: text(channel.purpose),
  }
}

/** Those between oldest and latest, which are left out themselves unless inclusive is set. */
function within(messages: StoredMessage[], args: Args): StoredMessage[] {
  const oldest = Number(args.optional('oldest') ?? 0)
  const latest = Number(args.optional('latest') ?? Infinity)
  if (Number.isNaN(oldest)) throw new Refused('invalid_ts_oldest')
  if (Number.isNaN(latest)) throw new Refused('invalid_ts_latest')
  const edges = args.flag('inclusive')
  return messages.filter(({ ts }) => {
    const time = Number(ts)
    return (time > oldest && time < latest) || (edges && (time === oldest || time === latest))
  })
}

export const conversationMethods: Methods = {
  'conversations.list': {
    run(slack, args) {
      const types = (args.optional('types') ?? 'public_channel').split(',').map((one) => one.trim())
      const wanted = types.map((type) => {
        const kind = kinds[type]
        if (kind === undefined) throw refusedBecause('invalid_types', [])
        requireScope(slack, kind.scope)
        return kind
      })
      const all = slack.conversations().filter((channel) => isVisible(slack, channel))
      const listed = all.filter((channel) => wanted.some((kind) => kind.holds(channel)))
      const { items, metadata } = page(listed, args, 100, 999)
      const counted = items.map((one) => ({ ...apiConversation(one), num_members: members(one) }))
      return { channels: counted, ...metadata }
    },
  },

  'conversations.info': {
    run(slack, args) {
      const channel = visibleChannel(slack, args.text('channel'))
      requireChannelScope(slack, channel, 'read')
      const count = args.flag('include_num_members') ? { num_members: members(channel) } : {}
      const locale = args.flag('include_locale') ? { locale: 'de-DE' } : {}
      return { channel: { ...apiConversation(channel), ...count, ...locale } }
    },
  },

  'conversations.members': {
    run(slack, args) {
      const channel = visibleChannel(slack, args.text('channel'))
      requireChannelScope(slack, channel, 'read')
      const { items, metadata } = page(channel.members, args, 100, 999)
      return { members: items, ...metadata }
    },
  },

  'conversations.history': {
    run(slack, args) {
      const channel = readable(slack, args)
      const top = messagesIn(slack, channel.id)
        .filter((one) => one.onlyFor === null && (one.threadTs === null || one.broadcast))
        .reverse()
      const { items, more, metadata } = page(within(top, args), args, 100, 999)
      const shown = { metadata: args.flag('include_all_metadata') }
      const messages = items.map((one) => apiMessage(slack, one, shown))
      return { messages, has_more: more, pin_count: 0, ...(more ? metadata : {}) }
    },
  },

  'conversations.replies': {
    run(slack, args) {
      const channel = readable(slack, args)
      const ts = args.text('ts')
      const thread = messagesIn(slack, channel.id).filter(
        (one) => one.onlyFor === null && (one.ts === ts || one.threadTs === ts),
      )
      if (thread.length === 0) throw new Refused('thread_not_found')
      const [parent, ...replies] = thread
      const wanted = parent ? [parent, ...within(replies, args)] : []
      const { items, more, metadata } = page(wanted, args, 1_000, 1_000)
      const shown = { metadata: args.flag('include_all_metadata') }
      const messages = items.map((one) => apiMessage(slack, one, shown))
      return { messages, has_more: more, ...(more ? metadata : {}) }
    },
  },

  'conversations.open': {
    scope: 'im:write',
    run(slack, args) {
      const known = args.optional('channel')
      const users = args.optional('users')?.split(',') ?? []
      if (known === undefined && users.length === 0) throw new Refused('users_list_not_supplied')
      const [user = ''] = users
      if (users.length > 1) requireScope(slack, 'mpim:write')
      const before = slack.opened.all().length
      const channel = known === undefined ? openDirect(slack, user) : visibleChannel(slack, known)
      const open = slack.opened.all().length === before ? { no_op: true, already_open: true } : {}
      return {
        ...open,
        channel: args.flag('return_im') ? apiConversation(channel) : { id: channel.id },
      }
    },
  },
}

function members(channel: Conversation): number {
  return channel.members.length
}

function readable(slack: Slack, args: Args): Conversation {
  const channel = visibleChannel(slack, args.text('channel'))
  requireChannelScope(slack, channel, 'history')
  return joinedChannel(slack, channel.id)
}
