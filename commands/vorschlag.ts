import { help } from '../src/wording/help.ts'
import { asksForHelp, type SlashCommand } from './command.ts'

/** Proposes a post: opens the form with what was typed, or explains itself. */
export const vorschlag: SlashCommand = {
  name: '/vorschlag',
  description: 'Einen Beitrag vorschlagen',
  usage: '[Text des Beitrags]',
  reply(typed) {
    return asksForHelp(typed) ? { say: help() } : { open: 'proposal', text: typed.trim() }
  },
}
