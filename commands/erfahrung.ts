import type { SlashCommand } from './command.ts'

/** Notes something for the human chapters of the report. */
export const erfahrung: SlashCommand = {
  name: '/erfahrung',
  description: 'Etwas für den Quartalsbericht notieren (nur intern)',
  usage: '[Was gut lief oder nicht]',
  reply: (typed) => ({ open: 'experience', text: typed.trim() }),
}
