import { mentionsHelp } from '../src/wording/moderation/forms.ts'
import type { SlashCommand } from './command.ts'

/** Shows the open mentions, or counts the measures. */
export const erwaehnungen: SlashCommand = {
  name: '/erwaehnungen',
  description: 'Offene Erwähnungen ansehen',
  usage: '[maßnahmen]',
  reply(typed) {
    const word = typed.trim().toLowerCase()
    if (word === '') return { open: 'mentions' }
    return /^ma(ß|ss)nahmen$/.test(word) ? { open: 'measures' } : { say: mentionsHelp }
  },
}
