// What a method of the Web API is to the sandbox.

import type { Args } from '../args.ts'
import type { Slack } from '../slack.ts'

export type Method = {
  /** Whose token it takes; the bot's where nothing is said. */
  token?: 'app'
  /** The scope it always needs; methods that depend on the channel check for themselves. */
  scope?: string
  /** Answers what goes beside ok:true. Throws Refused. */
  run(slack: Slack, args: Args): Record<string, unknown>
}

export type Methods = Record<string, Method>
