import {
  isTrue,
  joinedChannel,
  messageObject,
  readingScope,
  Refused,
  requireScope,
  text,
  type Arguments,
  type Method,
  type Workplace,
} from '../method.ts'
import { app, channels, userObject, workspace } from '../people.ts'
import { microseconds, type Stored } from '../world.ts'

const reading = ['channels:read', 'groups:read', 'im:read']
const history = ['channels:history', 'groups:history', 'im:history']

export const conversations: Record<string, Method> = {
  'conversations.list': {
    scopes: reading,
    run: (place) => ({
      ok: true,
      channels: channels
        .filter((one) => !one.isPrivate || one.members.includes(app.userId))
        .map((one) => channelObject(place, one.id)),
      response_metadata: { next_cursor: '' },
    }),
  },
  'conversations.info': {
    run(place, given) {
      const id = text(given, 'channel')
      const channel = place.world.channel(id)
      const isHidden = channel?.isPrivate === true && !channel.members.includes(app.userId)
      if (channel === null || isHidden) throw new Refused('channel_not_found')
      requireScope(place.manifest, [
        channel.direct ? 'im:read' : channel.isPrivate ? 'groups:read' : 'channels:read',
      ])
      return { ok: true, channel: channelObject(place, id) }
    },
  },
  'conversations.members': {
    scopes: reading,
    run: (place, given) => ({
      ok: true,
      members: joinedChannel(place, text(given, 'channel')).members,
      response_metadata: { next_cursor: '' },
    }),
  },
  'conversations.open': {
    scopes: ['im:write'],
    run(place, given) {
      const user = text(given, 'users')
      if (userObject(user) === null) throw new Refused('user_not_found')
      return { ok: true, channel: { id: place.world.directWith(user) } }
    },
  },
  'conversations.history': {
    scopes: history,
    run(place, given) {
      const channel = joinedChannel(place, text(given, 'channel')).id
      readingScope(place, channel)
      const all = place.world.messagesIn(channel).filter((one) => one.threadTs === null)
      return page(all.reverse(), given)
    },
  },
  'conversations.replies': {
    scopes: history,
    run(place, given) {
      const channel = joinedChannel(place, text(given, 'channel')).id
      readingScope(place, channel)
      const ts = text(given, 'ts')
      const all = place.world
        .messagesIn(channel)
        .filter((one) => one.ts === ts || one.threadTs === ts)
      if (all.length === 0) throw new Refused('thread_not_found')
      return page(all, given)
    },
  },
}

function page(all: readonly Stored[], given: Arguments) {
  const oldest = given.oldest === undefined ? 0 : microseconds(text(given, 'oldest'))
  const latest = given.latest === undefined ? Infinity : microseconds(text(given, 'latest'))
  const isInclusive = isTrue(given.inclusive)
  const limit = Math.min(Number(given.limit ?? 100), 999)
  const from = given.cursor === undefined ? 0 : Number(text(given, 'cursor'))
  if (!Number.isInteger(from) || !(limit >= 1)) throw new Refused('invalid_arguments')
  const within = all.filter(({ ts, onlyFor }) => {
    const at = microseconds(ts)
    const isAfter = isInclusive ? at >= oldest : at > oldest
    return onlyFor === null && isAfter && (isInclusive ? at <= latest : at < latest)
  })
  const shown = within.slice(from, from + limit)
  const hasMore = from + limit < within.length
  return {
    ok: true as const,
    messages: shown.map((one) => messageObject(one, isTrue(given.include_all_metadata))),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? String(from + limit) : '' },
  }
}

function channelObject({ world }: Workplace, id: string): Record<string, unknown> {
  const channel = world.channel(id)
  if (channel === null) throw new Refused('channel_not_found')
  const isMember = channel.members.includes(app.userId)
  return {
    id,
    name: channel.name,
    is_channel: !channel.direct && !channel.isPrivate,
    is_group: !channel.direct && channel.isPrivate,
    is_im: channel.direct,
    is_private: channel.isPrivate,
    is_archived: false,
    is_ext_shared: channel.shared,
    is_shared: channel.shared,
    is_member: isMember,
    context_team_id: workspace.id,
  }
}
