// How Slack stores what people type.

import type { Person } from '../contract.ts'
import { bot, people as everybody, userGroup, type Conversation } from './world.ts'

/** Ampersand, less-than and greater-than become entities, and nothing else. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The name people are mentioned by, e.g. "joerg.juergens". */
export function handle(person: Person): string {
  const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ğ: 'g', ş: 's' }
  return person.name
    .toLowerCase()
    .replace(/[äöüßğş]/g, (letter) => umlauts[letter] ?? letter)
    .replace(/\s+/g, '.')
}

const called: readonly (readonly [name: string, mention: string])[] = [
  ...everybody.flatMap((one) => {
    const [first = ''] = one.name.split(' ')
    return [one.name, handle(one), first].map((name) => [name, `<@${one.id}>`] as const)
  }),
  ['Amtsfunk', `<@${bot.id}>`],
  [userGroup.handle, `<!subteam^${userGroup.id}>`],
  ['channel', '<!channel>'],
  ['here', '<!here>'],
]

/** Makes mentions of the names typed behind an @ in an escaped text, as the list does that Slack's editor opens there: whole
 * names, first names, the group, everybody. An address of a mailbox stays one. */
export function mentioning(text: string): string {
  return text.replace(/(?<![\p{L}\d._-])@[\p{L}\d._-]+(?: \p{L}+)?/gu, (typed) => {
    const words = typed.slice(1)
    const found = called.find(([name]) =>
      new RegExp(`^${name.replaceAll('.', '\\.')}(?![\\p{L}\\d])`, 'iu').test(words),
    )
    return found === undefined ? typed : found[1] + words.slice(found[0].length)
  })
}

/** What should_escape of a slash command does to @names and #channels, after escaped(). */
export function resolved(
  text: string,
  people: readonly Person[],
  conversations: readonly Conversation[],
): string {
  return text.replace(/([@#])([\p{L}\d._-]+)/gu, (whole, sign: string, name: string) => {
    if (sign === '#') {
      const channel = conversations.find((one) => !one.isIm && one.name === name)
      return channel ? `<#${channel.id}|${channel.name}>` : whole
    }
    const person = people.find((one) => handle(one) === name)
    return person ? `<@${person.id}|${handle(person)}>` : whole
  })
}
