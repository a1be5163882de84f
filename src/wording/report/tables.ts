// Captions, columns, rows and notes of the report's tables.
import type { ErasedBecause } from '../../core/conversation/conversation.ts'

export const noData = 'keine Daten'
/** A share or a median of nothing. */
export const notApplicable = 'entfällt'
export const few = 'unter 3'
export const withheld = 'k. A.'

export const captions = {
  key: 'Kennzahlen im Überblick',
  audience: 'Abonnierende, Aufrufe und Reaktionen',
  kinds: 'Beiträge nach Art',
  topics: 'Beiträge nach Thema',
  mostRead: 'Die fünf meistgelesenen Beiträge',
  link: 'Beiträge mit Link auf eine öffentliche Seite',
  mentions: 'Erwähnungen und Gespräche',
  concerns: 'Gespräche nach Anliegen',
  outcomes: 'Gespräche nach Ergebnis am Stichtag',
  answers: 'Antworten in Servicezeiten',
  referrals: 'Verweise nach Ziel',
  measures: 'Durchgeführte Maßnahmen nach Art',
  measuresByRule: 'Durchgeführte Maßnahmen nach Regel der Netiquette',
  measuresNow: 'Aufgehobene und geltende Maßnahmen',
  evidence: 'Beweissicherung',
  special: 'Warnungen, Korrekturen und Sammellagen',
  corrections: 'Korrekturen und Rückzüge',
  desk: 'Vorschläge und Entscheidungen',
  doubts: 'Zweifelsfälle beim Veröffentlichen',
  days: 'Tage mit besonderer Auslastung oder Stopp',
  effort: 'Mindestaufwand nach Richtwerten',
  costs: 'Kosten der Schnittstelle von X',
  requests: 'Auskunft und Löschung',
  erased: 'Gelöschte Texte von Erwähnungen',
  weeks: 'Beiträge je Kalenderwoche',
  list: 'Alle Beiträge im Berichtszeitraum',
} as const

export const columns = {
  figure: 'Kennzahl',
  kind: 'Art',
  topic: 'Thema',
  date: 'Datum',
  views: 'Aufrufe',
  reactions: 'Reaktionen',
  link: 'Link',
  reason: 'Grund',
  concern: 'Anliegen',
  outcome: 'Ergebnis',
  target: 'Ziel',
  measure: 'Maßnahme',
  rule: 'Regel',
  lifted: 'aufgehoben',
  inForce: 'am Stichtag in Kraft',
  work: 'Arbeit',
  count: 'Anzahl',
  guide: 'Richtwert',
  minutes: 'Minuten',
  charge: 'Posten',
  usd: 'USD',
  eur: 'EUR',
  week: 'Kalenderwoche',
  posts: 'Beiträge',
} as const

export const rows = {
  sum: 'Summe',
  posts: 'Beiträge',
  views: 'Aufrufe der Beiträge',
  followers: 'Abonnierende am Stichtag',
  mentions: 'Erwähnungen',
  inTime: 'innerhalb eines Arbeitstages beantwortet',
  followersChange: 'Veränderung im Zeitraum',
  median: 'Aufrufe je Beitrag (Median)',
  reactions: 'Reaktionen (Gefällt mir, Weiterleiten, Zitate, Antworten)',
  known: 'Beiträge mit Ablesung am Stichtag',
  single: 'einzelner Beitrag',
  thread: 'Beitrag in mehreren Teilen',
  withLink: 'mit Link',
  withoutLink: 'ohne Link, mit Begründung',
  conversations: 'Gespräche',
  emergencies: 'Erwähnungen mit Notfall-Hinweis',
  answered: 'erste Antworten',
  answeredInTime: 'davon innerhalb eines Arbeitstages',
  medianWait: 'Wartezeit (Median)',
  unsorted: 'nicht zugeordnet',
  informed: 'davon Person informiert',
  rejected: 'vorgeschlagen, aber nicht freigegeben',
  held: 'gesichert',
  handedOver: 'an Rechtsamt oder Polizei übergeben',
  released: 'ohne Weitergabe beendet',
  lage: 'Beiträge zu Warnung & Lage',
  warnings: 'davon Warnungen',
  allClears: 'Entwarnungen',
  corrections: 'Korrekturen',
  retractions: 'zurückgezogene Beiträge',
  floods: 'Sammellagen (sehr viele Erwähnungen auf einmal)',
  submitted: 'eingereicht',
  submittedAnswers: 'davon Antworten',
  revised: 'überarbeitet',
  approved: 'freigegeben',
  selfApproved: 'davon Eigenfreigaben',
  yellow: 'Auslastung gelb',
  red: 'Auslastung rot',
  crisis: 'Krisenmodus',
  stopped: 'Stopp',
  asked: 'mit Rückfrage',
  declined: 'abgelehnt',
  withdrawn: 'zurückgezogen',
  expired: 'abgelaufen (Zeitpunkt ohne Freigabe verstrichen)',
  failed: 'fehlgeschlagen (X hat abgelehnt)',
  doubts: 'Zweifelsfälle',
  found: 'davon auf X gefunden',
  told: 'davon von einer Person bestätigt',
  again: 'davon erneut gesendet oder erneut im Zweifel',
  open: 'davon am Stichtag offen',
  accesses: 'erteilte Auskünfte',
  requested: 'Löschersuchen',
  erasureDone: 'davon gelöscht',
  erasureRejected: 'davon abgelehnt',
} as const

export const outcomeRows = {
  answered: 'beantwortet',
  referred: 'verwiesen auf eine andere Stelle',
  forwarded: 'weitergeleitet an ein Fachamt',
  'not-responsible': 'nicht zuständig',
  noted: 'zur Kenntnis',
  measure: 'Maßnahme',
  spam: 'Spam',
  forgotten: 'vor einer Antwort gelöscht',
  open: 'am Stichtag offen',
} as const

export const erasedRows: Record<ErasedBecause, string> = {
  retention: 'Aufbewahrungsfrist abgelaufen',
  gone: 'auf X gelöscht oder geschützt',
  request: 'auf Wunsch der Person',
}

export const workRows = {
  post: 'Beitrag',
  thread: 'Beitrag in mehreren Teilen',
  answer: 'Antwort',
  referral: 'Verweis',
  measure: 'Maßnahme',
} as const

const charges: Record<string, string> = {
  post: 'Beitrag ohne Link',
  postWithUrl: 'Beitrag mit Link',
  summonedReply: 'Antwort an Personen, die uns genannt haben',
  readPost: 'Lesen fremder Beiträge (Löschabgleich)',
  readOwnPost: 'Lesen von Erwähnungen und eigenen Beiträgen',
  readUser: 'Lesen des eigenen Kontos',
  hideReply: 'Verbergen einer Antwort',
  mute: 'Stummschalten eines Kontos',
  unmute: 'Ende eines Stummschaltens',
  altText: 'Alternativtext eines Bildes',
  deletePost: 'Löschen eines eigenen Beitrags',
}

/** What a charge of X is for. */
export function chargeName(charge: string): string {
  return charges[charge] ?? charge
}

/** "45 Min." */
export function guideValue(minutes: number): string {
  return `${minutes} Min.`
}

export const units = {
  count: 'Anzahl',
  accounts: 'Konten',
  days: 'Tage',
  percent: 'Prozent',
  minutes: 'Minuten',
  usd: 'USD',
  eur: 'EUR',
} as const

export const notes = {
  few: 'Fallzahlen von 1 und 2 stehen als „unter 3“.',
  withheld: '„k. A.“: nicht angegeben, damit sich keine Fallzahl unter 3 errechnen lässt.',
  topics: 'Themen ohne Beitrag sind nicht aufgeführt.',
  empty: 'Zeilen ohne Fälle sind nicht aufgeführt.',
  readings: 'Stand der Zähler von X am Ende des Quartals, in dem ein Beitrag erschien.',
  service: 'Die Zeit läuft nur in den Servicezeiten. Ein Median steht erst ab zehn Fällen.',
  guide: 'Richtwert mal Anzahl, keine Zeiterfassung.',
  withoutFew: 'Was „unter 3“ liegt, ist in der Summe nicht enthalten.',
  withoutHiding: 'Das Verbergen von weniger als drei Antworten ist nicht enthalten.',
  noRate: 'EUR: keine Daten, weil kein Umrechnungskurs eingestellt ist.',
  days: 'Ein Tag zählt einmal, mit dem Strengsten, was an ihm galt, auch wenn es nur Stunden waren.',
  measures: 'Verbergen, Stummschalten und Blockieren gibt eine zweite Person frei.',
} as const

/** "Umgerechnet mit 1 USD = 0,86 EUR." */
export function rateNote(rate: string): string {
  return `Umgerechnet mit 1 USD = ${rate} EUR.`
}
