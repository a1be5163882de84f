// The words of App Home.
import { kinds } from '../core/kinds.ts'
import type { Instant } from '../core/content.ts'
import {
  current,
  isConsentOver,
  isOpenWarning,
  missingCosigners,
  type Proposal,
} from '../core/proposal/proposal.ts'
import { awaitsConfirmation } from '../core/proposal/approve.ts'
import { goesOutAt } from '../core/proposal/turn.ts'
import { isUrgent } from '../core/proposal/urgency.ts'
import { count } from './numbers.ts'
import { departmentNames, nameOf, type Setting } from './people.ts'
import { stateTitle } from './state.ts'
import { clock, moment, weekdayAndDate } from './time.ts'

export type HomeList = 'warnings' | 'now' | 'others' | 'planned' | 'recent'

export const homeIntro =
  'Beiträge vorschlagen, freigeben und veröffentlichen – nach dem Vier-Augen-Prinzip.'
export const proposeLabel = 'Beitrag vorschlagen'
export const proposeHint = 'Oder geben Sie in einem Kanal /vorschlag ein.'

/** Headings of the lists, and what stands there while they are empty; a list without such words is left out. */
export const homeLists: Record<HomeList, { heading: string; empty: string }> = {
  warnings: { heading: 'Offene Warnungen', empty: '' },
  now: { heading: 'Jetzt für Sie', empty: 'Zurzeit wartet nichts auf Sie.' },
  others: { heading: 'Liegt bei anderen', empty: '' },
  planned: { heading: 'Geplant', empty: '' },
  recent: { heading: 'Zuletzt', empty: 'Noch ist nichts veröffentlicht.' },
}

/** "Jetzt für Sie (3)" */
export function homeHeading(list: HomeList, all: number): string {
  const { heading } = homeLists[list]
  return list === 'recent' || all === 0 ? heading : `${heading} (${count(all)})`
}

/** The button that opens a proposal at home. */
export const reviewLabel = 'Ansehen'
export function reviewAloud(number: number): string {
  return `${reviewLabel}: ${homeItemLabel(number)}`
}

export const homePages = {
  before: 'Zurück',
  after: 'Weiter',
  of: (page: number, pages: number) => `Seite ${page} von ${pages}`,
} as const

/** "Vorschlag 17" */
export function homeItemLabel(number: number): string {
  return `Vorschlag ${number}`
}

/** State and author of one entry. */
export function homeItemLine(proposal: Proposal, setting: Setting): string {
  const { stage, versions } = proposal
  const by = `von ${nameOf(setting, versions[0].by)}`
  const { warning } = current(proposal).content
  if (warning !== undefined && isOpenWarning(proposal)) {
    const until = moment(warning.validUntil, setting.zone)
    return proposal.lapsedAt === null
      ? `${by}, gilt bis ${until}`
      : `${by}, galt bis ${until}: Entscheidung nötig`
  }
  if (isConsentOver(proposal)) return `${by}: Einwilligung abgelaufen, Entscheidung nötig`
  if (stage.is !== 'published') {
    const urgent = isUrgent(current(proposal).content) ? 'Eilt, ' : ''
    return `${urgent}${by}, seit ${moment(current(proposal).at, setting.zone)}: ${stateTitle(proposal)}${untilWords(proposal, setting)}`
  }
  const { kind, original } = current(proposal).content
  const at = moment(stage.at, setting.zone)
  if (kinds[kind].deletes && original !== undefined) {
    return `${by}, ${homeItemLabel(original.proposal)} gelöscht am ${at}`
  }
  const gone = proposal.followed.find((one) => one.kind === 'retraction')
  const since = gone === undefined ? '' : `, gelöscht am ${moment(gone.at, setting.zone)}`
  return `${by}, veröffentlicht am ${at}${since}`
}

/** ", geplant für …": until when it must be decided; nothing where that is open. */
function untilWords(proposal: Proposal, { zone }: Setting): string {
  const { plannedAt, warning } = current(proposal).content
  if (plannedAt !== null) return `, geplant für ${moment(plannedAt, zone)}`
  return warning === undefined ? '' : `, gültig bis ${moment(warning.validUntil, zone)}`
}

/** With whom something lies. */
export function homeWithLine(proposal: Proposal, isQueued: boolean, setting: Setting): string {
  const by = `von ${nameOf(setting, proposal.versions[0].by)}`
  return `${by}: ${whereItLies(proposal, isQueued, setting)}${untilWords(proposal, setting)}`
}

function whereItLies(proposal: Proposal, isQueued: boolean, setting: Setting): string {
  if (isQueued) return 'vorgemerkt, bis die Pressestelle wieder mehr annimmt'
  const missing = missingCosigners(proposal)
  const { stage } = proposal
  if (stage.is === 'submitted' && missing.length > 0) {
    return `Mitzeichnung fehlt: ${departmentNames(setting, missing)}`
  }
  if (stage.is === 'submitted' && stage.question !== null) {
    return `Rückfrage an ${nameOf(setting, current(proposal).by)}`
  }
  if (proposal.first !== null) return 'zweite Freigabe fehlt'
  return awaitsConfirmation(proposal)
    ? `Bestätigung durch ${nameOf(setting, proposal.versions[0].by)}`
    : 'bei der Pressestelle'
}

/** The day on which something goes out by itself: "Mo., 30.11."; what is on its way stands above all days. */
export function homeDay(proposal: Proposal, { zone }: Setting): string {
  const at = goesOutAt(proposal)
  return at === null ? 'Gerade unterwegs' : weekdayAndDate(at, zone)
}

/** When on its day something goes out by itself: "14:30 Uhr, von Anna Ahlers". */
export function homePlannedLine(proposal: Proposal, setting: Setting): string {
  const at = goesOutAt(proposal)
  const when = at === null ? stateTitle(proposal) : clock(at, setting.zone)
  return `${when}, von ${nameOf(setting, proposal.versions[0].by)}`
}

/** A mention the viewer has in hand. */
export function homeMentionLine(due: Instant | null, { zone }: Setting): string {
  return due === null ? 'von Ihnen übernommen' : `von Ihnen übernommen, fällig ${moment(due, zone)}`
}

/** What a list does not show any more. */
export function andMore(number: number): string {
  return number === 1 ? '… und ein weiterer.' : `… und ${count(number)} weitere.`
}

/** What waits for somebody in the morning, in one sentence. */
export function morningWords(proposals: number, mentions: number): string {
  const said = [
    ...(proposals === 0
      ? []
      : [proposals === 1 ? 'ein Vorschlag' : `${count(proposals)} Vorschläge`]),
    ...(mentions === 0
      ? []
      : [mentions === 1 ? 'eine Erwähnung' : `${count(mentions)} Erwähnungen`]),
  ]
  if (said.length === 0) return 'Guten Morgen. Eilig ist nichts.'
  const isOne = proposals + mentions === 1
  return `Guten Morgen. Auf Sie ${isOne ? 'wartet' : 'warten'} ${said.join(' und ')}.`
}

/** The mentions somebody has in hand. */
export function morningMentions(
  { count: all, due }: { count: number; due: Instant | null },
  zone: string,
): string {
  const which = all === 1 ? 'Eine Erwähnung' : `${count(all)} Erwähnungen`
  const first =
    due === null
      ? ''
      : all === 1
        ? `, fällig ${moment(due, zone)}`
        : `, die erste fällig ${moment(due, zone)}`
  return `${which} in Ihrer Hand${first}.`
}
