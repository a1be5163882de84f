// The workspace can change under the office: a channel is shared or archived, the bot is thrown out, the press
// office's group is deleted, the token is revoked. That is noticed while running, and said once.
import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { z } from 'zod'
import { slackTroubleSentence, type SlackTrouble } from '../wording/watch.ts'
import { channelTrouble } from './channels.ts'
import type { Entrance } from './entrance.ts'
import { escape } from './escape.ts'
import { isAway } from './failures.ts'
import { officersTrouble, type Team } from './team.ts'

export type Watch = {
  /** Looks at everything that can change. What is new is said once, in the approval channel or else to the press
   * officers; with the next look again where neither could be reached. Where Slack does not answer, nothing has changed as
   * far as is known. */
  look(): Promise<void>
  /** What is not as it must be, as far as is known. */
  troubles(): readonly SlackTrouble[]
  /** Whether strangers may be reading in a channel, or colleagues whom its words are none of their business. */
  isShared(channel: string): boolean
}

/** Words with which Slack says that our token opens nothing any more. */
const closed = new Set(['invalid_auth', 'account_inactive', 'token_revoked', 'token_expired'])

/** Watches a workspace. `log` hears every trouble once as a sentence, also where nobody in Slack can be told. */
export function watchSlack(given: {
  client: WebClient
  team: Team
  channels: { approval: string; moderation: string }
  log: (sentence: string) => void
  /** Slack did not answer a look. */
  away: () => void
  /** Hears of everything that is not as it must be, after every other look. */
  found: (troubles: readonly SlackTrouble[]) => void
}): Watch {
  const { client, team, channels, log } = given
  let known: readonly SlackTrouble[] = []
  let looking: Promise<void> = Promise.resolve()
  /** The press officers when there were some. */
  let officers: readonly string[] = []
  const logged = new Set<string>()
  /** What people in Slack have heard. */
  const said = new Set<string>()

  async function troublesNow(): Promise<SlackTrouble[] | 'away'> {
    try {
      const [approval, moderation, who] = await Promise.all([
        channelTrouble(client, channels.approval, false),
        channelTrouble(client, channels.moderation, true),
        officersTrouble(team),
      ])
      return [
        ...(approval === null ? [] : [{ part: 'approval-channel' as const, why: approval }]),
        ...(moderation === null ? [] : [{ part: 'moderation-channel' as const, why: moderation }]),
        ...(who === null ? [] : [{ part: 'officers' as const, why: who }]),
      ]
    } catch (error) {
      if (error instanceof WebAPIPlatformError && closed.has(error.data.error)) {
        return [{ part: 'workspace', why: 'closed' }]
      }
      if (isAway(error)) return 'away'
      throw error
    }
  }

  async function lookNow(): Promise<void> {
    if (team.officers().size > 0) officers = [...team.officers()]
    const troubles = await troublesNow()
    if (troubles === 'away') {
      given.away()
      return
    }
    known = troubles
    given.found(known)
    const now = new Set(known.map(codeOf))
    for (const codes of [logged, said]) {
      for (const code of codes) if (!now.has(code)) codes.delete(code)
    }
    for (const trouble of known) {
      const code = codeOf(trouble)
      const sentence = slackTroubleSentence(trouble)
      if (!logged.has(code)) log(sentence)
      logged.add(code)
      if (trouble.part !== 'workspace' && !said.has(code) && (await say(sentence))) said.add(code)
    }
  }

  /** Whether anybody could be told. */
  async function say(sentence: string): Promise<boolean> {
    if (await isSaid(channels.approval, sentence)) return true
    const told = await Promise.all(officers.map((user) => isSaid(user, sentence)))
    return told.includes(true)
  }

  async function isSaid(channel: string, sentence: string): Promise<boolean> {
    try {
      await client.chat.postMessage({ channel, text: escape(sentence) })
      return true
    } catch {
      // The log has it already.
      return false
    }
  }

  return {
    look() {
      // One after the other: an older look must not overwrite what a newer one saw.
      looking = looking.then(lookNow, lookNow)
      return looking
    },
    troubles: () => known,
    isShared: (channel) =>
      known.some(
        ({ part, why }) =>
          (why === 'shared' || why === 'public') &&
          channel === (part === 'approval-channel' ? channels.approval : channels.moderation),
      ),
  }
}

function codeOf({ part, why }: SlackTrouble): string {
  return `${part} ${why}`
}

/** What Slack tells of by itself, each a reason to look. */
const events = [
  'app_uninstalled',
  'channel_archive',
  'channel_left',
  'channel_shared',
  'channel_unarchive',
  'channel_unshared',
  'group_archive',
  'group_left',
  'group_unarchive',
  'member_joined_channel',
  'subteam_members_changed',
  'subteam_updated',
  'tokens_revoked',
]

/** Looks whenever Slack tells of a change. */
export function watchListeners(door: Entrance, { look }: Watch): void {
  for (const name of events) door.event(name, z.unknown(), look)
}
