import type { SlackSight } from '../../contract.ts'

export type Command = SlackSight['commands'][number]

/** The commands that fit what is typed so far; none once the command is complete. */
export function fittingCommands(commands: Command[], text: string): Command[] {
  if (!text.startsWith('/') || /\s/.test(text)) return []
  return commands.filter((command) => command.name.startsWith(text.toLowerCase()))
}

/** The command whose words are being typed, for its usage hint. */
export function typedCommand(commands: Command[], text: string): Command | null {
  const name = /^(\/\S+)\s/.exec(text)?.[1]
  return commands.find((command) => command.name === name) ?? null
}

/** A text as Slack reads it: a command with its words, or a message. */
export function readTyped(text: string): { command: string; words: string } | null {
  const match = /^(\/\S+)(?:\s+([\s\S]*))?$/.exec(text.trim())
  if (match === null) return null
  return { command: match[1] ?? '', words: match[2] ?? '' }
}
