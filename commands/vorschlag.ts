import { help } from '../src/wording/help.ts'
import type { SlashCommand } from './command.ts'

/** Proposes a post: opens the form with what was typed, or explains itself. */
export const vorschlag: SlashCommand = {
  name: '/vorschlag',
  description: 'Einen Beitrag vorschlagen',
  usage: '[Text des Beitrags]',
  reply(typed) {
    const text = typed.trim()
    return /^(hilfe|help|\?)$/i.test(text) ? { say: help() } : { open: 'proposal', text }
  },
}
