// What the numbers say, in sentences. Each is true for every number it is given.
import { count } from '../numbers.ts'
import { periodName } from './period.ts'
import type { Period } from '../../core/time/period.ts'

export const chartTitles = {
  followers: 'Abonnierende',
  topics: 'Beiträge nach Thema',
  outcomes: 'Gespräche nach Ergebnis am Stichtag',
} as const

/** What the chart of topics shows. `top` are the labels of the most frequent topics. */
export function topicsMessage(posts: number, top: readonly string[], most: number): string {
  if (posts === 0) return 'Im Berichtszeitraum ist kein Beitrag erschienen.'
  const were = top.length === 1 ? 'war das häufigste Thema' : 'waren die häufigsten Themen'
  const each = top.length === 1 ? count(most) : `je ${count(most)}`
  return `Von ${postsDative(posts)} ${were} ${listed(top)} (${each}).`
}

function postsDative(number: number): string {
  return number === 1 ? '1 Beitrag' : `${count(number)} Beiträgen`
}

/** What the chart of followers shows; days as "30.09.2026". */
export function followersMessage(
  first: { day: string; count: number } | null,
  last: { day: string; count: number } | null,
): string {
  if (first === null || last === null) {
    return 'Keine Daten, weil die Abonnierenden in diesem Zeitraum nicht gezählt wurden.'
  }
  if (first.day === last.day) return `Am ${last.day} hatte der Auftritt ${accounts(last.count)}.`
  const change = last.count - first.count
  const how =
    change === 0
      ? 'ebenso viele wie'
      : `${count(Math.abs(change))} ${change > 0 ? 'mehr' : 'weniger'} als`
  return `Am ${last.day} hatte der Auftritt ${accounts(last.count)}, ${how} am ${first.day}.`
}

function accounts(number: number): string {
  return `${count(number)} Abonnierende`
}

/** What the chart of outcomes shows. */
export function outcomesMessage(all: string, top: { label: string; shown: string } | null): string {
  return top === null
    ? 'Im Berichtszeitraum gab es keine Gespräche.'
    : `Von ${all} Gesprächen war das häufigste Ergebnis am Stichtag „${top.label}“ (${top.shown}).`
}

/** "Verkehr & Baustellen", "A und B", "A, B und C" */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} und ${last}`
}

export const texts = {
  noPosts: 'Im Berichtszeitraum ist kein Beitrag erschienen.',
  noMentions: 'Im Berichtszeitraum sind keine Erwähnungen eingegangen.',
  mentionsOff: 'Keine Daten, weil Erwähnungen nicht gelesen werden.',
  noMeasures: 'Im Berichtszeitraum wurde keine Maßnahme durchgeführt.',
  noEvidence: 'Es wurde nichts als Beweis gesichert.',
  nothingInForce: 'Keine Maßnahme wurde aufgehoben, und am Stichtag war keine in Kraft.',
  noDoubts: 'Beim Veröffentlichen gab es keinen Zweifelsfall.',
  noReferrals: 'Im Berichtszeitraum wurde niemand an eine andere Stelle verwiesen.',
  noReadings: 'Keine Daten, weil die Zähler der Beiträge nicht abgelesen wurden.',
  noCosts: 'Im Berichtszeitraum sind bei X keine Kosten angefallen.',
  noPictures: 'Im Berichtszeitraum ist kein Bild erschienen.',
  noCorrections: 'Im Berichtszeitraum wurde kein Beitrag korrigiert oder zurückgezogen.',
  noDays: 'An keinem Tag galt die Auslastung gelb oder rot, und nichts wurde angehalten.',
} as const

/** Who approved what was published, and how often an officer's own words went out so. */
export function fourEyes(own: number): string {
  if (own === 0) {
    return 'Was über Amtsfunk veröffentlicht wurde, hat eine zweite Person freigegeben. Eigenfreigaben gab es nicht.'
  }
  const which = own === 1 ? 'einer Eigenfreigabe' : `${count(own)} Eigenfreigaben`
  return `Was über Amtsfunk veröffentlicht wurde, hat eine zweite Person freigegeben, mit Ausnahme von ${which}: Bei Arten von Beiträgen, die das Bezirksamt als harmlos festgelegt hat, darf die Pressestelle eigene Texte freigeben.`
}

/** When the office last looked at its own profile; days as "30.09.2026". */
export function profileSaid(last: { day: string; missing: number } | null): string {
  if (last === null) return 'Das Profil auf X wurde noch nicht mit Amtsfunk geprüft.'
  const found =
    last.missing === 0
      ? 'alle Pflichtangaben waren vorhanden'
      : last.missing === 1
        ? 'eine Angabe fehlte'
        : `${count(last.missing)} Angaben fehlten`
  return `Das Profil auf X (Impressum, Datenschutz, Servicezeiten, Hinweis auf den Notruf, Kennzeichnung der Automatisierung) wurde zuletzt am ${last.day} geprüft; ${found}.`
}

/** Why a whole period has no data. */
export function notYet(period: Period): string {
  return `${periodName(period)}: keine Daten, weil der Verlauf noch nicht geführt wurde.`
}

/** Where the data of a period begin later than the period. */
export function beginsLate(period: Period, day: string): string {
  return `${periodName(period)}: Daten erst ab ${day}, weil der Verlauf an diesem Tag beginnt.`
}

export const methodTexts = {
  counting:
    'Gezählt wird, was zwischen dem ersten und dem letzten Tag des Zeitraums geschehen ist (Ortszeit). Ein Beitrag zählt an dem Tag, an dem sein erster Teil öffentlich wurde; ein Beitrag in mehreren Teilen zählt als einer.',
  dialogue:
    'Eine Erwähnung ist ein einzelner Beitrag, der das Bezirksamt nennt oder ihm antwortet. Zusammengehörende Erwähnungen sind ein Gespräch; Anliegen und Ergebnis gelten für das ganze Gespräch am Stichtag. Das Anliegen wird vorgeschlagen und kann von einer Person geändert werden.',
  waiting:
    'Die Wartezeit läuft vom Eingang der ersten Erwähnung bis zur ersten öffentlichen Antwort, nur in den Servicezeiten und nicht an Hamburger Feiertagen. Innerhalb eines Arbeitstages heißt: höchstens so viel Servicezeit, wie ein Arbeitstag hat.',
  readings:
    'Aufrufe und Reaktionen sind die Zähler von X. Sie werden nach 1 Stunde, 24 Stunden, 7 und 28 Tagen und am Quartalsende abgelesen; im Bericht steht der Stand am Ende des Quartals, in dem der Beitrag erschien. Eine verpasste Ablesung ist eine Lücke und keine Null.',
  persons:
    'Personen werden nicht ausgewertet: weder Bürgerinnen und Bürger noch Beschäftigte. Kleine Fallzahlen über Personen stehen als „unter 3“.',
  costs:
    'Die Kosten sind aus den Preisen von X und der Anzahl der Aufrufe berechnet, nach Tagen in Ortszeit. Maßgeblich ist die Rechnung von X.',
} as const

export const noLate = 'Bis zum Tag des Entwurfs gab es keine Nachträge.'
export const lateIntro =
  'Nach dem Ende des Zeitraums hat sich noch Folgendes ergeben; die Zahlen oben sind davon unberührt:'

/** Late changes, each with its (guarded) number. */
export const lateItems = {
  closed: (shown: string) =>
    `am Stichtag offene Gespräche, die inzwischen abgeschlossen sind: ${shown}`,
  decided: (shown: string) => `Vorschläge, über die erst danach entschieden wurde: ${shown}`,
  settled: (shown: string) => `Zweifelsfälle, die erst danach geklärt wurden: ${shown}`,
  lifted: (shown: string) => `Maßnahmen, die erst danach aufgehoben wurden: ${shown}`,
  informed: (shown: string) =>
    `Maßnahmen, über die die Person erst danach informiert wurde: ${shown}`,
} as const

/** How many pictures appeared, and how many of them with an alternative text. */
export function picturesSaid(all: number, described: number): string {
  if (all === 0) return texts.noPictures
  const appeared = all === 1 ? 'ist ein Bild erschienen' : `sind ${count(all)} Bilder erschienen`
  const told =
    described === all
      ? all === 1
        ? 'mit Alternativtext'
        : 'alle mit Alternativtext'
      : `${count(described)} davon mit Alternativtext`
  return `Im Berichtszeitraum ${appeared}, ${told}.`
}

/** "14 von 26" */
export function ofAll(some: number, all: number): string {
  return `${count(some)} von ${count(all)}`
}
