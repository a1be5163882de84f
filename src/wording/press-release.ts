// The words around press releases: what a feed tells, and the form that makes a draft of one.
import type { FieldWords } from './forms.ts'
import { count } from './numbers.ts'

/** The button below a new item. */
export const proposeItemLabel = 'Als Beitrag vorschlagen'

/** "Neue Meldung: Freibad öffnet"; above the title itself without one. */
export function feedItemTitle(title: string): string {
  return title === '' ? 'Neue Meldung:' : `Neue Meldung: ${title}`
}

/** How many items nobody is told of one by one. */
export function feedOthersSentence(others: number, host: string): string {
  return others === 1
    ? `Auf ${host} steht noch eine neue Meldung, die hier nicht einzeln erscheint.`
    : `Auf ${host} stehen noch ${count(others)} neue Meldungen, die hier nicht einzeln erscheinen.`
}

/** What stands above the form of a press release: how much of it the words leave out. */
export function shortenedSentence({
  left,
  isTitleCut,
}: {
  left: number
  isTitleCut: boolean
}): string {
  const what = isTitleCut
    ? 'Ein Vorschlag aus der Pressemitteilung; die Überschrift passt nicht ganz hinein.'
    : 'Ein Vorschlag aus der Pressemitteilung.'
  const rest = left === 0 ? '' : ` ${count(left)} Zeichen der Mitteilung stehen nicht darin.`
  return `${what}${rest} Bitte prüfen und ändern Sie ihn.`
}

/** The button in the form for a post. */
export const fromReleaseLabel = 'Aus einer Pressemitteilung'

/** The form that asks for a press release. */
export const releaseFormWords = {
  title: 'Pressemitteilung',
  submit: 'Übernehmen',
  close: 'Zurück',
  heading: { label: 'Überschrift' },
  text: {
    label: 'Text der Mitteilung',
    hint: 'Der Anfang genügt: Amtsfunk schlägt Überschrift und ersten Satz vor, soweit sie in einen Beitrag passen. Ein Text, der schon im Formular steht, wird ersetzt.',
  },
  link: { label: 'Link zur Mitteilung', placeholder: 'https://www.hamburg.de/…' },
  missing: 'Bitte füllen Sie dieses Feld aus.',
} as const satisfies Record<string, FieldWords | string>
