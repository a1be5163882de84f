import type { DatabaseRefusal } from '../db/database.ts'

export type ChannelVariable = 'APPROVAL_CHANNEL' | 'MODERATION_CHANNEL'

/** Why the office cannot open. Each has a sentence with the remedy in src/wording/start.ts. */
export type StartProblem =
  | { problem: 'database'; because: DatabaseRefusal; path: string }
  | { problem: 'slack-token'; variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'; error: string }
  | { problem: 'slack-unreachable' }
  | {
      problem: 'channel'
      variable: ChannelVariable
      because: 'not-found' | 'not-a-member' | 'archived' | 'shared'
    }
  | { problem: 'officers'; because: 'no-group' | 'no-plan' | 'nobody' | 'unknown-user' }
  | { problem: 'x-credentials' }
  | { problem: 'health-port'; port: number }
