// How Slack stores what people type.

import type { Person } from '../contract.ts'
import type { Conversation } from './world.ts'

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
