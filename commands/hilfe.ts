import { commandLine } from '../src/wording/help.ts'
import type { SlashCommand } from './command.ts'

/** Says what else can be typed, from the commands themselves. */
export function hilfe(others: readonly SlashCommand[]): SlashCommand {
  return {
    name: '/hilfe',
    description: 'Alle Befehle von Amtsfunk',
    usage: '',
    reply: () => ({ say: others.map(commandLine).join('\n'), withHandbook: true }),
  }
}
