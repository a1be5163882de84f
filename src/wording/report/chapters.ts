// Headings, fixed texts and prompts of the report.
import { office } from '../office.ts'
import { periodDates, periodName } from './period.ts'
import type { Period } from '../../core/time/period.ts'

export const reportTitle = 'Erfahrungen mit dem Auftritt in den sozialen Medien (X)'

/** "Bericht für das III. Quartal 2026 (01.07.2026 bis 30.09.2026)" */
export function reportSubtitle(period: Period): string {
  return `Bericht für das ${periodName(period)} (${periodDates(period)})`
}

export const formLabels = {
  number: 'Drucksachennummer',
  kind: 'Art',
  order: 'Beratungsfolge',
  span: 'Berichtszeitraum',
  state: 'Stand',
  annexes: 'Anlagen',
} as const

export const formTexts = {
  number: 'vergibt die Geschäftsstelle',
  kind: 'Mitteilungsvorlage Bezirksamt',
  order: office.committee,
  annexes:
    '1 Weitere Zahlen (alle Zahlen auch als CSV), 2 Liste der Beiträge, 3 Methode, Lücken und Nachträge',
} as const

/** "Entwurf vom 01.10.2026", for a running period also until when it counts. */
export function draftOf(day: string, isInterim: boolean): string {
  return isInterim
    ? `Entwurf vom ${day}; der Zeitraum läuft noch, gezählt ist bis zu diesem Tag`
    : `Entwurf vom ${day}`
}

export const headings = {
  order: '1. Anlass und Auftrag',
  brief: '2. Das Wichtigste in Kürze',
  presence: '3. Auftritt und Nutzung',
  audience: '3.1 Abonnierende und Reichweite',
  posts: '3.2 Beiträge',
  mostRead: '3.3 Die meistgelesenen Beiträge',
  accessible: '3.4 Zugang ohne Konto und ohne Hürden',
  dialogue: '4. Dialog mit den Bürgerinnen und Bürgern',
  concerns: '4.1 Anliegen und Ergebnis',
  answers: '4.2 Antworten und Verweise',
  moderation: '5. Moderation und Netiquette',
  warnings: '6. Warnungen und besondere Lagen',
  working: '7. Arbeitsweise',
  effort: '8. Aufwand und Nutzen',
  privacy: '9. Datenschutz und Barrierefreiheit',
  experiences: '10. Erfahrungen und Schlussfolgerungen',
  petition: 'Petitum',
  annex1: 'Anlage 1: Weitere Zahlen',
  annex2: 'Anlage 2: Liste der Beiträge',
  annex3: 'Anlage 3: Methode, Lücken und Nachträge',
} as const

export const petition = `Der ${office.committee} wird um Kenntnisnahme gebeten.`

/** Why there is a report, and what it covers. */
export function orderText(period: Period): string {
  return (
    `${office.orderedBy} hat am ${office.orderedOn} mit der ${office.order}, beschlossen, dass das ` +
    `Bezirksamt dem ${office.committee} vierteljährlich über die Erfahrungen mit den sozialen ` +
    `Medien berichtet. Dieser Bericht gilt für das ${periodName(period)}. Wie gezählt wurde und ` +
    `wo Daten fehlen, steht in Anlage 3.`
  )
}

export const prompts = {
  brief:
    'das Wichtigste in drei bis fünf Sätzen: Was hat die Bürgerinnen und Bürger beschäftigt? Was hat gut geklappt, was nicht?',
  warnings: 'Anlass, Zeitpunkt und Entwarnung je Lage, falls es eine gab.',
  benefit:
    'Bewertung von Aufwand und Nutzen (§ 7 LHO): Was hätte ohne diesen Weg mehr Arbeit gemacht, was war den Aufwand nicht wert?',
  incidents: 'Datenschutzvorfälle.',
  incidentsAndProfile:
    'Datenschutzvorfälle und das Ergebnis der Prüfung des Profils (Impressum, Datenschutzhinweis, Servicezeiten, „kein Notruf“).',
  experiences: 'Was hat sich bewährt, was nicht? Was soll sich im nächsten Quartal ändern?',
  platforms: 'Wie ist der Stand bei weiteren Plattformen?',
  evaluation: 'Jährliche Bewertung: Soll der Auftritt fortgeführt werden, und in welcher Form?',
} as const

export const notedIntro = 'Im Berichtszeitraum wurde dafür notiert:'
export const nothingNoted = 'Im Berichtszeitraum wurde nichts notiert.'
/** "15.08.2026, Kultur & Veranstaltungen: Text" */
export function notedItem(day: string, topic: string | null, text: string): string {
  return `${day}${topic === null ? '' : `, ${topic}`}: ${text}`
}
