// What is said when more mentions come than one card each could bear.
import type { FloodRefusal } from '../../core/flood/decide.ts'
import type { ConfirmWords } from '../card.ts'
import { count } from '../numbers.ts'
import { referralLabels } from './lists.ts'

/** A flood: one card stands for all it brought. */
export function floodTitle(mentions: number, isOver: boolean): string {
  return `${isOver ? 'Viele Erwähnungen, inzwischen abgeebbt' : 'Gerade kommen sehr viele Erwähnungen'}: ${count(mentions)}`
}

/** What the card is for, and how many still wait. */
export function floodSentence(waiting: number): string {
  return waiting === 0
    ? 'Amtsfunk hat sie hier gesammelt. Alle sind bearbeitet oder haben eine eigene Karte.'
    : `Amtsfunk sammelt sie hier, damit der Kanal lesbar bleibt; mögliche Notfälle bekommen sofort eine eigene Karte. Offen in der Liste: ${count(waiting)}. Keine geht verloren.`
}

export function floodMore(more: number): string {
  return `… und ${count(more)} weitere in der Liste.`
}

/** Behind a listed mention that others followed; `last` is the newest of them. */
export function furtherListed(further: number, last: string): string {
  return further === 1
    ? `; dazu ${last}`
    : `; dazu ${count(further)} weitere Beiträge, zuletzt ${last}`
}

export function floodAlarm(mentions: number): string {
  return `Gerade kommen sehr viele Erwähnungen (bisher ${count(mentions)}). Bitte prüfen Sie, ob geplante Beiträge jetzt noch passen. Mit „Geplantes anhalten“ gilt ein Stopp, bis die Pressestelle ihn aufhebt.`
}

/** Why there is a stop. */
export const floodReason = 'sehr viele Erwähnungen'

export const holdPlanned = 'Geplantes anhalten'
export const holdPlannedConfirm = {
  title: 'Geplantes anhalten?',
  text: 'Dann wird nichts veröffentlicht, bis die Pressestelle den Stopp aufhebt. Danach wird jeder angehaltene Beitrag einzeln bestätigt.',
  confirm: 'Anhalten',
  deny: 'Abbrechen',
}
export const toFloodCard = 'Zur Sammelkarte'

export const openListLabel = 'Liste öffnen'
export const floodListTitle = 'Gesammelte Erwähnungen'
export const closeMany = 'Abschließen'
export const listEmptied = 'In dieser Liste wartet niemand mehr.'

/** "Seite 2 von 39, 780 offen" */
export function pageLine(page: number, pages: number, waiting: number): string {
  return `Seite ${count(page)} von ${count(pages)}, ${count(waiting)} offen`
}
export const pageBefore = 'Zurück'
export const pageAfter = 'Weiter'

export const listFormWords = {
  as: { label: 'Gemeinsam abschließen als' },
  which: {
    label: 'Welche?',
    hint: 'Was seit dem Öffnen der Liste neu dazukam oder geändert wurde, bleibt offen.',
  },
  chosen: { label: 'Ausgewählte', hint: 'Nur nötig bei „Nur die ausgewählten“.' },
} as const

export const groupsTitle = 'Gleich gefragt'

/** "12-mal dieselben Worte: „…“" */
export function groupLine(members: number, text: string): string {
  return `${count(members)}-mal dieselben Worte: „${text}“`
}
export function groupNote(members: number): string {
  return `Alle ${count(members)} zur Kenntnis`
}
export function groupNoteConfirm(members: number): ConfirmWords {
  return {
    title: 'Gemeinsam zur Kenntnis?',
    text: `${count(members)} Erwähnungen mit denselben Worten werden ohne Antwort abgeschlossen. Was seit dem Öffnen der Liste dazukam, bleibt offen.`,
    confirm: 'Zur Kenntnis',
    deny: 'Abbrechen',
  }
}
export const groupAnswer = 'Gemeinsam beantworten'
export const sameAnswersHint =
  'X lehnt viele gleiche Antworten als Spam ab. Ein gemeinsamer Beitrag beantwortet alle mit einer Freigabe.'
/** Below the words many ask in, while the answer waits. */
export function groupProposed(proposal: number): string {
  return `Die gemeinsame Antwort ist Vorschlag ${proposal}.`
}

/** Which ones a bulk act is about. */
export function whichLabels(onPage: number, waiting: number) {
  return {
    chosen: 'Nur die ausgewählten',
    page: `Alle auf dieser Seite (${count(onPage)})`,
    all: `Alle in der Liste (${count(waiting)})`,
  } as const
}

/** How many can be closed at once. */
export const closingLabels = {
  note: 'Zur Kenntnis genommen',
  'tell-answered': 'Beantwortet, zum Beispiel mit einem eigenen Beitrag',
  'not-responsible': 'Nicht zuständig',
  'mark-spam': 'Spam',
  ...referred(),
} as const

function referred() {
  const entries = Object.entries(referralLabels).map(([target, label]) => [
    `refer-${target}`,
    `Verwiesen auf ${label}`,
  ])
  return Object.fromEntries(entries) as Record<`refer-${keyof typeof referralLabels}`, string>
}

/** What came of a bulk act. */
export function closedSentence(closed: number): string {
  return closed === 1
    ? 'Eine Erwähnung ist abgeschlossen.'
    : `${count(closed)} Erwähnungen sind abgeschlossen.`
}
export const closingGoesOn =
  'Amtsfunk schließt sie gerade ab. Bitte öffnen Sie die Liste gleich noch einmal.'

export const chooseSome = 'Bitte wählen Sie aus, welche Erwähnungen gemeint sind.'

/** A sentence for what a flood's list refuses. */
export function floodRefusal({ refused }: FloodRefusal): string {
  switch (refused) {
    case 'outsider':
      return 'Hier wirken nur Beschäftigte des Amtes mit. Gastkonten und Konten anderer Organisationen können leider nichts bearbeiten oder entscheiden.'
    case 'unknown-flood':
      return 'Diese Liste kennt Amtsfunk nicht. Bitte öffnen Sie sie auf der neuesten Sammelkarte.'
    case 'not-listed':
      return 'Davon wartet nichts mehr so in der Liste, wie Sie es gesehen haben. Bitte öffnen Sie die Liste noch einmal.'
    case 'already-so':
      return 'Das ist schon so. Den aktuellen Stand sehen Sie in der Liste.'
  }
}
