// Are the two channels what they must be, before anything is said in them and while the office runs?
import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import type { StartProblem } from '../wording/start.ts'

type ChannelProblem = Extract<StartProblem, { problem: 'channel' }>
export type ChannelTrouble = ChannelProblem['because']

/** Checks that the bot is in both channels and that neither is archived or shared with another
 * organisation, and that the moderation channel is private. Answers with the first problem, null if all is well. Throws if Slack does not answer. */
export async function checkChannels(
  client: WebClient,
  ids: Record<ChannelProblem['variable'], string>,
): Promise<StartProblem | null> {
  const variables = ['APPROVAL_CHANNEL', 'MODERATION_CHANNEL'] as const
  const problems = await Promise.all(
    variables.map(async (variable): Promise<StartProblem | null> => {
      const mustBePrivate = variable === 'MODERATION_CHANNEL'
      const because = await channelTrouble(client, ids[variable], mustBePrivate)
      return because === null ? null : { problem: 'channel', variable, because }
    }),
  )
  return problems.find((problem) => problem !== null) ?? null
}

/** What is wrong with one channel, null if nothing; `mustBePrivate` where words of citizens stand in it. Throws if Slack does not answer. */
export async function channelTrouble(
  client: WebClient,
  id: string,
  mustBePrivate: boolean,
): Promise<ChannelTrouble | null> {
  try {
    const { channel } = await client.conversations.info({ channel: id })
    if (channel?.is_archived === true) return 'archived'
    if (channel?.is_ext_shared === true) return 'shared'
    if (channel?.is_member !== true) return 'not-a-member'
    return mustBePrivate && channel.is_private !== true ? 'public' : null
  } catch (error) {
    const word = error instanceof WebAPIPlatformError ? error.data.error : null
    if (word === 'channel_not_found') return 'not-found'
    throw error
  }
}
