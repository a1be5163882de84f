// The words on a card about pictures, signatures and what became of a post.
import { kinds } from '../core/kinds.ts'
import type { Content } from '../core/content.ts'
import type { Shown } from '../core/content.ts'
import {
  isOpenWarning,
  missingCosigners,
  type Followed,
  type Proposal,
} from '../core/proposal/proposal.ts'
import { kindLabels } from './kinds.ts'
import { departmentNames, nameOf, type Setting } from './people.ts'
import { moment } from './time.ts'

/** "Bild 2 zu Teil 1": stands above a picture; both counted from 1. */
export function pictureTitle(picture: number, all: number, part: number, parts: number): string {
  const which = all === 1 ? 'Bild' : `Bild ${picture} von ${all}`
  return parts === 1 ? which : `${which} zu Teil ${part}`
}

export const altTextLabel = 'Alternativtext: '
/** Instead of a picture. */
export const pictureNotShown = 'Das Bild wird noch geladen. Erst dann kann freigegeben werden.'
export const pictureErased = 'Das Bild ist gelöscht.'

/** Credit and basis of a picture, in one line. */
export function pictureFacts(credit: string, shown: Shown): string {
  return `Bildnachweis: ${credit} · ${peopleWords(shown)}`
}

/** "2026-11-30" as "30.11.2026" */
function dayWords(day: string): string {
  return day.split('-').reverse().join('.')
}

function peopleWords(shown: Shown): string {
  switch (shown.people) {
    case 'none':
      return 'keine Person zu erkennen'
    case 'law':
      return 'Personen zu erkennen, § 23 KUG'
    case 'consent': {
      const until = shown.until === null ? 'ohne Ende' : `bis ${dayWords(shown.until)}`
      return `Personen zu erkennen, Einwilligung ${until} (${shown.reference})`
    }
  }
}

/** That a consent does not hold for long any more. */
export function consentEnds(until: string): string {
  return `Die Einwilligung endet am ${dayWords(until)}. Danach muss das Bild von X verschwinden.`
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
    : [...signed, `Es fehlt die Mitzeichnung von ${departmentNames(setting, missing)}.`]
}

/** Why something public is corrected or taken back; null where nobody had to say. */
export function reasonLine({ reason }: Content): string | null {
  return reason === undefined || reason === '' ? null : `Grund (nicht auf X): ${reason}`
}

export const madeWithAiLine = 'X zeigt dazu: mit KI erstellt.'

/** Instead of a text where nothing is said in public. */
export const withoutWords =
  'Dazu erscheint nichts: Der Beitrag wird ohne öffentlichen Hinweis gelöscht.'

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

/** What a published proposal is, in a few words: the title of its card. */
export function publishedTitle(proposal: Proposal): string {
  const { content } = proposal.versions.at(-1) ?? proposal.versions[0]
  if (kinds[content.kind].deletes) return 'Auf X gelöscht'
  const last = (kind: Followed['kind']) => proposal.followed.some((one) => one.kind === kind)
  if (last('retraction')) return 'Veröffentlicht, wieder gelöscht'
  if (content.kind === 'warning') {
    if (isOpenWarning(proposal)) {
      return proposal.lapsedAt === null ? 'Warnung gilt' : 'Warnung abgelaufen, Entscheidung nötig'
    }
    return last('warning') ? 'Warnung verlängert' : 'Warnung beendet'
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
  submit: 'Löschung vorschlagen',
  notice:
    'Hat jemand die Einwilligung widerrufen? Dann schlägt Amtsfunk für jeden veröffentlichten Beitrag mit dem Bild die Löschung vor und hält an, was noch nicht veröffentlicht ist.',
  picture: { label: 'Bei welchem Bild ist die Einwilligung widerrufen?' },
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
  return `Angehalten: ${numbers.map((number) => `Vorschlag ${number}`).join(', ')}. Bitte überarbeiten Sie sie ohne das Bild.`
}
