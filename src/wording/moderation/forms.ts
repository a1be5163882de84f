// The words of the moderation desk's forms. Titles and buttons have at most 24 characters.
import type { FieldWords } from '../forms.ts'
import type { Fachamt } from '../../core/conversation/conversation.ts'
import { fachamtLabels } from './lists.ts'
import { count } from '../numbers.ts'

export const answerFormWords = {
  title: 'Antworten',
  submit: 'Zur Freigabe einreichen',
  template: { label: 'Textbaustein', placeholder: 'Textbaustein wählen' },
  text: {
    label: 'Antwort',
    hint: 'Die Antwort wird wie jeder Beitrag geprüft und erst nach der Freigabe öffentlich.',
  },
} as const satisfies Record<string, FieldWords | string>

/** Above what a Fachamt said. */
export function contributionLabel(fachamt: Fachamt): string {
  return `Zuarbeit, ${fachamtLabels[fachamt]}:`
}
/** Above an answer that others have had to the same words. */
export function agreedLabel(proposal: number): string {
  return `Sprachregelung: So sind dieselben Worte schon beantwortet (Vorschlag ${proposal}, freigegeben). Viele gleiche Antworten wertet X als Spam.`
}
/** Puts it into the answer. */
export const useContribution = 'In die Antwort übernehmen'

/** What the citizen wrote, above the field for the answer. */
export function quotedLabel(number: number): string {
  return `Erwähnung ${number}:`
}

export const stepFormWords = {
  wait: {
    title: 'Wartet auf …',
    submit: 'Speichern',
    for: { label: 'Worauf wird gewartet?' },
    fachamt: { label: 'Welches Fachamt?', hint: 'Nur nötig, wenn ein Fachamt gefragt ist.' },
    until: { label: 'Wiedervorlage am', hint: 'An diesem Tag erinnert Amtsfunk im Thread.' },
  },
  'pass-on': {
    title: 'Weiterleiten',
    submit: 'Weiterleiten',
    fachamt: {
      label: 'An welches Fachamt?',
      hint: 'Das Fachamt liest den Beitrag in Slack und gibt dort seine Zuarbeit. Sie kommt in den Thread der Erwähnung.',
    },
    until: { label: 'Zuarbeit bis', hint: 'An diesem Tag erinnert Amtsfunk beide Seiten.' },
    question: {
      label: 'Frage an das Fachamt',
      hint: 'Nur nötig, wenn der Beitrag allein nicht reicht. Wird mit dem Beitrag gelöscht.',
    },
  },
  forward: {
    title: 'Weiterleitung vermerken',
    submit: 'Festhalten',
    fachamt: {
      label: 'An welches Fachamt?',
      hint: 'Amtsfunk hält das nur fest. Bitte geben Sie das Anliegen selbst an das Fachamt weiter.',
    },
  },
  refer: {
    title: 'Verweisen',
    submit: 'Festhalten',
    target: {
      label: 'Auf welche Stelle?',
      hint: 'Amtsfunk hält das nur fest. Der Person schreiben Sie es mit „Antworten“.',
    },
  },
  more: {
    title: 'Weitere Schritte',
    submit: 'Weiter',
    step: { label: 'Was soll geschehen?' },
  },
  measure: {
    title: 'Maßnahme',
    submit: 'Einreichen',
    kind: { label: 'Maßnahme' },
    rule: { label: 'Gegen welche Regel der Netiquette verstößt der Beitrag?' },
    reason: {
      label: 'Begründung',
      hint: 'Bitte ohne Namen. Die Begründung wird mit den Daten der Person gelöscht.',
    },
    milder: { label: 'Welche milderen Mittel wurden geprüft?' },
    informed: { label: 'Ist die Person informiert?' },
    reviewOn: {
      label: 'Erneut prüfen am',
      hint: 'Nötig beim Stummschalten und Blockieren; üblich nach sechs Monaten.',
    },
  },
  'end-evidence': {
    title: 'Beweissicherung',
    submit: 'Beenden',
    decision: { label: 'Wie wurde entschieden?' },
  },
} as const

export const moreSteps = {
  'tell-answered': 'Von Hand auf X beantwortet',
  'mark-spam': 'Als Spam abschließen',
  forward: 'Als weitergeleitet vermerken',
  measure: 'Maßnahme vorschlagen oder festhalten',
  'hold-evidence': 'Beweissicherung (nur Pressestelle, drei Monate)',
  'end-evidence': 'Beweissicherung beenden (nur Pressestelle)',
} as const
export type MoreStep = keyof typeof moreSteps

export const evidenceDecisions = {
  'handed-over': 'Liegt Rechtsamt oder Polizei schon vor: Kopie hier löschen',
  released: 'Nicht mehr nötig: Kopie hier löschen',
} as const

/** Above the kinds of measures where one of them is not offered. */
export const notHideableHint =
  'Verbergen geht nur bei Antworten unter unseren eigenen Beiträgen, bei diesem Beitrag also nicht.'

export const yes = 'ja'
export const no = 'nein'

export const listTitle = 'Offene Erwähnungen'
export const listEmpty = 'Gerade ist keine Erwähnung offen.'
export const close = 'Schließen'
/** One entry of the list. */
export function listMore(more: number): string {
  return `… und ${count(more)} weitere.`
}
export const mentionsHelp = [
  'So nutzen Sie die Liste der Erwähnungen:',
  '`/erwaehnungen` zeigt alle offenen, die dringendste zuerst.',
  '`/erwaehnungen maßnahmen` zählt Maßnahmen nach Art und Regel der Netiquette.',
].join('\n')
