/** What typing a command leads to: a form with the text already in it, a sentence to the person, or
 * something of the moderation desk. */
export type Reply =
  | { open: 'proposal'; text: string }
  | { open: 'warning'; text: string }
  | { open: 'experience'; text: string }
  | { open: 'mentions' }
  | { open: 'measures' }
  /** What is kept about an account: as a file to who asks, or to be erased. */
  | { about: 'access' | 'erasure'; handle: string }
  /** The report of a period, as typed. */
  | { about: 'report'; typed: string }
  | { say: string }

/** A slash command: how it is called, what the manifest says of it, and what it does with what was typed
 * (already unescaped). Pure: nothing may stand between a person and the form. */
export type SlashCommand = {
  name: `/${string}`
  description: string
  usage: string
  reply(typed: string): Reply
}

/** Whether somebody asks how a command works. A text that merely begins so is a text. */
export function asksForHelp(typed: string): boolean {
  return /^(hilfe|help|\?)$/i.test(typed.trim())
}
