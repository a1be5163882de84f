// Whose device rings, and why. Counted by Slack's rules for a person who changed no settings:
// - a message that names the person (<@U…>), a user group they are in (<!subteam^S…>), or everybody (<!channel>, <!here>,
//   <!everyone>; here everybody is at their desk), in a channel they are in;
// - every direct message;
// - every reply in a thread they follow: they began it, replied in it, or were named in it.
// Nobody rings for what they wrote themselves, for what only one person sees (chat.postEphemeral), for a reaction, or for a
// change of a message: chat.update tells nobody, also where it adds a name.
// Where Slack documents nothing, more rings rather than less: a name counts in the text and in any block that is no
// plain_text, since either may be what a device shows; a thread is also followed by whoever its first message named.
import type { Ping } from '../contract.ts'
import { isObject } from './blocks/shape.ts'
import type { StoredMessage, Workspace } from './workspace.ts'
import { bot, ids, type Conversation } from './world.ts'

type Called = { people: Set<string>; groups: Set<string>; everybody: boolean }

/** Notes for everybody in a channel whether a new message rings, and why: the first reason in the order above. */
export function ring(slack: Workspace, channel: Conversation, message: StoredMessage): void {
  if (message.onlyFor !== null) return
  const called = calledIn(message)
  const following = followers(slack, message)
  for (const person of channel.members) {
    if (person === message.user || person === bot.id || slack.isDeactivated(person)) continue
    const why = reason(slack, channel, person, called, following)
    if (why === null) continue
    const { ts, threadTs, user } = message
    const ping = { channel: channel.id, ts, threadTs, by: user, why }
    slack.pings.put(`${person} ${channel.id} ${ts}`, { to: person, ...ping })
  }
}

/** What rang for a person, the newest first. */
export function pingsOf(slack: Workspace, person: string): Ping[] {
  return slack.pings
    .all()
    .filter(({ to }) => to === person)
    .map(({ channel, ts, threadTs, by, why }) => ({ channel, ts, threadTs, by, why }))
    .reverse()
}

function reason(
  slack: Workspace,
  channel: Conversation,
  person: string,
  called: Called,
  following: ReadonlySet<string>,
): Ping['why'] | null {
  if (called.people.has(person)) return 'name'
  const isInGroup = slack.groupMembers()?.includes(person) === true
  if (isInGroup && called.groups.has(ids.userGroup)) return 'group'
  if (called.everybody) return 'everybody'
  if (channel.isIm) return 'direct'
  return following.has(person) ? 'thread' : null
}

/** Who followed the thread before this reply came. */
function followers(slack: Workspace, { channel, threadTs, ts }: StoredMessage): Set<string> {
  if (threadTs === null) return new Set()
  const thread = slack.messages
    .all()
    .filter((one) => one.channel === channel && one.onlyFor === null)
    .filter((one) => one.ts !== ts && (one.ts === threadTs || one.threadTs === threadTs))
  return new Set(thread.flatMap((one) => [one.user, ...calledIn(one).people]))
}

/** Who is called by the text of a message, or by its blocks. */
function calledIn({ text, blocks }: StoredMessage): Called {
  const called: Called = { people: new Set(), groups: new Set(), everybody: false }
  listen(text, called)
  walk(blocks, called)
  return called
}

function listen(mrkdwn: string, called: Called): void {
  for (const [, user] of mrkdwn.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g)) {
    if (user !== undefined) called.people.add(user)
  }
  for (const [, group] of mrkdwn.matchAll(/<!subteam\^(S[A-Z0-9]+)(?:\|[^<>]*)?>/g)) {
    if (group !== undefined) called.groups.add(group)
  }
  if (/<!(?:channel|here|everyone)(?:\|[^<>]*)?>/.test(mrkdwn)) called.everybody = true
}

function walk(value: unknown, called: Called): void {
  if (Array.isArray(value)) for (const one of value) walk(one, called)
  if (!isObject(value) || value.type === 'plain_text') return
  const { type, text, user_id: user, usergroup_id: group } = value
  if (type === 'mrkdwn' && typeof text === 'string') listen(text, called)
  else if (type === 'user' && typeof user === 'string') called.people.add(user)
  else if (type === 'usergroup' && typeof group === 'string') called.groups.add(group)
  else if (type === 'broadcast') called.everybody = true
  else for (const one of Object.values(value)) walk(one, called)
}
