/** What typing a command leads to: a form with the text already in it, a sentence to the person, or
 * something of the moderation desk. */
export type Reply =
  | { open: 'proposal'; text: string }
  | { open: 'warning'; text: string }
  | { open: 'experience'; text: string }
  /** Who stands in: a Slack user id where one was named, and days as typed. */
  | { open: 'stand-in'; person: string | null; days: string }
  /** A proposal by its number, and all with some words in them. */
  | { about: 'proposal'; number: number }
  | { about: 'search'; words: string }
  /** A stop, of everything or of all but warnings, or its end. */
  | { about: 'stop'; wants: 'nothing' | 'warnings'; reason: string }
  | { about: 'stop'; wants: 'end' }
  | { about: 'capacity'; level: 'green' | 'yellow' | 'red'; days: string }
  /** The editorial plan of a week, as typed. */
  | { open: 'plan'; week: string }
  /** What the profile of the account shows. */
  | { open: 'profile' }
  | { open: 'mentions' }
  | { open: 'measures' }
  /** What is kept about an account: as a file to who asks, or to be erased. */
  | { about: 'access' | 'erasure'; handle: string }
  /** The report of a period, as typed. */
  | { about: 'report'; typed: string }
  /** `withHandbook`: and where the handbook is, where the office has said so. */
  | { say: string; withHandbook?: true }

/** A slash command: how it is called, what the manifest says of it, and what it does with what was typed
 * (already unescaped). Pure: nothing may stand between a person and the form. */
export type SlashCommand = {
  name: `/${string}`
  description: string
  usage: string
  /** Whether Slack writes whom a name means (`<@U…>`). */
  namesPeople?: true
  reply(typed: string): Reply
}

/** Whether somebody asks how a command works. A text that merely begins so is a text. */
export function asksForHelp(typed: string): boolean {
  return /^(hilfe|help|\?)$/i.test(typed.trim())
}
