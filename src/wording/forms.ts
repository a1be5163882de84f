// The words of the forms.
import { count } from './numbers.ts'

/** A field: what it asks, what helps to answer, what stands in it while it is empty. */
export type FieldWords = { label: string; hint?: string; placeholder?: string }

export const cancelLabel = 'Abbrechen'

/** The form for a proposal. */
export const proposalFormWords = {
  title: { propose: 'Beitrag vorschlagen', revise: 'Vorschlag überarbeiten' },
  submit: 'Einreichen',
  text: {
    label: 'Text',
    hint: 'Eine Zeile mit --- beginnt den nächsten Teil eines Threads.',
    placeholder: 'Wer, wo, wann, was ist zu tun?',
  },
  numbered: { label: 'Teile', choice: 'Am Ende nummerieren (1/3)' },
  topic: { label: 'Thema', placeholder: 'Thema wählen' },
  link: {
    label: 'Link zur Seite mit denselben Informationen',
    hint: 'Er kommt ans Ende des Textes, wenn er dort noch nicht steht, und zählt mit.',
    placeholder: 'https://www.hamburg.de/…',
  },
  noLinkBecause: {
    label: 'Wenn es keinen Link gibt: warum?',
    hint: 'Nur nötig, wenn das Feld für den Link leer ist. Der Grund wird nicht veröffentlicht.',
  },
  date: {
    label: 'Veröffentlichen am',
    hint: 'Leer lassen für: sofort nach der Freigabe.',
    placeholder: 'Tag wählen',
  },
  time: { label: 'Uhrzeit', placeholder: 'Uhrzeit wählen' },
} as const satisfies Record<string, FieldWords | string | Record<string, string>>

/** Stands above the form when a text was divided: `lengths` are the weighted characters of the parts. */
export function dividedNotice(lengths: readonly number[], limit: number): string {
  const all = lengths.map(count)
  const said = `${all.slice(0, -1).join(', ')} und ${all.at(-1) ?? ''}`
  return `Für einen Beitrag ist der Text zu lang, deshalb steht er hier in ${lengths.length} Teilen (${said} von ${count(limit)} Zeichen). Eine Zeile mit --- trennt sie. Bitte ansehen, wenn nötig ändern und noch einmal einreichen.`
}

/** Stands above the form when a version is replaced. */
export function revisingNotice(number: number, version: number): string {
  return `Vorschlag ${number}: Aus Fassung ${version} wird Fassung ${version + 1}. Eine Freigabe der alten Fassung gilt dann nicht mehr. Wer den Vorschlag verfasst oder zuletzt überarbeitet hat, kann ihn nicht selbst freigeben (Vier-Augen-Prinzip).`
}

/** Actions that need a sentence first. */
export type SentenceAction = 'reject' | 'ask' | 'give-reason' | 'confirm-posted'

/** The forms with one field. Titles and buttons have at most 24 characters. */
export const sentenceFormWords: Record<
  SentenceAction,
  { title: string; submit: string; field: FieldWords; multiline: boolean }
> = {
  reject: {
    title: 'Vorschlag ablehnen',
    submit: 'Ablehnen',
    field: {
      label: 'Warum lehnen Sie den Vorschlag ab?',
      hint: 'Der Grund steht danach auf der Karte. Die Ablehnung lässt sich nicht rückgängig machen.',
    },
    multiline: true,
  },
  ask: {
    title: 'Rückfrage',
    submit: 'Rückfrage stellen',
    field: {
      label: 'Was möchten Sie wissen?',
      hint: 'Die Frage steht danach auf der Karte und im Thread.',
    },
    multiline: true,
  },
  'give-reason': {
    title: 'Grund nennen',
    submit: 'Grund nennen',
    field: {
      label: 'Warum wurde der Vorschlag abgelehnt?',
      hint: 'Der Grund steht danach auf der Karte und im Thread.',
    },
    multiline: true,
  },
  'confirm-posted': {
    title: 'Steht schon auf X',
    submit: 'Bestätigen',
    field: {
      label: 'Link zum Beitrag auf X',
      hint: 'Bitte öffnen Sie den Beitrag auf X und kopieren Sie dort seinen Link. Bei einem Thread: den Link des Teils, der geprüft wird.',
      placeholder: 'https://x.com/…',
    },
    multiline: false,
  },
}
