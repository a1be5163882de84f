// What is said about stop, capacity, and who stands in.
import { profileLine, profileTitle, profileWords } from './profile.ts'
import {
  missingIn,
  type Declaration,
  type DeclarationRefusal,
  type Declared,
} from '../core/declaration/declaration.ts'
import type { FieldWords } from './forms.ts'
import { nameOf, type Setting } from './people.ts'
import { dateOnly, moment } from './time.ts'

/** "gelb", "rot" */
const levelNames = { green: 'grün', yellow: 'gelb', red: 'rot' } as const

/** What is declared, as a title. */
export function declaredTitle(declared: Declared): string {
  switch (declared.is) {
    case 'stop':
      return declared.lets === 'nothing'
        ? 'Stopp: Nichts wird veröffentlicht'
        : 'Krisenmodus: Nur Warnungen und Entwarnungen'
    case 'capacity':
      return `Auslastung ${levelNames[declared.level]}`
    case 'deputy':
      return 'Vertretung'
    case 'absence':
      return 'Abwesenheit'
    case 'profile':
      return profileTitle(missingIn(declared))
  }
}

/** The title of its card, with what has become of it. */
export function declarationTitle({ declared, stage }: Declaration): string {
  const title = declaredTitle(declared)
  // Who looked at the profile has looked; nothing of that ends.
  if (declared.is === 'profile') return title
  switch (stage.is) {
    case 'planned':
      return `${title} (geplant)`
    case 'in-force':
      return title
    case 'ended':
    case 'expired':
      return `Beendet: ${title}`
  }
}

/** Who declared what, since when, until when. */
export function declarationSentence(declaration: Declaration, setting: Setting): string {
  const { declared, by, stage, reason } = declaration
  const who = nameOf(setting, by)
  if (declared.is === 'profile') return profileWords(missingIn(declared), declaration, setting)
  const said = [`${sentenceOf(declared, who, setting)} ${spanWords(declaration, setting.zone)}.`]
  if (reason !== '') said.push(`Grund: ${reason}.`)
  if (stage.is === 'ended') {
    said.push(`Beendet von ${nameOf(setting, stage.by)} am ${moment(stage.at, setting.zone)}.`)
  } else if (stage.is !== 'expired') {
    const means = meaning(declared)
    if (means !== null) said.push(means)
  }
  return said.join(' ')
}

function sentenceOf(
  declared: Exclude<Declared, { is: 'profile' }>,
  who: string,
  setting: Setting,
): string {
  switch (declared.is) {
    case 'stop':
      return `Angeordnet von ${who}`
    case 'capacity':
      return `Gesetzt von ${who}`
    case 'deputy':
      return `${nameOf(setting, declared.person)} vertritt die Pressestelle, eingetragen von ${who},`
    case 'absence':
      return `${who} ist nicht da`
  }
}

/** What follows from it, for everybody who reads the card; null where that is plain. */
function meaning(declared: Declared): string | null {
  switch (declared.is) {
    case 'stop':
      return declared.lets === 'nothing'
        ? 'Freigegebenes ist angehalten, auch Geplantes. Nach dem Ende wird jeder Beitrag einzeln bestätigt.'
        : 'Alles andere ist angehalten. Nach dem Ende wird jeder Beitrag einzeln bestätigt.'
    case 'capacity':
      return declared.level === 'yellow'
        ? 'Die Pressestelle nimmt nur Eiliges, Warnungen und Korrekturen an. Andere Vorschläge warten und kommen danach von selbst, in ihrer Reihenfolge.'
        : 'Die Pressestelle nimmt nur Warnungen, Entwarnungen und Korrekturen an. Andere Vorschläge warten und kommen danach von selbst, in ihrer Reihenfolge.'
    case 'deputy':
    case 'absence':
    case 'profile':
      return null
  }
}

/** "seit Mo., 23.11.2026, 10:00 Uhr", "vom 24.11.2026 bis 28.11.2026": the last day is included. */
function spanWords({ from, until, at }: Declaration, zone: string): string {
  const since = from <= at ? `seit ${moment(from, zone)}` : `ab ${dateOnly(from, zone)}`
  return until === null ? since : `${since} bis einschließlich ${dateOnly(until - 1, zone)}`
}

/** One line of App Home. */
export function declarationLine(declaration: Declaration, setting: Setting): string {
  const { declared, by } = declaration
  const who = nameOf(setting, by)
  const span = spanWords(declaration, setting.zone)
  switch (declared.is) {
    case 'stop':
    case 'capacity':
      return `${declaredTitle(declared)}, ${span}`
    case 'deputy':
      return `${nameOf(setting, declared.person)} vertritt die Pressestelle ${span}`
    case 'absence':
      return `${who} ist nicht da, ${span}`
    case 'profile':
      return profileLine(declaration, setting.zone)
  }
}

/** The button that ends it. */
export const endLabels: Record<Declared['is'], string> = {
  stop: 'Stopp aufheben',
  capacity: 'Auslastung grün',
  deputy: 'Vertretung beenden',
  absence: 'Wieder da',
  profile: '',
}

/** To who stands in. */
export function standInWords(declaration: Declaration, setting: Setting): string {
  const { stage, by } = declaration
  const span = spanWords(declaration, setting.zone)
  return stage.is === 'ended' || stage.is === 'expired'
    ? 'Ihre Vertretung der Pressestelle ist beendet. Danke!'
    : `${nameOf(setting, by)} hat Sie als Vertretung der Pressestelle eingetragen, ${span}. In dieser Zeit können Sie Vorschläge freigeben und ablehnen, aber nicht Ihre eigenen.`
}

/** After a stop: what it held back. */
export function releasedWords(held: number): string {
  if (held === 0) return 'Der Stopp ist aufgehoben. Angehalten war nichts.'
  const which = held === 1 ? 'Ein Beitrag ist' : `${held} Beiträge sind`
  const what = held === 1 ? 'ihn' : 'jeden einzeln'
  return `Der Stopp ist aufgehoben. ${which} noch angehalten. Bitte bestätigen Sie ${what} auf seiner Karte mit „Jetzt senden“, oder ziehen Sie ihn zurück:`
}

/** To who ordered a stop: what it held back, by number. */
export function stopNoted(held: readonly number[]): string {
  return held.length === 0
    ? 'Der Stopp gilt. Angehalten war nichts; was jetzt fällig wird, bleibt stehen.'
    : `Der Stopp gilt. Angehalten: ${held.map((number) => `Vorschlag ${number}`).join(', ')}.`
}

/** The form of `/vertretung`. */
export const standInForm = {
  title: 'Vertretung',
  submit: 'Eintragen',
  person: {
    label: 'Wer vertritt die Pressestelle?',
    hint: 'Gibt in dieser Zeit Vorschläge frei. Leer lassen, wenn Sie nur Ihre Abwesenheit eintragen.',
    placeholder: 'Person wählen',
  },
  from: { label: 'Von', placeholder: 'Tag wählen' },
  until: { label: 'Bis einschließlich', placeholder: 'Tag wählen' },
  away: { label: 'Abwesenheit', choice: 'Ich bin in dieser Zeit nicht da' },
} as const satisfies Record<string, (FieldWords & { choice?: string }) | string>

/** Neither somebody who stands in nor an absence. */
export const nothingToEnter =
  'Bitte wählen Sie eine Person, oder geben Sie unten an, dass Sie nicht da sind.'

/** Why something is not declared or ended. */
export function declarationRefusal(refusal: DeclarationRefusal): string {
  switch (refusal.refused) {
    case 'outsider':
      return 'Hier wirken nur Beschäftigte des Amtes mit.'
    case 'not-an-officer':
    case 'own':
    case 'not-yours':
      return 'Das legt die Pressestelle fest. Einen Stopp kann jede und jeder anordnen, aufheben kann ihn die Pressestelle.'
    case 'unknown-declaration':
      return 'Das kennt Amtsfunk nicht. Bitte versuchen Sie es auf der Karte im Freigabekanal noch einmal.'
    case 'declaration-over':
      return 'Das ist schon beendet.'
    case 'in-the-past':
      return 'Das ist schon vorbei. Bitte wählen Sie einen späteren Tag.'
    case 'ends-before-it-begins':
      return 'Das Ende liegt vor dem Anfang. Bitte prüfen Sie die Tage.'
    case 'deputy-oneself':
      return 'Sich selbst können Sie nicht vertreten. Bitte wählen Sie eine andere Person.'
    case 'deputy-outsider':
      return 'Gastkonten, Apps und Konten anderer Organisationen können nicht vertreten. Bitte wählen Sie eine Person aus dem Amt.'
    case 'deputy-officer':
      return 'Diese Person kann ohnehin freigeben. Bitte wählen Sie jemand anderen, oder tragen Sie nur Ihre Abwesenheit ein.'
    case 'declared-already':
      return 'Das ist für diese Zeit schon eingetragen. Den Stand sehen Sie auf der Startseite von Amtsfunk.'
    case 'nothing-declared':
      return 'Zurzeit gilt nichts, was sich aufheben ließe.'
  }
}

/** What the person is told who declared or ended something: what it is now. */
export const stopEnded = 'Der Stopp ist aufgehoben. Was angehalten war, steht im Freigabekanal.'
export const capacityEnded = 'Die Auslastung ist wieder grün: Die Pressestelle nimmt alles an.'
export function capacityNoted(level: 'yellow' | 'red'): string {
  return `Auslastung ${levelNames[level]} ist eingetragen. Die Karte dazu steht im Freigabekanal.`
}

export const stopHelp =
  'So geht es: „/stopp Grund“ hält alles an, auch Geplantes. „/stopp krise Grund“ lässt nur Warnungen und Entwarnungen durch. „/stopp aus“ hebt es auf (Pressestelle); danach wird jeder angehaltene Beitrag einzeln bestätigt.'

export const capacityHelp =
  'So geht es: „/auslastung gelb“, „/auslastung rot bis 27.11.“ oder „/auslastung grün“. Gelb: nur Eiliges, Warnungen und Korrekturen. Rot: nur Warnungen, Entwarnungen und Korrekturen. Alles andere wartet und kommt danach von selbst.'

export const standInHelp =
  'So geht es: „/vertretung“, gern mit den Tagen dahinter: „heute“, „nächste Woche“ oder „24.11. bis 28.11.“. Ein Formular fragt, wer vertritt.'

/** To what nobody understands. */
export const capacityUnread = `Das hat Amtsfunk nicht verstanden. ${capacityHelp}`
