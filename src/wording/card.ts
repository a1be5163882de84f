// The words on a card besides its state: what it is about, what it costs, and what its buttons say.
import { parts, type Content, type Weighed } from '../core/content.ts'
import type { PageSeen } from '../core/page.ts'
import {
  current,
  type CheckBecause,
  type Proposal,
  type Version,
} from '../core/proposal/proposal.ts'
import { flawSentence } from './flaws.ts'
import { count, lengthOf } from './numbers.ts'
import { nameOf, type Setting } from './people.ts'
import { moment, momentInZone } from './time.ts'
import { topicLabels } from './topics.ts'

/** Leads to the office's account, where somebody sees whether a post is public. */
export const openAccountLabel = 'X-Konto ansehen'

/** Everything a button on a message or in App Home can be for. */
export type CardAction =
  | 'approve'
  | 'reject'
  | 'ask'
  | 'revise'
  | 'withdraw'
  | 'stop'
  | 'give-reason'
  | 'confirm-posted'
  | 'confirm-deleted'
  | 'release'
  | 'cosign'
  | 'all-clear'
  | 'extend'
  | 'close-warning'
  | 'retract'
  | 'renew-consent'
  | 'heed'
  | 'again'
  | 'answer-question'
  | 'reschedule'

/** What the menu of a card offers. */
export const followUps = ['reschedule', 'correct', 'retract', 'same-picture'] as const
export type FollowUpChoice = (typeof followUps)[number]

export const followUpLabels: Record<FollowUpChoice, string> = {
  reschedule: 'Termin ändern',
  correct: 'Korrigieren',
  retract: 'Auf X löschen',
  'same-picture': 'Alle Beiträge mit diesem Bild',
}

/** A question before something that cannot be undone. */
export type ConfirmWords = { title: string; text: string; confirm: string; deny: string }

/** What a reaction can say yes to; null for nothing: after a stop only the button approves. */
export type YesByReaction = 'approve' | 'confirm' | 'cosign' | null

/** Which reactions do what the buttons do. */
export function reactionsHint(yes: YesByReaction): string {
  const said = {
    approve: '✅ freigeben · ',
    confirm: '✅ bestätigen · ',
    cosign: '✍️ mitzeichnen · ',
  } as const
  return `Auch als Reaktion möglich: ${yes === null ? '' : said[yes]}❌ ablehnen · ❓ Rückfrage`
}

export const latestCardLabel = 'Zur aktuellen Fassung'
export const latestCardMissing = 'Die neue Karte kommt gleich.'

/** "Vorschlag 17, Fassung 2" */
export function cardTitle(number: number, version: number): string {
  return `Vorschlag ${number}, Fassung ${version}`
}

/** When it is to go out; stands above the text. */
export function plannedLine(content: Content, zone: string): string {
  const { plannedAt, stock } = content
  if (stock === true) return 'Im Vorrat, noch ohne Termin'
  return plannedAt === null
    ? 'Geplant: sofort nach der Freigabe'
    : `Geplant für ${momentInZone(plannedAt, zone)}`
}

/** That nobody may read it yet; stands above everything else. Null where anybody may. */
export function embargoLine({ embargo }: Content, zone: string): string | null {
  return embargo === undefined ? null : `Sperrfrist bis ${momentInZone(embargo, zone)}`
}

/** What a new time means, as a sentence without its full stop. */
export function rescheduledWords(content: Content, zone: string): string {
  const { plannedAt, stock } = content
  if (stock === true) return 'Der Beitrag liegt jetzt im Vorrat, noch ohne Termin'
  return plannedAt === null
    ? 'Der Beitrag geht jetzt sofort nach der Freigabe hinaus'
    : `Er ist jetzt geplant für ${momentInZone(plannedAt, zone)}`
}

/** Announces the text of a post that stands alone. */
export function postLabel({ length, limit }: Weighed): string {
  return `Text für X ${lengthOf(length, limit)}:`
}

/** Announces the parts of a thread. */
export function threadLabel(all: number): string {
  return `Thread für X mit ${all} Teilen:`
}

/** Announces one part of a thread, counted from 1. */
export function partLabel(part: number, all: number, { length, limit }: Weighed): string {
  return `Teil ${part} von ${all} ${lengthOf(length, limit)}:`
}

/** Where not everything fits on a card, so that nobody decides about what they cannot read. */
export function notAllShown(shown: number, all: number): string {
  return all > shown
    ? `Der Thread ist zu lang für diese Karte: Teil ${shown + 1} bis ${all} fehlen hier. Deshalb kann er nicht freigegeben werden. Bitte teilen Sie ihn in mehrere Vorschläge auf.`
    : 'Der Text ist zu lang für diese Karte. Deshalb kann er nicht freigegeben werden. Bitte kürzen Sie ihn.'
}

/** Links that the network makes of a missing space. */
export function accidentalLinkHint(link: string): string {
  return `X macht aus „${link}“ einen Link – fehlt ein Leerzeichen?`
}

/** What the network would refuse about a part, null if nothing. */
export function partFlaw(part: number, all: number, weighed: Weighed): string | null {
  const { length, limit, valid } = weighed
  if (length > limit) {
    const surplus = length - limit
    return flawSentence({ field: 'text', flaw: 'too-long', part, of: all, surplus, limit })
  }
  return valid ? null : flawSentence({ field: 'text', flaw: 'forbidden-character', part, of: all })
}

/** Who proposed and last edited a version, one line each. */
export function authorLines(proposal: Proposal, version: Version, setting: Setting): string[] {
  const [first] = proposal.versions
  const line = (what: string, { by, at }: Version) =>
    `${what} von ${nameOf(setting, by)} am ${moment(at, setting.zone)}`
  // Who set another time wrote nothing.
  const isWritten = version.by !== first.by || version.content.text !== first.content.text
  return version === first || !isWritten
    ? [line('Vorgeschlagen', first)]
    : [line('Vorgeschlagen', first), line('Überarbeitet', version)]
}

/** "Thema: Verkehr & Baustellen", or what it answers. */
export function topicLine({ topic, replyTo }: Content): string {
  if (topic === null && replyTo === null) return 'Zu einer Antwort'
  return topic === null
    ? `Antwort auf Erwähnung ${replyTo?.mention ?? ''}`
    : `Thema: ${topicLabels[topic]}`
}

/** Leads to the official page. */
export const openPage = 'Verlinkte Seite öffnen'

/** What was seen of the official page. A hint: it blocks nothing. */
export function pageLine(seen: PageSeen): string {
  switch (seen.is) {
    case 'there':
      return seen.title === null ? 'Die Seite antwortet.' : `Die Seite heißt „${seen.title}“.`
    case 'missing':
      return `Die Seite antwortet mit Fehler ${seen.status}. Stimmt die Adresse?`
    case 'silent':
      return 'Die Seite hat nicht geantwortet. Bitte sehen Sie selbst nach.'
    case 'not-public':
      return 'Die Adresse führt zu keiner öffentlichen Seite. Stimmt sie?'
  }
}

/** Whom a post answers that hangs below no mention; null for nobody. */
export function answersLine({ answers = [] }: Content): string | null {
  const numbers = answers.map(({ mention }) => mention)
  if (numbers.length < 2)
    return numbers.length === 0 ? null : `Beantwortet Erwähnung ${numbers.join('')}.`
  const shown = numbers.slice(0, mostNamed).join(', ')
  const rest = numbers.length - mostNamed
  return `Beantwortet ${count(numbers.length)} Erwähnungen mit denselben Worten: ${shown}${rest > 0 ? ` und ${count(rest)} weitere` : ''}.`
}

const mostNamed = 20

/** Why there is no link; null where there is one. The reason is as typed. */
export function noLinkLine({ link }: Content): string | null {
  return link === null || 'url' in link ? null : `Ohne Link, weil: ${link.noLinkBecause}`
}

/** What a link to a public part says. */
export function publicLinkLabel(proposal: Proposal, part: number): string {
  const all = parts(current(proposal).content).length
  return all > 1 ? `Teil ${part + 1} auf X ansehen` : 'Beitrag auf X ansehen'
}

const labels: Record<CardAction, string> = {
  approve: 'Freigeben',
  reject: 'Ablehnen',
  ask: 'Rückfrage',
  revise: 'Überarbeiten',
  withdraw: 'Zurückziehen',
  stop: 'Stopp',
  'give-reason': 'Grund nennen',
  'confirm-posted': 'Steht schon auf X',
  'confirm-deleted': 'Steht nicht mehr auf X',
  release: 'Erneut senden',
  cosign: 'Mitzeichnen',
  'all-clear': 'Entwarnung geben',
  extend: 'Verlängern',
  'close-warning': 'Ohne Entwarnung abschließen',
  retract: 'Auf X löschen',
  'renew-consent': 'Neue Einwilligung liegt vor',
  heed: 'Ich kümmere mich',
  again: 'Neu vorschlagen mit diesem Text',
  'answer-question': 'Frage beantworten',
  reschedule: 'Termin ändern',
}

/** What a button says. Only what may have been sent before is sent "again"; `isSecond`: somebody else has decided, and a
 * second person has to see it; `isExceeding`: it costs more than is left. */
export function buttonLabel(
  action: CardAction,
  because: CheckBecause | null,
  {
    isDeletion = false,
    isSecond = false,
    isExceeding = false,
  }: { isDeletion?: boolean; isSecond?: boolean; isExceeding?: boolean } = {},
): string {
  if (action === 'approve') {
    const label = isSecond ? 'Bestätigen' : labels.approve
    return isExceeding ? `Trotzdem ${label.toLowerCase()}` : label
  }
  if (isDeletion && action === 'release')
    return because === 'doubt' ? 'Erneut löschen' : 'Jetzt löschen'
  return action === 'release' && because !== 'doubt' ? 'Jetzt senden' : labels[action]
}

/** What a screen reader says of a button: "Freigeben: Vorschlag 17, Fassung 2". */
export function buttonAloud(label: string, number: number, version: number): string {
  return `${label}: ${cardTitle(number, version)}`
}

/** The question before an action that cannot be undone; null for all others. */
export function confirmWords(
  action: CardAction,
  because: CheckBecause | null,
  { number, online, isDeletion = false }: { number: number; online: number; isDeletion?: boolean },
): ConfirmWords | null {
  const label = buttonLabel(action, because, { isDeletion })
  const words = {
    title: questionTitle(label, number),
    confirm: cutShort(label),
    deny: 'Abbrechen',
  }
  if (action === 'close-warning') {
    return { ...words, text: 'Auf X erscheint dann keine Entwarnung zu dieser Warnung.' }
  }
  if (action === 'renew-consent') {
    return { ...words, text: 'Der Beitrag bleibt dann auf X. Bitte legen Sie die Einwilligung ab.' }
  }
  if (action === 'release') {
    const text = isDeletion
      ? 'Der Beitrag wird sofort auf X gelöscht.'
      : because === 'doubt'
        ? 'Bitte nur, wenn der Beitrag nicht auf X zu sehen ist. Sonst steht er dort doppelt.'
        : 'Was noch fehlt, geht sofort hinaus; kommt der geplante Zeitpunkt noch, erst dann. Ist der Inhalt noch aktuell?'
    return { ...words, text }
  }
  if (action !== 'withdraw') return null
  const said = ['Das lässt sich nicht rückgängig machen.']
  if (because === 'doubt') said.unshift('Bitte nur, wenn der Beitrag nicht auf X zu sehen ist.')
  if (online > 0) said.unshift('Was schon veröffentlicht ist, bleibt auf X zu sehen.')
  return { ...words, text: said.join(' ') }
}

/** "Zurückziehen: Vorschlag 44?": which one is meant, before it is too late. */
export function questionTitle(label: string, number: number): string {
  return `${label}: Vorschlag ${number}?`
}

/** Instead of a text whose words were erased with those it answered. */
export const erasedText = 'Der Text ist gelöscht.'

/** Fits on the button of a question. */
function cutShort(label: string): string {
  return label.length <= 30 ? label : 'Ja'
}
