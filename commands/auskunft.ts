import { accessHelp } from '../src/wording/help.ts'
import { asksForHelp, type SlashCommand } from './command.ts'

/** Everything kept about an account, as a file to the asking press officer only. */
export const auskunft: SlashCommand = {
  name: '/auskunft',
  description: 'Gespeicherte Daten zu einem X-Konto als Datei (Pressestelle)',
  usage: '@konto',
  reply: (typed) => (asksForHelp(typed) ? { say: accessHelp } : { about: 'access', handle: typed }),
}
