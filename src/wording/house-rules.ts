// What is said about times before an election and about what officers approve alone.
import type { PreElection } from '../core/house-rules.ts'
import type { Actor } from '../core/people.ts'
import type { FieldWords } from './forms.ts'
import { nameOf, type Setting } from './people.ts'

type Until = Pick<PreElection, 'until'>

/** "23.02.2027", of a day of the calendar */
export function lastDay({ until }: Until): string {
  return until.split('-').reverse().join('.')
}

/** On the card of what goes out before an election. */
export function preElectionLine(period: Until, isTwice: boolean): string {
  const until = `Vorwahlzeit bis ${lastDay(period)}`
  return isTwice ? `${until}: zwei Freigaben nötig` : until
}

/** At home and above the plan. */
export function preElectionNotice(period: PreElection): string {
  return `Vorwahlzeit (${period.name}) bis ${lastDay(period)}: Manche Beiträge brauchen einen Anlass und zwei Freigaben.`
}

/** Who may give the second approval; or how somebody comes to be there who may. */
export function secondLine(others: readonly Actor[], setting: Setting): string {
  if (others.length === 0) {
    return 'Für die zweite Freigabe ist niemand da. Die Pressestelle kann mit „/vertretung“ jemanden eintragen.'
  }
  const names = others.map((actor) => nameOf(setting, actor))
  const last = names.pop() ?? ''
  const who = names.length === 0 ? last : `${names.join(', ')} oder ${last}`
  return `Die zweite Freigabe kann ${who} geben.`
}

/** Why it is necessary, on the card. */
export function occasionLine({ occasion }: { occasion?: string }): string | null {
  return occasion === undefined ? null : `Anlass in der Vorwahlzeit (nicht auf X): ${occasion}`
}

/** The field that asks for it. */
export const occasionField: FieldWords = {
  label: 'Anlass in der Vorwahlzeit',
  hint: 'Warum ist der Beitrag gerade jetzt nötig? Steht in der Historie, nicht auf X.',
}

/** Above the form that comes back with that field. */
export function occasionNotice(period: Until): string {
  return `Der Beitrag erscheint in der Vorwahlzeit (bis ${lastDay(period)}). Bitte nennen Sie unten den Anlass. Er braucht zwei Freigaben.`
}

/** Behind the name of an officer who approved their own words. */
export const selfApproval = 'Eigenfreigabe'

/** The list for the file: what stands above its columns. */
export const electionColumns = [
  ...['Veröffentlicht', 'Vorschlag', 'Art', 'Anfang', 'Anlass'],
  ...['Erste Freigabe', 'Zweite Freigabe', 'Link'],
] as const

/** Who approved, as what they were then. */
export const approvedAs = {
  officer: 'Pressestelle',
  deputy: 'Vertretung',
  own: 'Pressestelle (Eigenfreigabe)',
  colleague: 'zweite Person (Bestätigung)',
} as const

/** What an answer is for. */
export function answersWords(mention: number): string {
  return `Antwort auf Erwähnung ${mention}`
}

export function electionFileName({ from, until }: PreElection): string {
  return `vorwahlzeit-${from}-bis-${until}.csv`
}

export function electionFileTitle({ name, until }: PreElection): string {
  return `Vorwahlzeit (${name}) bis ${lastDay({ until })}: veröffentlichte Beiträge`
}

/** At home: that there is such a list, and the button for it. */
export function electionListLine({ name }: PreElection): string {
  return `Vorwahlzeit (${name}): Liste der veröffentlichten Beiträge für die Akte.`
}
export const electionListLabel = 'Liste erstellen'
export const electionListForOfficers = 'Die Liste für die Akte erstellt die Pressestelle.'
export const electionListComes = 'Die Liste steht gleich als Datei im Freigabekanal.'
