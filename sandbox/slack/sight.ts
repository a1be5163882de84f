// All that one person sees of the local Slack.

import type { Channel, File, Message, SlackSight } from '../contract.ts'
import { messagesIn } from './messages.ts'
import { pingsOf } from './pings.ts'
import type { Slack } from './slack.ts'
import { apiView, homeOf, stackOf } from './views.ts'
import type { StoredMessage, StoredFile } from './workspace.ts'
import { bot, people, type Conversation } from './world.ts'

/** Throws for somebody who is not of this Slack. */
export function sightOf(slack: Slack, as: string): SlackSight {
  const me = slack.person(as)
  if (me === undefined) throw new Error(`Nobody in the sandbox's Slack has the id ${as}`)
  const home = homeOf(slack, as)
  const { commands, messageShortcuts, botName } = slack.manifest
  const channels = slack.conversations().filter((channel) => channel.members.includes(as))
  return {
    me,
    people: [...people],
    bot: { id: bot.id, name: botName },
    channels: channels.map((channel) => channelSight(slack, channel, as)),
    commands: me.foreign
      ? []
      : commands.map(({ command, description, usageHint }) => {
          return { name: command, description, usageHint }
        }),
    messageShortcuts: me.foreign ? [] : messageShortcuts,
    modals: stackOf(slack, as).map((view) => {
      const shown = { ...apiView(view), blocks: shownBlocks(slack, view.blocks) }
      return { viewId: view.id, view: shown, errors: view.errors }
    }),
    home: home ? apiView(home) : null,
    activity: pingsOf(slack, as),
    faults: slack.faults.list(),
  }
}

function channelSight(slack: Slack, channel: Conversation, as: string): Channel {
  const visible = messagesIn(slack, channel.id).filter(
    (one) => one.onlyFor === null || one.onlyFor === as,
  )
  const top = visible.filter((one) => one.threadTs === null || one.broadcast)
  const isBetweenPeople = channel.isIm && !channel.members.includes(bot.id)
  const other = channel.members.find((member) => member !== as)
  return {
    id: channel.id,
    name: isBetweenPeople ? (slack.person(other ?? '')?.name ?? '') : channel.name,
    kind: isBetweenPeople ? 'person' : channel.isIm ? 'direct' : 'channel',
    isPrivate: channel.isPrivate,
    shared: channel.isExtShared,
    messages: top.map((message) => {
      const replies = visible.filter((one) => one.threadTs === message.ts)
      return {
        ...messageSight(slack, message),
        replies: replies.map((r) => messageSight(slack, r)),
      }
    }),
  }
}

function messageSight(slack: Slack, message: StoredMessage): Message {
  const sampleUntil = slack.marks.get('sample-until') ?? '0'
  return {
    ts: message.ts,
    channel: message.channel,
    user: message.user,
    bot: message.user === bot.id,
    text: message.text,
    blocks: shownBlocks(slack, message.blocks),
    reactions: message.reactions,
    files: message.files.flatMap((id) => fileSight(slack, id)),
    threadTs: message.threadTs,
    replies: [],
    edited: message.edited !== null,
    ephemeral: message.onlyFor !== null,
    sample: Number(message.ts) <= Number(sampleUntil),
  }
}

/** Blocks with the page's own way to the pictures in them. */
function shownBlocks<One extends Record<string, unknown>>(slack: Slack, blocks: One[]): One[] {
  return blocks.map((block) => {
    const file = block.slack_file as { id?: string } | undefined
    const [picture] = file?.id === undefined ? [] : fileSight(slack, file.id)
    return picture === undefined ? block : { ...block, picture: picture.url }
  })
}

function fileSight(slack: Slack, id: string): File[] {
  const file = slack.files.get(id)
  if (file === undefined) return []
  const { name, title, mimetype, size, secret } = file
  // Kept before pictures had words.
  const altText = (file as Partial<StoredFile>).altText ?? ''
  const base = `${slack.options.address()}/files/${id}/${encodeURIComponent(name)}`
  return [{ id, name, title, altText, mimetype, size, url: `${base}?see=${secret}` }]
}
