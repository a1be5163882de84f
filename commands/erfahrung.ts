import { experienceHelp } from '../src/wording/help.ts'
import { asksForHelp, type SlashCommand } from './command.ts'

/** Notes something for the human chapters of the report. */
export const erfahrung: SlashCommand = {
  name: '/erfahrung',
  description: 'Etwas für den Quartalsbericht notieren (nur intern)',
  usage: '[Was gut lief oder nicht]',
  reply: (typed) =>
    asksForHelp(typed) ? { say: experienceHelp } : { open: 'experience', text: typed.trim() },
}
