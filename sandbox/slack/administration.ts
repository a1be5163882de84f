// What an administrator of the workspace changes while the bot runs; the bot is told as Slack tells it.

import type { Slack } from './slack.ts'
import { bot, ids, team } from './world.ts'

export type Administration = {
  /** Shares a channel with another organisation, or ends that. */
  share(channel: string, shared: boolean): void
  archive(channel: string, archived: boolean): void
  /** Throws the bot out of a channel, or invites it again. */
  removeBot(channel: string, removed: boolean): void
  /** Takes a person into a channel, or out of it. */
  member(channel: string, user: string, isIn: boolean): void
  /** Makes a channel public, or private again. */
  publish(channel: string, isPublic: boolean): void
  /** Changes who is in the press office's group; null deletes it. */
  setGroup(members: readonly string[] | null): void
  /** Closes somebody's account, who is in no channel any more. */
  deactivate(user: string): void
  /** Revokes the bot's token. */
  revokeToken(): void
}

/** The administration of a workspace. */
export function administration(slack: Slack): Administration {
  function emit(type: string, more: Record<string, unknown>): void {
    // Sent whether or not the bot is still in the channel it is about.
    slack.delivery.emit(type, { type, ...more, event_ts: slack.newTs() })
    slack.options.changed()
  }
  return {
    share(channel, isExtShared) {
      slack.changeConversation(channel, { isExtShared })
      emit(isExtShared ? 'channel_shared' : 'channel_unshared', { channel })
    },
    archive(channel, isArchived) {
      const { isPrivate } = slack.changeConversation(channel, { isArchived })
      const kind = isPrivate ? 'group' : 'channel'
      emit(`${kind}_${isArchived ? 'archive' : 'unarchive'}`, { channel, user: ids.people.petra })
    },
    removeBot(channel, removed) {
      const { members = [], isPrivate } = slack.conversation(channel) ?? {}
      const others = members.filter((member) => member !== bot.id)
      slack.changeConversation(channel, { members: removed ? others : [...others, bot.id] })
      if (removed) emit(isPrivate === true ? 'group_left' : 'channel_left', { channel })
      else emit('member_joined_channel', { channel, user: bot.id, team: team.id })
    },
    member(channel, user, isIn) {
      const others = (slack.conversation(channel)?.members ?? []).filter((one) => one !== user)
      slack.changeConversation(channel, { members: isIn ? [...others, user] : others })
      if (isIn) emit('member_joined_channel', { channel, user, team: team.id })
    },
    publish(channel, isPublic) {
      slack.changeConversation(channel, { isPrivate: !isPublic })
    },
    setGroup(members) {
      slack.setGroupMembers(members)
      if (members === null) {
        const subteam = { id: ids.userGroup, date_delete: Math.floor(slack.now() / 1000) }
        emit('subteam_updated', { subteam })
      } else emit('subteam_members_changed', { subteam_id: ids.userGroup, team_id: team.id })
    },
    deactivate(user) {
      slack.deactivate(user)
      for (const { id, members } of slack.conversations()) {
        slack.changeConversation(id, { members: members.filter((one) => one !== user) })
      }
    },
    revokeToken() {
      slack.revoke()
      emit('tokens_revoked', { tokens: { oauth: [], bot: [bot.id] } })
    },
  }
}
