import { isTextFine, refusedBlocks } from '../limits.ts'
import {
  isTrue,
  joinedChannel,
  messageObject,
  Refused,
  text,
  type Arguments,
  type Method,
  type Workplace,
} from '../method.ts'
import { app, userObject } from '../people.ts'
import type { Stored } from '../world.ts'

const write = ['chat:write']

export const chat: Record<string, Method> = {
  'chat.postMessage': {
    scopes: write,
    run(place, given) {
      const { world, events } = place
      const channel = addressed(place, text(given, 'channel'))
      const threadTs = given.thread_ts === undefined ? null : text(given, 'thread_ts')
      if (threadTs !== null && world.message(channel, threadTs) === undefined) {
        throw new Refused('thread_not_found')
      }
      const message: Stored = {
        channel,
        ts: world.nextTs(),
        user: app.userId,
        ...written(place, given),
        reactions: [],
        files: [],
        threadTs,
        edited: false,
        onlyFor: null,
        metadata: given.metadata ?? null,
        sample: false,
      }
      world.keep(message)
      const shown = messageObject(message, false)
      events.tell(messageEvent(place, channel), channel, {
        ...shown,
        channel,
        channel_type: 'channel',
      })
      return { ok: true, channel, ts: message.ts, message: shown }
    },
  },
  'chat.update': {
    scopes: write,
    run(place, given) {
      const message = own(place, given)
      Object.assign(message, written(place, given))
      message.edited = true
      if (given.metadata !== undefined) message.metadata = given.metadata
      place.world.keep(message)
      const { channel, ts, text: said } = message
      return { ok: true, channel, ts, text: said, message: messageObject(message, false) }
    },
  },
  'chat.delete': {
    scopes: write,
    run(place, given) {
      const message = own(place, given)
      place.world.drop(message)
      return { ok: true, channel: message.channel, ts: message.ts }
    },
  },
  'chat.postEphemeral': {
    scopes: write,
    run(place, given) {
      const { world } = place
      const channel = joinedChannel(place, text(given, 'channel'))
      const user = text(given, 'user')
      if (!channel.members.includes(user)) throw new Refused('user_not_in_channel')
      const ts = world.nextTs()
      world.keep({
        channel: channel.id,
        ts,
        user: app.userId,
        ...written(place, given),
        reactions: [],
        files: [],
        threadTs: given.thread_ts === undefined ? null : text(given, 'thread_ts'),
        edited: false,
        onlyFor: user,
        metadata: null,
        sample: false,
      })
      return { ok: true, message_ts: ts }
    },
  },
  'chat.getPermalink': {
    run(place, given) {
      const channel = joinedChannel(place, text(given, 'channel')).id
      const ts = text(given, 'message_ts')
      if (place.world.message(channel, ts) === undefined) throw new Refused('message_not_found')
      return { ok: true, channel, permalink: `${place.address()}/#/${channel}/${ts}` }
    },
  },
}

/** Text and blocks of a message, as given and within the limits. Slack names blocks that have no name. */
export function written(place: Workplace, given: Arguments): Pick<Stored, 'text' | 'blocks'> {
  const said = typeof given.text === 'string' ? given.text : ''
  const { blocks } = given
  if (said === '' && blocks === undefined) throw new Refused('no_text')
  if (!isTextFine(said)) throw new Refused('msg_too_long')
  if (blocks === undefined) return { text: said, blocks: [] }
  const refused = refusedBlocks(blocks)
  if (refused !== null) throw new Refused(refused)
  return {
    text: said,
    blocks: (blocks as Record<string, unknown>[]).map((block) => ({
      block_id: place.world.nextId('b'),
      ...block,
    })),
  }
}

function addressed(place: Workplace, id: string): string {
  const user = userObject(id)
  if (user === null) return joinedChannel(place, id).id
  if (id === app.userId || user.is_bot === true) throw new Refused('cannot_dm_bot')
  if (isTrue(user.is_stranger)) throw new Refused('user_not_found')
  return place.world.directWith(id)
}

function own(place: Workplace, given: Arguments): Stored {
  const channel = joinedChannel(place, text(given, 'channel')).id
  const message = place.world.message(channel, text(given, 'ts'))
  if (message?.onlyFor !== null) throw new Refused('message_not_found')
  if (message.user !== app.userId) throw new Refused('cant_update_message')
  return message
}

function messageEvent({ world }: Workplace, channel: string): string {
  const found = world.channel(channel)
  return found?.direct === true
    ? 'message.im'
    : found?.isPrivate === true
      ? 'message.groups'
      : 'message.channels'
}
