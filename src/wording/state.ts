// What is the case with a proposal: by whom, when, what happens next or what to do.
import { parts } from '../core/content.ts'
import {
  current,
  hasActed,
  missingCosigners,
  nextErrand,
  type Proposal,
  type Stage,
} from '../core/proposal/proposal.ts'
import { kinds } from '../core/kinds.ts'
import { failedReason, failedRemedy } from './failed.ts'
import { partsFromTo } from './numbers.ts'
import { departmentNames, nameOf, type Setting } from './people.ts'
import {
  approvedWords,
  approversOf,
  checkWords,
  doubtWords,
  isOnline,
  sendingWords,
  waitingWords,
} from './sending.ts'
import { awaitsConfirmation } from '../core/proposal/approve.ts'
import { publishedTitle } from './proposal-card.ts'
import { moment, momentInZone, untilTime } from './time.ts'

/** A state in words. `quote` is what a person or the network wrote, to be shown as theirs. */
export type State = { title: string; says: string; quote: string | null }

/** The state of a proposal, with a title of a few words. */
export function stateOf(proposal: Proposal, setting: Setting): State {
  const { stage } = proposal
  const title = stage.is === 'published' ? publishedTitle(proposal) : stateTitle(proposal)
  const quote = quoted(stage)
  return { title, says: says(proposal, setting), quote }
}

/** The state of a card whose version was replaced. */
export function outdatedState(current: number): State {
  return {
    title: 'Nicht mehr aktuell',
    says: `Fassung ${current} hat diese Fassung abgelöst. Reaktionen auf dieser Karte zählen nicht mehr.`,
    quote: null,
  }
}

/** A stage in one or a few words. */
export function stateTitle(proposal: Proposal): string {
  const { stage } = proposal
  switch (stage.is) {
    case 'submitted':
      if (current(proposal).content.stock === true) return 'Im Vorrat'
      if (stage.stopped !== null) return 'Gestoppt, wartet auf Freigabe'
      if (proposal.first !== null) return 'Wartet auf zweite Freigabe'
      if (stage.question !== null) return 'Rückfrage'
      if (missingCosigners(proposal).length > 0) return 'Wartet auf Mitzeichnung'
      return awaitsConfirmation(proposal) ? 'Wartet auf Bestätigung' : 'Wartet auf Freigabe'
    case 'approved':
      return 'Freigegeben'
    case 'sending':
      return 'Wird veröffentlicht'
    case 'waiting':
      return 'Freigegeben, wartet auf X'
    case 'in-doubt':
      return 'Wird geprüft'
    case 'check-needed':
      return 'Prüfung nötig'
    case 'published':
      return 'Veröffentlicht'
    case 'rejected':
      return 'Abgelehnt'
    case 'withdrawn':
      return 'Zurückgezogen'
    case 'expired':
      return 'Abgelaufen'
    case 'failed':
      return 'Fehlgeschlagen'
  }
}

function says(proposal: Proposal, setting: Setting): string {
  const { stage } = proposal
  const { zone } = setting
  switch (stage.is) {
    case 'submitted':
      return submittedWords(proposal, stage, setting)
    case 'approved':
      return approvedWords(proposal, stage, setting)
    case 'sending':
      return sendingWords(proposal)
    case 'waiting':
      return waitingWords(stage, zone)
    case 'in-doubt':
      return doubtWords(proposal, stage)
    case 'check-needed':
      return checkWords(proposal, stage)
    case 'published':
      return `${kinds[current(proposal).content.kind].deletes ? 'Auf X gelöscht' : 'Veröffentlicht'} am ${moment(stage.at, zone)}${approvedBy(proposal, setting)}.`
    case 'rejected': {
      const who = `Abgelehnt von ${nameOf(setting, stage.by)} am ${moment(stage.at, zone)}.`
      return stage.reason === null
        ? `${who} Ein Grund ist noch nicht genannt.`
        : `${who} Der Grund:`
    }
    case 'withdrawn':
      return `Zurückgezogen von ${nameOf(setting, stage.by)} am ${moment(stage.at, zone)}. ${withdrawnRemains(proposal)}`
    case 'expired': {
      const { plannedAt, warning } = current(proposal).content
      if (warning !== undefined && (plannedAt === null || plannedAt >= warning.validUntil)) {
        return `Die Warnung galt bis ${moment(warning.validUntil, zone)} und wurde bis dahin nicht freigegeben. Sie wird nicht veröffentlicht.`
      }
      const planned = plannedAt === null ? '' : ` (${momentInZone(plannedAt, zone)})`
      return `Der geplante Zeitpunkt${planned} ist ohne Freigabe verstrichen. Der Beitrag wird nicht veröffentlicht. Sie können ihn mit einem neuen Zeitpunkt wieder vorschlagen.`
    }
    case 'failed': {
      const { because, detail } = stage
      const isRest = proposal.published.length > 0
      const said = [failedRemains(proposal), failedReason(because), failedRemedy(because, isRest)]
      return [...said, ...(detail.trim() === '' ? [] : ['X schreibt dazu:'])].join(' ')
    }
  }
}

function submittedWords(
  proposal: Proposal,
  stage: Extract<Stage, { is: 'submitted' }>,
  setting: Setting,
): string {
  const { zone } = setting
  const { plannedAt } = current(proposal).content
  const { question, stopped } = stage
  const { first } = proposal
  const said: string[] = []
  if (first !== null) {
    said.push(
      `Erste Freigabe von ${nameOf(setting, first.by)} am ${moment(first.at, zone)}, wartet auf zweite Freigabe.`,
    )
  }
  if (stopped !== null) {
    said.push(
      `Gestoppt von ${nameOf(setting, stopped.by)} am ${moment(stopped.at, zone)}. Die Freigabe gilt nicht mehr. Wer den Beitrag doch freigeben möchte, nutzt bitte die Schaltfläche „Freigeben“.`,
    )
  }
  if (question !== null) {
    const who = `Rückfrage von ${nameOf(setting, question.by)} am ${moment(question.at, zone)}`
    said.push(
      question.text === null
        ? `${who}, noch ohne Worte. Bitte klären Sie im Thread, worum es geht, oder überarbeiten Sie den Vorschlag.`
        : `${who}. Bitte beantworten Sie sie oder überarbeiten Sie den Vorschlag. Die Frage:`,
    )
  } else if (current(proposal).content.stock === true) {
    said.push('Mit einem Termin kommt er in den Redaktionsplan, dann entscheidet die Pressestelle.')
  } else if (stopped === null) {
    const missing = missingCosigners(proposal)
    const { by: editor, isMended } = current(proposal)
    said.push(
      missing.length === 0
        ? isMended && first === null
          ? `${nameOf(setting, editor)} hat den Text geändert und freigegeben. Er geht hinaus, sobald eine zweite Person diese Fassung bestätigt.`
          : first === null
            ? 'Die Pressestelle entscheidet.'
            : 'Bis dahin nimmt „Stopp“ die erste zurück.'
        : `Zuerst ${missing.length === 1 ? 'zeichnet' : 'zeichnen'} ${departmentNames(setting, missing)} mit, dann entscheidet die Pressestelle.`,
    )
    if (plannedAt !== null) {
      const { at } = current(proposal)
      said.push(
        `Ohne Freigabe bis ${untilTime(plannedAt, at, zone)} wird der Beitrag nicht veröffentlicht.`,
      )
    }
  }
  return said.join(' ')
}

function approvedBy({ approval }: Proposal, setting: Setting): string {
  return approval === null ? '' : `, freigegeben von ${approversOf(approval, setting)}`
}

function withdrawnRemains(proposal: Proposal): string {
  if (kinds[current(proposal).content.kind].deletes) {
    return hasActed(proposal)
      ? 'Was gelöscht ist, bleibt gelöscht.'
      : 'Der Beitrag bleibt auf X zu sehen.'
  }
  const online = proposal.published.length
  if (online > 0) {
    return `${partsFromTo(1, online)} ${online === 1 ? 'bleibt' : 'bleiben'} auf X zu sehen.`
  }
  // Where nobody found out, nothing is promised.
  return nextErrand(proposal)?.doubted == null
    ? 'Der Beitrag wird nicht veröffentlicht.'
    : 'Amtsfunk sendet nichts mehr.'
}

function failedRemains(proposal: Proposal): string {
  if (kinds[current(proposal).content.kind].deletes) return 'Der Beitrag ist nicht gelöscht.'
  const online = proposal.published.length
  const all = parts(current(proposal).content).length
  return online > 0
    ? `${isOnline(online)}, ${partsFromTo(online + 1, all)} nicht.`
    : 'Der Beitrag ist nicht veröffentlicht.'
}

function quoted(stage: Stage): string | null {
  const text =
    stage.is === 'submitted'
      ? (stage.question?.text ?? null)
      : stage.is === 'rejected'
        ? stage.reason
        : stage.is === 'failed'
          ? stage.detail
          : null
  return text === null || text.trim() === '' ? null : text
}
