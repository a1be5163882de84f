// The words on a card about pictures, signatures and what became of a post.
import { kinds } from '../core/kinds.ts'
import type { Content, Instant, Shown } from '../core/content.ts'
import {
  isConsentOver,
  isOpenWarning,
  missingCosigners,
  type Decided,
  type Followed,
  type Proposal,
} from '../core/proposal/proposal.ts'
import type { Waiting } from '../core/proposal/follow-up.ts'
import { kindLabels } from './kinds.ts'
import { departmentNames, nameOf, type Setting } from './people.ts'
import { dateOnly, moment } from './time.ts'

/** "Bild 2 zu Teil 1": stands above a picture; both counted from 1. */
export function pictureTitle(picture: number, all: number, part: number, parts: number): string {
  const which = all === 1 ? 'Bild' : `Bild ${picture} von ${all}`
  return parts === 1 ? which : `${which} zu Teil ${part}`
}

export const altTextLabel = 'Alternativtext: '
/** Instead of a picture. */
export const pictureNotShown = 'Das Bild wird noch geladen. Erst dann kann freigegeben werden.'
export const pictureErased = 'Das Bild ist gelöscht.'

/** Credit and basis of a picture, in one line; a credit often says already what it is ("Foto: …"). */
export function pictureFacts(credit: string, shown: Shown, zone: string): string {
  const label = /^\p{L}[\p{L} ]{0,20}:/u.test(credit) ? '' : 'Bildnachweis: '
  return `${label}${credit} · ${peopleWords(shown, zone)}`
}

/** The last day on which a consent holds. */
function lastDay(until: Instant, zone: string): string {
  return dateOnly(until - 1, zone)
}

function peopleWords(shown: Shown, zone: string): string {
  switch (shown.people) {
    case 'none':
      return 'keine Person zu erkennen'
    case 'law':
      return 'Personen zu erkennen, § 23 KUG'
    case 'consent':
    case 'guardians': {
      const who = shown.people === 'consent' ? 'Personen' : 'Kinder'
      const until = shown.until === null ? 'unbefristet' : `bis ${lastDay(shown.until, zone)}`
      return `${who} zu erkennen, Einwilligung ${until} (${shown.reference})`
    }
  }
}

/** That a consent does not hold for long any more, or not at all. */
export function consentEnds(until: Instant, isOver: boolean, zone: string): string {
  return isOver
    ? `Die Einwilligung ist am ${lastDay(until, zone)} abgelaufen.`
    : `Die Einwilligung endet am ${lastDay(until, zone)}. Danach muss das Bild von X verschwinden.`
}

/** Asks what becomes of something public whose consent has ended. */
export function consentOverWords(number: number, until: Instant, zone: string): string {
  return `Die Einwilligung zu einem Bild in Vorschlag ${number} ist am ${lastDay(until, zone)} abgelaufen, und der Beitrag steht noch auf X. Bitte entscheiden Sie auf der Karte: „Auf X löschen“ oder „Neue Einwilligung liegt vor“.`
}

/** Who has signed a version, and who is still to sign; nothing where nobody has to. */
export function cosignLines(proposal: Proposal, setting: Setting): string[] {
  const missing = missingCosigners(proposal)
  const signed = proposal.cosignatures.map(
    ({ department, by, at }) =>
      `Mitgezeichnet für ${departmentNames(setting, [department])} von ${nameOf(setting, by)} am ${moment(at, setting.zone)}`,
  )
  return missing.length === 0
    ? signed
    : [...signed, `Mitzeichnung fehlt: ${departmentNames(setting, missing)}`]
}

/** Why something public is corrected or taken back; null where nobody had to say. */
export function reasonLine({ reason }: Content): string | null {
  return reason === undefined || reason === '' ? null : `Grund (nicht auf X): ${reason}`
}

export const madeWithAiLine = 'X zeigt dazu: mit KI erstellt.'

/** Instead of a text where nothing is said in public. */
export const withoutWords = 'Dazu erscheint kein Hinweis auf X.'

/** Above the words of what a proposal is about, as they are public now. */
export const originalLabels: Record<Content['kind'], string> = {
  post: 'Auf X steht:',
  reply: 'Auf X steht:',
  warning: 'Die Warnung auf X:',
  'all-clear': 'Die Warnung auf X:',
  correction: 'Korrigiert wird:',
  retraction: 'Gelöscht wird:',
}

/** Above a picture that is public already. */
export function originalPicture(picture: number, all: number): string {
  return all === 1 ? 'Das Bild auf X' : `Bild ${picture} von ${all} auf X`
}

/** What stays public when what it belongs to is deleted. */
export function staysLine(number: number, kind: Content['kind']): string {
  return `Bleibt auf X: ${kindLabels[kind]}, Vorschlag ${number}`
}

/** What is proposed about something public: "Entwarnung liegt zur Freigabe (Vorschlag 3)". */
export function waitingLine({ kind, number }: Waiting): string {
  const what = kind === 'warning' ? 'Verlängerung' : kindLabels[kind]
  return `${what} liegt zur Freigabe (Vorschlag ${number})`
}

/** What became of a post: "Korrigiert am …: Vorschlag 12". */
export function followedLine({ kind, by, at }: Followed, zone: string): string {
  return `${became[kind]} am ${moment(at, zone)} (Vorschlag ${by})`
}

const became: Record<Followed['kind'], string> = {
  post: 'Ergänzt',
  reply: 'Beantwortet',
  warning: 'Verlängert',
  'all-clear': 'Entwarnung gegeben',
  correction: 'Korrigiert',
  retraction: 'Auf X gelöscht',
}

/** That people decided not to give an all-clear. */
export function closedLine({ by, at }: Decided, setting: Setting): string {
  return `Ohne Entwarnung abgeschlossen von ${nameOf(setting, by)} am ${moment(at, setting.zone)}`
}

/** What a published proposal is, in a few words: the title of its card. */
export function publishedTitle(proposal: Proposal): string {
  const { content } = proposal.versions.at(-1) ?? proposal.versions[0]
  if (kinds[content.kind].deletes) return 'Auf X gelöscht'
  const last = (kind: Followed['kind']) => proposal.followed.some((one) => one.kind === kind)
  if (last('retraction')) return 'Veröffentlicht, wieder gelöscht'
  if (isConsentOver(proposal)) return 'Einwilligung abgelaufen, Entscheidung nötig'
  if (content.kind === 'warning') {
    if (isOpenWarning(proposal)) {
      return proposal.lapsedAt === null ? 'Warnung gilt' : 'Warnung abgelaufen, Entscheidung nötig'
    }
    if (last('warning')) return 'Warnung verlängert'
    return last('all-clear') ? 'Entwarnung gegeben' : 'Ohne Entwarnung abgeschlossen'
  }
  return last('correction') ? 'Veröffentlicht, korrigiert' : 'Veröffentlicht'
}

/** What another text repeats of a wrong one. */
export function repeatsLine(number: number, kind: Content['kind'], words: string): string {
  return `${kindLabels[kind]} ${number} wiederholt die Stelle: „${words}“`
}

/** Every post with a picture, and the way to take a consent back. */
export const samePictureWords = {
  title: 'Beiträge mit dem Bild',
  titleOfSeveral: 'Beiträge mit den Bildern',
  submit: 'Löschung vorschlagen',
  notice:
    'Hat jemand die Einwilligung widerrufen oder widersprochen? Dann schlägt Amtsfunk für jeden veröffentlichten Beitrag mit dem Bild die Löschung vor und hält an, was noch nicht veröffentlicht ist.',
  picture: { label: 'Um welches Bild geht es?' },
} as const

export const consentWithdrawnTitle = 'Einwilligung widerrufen'
export const consentWithdrawnReason = 'Die Einwilligung zu einem Bild ist widerrufen.'

/** Which proposals ask for the deletion of posts. */
export function deletionsProposed(numbers: readonly number[]): string {
  return numbers.length === 0
    ? 'Veröffentlicht ist kein Beitrag mit diesem Bild.'
    : `Zur Freigabe ${numbers.length === 1 ? 'liegt' : 'liegen'} jetzt im Freigabekanal: ${numbers.map((number) => `Vorschlag ${number}`).join(', ')}. Gelöscht wird erst nach der Freigabe.`
}

/** Which proposals are held back. */
export function consentHeld(numbers: readonly number[]): string {
  const which = numbers.length === 1 ? 'ihn' : 'sie'
  return `Angehalten: ${numbers.map((number) => `Vorschlag ${number}`).join(', ')}. Bitte überarbeiten Sie ${which} ohne das Bild.`
}
