import {
  joinedChannel,
  messageObject,
  Refused,
  text,
  type Arguments,
  type Method,
  type Workplace,
} from '../method.ts'
import { app } from '../people.ts'
import type { Stored } from '../world.ts'

export const reactions: Record<string, Method> = {
  'reactions.get': {
    scopes: ['reactions:read'],
    run(place, given) {
      const message = target(place, given)
      return {
        ok: true,
        type: 'message',
        channel: message.channel,
        message: messageObject(message, false),
      }
    },
  },
  'reactions.add': {
    scopes: ['reactions:write'],
    run(place, given) {
      react(place, target(place, given), app.userId, text(given, 'name'))
      return { ok: true }
    },
  },
  'reactions.remove': {
    scopes: ['reactions:write'],
    run(place, given) {
      unreact(place, target(place, given), app.userId, text(given, 'name'))
      return { ok: true }
    },
  },
}

/** Adds a person's reaction and tells the app. Refuses already_reacted and invalid_name. */
export function react(
  { world, events }: Workplace,
  message: Stored,
  user: string,
  name: string,
): void {
  if (!/^[\w+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new Refused('invalid_name')
  const reaction = message.reactions.find((one) => one.name === name)
  if (reaction?.users.includes(user)) throw new Refused('already_reacted')
  if (reaction === undefined) message.reactions.push({ name, users: [user] })
  else reaction.users.push(user)
  world.keep(message)
  events.tell(
    'reaction_added',
    message.channel,
    reactionEvent('reaction_added', message, user, name),
  )
}

/** Takes a person's reaction back and tells the app. Refuses no_reaction. */
export function unreact(
  { world, events }: Workplace,
  message: Stored,
  user: string,
  name: string,
): void {
  const reaction = message.reactions.find((one) => one.name === name)
  if (!reaction?.users.includes(user)) throw new Refused('no_reaction')
  reaction.users = reaction.users.filter((one) => one !== user)
  message.reactions = message.reactions.filter(({ users }) => users.length > 0)
  world.keep(message)
  events.tell(
    'reaction_removed',
    message.channel,
    reactionEvent('reaction_removed', message, user, name),
  )
}

function reactionEvent(type: string, message: Stored, user: string, reaction: string) {
  const { channel, ts } = message
  return { type, user, reaction, item: { type: 'message', channel, ts }, item_user: message.user }
}

function target(place: Workplace, given: Arguments): Stored {
  const channel = joinedChannel(place, text(given, 'channel')).id
  const message = place.world.message(channel, text(given, 'timestamp'))
  if (message?.onlyFor !== null) throw new Refused('message_not_found')
  return message
}
