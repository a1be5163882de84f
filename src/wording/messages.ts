// Words to people about a proposal: the note in the thread, the author's receipt, the line that sums up.
import type { Instant } from '../core/content.ts'
import { awaitsConfirmation } from '../core/proposal/approve.ts'
import {
  current,
  missingCosigners,
  type Proposal,
  type Recorded,
} from '../core/proposal/proposal.ts'
import { cardTitle, rescheduledWords } from './card.ts'
import { approversOf } from './sending.ts'
import { departmentNames, nameOf, type Setting } from './people.ts'
import { stateOf, stateTitle, type State } from './state.ts'
import { consentOverWords } from './proposal-card.ts'
import { moment, momentInZone } from './time.ts'

export const toTheCardLabel = 'Zur Karte'

/** One line for notifications and screen readers. */
export function summary(proposal: Proposal, version: number, title: string): string {
  return `${cardTitle(proposal.number, version)}: ${title}`
}

/** Why nobody decides for now, and what comes then. */
type Waits = { for: 'capacity' } | { for: 'somebody'; at: Instant | null }

const capacityWords =
  'Die Pressestelle nimmt zurzeit nur Dringendes an. Ihr Vorschlag kommt danach von selbst an die Reihe; Sie müssen nichts tun.'

function nobodyWords(at: Instant | null, { zone }: Setting): string {
  const back = at === null ? '' : ` Ab ${moment(at, zone)} ist wieder jemand da.`
  return `Zurzeit kann niemand freigeben.${back}`
}

/** What whoever submitted it reads at once: "Vorschlag 44 liegt zur Freigabe." */
export function submittedWords(proposal: Proposal, waits: Waits | null, setting: Setting): string {
  const { number, versions } = proposal
  const version = versions.length
  const which = version === 1 ? `Vorschlag ${number}` : `Vorschlag ${number}, Fassung ${version},`
  if (waits?.for === 'capacity') return `${which} ist vorgemerkt. ${capacityWords}`
  if (current(proposal).content.stock === true) return `${which} liegt im Vorrat.`
  const missing = missingCosigners(proposal)
  const said =
    missing.length > 0
      ? `${which} liegt zur Mitzeichnung: ${departmentNames(setting, missing)}. Danach entscheidet die Pressestelle.`
      : awaitsConfirmation(proposal)
        ? `${which} geht hinaus, sobald eine zweite Person den Text bestätigt.`
        : `${which} liegt zur Freigabe.`
  return waits === null ? said : `${said} ${nobodyWords(waits.at, setting)}`
}

/** What the author reads. Steps of sending are left out: this message is not renewed for them. */
export function receiptState(proposal: Proposal, waits: Waits | null, setting: Setting): State {
  const { stage, approval } = proposal
  if (waits?.for === 'capacity') {
    return {
      title: 'Vorgemerkt',
      says: capacityWords,
      quote: null,
    }
  }
  if (waits?.for === 'somebody') {
    const { title } = stateOf(proposal, setting)
    return { title, says: nobodyWords(waits.at, setting), quote: null }
  }
  if (awaitsConfirmation(proposal)) {
    const { title } = stateOf(proposal, setting)
    return { title, says: mendedWords(nameOf(setting, current(proposal).by)), quote: null }
  }
  if (stage.is === 'check-needed') {
    // Only the press office can decide here.
    const says =
      'Die Pressestelle prüft, wie es weitergeht. Von selbst sendet Amtsfunk nichts mehr.'
    return { title: stateTitle(proposal), says, quote: null }
  }
  if (
    stage.is !== 'approved' &&
    stage.is !== 'sending' &&
    stage.is !== 'waiting' &&
    stage.is !== 'in-doubt'
  ) {
    return stateOf(proposal, setting)
  }
  const { plannedAt } = current(proposal).content
  const who = approval === null ? '' : ` von ${approversOf(approval, setting)}`
  const planned = plannedAt === null ? '' : `, geplant für ${momentInZone(plannedAt, setting.zone)}`
  return {
    title: 'Freigegeben',
    says: `Freigegeben${who}${planned}. Nach der Veröffentlichung finden Sie hier den Link.`,
    quote: null,
  }
}

function mendedWords(who: string): string {
  return `${who} hat den Text geändert und freigegeben. Bitte lesen Sie die neue Fassung und bestätigen Sie sie auf der Karte, dann geht sie hinaus.`
}

/** "Ihr Vorschlag 17: Freigegeben" */
export function receiptTitle(proposal: Proposal, title: string): string {
  return `Ihr Vorschlag ${proposal.number}: ${title}`
}

/** What is told in the thread, and what somebody wrote with it. */
export function noteWords(
  proposal: Proposal,
  event: Recorded,
  setting: Setting,
): { says: string; quote: string | null } {
  const who = nameOf(setting, event.actor)
  const { stage } = proposal
  switch (event.type) {
    case 'question-asked':
      return event.question === null
        ? {
            says: `${who} hat eine Rückfrage. Bitte klären Sie die Frage hier im Thread oder überarbeiten Sie den Vorschlag.`,
            quote: null,
          }
        : {
            says: `${who} hat eine Rückfrage. Bitte antworten Sie hier im Thread oder überarbeiten Sie den Vorschlag. Die Frage:`,
            quote: event.question,
          }
    case 'rejected':
      return event.reason === null
        ? {
            says: `${who} hat den Vorschlag abgelehnt. Ein Grund ist noch nicht genannt; die Pressestelle kann ihn hier nachtragen.`,
            quote: null,
          }
        : { says: `${who} hat den Vorschlag abgelehnt. Der Grund:`, quote: event.reason }
    case 'reason-given':
      return { says: `${who} hat den Grund für die Ablehnung genannt:`, quote: event.reason }
    case 'question-answered':
      return { says: `${who} antwortet auf Ihre Rückfrage:`, quote: event.answer }
    case 'stopped':
      return {
        says: `${who} hat die Veröffentlichung gestoppt. Die Freigabe gilt nicht mehr, der Vorschlag wartet wieder auf eine Entscheidung.`,
        quote: null,
      }
    case 'mended':
      return {
        says: mendedWords(who),
        quote: null,
      }
    case 'rescheduled':
      return {
        says: `${who} hat den Termin geändert. ${rescheduledWords(event.content, setting.zone)}. Bitte geben Sie den Beitrag noch einmal frei.`,
        quote: null,
      }
    case 'rebound':
      return {
        says: 'Die Erwähnung wurde auf X geändert. Die Antwort steht jetzt mit den neuen Worten zur Entscheidung und wartet wieder auf Freigabe.',
        quote: null,
      }
    case 'consent-ended':
      return {
        says: consentOverWords(proposal.number, event.until, setting.zone),
        quote: null,
      }
    case 'proposed':
    case 'revised':
    case 'approved':
    case 'approved-once':
    case 'confirmed':
    case 'called':
    case 'reminded':
    case 'heeded':
    case 'cosigned':
    case 'cosignature-withdrawn':
    case 'uploaded':
    case 'not-uploaded':
    case 'upload-refused':
    case 'followed':
    case 'lapsed':
    case 'closed':
    case 'consent-renewed':
    case 'withdrawn':
    case 'expired':
    case 'held':
    case 'resumed':
    case 'begun':
    case 'posted':
    case 'done':
    case 'refused':
    case 'not-sent':
    case 'in-doubt':
    case 'looked':
    case 'released': {
      const { title, says, quote } = stateOf(proposal, setting)
      const isPlain = stage.is === 'published' || stage.is === 'withdrawn'
      return { says: isPlain ? says : `${title}. ${says}`, quote }
    }
  }
}

/** Asks what becomes of a warning that holds no longer, in the thread of its card. */
export function lapsedWords(proposal: Proposal, zone: string): string {
  const { warning } = current(proposal).content
  const until = warning === undefined ? '' : ` galt bis ${moment(warning.validUntil, zone)} und`
  return `Die Warnung aus Vorschlag ${proposal.number}${until} steht noch auf X. Besteht die Gefahr noch? Bitte entscheiden Sie auf der Karte: Entwarnung geben, verlängern oder ohne Entwarnung abschließen.`
}

/** Asks departments to sign, in the thread of the card. */
export function callWords(kind: string, names: string): string {
  return `Bitte mitzeichnen, mit ✍️ auf der Karte oder der Schaltfläche: ${kind}, ${names}.`
}
