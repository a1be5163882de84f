import { standInHelp } from '../src/wording/declarations.ts'
import { asksForHelp, type SlashCommand } from './command.ts'

/** Enters who stands in, or that somebody is away: opens the form with what was typed. */
export const vertretung: SlashCommand = {
  name: '/vertretung',
  description: 'Vertretung oder Abwesenheit eintragen (Pressestelle)',
  usage: '[@person] [heute | nächste Woche | 24.11. bis 28.11.]',
  namesPeople: true,
  reply(typed) {
    if (asksForHelp(typed)) return { say: standInHelp }
    const person = /<@([A-Z0-9]+)(?:\|[^>]*)?>/.exec(typed)?.[1] ?? null
    const days = typed
      .replace(/<@[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    return { open: 'stand-in', person, days }
  },
}
