import { capacityHelp, capacityUnread } from '../src/wording/declarations.ts'
import { asksForHelp, type SlashCommand } from './command.ts'

const levels = { grün: 'green', gruen: 'green', gelb: 'yellow', rot: 'red' } as const

/** Says how much the press office can take on. */
export const auslastung: SlashCommand = {
  name: '/auslastung',
  description: 'Sagen, was die Pressestelle zurzeit annimmt (grün, gelb, rot)',
  usage: 'grün | gelb | rot [bis 27.11.]',
  reply(typed) {
    if (asksForHelp(typed) || typed.trim() === '') return { say: capacityHelp }
    const [, word = '', days = ''] = /^(\S+)\s*(.*)$/s.exec(typed.trim().normalize('NFC')) ?? []
    const name = word.toLowerCase()
    const level = name in levels ? levels[name as keyof typeof levels] : null
    return level === null
      ? { say: capacityUnread }
      : { about: 'capacity', level, days: days.trim() }
  },
}
