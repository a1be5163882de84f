// What is said about the profile of the office's account: what it should show, and who looked when.
import type { Declaration, ProfileItem } from '../core/declaration/declaration.ts'
import { count } from './numbers.ts'
import { nameOf, type Setting } from './people.ts'
import { dateOnly, moment } from './time.ts'

/** What there is to look for, in the order of the form. */
export const profileItemLabels: Record<ProfileItem, string> = {
  imprint: 'Impressum, mit höchstens zwei Klicks',
  privacy: 'Datenschutzhinweise',
  hours: 'Servicezeiten',
  'no-emergency': '„Kein Notruf: 110 und 112“',
  automated: 'Kennzeichnung als automatisiertes Konto',
}

const shortLabels: Record<ProfileItem, string> = {
  imprint: 'Impressum',
  privacy: 'Datenschutz',
  hours: 'Servicezeiten',
  'no-emergency': '„Kein Notruf“',
  automated: 'Kennzeichnung der Automatisierung',
}

/** The form of `/profilcheck`. */
export const profileForm = {
  title: 'Profilprüfung',
  submit: 'Festhalten',
  notice:
    'Bitte öffnen Sie das Profil und setzen Sie bei jeder Angabe ein Häkchen, die dort zu finden ist. Der Tag steht im Bericht.',
  items: { label: 'Das Profil zeigt' },
} as const

/** The button at home that opens the form. */
export const profileLabel = 'Profil prüfen'

export const profileHelp =
  'So geht es: „/profilcheck“ (Pressestelle). Ein Formular fragt, ob das Profil auf X Impressum, Datenschutz, Servicezeiten, „kein Notruf“ und die Kennzeichnung als automatisiertes Konto zeigt. Der Tag steht im Bericht.'

/** Who looks at the profile. */
export const profileForOfficers = 'Das Profil prüft die Pressestelle.'

/** "Profil geprüft: alles vorhanden" */
export function profileTitle(missing: readonly ProfileItem[]): string {
  if (missing.length === 0) return 'Profil geprüft: alles vorhanden'
  return missing.length === 1
    ? 'Profil geprüft: eine Angabe fehlt'
    : `Profil geprüft: ${count(missing.length)} Angaben fehlen`
}

/** Who looked when, and what is missing. */
export function profileWords(
  missing: readonly ProfileItem[],
  { by, from }: Pick<Declaration, 'by' | 'from'>,
  setting: Setting,
): string {
  const who = `Geprüft von ${nameOf(setting, by)} am ${moment(from, setting.zone)}.`
  return missing.length === 0
    ? who
    : `${who} Es fehlt: ${missing.map((item) => shortLabels[item]).join(', ')}. Bitte ergänzen Sie das auf X und prüfen Sie danach mit „/profilcheck“ noch einmal.`
}

/** When somebody looked last; null for never. */
export function profileLine(last: Pick<Declaration, 'from'> | null, zone: string): string {
  return last === null
    ? 'Das Profil auf X ist noch nicht geprüft.'
    : `Das Profil auf X ist zuletzt am ${dateOnly(last.from, zone)} geprüft.`
}

/** In the morning, where that is long ago. */
export function profileReminder(last: Pick<Declaration, 'from'>, zone: string): string {
  return `${profileLine(last, zone)} Bitte sehen Sie es wieder an: „/profilcheck“.`
}
