import { warningHelp } from '../src/wording/help.ts'
import { asksForHelp, type SlashCommand } from './command.ts'

/** Proposes a warning: opens its form with what was typed. */
export const warnung: SlashCommand = {
  name: '/warnung',
  description: 'Eine Warnung vorschlagen, die ein Fachamt mitzeichnet',
  usage: '[Wovor wird gewarnt?]',
  reply: (typed) =>
    asksForHelp(typed) ? { say: warningHelp } : { open: 'warning', text: typed.trim() },
}
