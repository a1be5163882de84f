// The words about what a version changed.
import type { Instant } from '../core/content.ts'
import type { Change } from '../core/proposal/changes.ts'
import { count } from './numbers.ts'
import { moment } from './time.ts'

/** Announces what is new, above it. */
export function changesLabel(version: number): string {
  return `Geändert gegenüber Fassung ${version}:`
}

/** Around words that are gone and words that are new: who does not see the line through them hears it. */
export const struckWords = { before: '[gestrichen: ', after: ']' } as const
export const addedWords = { before: '[neu: ', after: ']' } as const

/** A change in one line; for words, what stands before them. */
export function changeLine(change: Change, zone: string): string {
  switch (change.what) {
    case 'words':
      return 'Text: '
    case 'alt-text':
      return `Alternativtext zu Bild ${change.picture}: `
    case 'new-alt-text':
      return `Alternativtext zu Bild ${change.picture}: neu.`
    case 'rewritten':
      return 'Text: weitgehend neu, bitte ganz lesen.'
    case 'time':
      return `Termin: bisher ${change.wasInStock ? 'im Vorrat' : timeWords(change.plannedAt, zone)}.`
    case 'no-link':
      return 'Der Grund dafür, dass es keinen Link gibt, ist neu.'
    case 'pictures':
      return `Bilder: jetzt ${count(change.all)}, bisher ${count(change.before)}.`
  }
}

function timeWords(at: Instant | null, zone: string): string {
  return at === null ? 'sofort nach der Freigabe' : moment(at, zone)
}
