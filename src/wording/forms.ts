// The words of the forms.
import type { Kind } from '../core/kinds.ts'
import type { Proposal } from '../core/proposal/proposal.ts'
import { count } from './numbers.ts'

/** A field: what it asks, what helps to answer, what stands in it while it is empty. */
export type FieldWords = { label: string; hint?: string; placeholder?: string }

export const cancelLabel = 'Abbrechen'

/** The titles of the form for a proposal, at most 24 characters. */
export const proposalFormTitles: Record<Exclude<Kind, 'reply'> | 'extend' | 'revise', string> = {
  post: 'Beitrag vorschlagen',
  warning: 'Warnung vorschlagen',
  'all-clear': 'Entwarnung vorschlagen',
  correction: 'Korrektur vorschlagen',
  retraction: 'Löschung vorschlagen',
  extend: 'Warnung verlängern',
  revise: 'Vorschlag überarbeiten',
}

/** The form for a proposal. */
export const proposalFormWords = {
  submit: 'Einreichen',
  text: {
    label: 'Text',
    hint: 'Eine Zeile mit --- beginnt den nächsten Teil eines Threads.',
    placeholder: 'Wer, wo, wann, was ist zu tun?',
  },
  template: { label: 'Textbaustein', placeholder: 'Textbaustein wählen' },
  /** What hangs below a post of ours is rarely a thread. */
  followUp: { label: 'Text' },
  what: {
    label: 'Wovor wird gewarnt?',
    hint: '„Warnung:“ setzt Amtsfunk davor, die übrigen Angaben darunter. Zusammen höchstens 280 Zeichen.',
    placeholder: 'Blaualgen im Boberger See',
  },
  publicWords: {
    label: 'Öffentlicher Hinweis',
    hint: 'Leer nur, wenn der Hinweis selbst etwas verraten würde. Dann erscheint nichts.',
  },
  reason: {
    label: 'Grund',
    hint: 'Steht in der Historie und im Bericht, nicht auf X. Bitte ohne Namen.',
  },
  area: { label: 'Gebiet', placeholder: 'Boberger See, Badestelle Ost' },
  advice: {
    label: 'Was sollen die Menschen tun?',
    placeholder: 'Bitte nicht baden, Hunde fernhalten.',
  },
  source: { label: 'Quelle', placeholder: 'Institut für Hygiene und Umwelt' },
  sourceDate: { label: 'Stand der Quelle: Tag', placeholder: 'Tag wählen' },
  sourceTime: { label: 'Stand der Quelle: Uhrzeit', placeholder: 'Uhrzeit wählen' },
  validDate: { label: 'Gültig bis: Tag', placeholder: 'Tag wählen' },
  validTime: {
    label: 'Gültig bis: Uhrzeit',
    hint: 'Dann fragt Amtsfunk nach Entwarnung oder Verlängerung.',
    placeholder: 'Uhrzeit wählen',
  },
  numbered: { label: 'Teile', choice: 'Am Ende nummerieren (1/3)' },
  topic: { label: 'Thema', placeholder: 'Thema wählen' },
  link: {
    label:
      'Link zur Seite mit denselben Informationen (oder unten der Grund, warum es keinen gibt)',
    hint: 'Er kommt ans Ende des Textes, wenn er dort noch nicht steht, und zählt mit.',
    placeholder: 'https://www.hamburg.de/…',
  },
  noLinkBecause: {
    label: 'Warum gibt es keinen Link?',
    hint: 'Nur nötig, wenn das Feld für den Link leer ist. Der Grund wird nicht veröffentlicht.',
  },
  date: {
    label: 'Veröffentlichen am',
    hint: 'Ohne Tag erscheint der Beitrag sofort nach der Freigabe.',
    placeholder: 'Tag wählen',
  },
  time: { label: 'Uhrzeit', placeholder: 'Uhrzeit wählen' },
  schedule: {
    label: 'Termin',
    embargo: 'Sperrfrist: auf keinen Fall früher',
    stock: 'Noch ohne Termin: in den Vorrat',
  },
  releases: {
    label: 'Kleine Korrektur',
    choice: 'Mit dieser Fassung freigeben',
    hint: 'Sie geht hinaus, sobald eine zweite Person sie bestätigt.',
  },
  urgent: {
    label: 'Eilt, weil',
    hint: 'Nur, wenn es nicht warten kann: Dann ruft Amtsfunk die Pressestelle. Leer lassen für alles andere.',
  },
  carried: {
    label: 'Bilder, die schon dabei sind',
    hint: 'Ohne Häkchen kommt ein Bild nicht mit.',
  },
  files: {
    label: 'Bilder',
    hint: 'Bis zu vier je Beitrag (JPEG, PNG, WebP) oder ein GIF. Alternativtext und Bildnachweis folgen im nächsten Schritt.',
  },
  cosigners: {
    label: 'Mitzeichnung durch',
    hint: 'Freigegeben werden kann erst, wenn alle mitgezeichnet haben.',
    placeholder: 'Fachamt wählen',
  },
  madeWithAi: { label: 'Künstliche Intelligenz', choice: 'Mit KI erstellt: X kennzeichnet es' },
} as const satisfies Record<string, FieldWords | string | Record<string, string>>

/** The form that asks for another time. */
export const rescheduleWords = {
  title: 'Termin ändern',
  submit: 'Termin ändern',
  stock: { label: 'Ohne Termin', choice: 'In den Vorrat: für irgendwann' },
} as const

/** What stands above the form for another time: which post, and what becomes of its approval. */
export function rescheduleNotice({ number, approval }: Proposal, excerpt: string): string {
  const after =
    approval === null
      ? ''
      : ' Ändert die Pressestelle den Termin, gilt ihre Freigabe auch dafür. Sonst gibt sie den Beitrag noch einmal frei.'
  return `Vorschlag ${number}: ${excerpt}${after}`
}

/** The second step of the form: what is said about each picture. */
export const picturesFormWords = {
  title: 'Bilder beschreiben',
  submit: 'Einreichen',
  close: 'Zurück',
  loading: 'Die Bilder werden vorbereitet. Sie können sie schon beschreiben.',
  altText: {
    label: 'Alternativtext',
    hint: 'Was ist zu sehen, und was davon ist wichtig? Für alle, die das Bild nicht sehen.',
  },
  credit: {
    label: 'Bildnachweis',
    hint: 'Wer hat es gemacht? Wenn nötig mit Lizenz, etwa CC BY 4.0.',
    placeholder: 'Foto: Vorname Name / Bezirksamt Bergedorf',
  },
  people: { label: 'Personen', placeholder: 'Sind Personen zu erkennen?' },
  reference: { label: 'Einwilligung: wo abgelegt?', placeholder: 'Aktenzeichen oder Ordner' },
  until: {
    label: 'Einwilligung gilt bis',
    hint: 'Leer lassen, wenn sie nicht befristet ist.',
    placeholder: 'Tag wählen',
  },
  place: { label: 'Reihenfolge' },
  part: { label: 'Gehört zu' },
} as const satisfies Record<string, FieldWords | string>

/** What can be chosen about people on a picture. */
export const peopleLabels = {
  none: 'Keine Person zu erkennen',
  consent: 'Personen zu erkennen, mit Einwilligung',
  guardians: 'Kinder zu erkennen, mit Einwilligung der Sorgeberechtigten',
  law: 'Personen zu erkennen, § 23 KUG (etwa Versammlung)',
  unfounded: 'Personen zu erkennen, ohne Rechtsgrundlage',
} as const

/** "an 2. Stelle" */
export function placeLabel(place: number): string {
  return `an ${place}. Stelle`
}

/** "Teil 2" */
export function partChoice(part: number): string {
  return `Teil ${part}`
}

/** Above the fields of a picture: which it is, and how the person called the file. */
export function pictureHeading(picture: number, all: number, name: string): string {
  const which = all === 1 ? 'Bild' : `Bild ${picture} von ${all}`
  return name === '' ? which : `${which}: ${name}`
}

/** That somebody chose more pictures than fit. */
export function tooManyPictures(all: number, most: number): string {
  return `Das sind ${all} Bilder, höchstens ${most} passen in einen Vorschlag. Bitte lassen Sie welche weg.`
}

/** A file that cannot be had. */
export const fileUnavailable =
  'Slack gibt die Datei nicht heraus. Bitte laden Sie sie noch einmal hoch.'

/** That what was typed in the first step is not kept any more. */
export const draftGone =
  'Der erste Schritt ist zu lange her. Bitte gehen Sie zurück und reichen Sie ihn noch einmal ein.'

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
export type SentenceAction = 'reject' | 'ask' | 'answer-question' | 'give-reason' | 'confirm-posted'

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
  'answer-question': {
    title: 'Frage beantworten',
    submit: 'Antwort absenden',
    field: {
      label: 'Ihre Antwort',
      hint: 'Wer gefragt hat, liest sie im Thread und entscheidet dann.',
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
