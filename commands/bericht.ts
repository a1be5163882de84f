import { reportUsage } from '../src/wording/report/asking.ts'
import { asksForHelp, type SlashCommand } from './command.ts'

/** Draws up the report of a quarter or year. */
export const bericht: SlashCommand = {
  name: '/bericht',
  description: 'Den Quartalsbericht an den Hauptausschuss als Entwurf erstellen',
  usage: '[2026-Q3 | III/2026 | jahr 2026]',
  reply: (typed) =>
    asksForHelp(typed) ? { say: reportUsage('/bericht') } : { about: 'report', typed },
}
