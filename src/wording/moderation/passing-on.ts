// What a Fachamt reads of a mention that was passed on to it, and what may stand in the way.
import type { Contribution, Request } from '../../core/conversation/conversation.ts'
import type { FieldWords } from '../forms.ts'
import { nameOf, type Setting } from '../people.ts'
import { moment } from '../time.ts'
import { fachamtLabels } from './lists.ts'

/** Why citizens' words must not be sent to the contact of a Fachamt. */
export type ContactTrouble =
  'not-found' | 'archived' | 'shared' | 'not-a-member' | 'public' | 'guests' | 'outsider'

const pleaseMend =
  'Es wurde nichts weitergeleitet. Bitte wenden Sie sich an die Administration (OFFICE_PATH).'

export const contactTroubles: Record<ContactTrouble, string> = {
  'not-found': `Den Kanal dieses Fachamts findet Amtsfunk nicht. ${pleaseMend}`,
  archived: `Der Kanal dieses Fachamts ist archiviert. ${pleaseMend}`,
  shared: `Der Kanal dieses Fachamts ist mit einer anderen Organisation geteilt. ${pleaseMend}`,
  'not-a-member': `Amtsfunk ist nicht im Kanal dieses Fachamts. Bitte lassen Sie es dort mit /invite einladen; es wurde nichts weitergeleitet.`,
  public: `Der Kanal dieses Fachamts ist nicht privat. ${pleaseMend}`,
  guests:
    'Im Kanal dieses Fachamts lesen Gäste, Fremde oder andere Apps mit. Sie dürfen den Beitrag nicht sehen, deshalb wurde nichts weitergeleitet.',
  outsider: `Wer für dieses Fachamt eingetragen ist, hat kein Konto des Amtes. ${pleaseMend}`,
}

/** "Bitte um Zuarbeit: Erwähnung 12" */
export function requestTitle({ mentions }: Request): string {
  return `Bitte um Zuarbeit: Erwähnung ${mentions.join(', ')}`
}

/** Who asks, for what, until when. */
export function requestSentence({ by, fachamt, until }: Request, setting: Setting): string {
  return `${nameOf(setting, by)} bittet ${fachamtLabels[fachamt]} um Zuarbeit bis ${moment(until, setting.zone)}. Auf X hat jemand geschrieben:`
}

export const questionLabel = 'Frage dazu:'

/** Who answered, and when. */
export function contributedLine({ by, at }: Contribution, setting: Setting): string {
  return `Zuarbeit von ${nameOf(setting, by)}, ${moment(at, setting.zone)}. Danke!`
}

export const requestOver = 'Die Erwähnung ist abgeschlossen. Sie brauchen nichts mehr zu tun.'

/** The small print below. */
export const requestHint =
  'Ihre Zuarbeit lesen die Kolleginnen und Kollegen, die antworten; öffentlich wird nur eine freigegebene Antwort. Was in diesem Thread steht, kommt dort nicht an.'

export const contributeLabel = 'Zuarbeit geben'
export const contributeMore = 'Zuarbeit ergänzen'

/** For screen readers. */
export function contributeAloud(label: string, { mentions }: Request): string {
  return `${label}: Erwähnung ${mentions.join(', ')}`
}

/** Below it, once its day has come. */
export function requestDueSentence({ mentions }: Request): string {
  return `Die Zuarbeit zu Erwähnung ${mentions.join(', ')} ist heute fällig. Brauchen Sie länger, sagen Sie bitte der Pressestelle Bescheid.`
}

export const contributeFormWords = {
  title: 'Zuarbeit',
  submit: 'Absenden',
  text: {
    label: 'Zuarbeit',
    hint: 'Bitte ohne Namen von Bürgerinnen und Bürgern. Wird mit dem Beitrag gelöscht.',
  },
} as const satisfies Record<string, FieldWords | string>
