import { searchHelp } from '../src/wording/help.ts'
import { asksForHelp, type SlashCommand } from './command.ts'

/** Finds proposals and own posts by their words. */
export const suche: SlashCommand = {
  name: '/suche',
  description: 'Vorschläge und eigene Beiträge finden',
  usage: 'Wort',
  reply: (typed) =>
    asksForHelp(typed) || typed.trim() === ''
      ? { say: searchHelp }
      : { about: 'search', words: typed.trim() },
}
