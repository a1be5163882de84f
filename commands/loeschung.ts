import { erasureHelp } from '../src/wording/help.ts'
import { asksForHelp, type SlashCommand } from './command.ts'

/** Asks for the erasure of what is kept about an account; a second person decides. */
export const loeschung: SlashCommand = {
  name: '/loeschung',
  description: 'Gespeicherte Daten zu einem X-Konto löschen (Pressestelle, vier Augen)',
  usage: '@konto',
  reply: (typed) =>
    asksForHelp(typed) ? { say: erasureHelp } : { about: 'erasure', handle: typed },
}
