import { planHelp } from '../src/wording/plan.ts'
import { asksForHelp, type SlashCommand } from './command.ts'

/** Shows the editorial plan of a week. */
export const plan: SlashCommand = {
  name: '/plan',
  description: 'Den Redaktionsplan einer Woche ansehen',
  usage: '[nächste Woche | KW 49 | 24.12.]',
  reply: (typed) => (asksForHelp(typed) ? { say: planHelp } : { open: 'plan', week: typed.trim() }),
}
