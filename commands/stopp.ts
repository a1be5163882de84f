import { stopHelp } from '../src/wording/declarations.ts'
import { asksForHelp, type SlashCommand } from './command.ts'

/** Stops everything that would leave the house, or all but warnings; ends that again. */
export const stopp: SlashCommand = {
  name: '/stopp',
  description: 'Alles anhalten, was veröffentlicht würde',
  usage: '[Grund] | krise [Grund] | aus',
  reply(typed) {
    if (asksForHelp(typed)) return { say: stopHelp }
    const said = typed.trim()
    if (/^(aus|ende|aufheben)$/i.test(said)) return { about: 'stop', wants: 'end' }
    const [, reason] = /^(?:krise|krisenmodus)\b[:,\s]*(.*)$/is.exec(said) ?? []
    return reason === undefined
      ? { about: 'stop', wants: 'nothing', reason: said }
      : { about: 'stop', wants: 'warnings', reason: reason.trim() }
  },
}
