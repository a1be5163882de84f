import type { SlashCommand } from './command.ts'

/** Draws up the report of a quarter or year. */
export const bericht: SlashCommand = {
  name: '/bericht',
  description: 'Den Quartalsbericht an den Hauptausschuss als Entwurf erstellen',
  usage: '[2026-Q3 | III/2026 | jahr 2026]',
  reply: (typed) => ({ about: 'report', typed }),
}
