// The words about what cannot wait.
import {
  current,
  missingCosigners,
  type Decided,
  type Proposal,
  type Reminder,
  type Round,
} from '../core/proposal/proposal.ts'
import { kindLabels } from './kinds.ts'
import { departmentNames, nameOf, type Setting } from './people.ts'
import { atTime, moment } from './time.ts'

/** Why an answer to a call for help cannot wait. */
export const answersEmergency = 'Antwort auf einen möglichen Notruf'

/** "Eilt: Ampel ausgefallen"; stands above everything else on the card. Null where nobody said why. */
export function urgentLine(urgent: string | undefined): string | null {
  return urgent === undefined ? null : `Eilt: ${urgent}`
}

/** Who answered to a call. */
export function heededLine({ by, at }: Decided, setting: Setting): string {
  return `${nameOf(setting, by)} kümmert sich (${atTime(at, at, setting.zone)})`
}

const begins: Record<Round, string> = {
  1: 'Eilt',
  2: 'Eilt, noch einmal',
  3: 'Eilt: Aus der Pressestelle hat seit 20 Minuten niemand reagiert',
}

/** Calls who can decide. */
export function alarmWords(proposal: Proposal, round: Round): string {
  const { kind, urgent } = current(proposal).content
  const why = urgent === undefined ? '' : ` Grund: ${urgent}.`
  return `${begins[round]}: ${kindLabels[kind]}, Vorschlag ${proposal.number}, wartet auf eine Entscheidung.${why} Wer sich kümmert, reagiert mit 👀 auf die Karte; dann ruft Amtsfunk niemanden mehr.`
}

/** Brings up what somebody is waited for. */
export function reminderWords(proposal: Proposal, of: Reminder, setting: Setting): string {
  const { number } = proposal
  const { plannedAt } = current(proposal).content
  const when = plannedAt === null ? '' : `, geplant für ${moment(plannedAt, setting.zone)}`
  switch (of) {
    case 'planned': {
      const at = plannedAt === null ? '' : ` für ${moment(plannedAt, setting.zone)}`
      return `Vorschlag ${number} ist${at} geplant und noch nicht freigegeben. Ohne Freigabe wird er dann nicht veröffentlicht.`
    }
    case 'question':
      return `Die Rückfrage zu Vorschlag ${number}${when} ist noch offen. Mit „Frage beantworten“ auf der Karte geht es weiter.`
    case 'signature':
      return `Vorschlag ${number}${when} wartet noch auf die Mitzeichnung: ${departmentNames(setting, missingCosigners(proposal))}.`
    case 'confirmation':
      return `Die kleine Korrektur an Vorschlag ${number}${when} wartet noch auf Ihre Bestätigung.`
  }
}
