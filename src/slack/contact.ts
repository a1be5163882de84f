// Is the one who hears of a possible emergency outside the service hours somebody Slack can reach?
import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import type { StartProblem } from '../wording/start.ts'

/** Checks the escalation contact. Answers with the problem, null if all is well or nobody is set. Throws if Slack
 * does not answer. */
export async function checkContact(
  client: WebClient,
  contact: string | undefined,
): Promise<StartProblem | null> {
  if (contact === undefined) return null
  try {
    const { user } = await client.users.info({ user: contact })
    const isReachable = user?.deleted !== true && user?.is_bot !== true
    return isReachable ? null : { problem: 'contact', because: 'unreachable' }
  } catch (error) {
    const word = error instanceof WebAPIPlatformError ? error.data.error : ''
    if (word === 'user_not_found' || word === 'user_not_visible') {
      return { problem: 'contact', because: 'unknown-user' }
    }
    throw error
  }
}
