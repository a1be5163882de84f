import { help } from '../src/wording/help.ts'
import { asksForHelp, type SlashCommand } from './command.ts'

/** Proposes a post: opens the form with what was typed, shows the proposal whose number was typed, or explains itself. */
export const vorschlag: SlashCommand = {
  name: '/vorschlag',
  description: 'Einen Beitrag vorschlagen',
  usage: '[Text des Beitrags] | [Nummer]',
  reply(typed) {
    if (asksForHelp(typed)) return { say: help() }
    const text = typed.trim()
    return /^\d{1,9}$/.test(text)
      ? { about: 'proposal', number: Number(text) }
      : { open: 'proposal', text }
  },
}
