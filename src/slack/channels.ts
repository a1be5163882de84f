// Are the two channels what they must be, before anything is said in them?
import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import type { StartProblem } from '../wording/start.ts'

type Variable = 'APPROVAL_CHANNEL' | 'MODERATION_CHANNEL'

/** Checks that the bot is in both channels and that neither is archived or shared with another
 * organisation. Answers with the first problem, null if all is well. Throws if Slack does not answer. */
export async function checkChannels(
  client: WebClient,
  ids: Record<Variable, string>,
): Promise<StartProblem | null> {
  const problems = await Promise.all([
    checkChannel(client, 'APPROVAL_CHANNEL', ids.APPROVAL_CHANNEL),
    checkChannel(client, 'MODERATION_CHANNEL', ids.MODERATION_CHANNEL),
  ])
  return problems.find((problem) => problem !== null) ?? null
}

async function checkChannel(
  client: WebClient,
  variable: Variable,
  id: string,
): Promise<StartProblem | null> {
  try {
    const { channel } = await client.conversations.info({ channel: id })
    if (channel?.is_archived === true) return { problem: 'channel', variable, because: 'archived' }
    if (channel?.is_ext_shared === true) return { problem: 'channel', variable, because: 'shared' }
    if (channel?.is_member !== true)
      return { problem: 'channel', variable, because: 'not-a-member' }
    return null
  } catch (error) {
    if (error instanceof WebAPIPlatformError && error.data.error === 'channel_not_found') {
      return { problem: 'channel', variable, because: 'not-found' }
    }
    throw error
  }
}
