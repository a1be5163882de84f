// From approval to the public: what is the case while it is sent, delayed or in doubt.
import { parts } from '../core/content.ts'
import { kinds } from '../core/kinds.ts'
import { latestDelay } from '../core/proposal/due.ts'
import type { DoubtBecause, NotSentBecause } from '../core/outcome.ts'
import { failedReason } from './failed.ts'
import {
  current,
  nextAim,
  nextErrand,
  type Approval,
  type CheckBecause,
  type Proposal,
  type Stage,
} from '../core/proposal/proposal.ts'
import { selfApproval } from './house-rules.ts'
import { partsFromTo } from './numbers.ts'
import { nameOf, type Setting } from './people.ts'
import { atSecond, atTime, momentInZone, momentToTheSecond, untilTime } from './time.ts'

type Of<Is extends Stage['is']> = Extract<Stage, { is: Is }>

const nothingByItself = 'Von selbst sendet Amtsfunk nichts mehr.'

/** "Petra Lund", "Petra Lund (bestätigt von Anna Kühn)", "Petra Lund und Vera Vogt", "Petra Lund (Eigenfreigabe)" */
export function approversOf({ by, confirmedBy, first, isOwn }: Approval, setting: Setting): string {
  const who = nameOf(setting, by)
  if (isOwn) return `${who} (${selfApproval})`
  if (first !== null) return `${nameOf(setting, first.by)} und ${who}`
  return confirmedBy === null ? who : `${who} (bestätigt von ${nameOf(setting, confirmedBy)})`
}

/** Approved: when it goes out, and that it can still be stopped. */
export function approvedWords(
  proposal: Proposal,
  { sendAt }: Of<'approved'>,
  setting: Setting,
): string {
  const { approval } = proposal
  const { zone } = setting
  const online = proposal.published.length
  if (online > 0) {
    return `${isOnline(online)}. Teil ${online + 1} folgt. Mit „Stopp“ halten Sie die übrigen Teile an.`
  }
  const { plannedAt } = current(proposal).content
  const at = approval?.at ?? sendAt
  const who =
    approval === null
      ? 'Freigegeben.'
      : `Freigegeben von ${approversOf(approval, setting)} am ${momentToTheSecond(at, zone)}.`
  const trouble =
    proposal.uploadTrouble === null
      ? ''
      : ` Das Bild ist noch nicht bei X: ${pictureWaits[proposal.uploadTrouble.because]} Amtsfunk versucht es ${atTime(proposal.uploadTrouble.retryAt, proposal.uploadTrouble.since, zone)} wieder; ohne Bild geht nichts hinaus.`
  const goesOut =
    plannedAt === sendAt ? `am ${momentInZone(sendAt, zone)}` : atSecond(sendAt, at, zone)
  const { kind } = current(proposal).content
  return kinds[kind].deletes
    ? `${who} Der Beitrag wird ${goesOut} auf X gelöscht. Bis dahin können Sie das mit „Stopp“ anhalten.`
    : `${who} Wird ${goesOut} veröffentlicht. Bis dahin können Sie den Beitrag mit „Stopp“ anhalten.${trouble}`
}

const pictureWaits: Record<NotSentBecause, string> = {
  'rate-limit': 'X nimmt gerade keine Bilder an.',
  'no-credit': 'Das Guthaben bei X ist aufgebraucht. Bitte laden Sie es auf.',
  unreachable: 'X ist gerade nicht erreichbar.',
  'not-visible': 'X zeigt es noch nicht.',
  'held-back': 'Es ist noch nicht gesendet.',
  'picture-gone': 'X kennt es nicht mehr.',
}

/** The desk is writing to the network right now. */
export function sendingWords(proposal: Proposal): string {
  if (nextErrand(proposal)?.errand === 'delete')
    return `Der Beitrag wird gerade auf X gelöscht. Das dauert nur wenige Sekunden.${afterwards(proposal)}`
  return `${capital(what(proposal))} wird gerade an X gesendet. Das dauert nur wenige Sekunden.${afterwards(proposal)}`
}

const waitingBecause: Record<NotSentBecause, string> = {
  'rate-limit': 'X nimmt von unserem Konto gerade keine weiteren Beiträge an.',
  'no-credit': 'Das Guthaben bei X ist aufgebraucht. Bitte laden Sie es auf.',
  unreachable: 'X ist gerade nicht erreichbar.',
  'not-visible': 'X zeigt den Teil davor noch nicht.',
  'held-back': 'Amtsfunk hat noch nichts gesendet.',
  'picture-gone': 'X kennt ein Bild nicht mehr, es wird neu hochgeladen.',
}

/** The network took nothing; when the desk tries again, and until when. */
export function waitingWords(stage: Of<'waiting'>, zone: string): string {
  const { because, retryAt, since, dueSince } = stage
  const end = dueSince + latestDelay
  const next =
    retryAt <= end
      ? `Amtsfunk versucht es ${atTime(retryAt, since, zone)} wieder. Klappt es bis ${untilTime(end, since, zone)} nicht, fragt Amtsfunk nach.`
      : `Ein neuer Versuch ist erst ${atTime(retryAt, since, zone)} möglich. Amtsfunk fragt deshalb vorher nach.`
  return `${waitingBecause[because]} ${next}`
}

/** Why nobody can tell whether it is online. */
export const doubtReasons: Record<DoubtBecause, string> = {
  timeout: 'X hat nicht rechtzeitig geantwortet.',
  'cut-connection': 'Die Verbindung zu X ist abgebrochen.',
  'server-error': 'X hat eine Störung gemeldet.',
  'unreadable-answer': 'Die Antwort von X war nicht lesbar.',
  crash: 'Amtsfunk wurde beim Senden unterbrochen.',
  duplicate: 'X meldet, dass es diesen Beitrag schon gibt.',
}

/** Nobody knows yet whether it is online; the desk looks. */
export function doubtWords(proposal: Proposal, stage: Of<'in-doubt'>): string {
  if (stage.released) {
    return proposal.halted
      ? 'Amtsfunk sieht noch einmal auf dem X-Konto nach. Gesendet wird nichts.'
      : `Amtsfunk sieht vor dem Senden noch einmal auf dem X-Konto nach. Nur wenn ${what(proposal)} dort nicht zu finden ist, sendet Amtsfunk noch einmal.`
  }
  return `${doubtReasons[stage.because]} Amtsfunk sieht auf dem X-Konto nach, ob ${what(proposal)} dort steht. Das dauert etwa zwei Minuten. Sie müssen nichts tun.${afterwards(proposal)}`
}

/** The desk stopped: what to check, what to decide, and that nothing happens by itself. */
export function checkWords(proposal: Proposal, { because }: Of<'check-needed'>): string {
  const online = proposal.published.length
  const all = parts(current(proposal).content).length
  const rest = partsFromTo(online + 1, all)
  if (isDeletion(proposal) && because !== 'doubt' && because !== 'rest-refused') {
    return `${deletionHeld[because] ?? 'Der Beitrag ist noch nicht gelöscht.'} ${nothingByItself} Bitte entscheiden Sie: „Jetzt löschen“ oder „Zurückziehen“.`
  }
  switch (because) {
    case 'doubt':
      if (nextErrand(proposal)?.errand === 'delete')
        return `X bestätigt nicht, dass der Beitrag gelöscht ist. ${nothingByItself} Bitte sehen Sie auf dem X-Konto nach. Ist er weg, wählen Sie „Steht nicht mehr auf X“, sonst „Erneut löschen“.`
      return `${looked(proposal)} ${nothingByItself} Bitte sehen Sie auf dem X-Konto nach. Ist er dort zu sehen, wählen Sie „Steht schon auf X“, sonst „Erneut senden“.`
    case 'late':
      return online > 0
        ? `${isOnline(online)}, ${rest} ${verb(all - online)} mehr als eine Stunde verspätet. ${nothingByItself} Bitte entscheiden Sie: „Jetzt senden“ oder „Zurückziehen“.`
        : `Der Beitrag ist mehr als eine Stunde verspätet. ${nothingByItself} Bitte entscheiden Sie: „Jetzt senden“, „Überarbeiten“ oder „Zurückziehen“.`
    case 'stopped':
      return online > 0
        ? `Gestoppt: ${isOnline(online)}, ${rest} noch nicht. ${nothingByItself} Bitte entscheiden Sie: „Jetzt senden“ für den Rest oder „Zurückziehen“.`
        : `Gestoppt: Der Beitrag ist nicht veröffentlicht. ${nothingByItself} Bitte entscheiden Sie: „Jetzt senden“, „Überarbeiten“ oder „Zurückziehen“.`
    case 'changed':
      return online > 0
        ? `Die Freigabe gilt nicht für den Beitrag, wie er jetzt ist. ${isOnline(online)}. ${nothingByItself} Bitte ziehen Sie den Rest zurück.`
        : `Die Freigabe gilt nicht für den Beitrag, wie er jetzt ist. ${nothingByItself} Bitte überarbeiten Sie ihn oder ziehen Sie ihn zurück.`
    case 'by-hand':
      return `X nimmt diese Antwort nicht von Amtsfunk an. ${nothingByItself} Bitte veröffentlichen Sie sie von Hand über den Link „Auf X von Hand antworten“ und wählen Sie dann „Steht schon auf X“.`
    case 'mention-gone':
      return `Die Erwähnung, die beantwortet werden sollte, ist inzwischen gelöscht. ${nothingByItself} Bitte ziehen Sie die Antwort zurück.`
    case 'consent-withdrawn':
      return `Die Einwilligung zu einem Bild ist widerrufen. ${nothingByItself} Bitte überarbeiten Sie den Vorschlag ohne das Bild oder ziehen Sie ihn zurück.`
    case 'consent-over':
      return `Die Einwilligung zu einem Bild ist abgelaufen. ${online > 0 ? `${isOnline(online)}, ${rest} noch nicht. ` : ''}${nothingByItself} Bitte ${online > 0 ? 'ziehen Sie den Rest zurück' : 'überarbeiten Sie den Vorschlag oder ziehen Sie ihn zurück'}.`
    case 'office-stopped':
      return online > 0
        ? `Ein Stopp galt: ${isOnline(online)}, ${rest} noch nicht. ${nothingByItself} Ist der Stopp aufgehoben, entscheiden Sie bitte: „Jetzt senden“ für den Rest oder „Zurückziehen“.`
        : `Ein Stopp galt, deshalb ist der Beitrag angehalten. ${nothingByItself} Ist der Stopp aufgehoben, entscheiden Sie bitte: „Jetzt senden“, „Überarbeiten“ oder „Zurückziehen“.`
    case 'approval-missing':
      return `Die Freigabe reicht nach den Regeln des Amtes nicht aus: In der Vorwahlzeit braucht der Beitrag einen Anlass und zwei Freigaben. ${nothingByItself} Bitte überarbeiten Sie den Vorschlag; dann wird neu entschieden.`
    case 'approver-gone':
      return `Wer freigegeben hat, gehört nicht mehr zur Pressestelle. ${nothingByItself} Bitte entscheiden Sie: „Jetzt senden“, „Überarbeiten“ oder „Zurückziehen“.`
    case 'rest-refused': {
      const errand = nextErrand(proposal)
      const why = errand?.stage.is === 'refused' ? ` ${failedReason(errand.stage.because)}` : ''
      return `${isOnline(online)}, ${rest} nicht.${why} ${nothingByItself} Bitte entscheiden Sie: „Jetzt senden“ für den Rest oder „Zurückziehen“.`
    }
  }
}

/** What comes next is that something is deleted. */
function isDeletion(proposal: Proposal): boolean {
  return nextAim(proposal)?.errand === 'delete'
}

const deletionHeld: Partial<Record<CheckBecause, string>> = {
  late: 'Die Löschung ist mehr als eine Stunde verspätet.',
  stopped: 'Gestoppt: Der Beitrag ist noch auf X zu sehen.',
  'approver-gone': 'Wer die Löschung freigegeben hat, gehört nicht mehr zur Pressestelle.',
}

/** What the desk found out by looking. */
function looked(proposal: Proposal): string {
  const errand = nextErrand(proposal)
  const stage = errand?.stage.is === 'unsettled' ? errand.stage : null
  if (stage?.unread === true) {
    return `X lässt sich nicht lesen. Deshalb ist unklar, ob ${what(proposal)} dort zu sehen ist.`
  }
  const times = lookedTimes[stage?.absent ?? 0]
  return `Amtsfunk hat ${times === undefined ? '' : `${times} `}auf X nachgesehen und ${accusative(proposal)} nicht gefunden.`
}

const lookedTimes: readonly (string | undefined)[] = [undefined, 'einmal', 'zweimal', 'dreimal']

function accusative(proposal: Proposal): string {
  const words = what(proposal)
  return words === 'der Beitrag' ? 'den Beitrag' : words
}

function what(proposal: Proposal): string {
  const all = parts(current(proposal).content).length
  return all > 1 ? `Teil ${proposal.published.length + 1} von ${all}` : 'der Beitrag'
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function afterwards({ halted }: Proposal): string {
  return halted ? ' Danach sendet Amtsfunk nichts mehr von selbst.' : ''
}

/** "Teil 1 und 2 sind veröffentlicht", without a full stop. */
export function isOnline(online: number): string {
  return `${partsFromTo(1, online)} ${verb(online)} veröffentlicht`
}

function verb(number: number): string {
  return number === 1 ? 'ist' : 'sind'
}
