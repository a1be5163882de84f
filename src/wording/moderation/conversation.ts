// What the moderation desk says about a conversation: its card, its thread, its alerts. One file, so that the same
// thing is said in the same words in all three.
import type { Concern } from '../../core/conversation/concerns.ts'
import {
  isClosed,
  unanswered,
  waitingIn,
  type Conversation,
  type ErasedBecause,
  type RecordedInConversation,
  type Settled,
} from '../../core/conversation/conversation.ts'
import { outdatedReplies } from '../../core/conversation/covered.ts'
import type { Round } from '../../core/proposal/proposal.ts'
import type { ConfirmWords } from '../card.ts'
import { count } from '../numbers.ts'
import { nameOf, type Setting } from '../people.ts'
import { moment, untilTime } from '../time.ts'
import { awaitedLabels, concernLabels, fachamtLabels, referralLabels } from './lists.ts'

/** Everything a button or menu on a card of the moderation desk can be for. */
export type MentionAction =
  | 'claim'
  | 'take-over'
  | 'answer'
  | 'note-mention'
  | 'wait'
  | 'pass-on'
  | 'forward'
  | 'refer'
  | 'not-responsible'
  | 'more'
  | 'sort'
  | 'want-card'
  | 'answer-emergency'
  | 'answer-damage'
  | 'give-back'
  | 'reopen'

export const mentionLabels: Record<MentionAction, string> = {
  claim: 'Übernehmen',
  'take-over': 'Übernehmen',
  answer: 'Antworten',
  'note-mention': 'Zur Kenntnis',
  wait: 'Wartet auf …',
  'pass-on': 'Weiterleiten an …',
  forward: 'Als weitergeleitet vermerken',
  refer: 'Verwiesen auf …',
  'not-responsible': 'Nicht zuständig',
  more: 'Mehr …',
  sort: 'Anliegen',
  'want-card': 'Karte holen',
  'answer-emergency': 'Antwort vorbereiten',
  'answer-damage': 'Melde-Michel nennen',
  'give-back': 'Zurückgeben',
  reopen: 'Wieder öffnen',
}

/** For screen readers: what a button does, and to what. */
export function mentionAloud(action: MentionAction, number: number): string {
  return `${mentionLabels[action]}: Erwähnung ${number}`
}

/** What the button says while somebody has it. */
export function takeOverLabel(name: string): string {
  return `Von ${name} übernehmen`
}

/** The same for screen readers. */
export function takeOverAloud(number: number, name: string): string {
  return `Erwähnung ${number} übernehmen von ${name}`
}

/** The question before; who had it reads it in the thread. */
export function takeOverConfirm(name: string): ConfirmWords {
  return {
    title: 'Erwähnung übernehmen?',
    text: `${name} hat diese Erwähnung in Bearbeitung und erfährt im Thread, dass Sie sie übernehmen.`,
    confirm: 'Übernehmen',
    deny: 'Abbrechen',
  }
}

export const mentionReactionsHint = 'Auch als Reaktion möglich: 👀 in Bearbeitung · 🗂️ zur Kenntnis'

/** "Erwähnung 12" */
export function mentionTitle(number: number): string {
  return `Erwähnung ${number}`
}

/** The state in a few words, for the title. */
export function conversationState(conversation: Conversation): string {
  const { stage, replies } = conversation
  if (replies.length > 0) {
    const isHeld = outdatedReplies(conversation).length === replies.length
    return isHeld ? 'Antwort wartet auf neue Entscheidung' : 'Antwort liegt zur Freigabe'
  }
  switch (stage.is) {
    case 'new':
      return 'Neu'
    case 'claimed':
      return 'In Bearbeitung'
    case 'waiting':
      return 'Wartet'
    case 'answered':
      return 'Beantwortet'
    case 'noted':
      return 'Zur Kenntnis'
    case 'forwarded':
      return 'Weitergeleitet'
    case 'referred':
      return 'Verwiesen'
    case 'not-responsible':
      return 'Nicht zuständig'
    case 'measure':
      return 'Maßnahme'
    case 'spam':
      return 'Spam'
    case 'forgotten':
      return 'Beendet'
  }
}

/** The state as sentences: who has it, since when, until when, and what is still open. */
export function conversationSentence(conversation: Conversation, setting: Setting): string {
  const sentences = [
    // Who proposed an answer cares for it.
    ...(conversation.stage.is === 'new' && conversation.replies.length > 0
      ? []
      : [stageSentence(conversation, setting)]),
    ...stillOpen(conversation, setting),
    ...fromFachaemter(conversation),
    ...inApproval(conversation),
    ...outdated(conversation),
  ]
  return sentences.join(' ')
}

/** What was settled and what was not, where the two differ. */
function stillOpen(conversation: Conversation, { zone }: Setting): string[] {
  const { mentions, settled } = conversation
  const open = waitingIn(conversation)
  const isWhole = open.length === mentions.filter(({ erased }) => erased === null).length
  if (isClosed(conversation) || settled === null || isWhole) return []
  const numbers = listed(open.map(({ number }) => number))
  return [`Noch offen: Erwähnung ${numbers}. Davor: ${settledSentence(settled, zone)}`]
}

/** "3", "3 und 4", "3, 4 und 12 weitere" */
function listed(numbers: readonly number[]): string {
  const shown = numbers.length > 4 ? numbers.slice(0, 3) : numbers
  const rest = numbers.length - shown.length
  const words = [...shown.map(String), ...(rest > 0 ? [`${count(rest)} weitere`] : [])]
  const last = words.pop() ?? ''
  return words.length === 0 ? last : `${words.join(', ')} und ${last}`
}

/** What Fachämter have said, which stands in the thread. */
function fromFachaemter({ requests }: Conversation): string[] {
  const said = requests.filter(({ contributions }) => contributions.length > 0)
  const names = [...new Set(said.map(({ fachamt }) => fachamtLabels[fachamt]))]
  return names.length === 0 ? [] : [`Zuarbeit steht im Thread: ${names.join(', ')}.`]
}

function inApproval(conversation: Conversation): string[] {
  const held = new Set(outdatedReplies(conversation).map(({ proposal }) => proposal))
  const going = conversation.replies.filter(({ proposal }) => !held.has(proposal))
  if (going.length === 0) return []
  const proposals = going.map(({ proposal }) => `Vorschlag ${proposal}`).join(', ')
  return [
    going.length === 1
      ? `Eine Antwort liegt zur Freigabe (${proposals}).`
      : `${count(going.length)} Antworten liegen zur Freigabe (${proposals}).`,
  ]
}

/** Answers nobody may send as they are. */
function outdated(conversation: Conversation): string[] {
  return outdatedReplies(conversation).map(({ proposal, because }) =>
    because === 'mention-changed'
      ? `Die Person hat ihren Beitrag geändert, nachdem die Antwort geschrieben war: Vorschlag ${proposal} wartet auf eine neue Entscheidung.`
      : `Der Beitrag, auf den Vorschlag ${proposal} antwortet, ist nicht mehr da: Die Antwort wird nicht gesendet.`,
  )
}

function stageSentence(conversation: Conversation, setting: Setting): string {
  const { stage } = conversation
  const { zone } = setting
  switch (stage.is) {
    case 'new':
      return 'Noch niemand kümmert sich darum.'
    case 'claimed':
      return `In Bearbeitung: ${nameOf(setting, stage.by)} seit ${moment(stage.at, zone)}.`
    case 'waiting': {
      const { fachamt, taken, until } = stage
      const what = fachamt === null ? awaitedLabels[stage.for] : fachamtLabels[fachamt]
      const asked = unanswered(conversation).map((one) => fachamtLabels[one.fachamt])
      if (asked.length > 0) {
        return `Weitergeleitet an ${[...new Set(asked)].join(', ')}, Zuarbeit bis ${moment(until, zone)}. In Bearbeitung: ${nameOf(setting, taken.by)}.`
      }
      return `Wartet auf ${what}, Wiedervorlage am ${moment(until, zone)}. In Bearbeitung: ${nameOf(setting, taken.by)}.`
    }
    case 'forgotten':
      return `Beendet am ${moment(stage.at, zone)}: ${forgottenBecause[stage.because]}`
    case 'answered':
    case 'noted':
    case 'forwarded':
    case 'referred':
    case 'not-responsible':
    case 'measure':
    case 'spam':
      return settledSentence(stage, zone)
  }
}

function settledSentence(settled: Settled, zone: string): string {
  const when = moment(settled.at, zone)
  switch (settled.is) {
    case 'answered':
      return `Beantwortet am ${when}.`
    case 'noted':
      return `Zur Kenntnis genommen am ${when}.`
    case 'forwarded':
      return `Weitergeleitet an ${fachamtLabels[settled.to]} am ${when}.`
    case 'referred':
      return `Verwiesen auf ${referralLabels[settled.to]} am ${when}.`
    case 'not-responsible':
      return `Nicht zuständig, abgeschlossen am ${when}.`
    case 'measure':
      return `Maßnahme ${settled.measure}, abgeschlossen am ${when}.`
    case 'spam':
      return `Als Spam abgeschlossen am ${when}.`
  }
}

/** Why nothing is left to be done, though nobody did anything. */
const forgottenBecause: Record<ErasedBecause, string> = {
  gone: 'Auf X ist der Beitrag nicht mehr öffentlich.',
  retention: 'Die Aufbewahrungsfrist ist abgelaufen.',
  request: 'Die Person wollte, dass ihr Text gelöscht wird.',
}

/** Until when the citizen should have an answer; says so once that has passed. */
export function deadlineLine(full: number, now: number, zone: string): string {
  return now >= full
    ? `Überfällig: Eine Antwort war bis ${moment(full, zone)} vorgesehen.`
    : `Antwort bis ${moment(full, zone)}`
}

/** How long the citizen waited for the first answer while the office was open. */
export function answeredAfterLine(serviceTime: number): string {
  const minutes = Math.round(serviceTime / 60_000)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (serviceTime === 0) return 'Erste Antwort außerhalb der Servicezeiten'
  if (minutes === 0) return 'Erste Antwort nach weniger als einer Minute in den Servicezeiten'
  const parts = [
    hours === 0 ? '' : `${count(hours)} Std.`,
    hours > 0 && rest === 0 ? '' : `${rest} Min.`,
  ].filter((part) => part !== '')
  return `Erste Antwort nach ${parts.join(' ')} in den Servicezeiten`
}

/** Who wrote it, when. */
export function authorLine(
  { handle, name }: { handle: string; name: string },
  postedAt: number,
  zone: string,
): string {
  const who = handle === '' ? 'Konto nicht mehr vorhanden' : `${name} (@${handle})`
  return `${who}, ${moment(postedAt, zone)}`
}

export const editedLine = 'Auf X nachträglich geändert; dies ist die neue Fassung.'

/** Instead of words that were erased. */
export const erasedSentences: Record<ErasedBecause, string> = {
  gone: 'Der Text ist gelöscht: Er ist auf X nicht mehr öffentlich.',
  retention: 'Der Text ist gelöscht: Die Aufbewahrungsfrist ist abgelaufen.',
  request: 'Der Text ist gelöscht: auf Wunsch der Person.',
}

export const viewOnX = 'Auf X ansehen'

/** "Antwortet auf unseren Beitrag (Vorschlag 17)" */
export function aboutLabel(proposal: number): string {
  return `Antwortet auf unseren Beitrag (Vorschlag ${proposal})`
}

/** How many pictures or videos stand with it; they are not copied. */
export function mediaLine(media: number): string {
  return media === 1
    ? 'Mit einem Bild oder Video; zu sehen auf X.'
    : `Mit ${count(media)} Bildern oder Videos; zu sehen auf X.`
}

export const cutLine = 'Der Text ist länger; ganz steht er auf X.'

/** What the citizen seems to want, or does want. */
export function concernLine(concern: Concern | null, sorted: boolean): string {
  if (concern === null) return 'Anliegen: noch offen'
  return sorted
    ? `Anliegen: ${concernLabels[concern]}`
    : `Anliegen, vermutet: ${concernLabels[concern]}`
}

/** How many further posts stand in the thread. */
export function furtherLine(further: number): string {
  return further === 1
    ? 'Ein weiterer Beitrag steht im Thread.'
    : `${count(further)} weitere Beiträge stehen im Thread.`
}

/** Until when somebody must decide about the evidence that is kept; the nearest date counts. */
export function evidenceLine({ evidence }: Conversation, zone: string): string {
  const until = Math.min(...evidence.map((held) => held.until))
  return `Beweissicherung besteht: Die Pressestelle hat eine Kopie und entscheidet darüber bis ${moment(until, zone)}.`
}
export const byHandLabel = 'Auf X von Hand antworten'
export const byHandLine =
  'X nimmt hier keine Antwort von Amtsfunk an. Nach der Freigabe wird die Antwort von Hand veröffentlicht.'

/** Title of a later mention in the thread. */
export function furtherTitle(number: number): string {
  return `Weiterer Beitrag (Erwähnung ${number})`
}

/** A word in the thread of a conversation. */
export function mentionNote(
  event: RecordedInConversation,
  conversation: Conversation,
  setting: Setting,
): string {
  switch (event.type) {
    case 'reminded':
      return `${ofWhich(event.mention, conversation)}${remindedSentences[event.of]}`
    case 'resubmitted':
      return 'Wiedervorlage: Bitte sehen Sie nach, wie es weitergeht.'
    case 'reply-dropped':
      return `Die Antwort (Vorschlag ${event.proposal}) wird nicht veröffentlicht. Die Erwähnung ist noch offen.`
    case 'claimed':
      return `${nameOf(setting, event.actor)} hat die Erwähnung übernommen.`
    case 'returned':
      return `${nameOf(setting, event.actor)} hat die Erwähnung für Sie zurückgegeben. Jetzt kümmert sich niemand darum.`
    case 'contributed': {
      const request = conversation.requests.find(({ position }) => position === event.request)
      const fachamt = request === undefined ? '' : ` (${fachamtLabels[request.fachamt]})`
      return `Zuarbeit von ${nameOf(setting, event.actor)}${fachamt}. Sie steht auch im Formular „Antworten“.`
    }
    case 'evidence-reminded': {
      const until = conversation.evidence.find(({ number }) => number === event.evidence)?.until
      const when =
        until === undefined ? '' : ` Die Frist endet am ${untilTime(until, 0, setting.zone)}.`
      return `Bitte über die Beweissicherung entscheiden: noch höchstens ${event.days} Tage.${when}`
    }
    case 'reopened':
    case 'called':
    case 'received':
    case 'edited':
    case 'card-wanted':
    case 'set-waiting':
    case 'passed-on':
    case 'sorted':
    case 'noted':
    case 'forwarded':
    case 'referred':
    case 'not-responsible':
    case 'marked-spam':
    case 'measure-taken':
    case 'reply-proposed':
    case 'answered':
    case 'evidence-held':
    case 'evidence-ended':
    case 'erased':
      return conversationSentence(conversation, setting)
  }
}

export const contributionErased = 'Die Zuarbeit ist mit dem Beitrag gelöscht.'

const remindedSentences = {
  half: 'Die Hälfte der Zeit bis zur Antwort ist um.',
  full: 'Die Zeit bis zur Antwort ist um. Bitte antworten Sie oder geben Sie einen Zwischenstand.',
} as const

function ofWhich(mention: number, { mentions }: Conversation): string {
  return mentions.length === 1 ? '' : `${mentionTitle(mention)}: `
}

export const alertTitle = 'Möglicher Notfall: Kein Notruf über X – 110/112'
/** What to do about a call for help. */
export function alertSentence(number: number, further: number): string {
  const says = further === 0 ? 'klingt nach einem Notfall' : 'klingen nach Notfällen'
  return `${withFurther(number, further)} ${says}. Bitte sofort ansehen. Amtsfunk antwortet nicht von selbst.`
}
export const toMentionCard = 'Zur Erwähnung'
/** On the card of a call for help, where other cards say until when an answer is due. */
export const emergencyLine =
  'Möglicher Notfall: Ist ein Ort genannt, rufen Sie bitte selbst 112 an. Antworten Sie der Person dann, dass dieser Kanal kein Notruf ist.'

const callBegins: Record<Round, string> = {
  1: 'Möglicher Notfall',
  2: 'Möglicher Notfall, noch einmal',
  3: 'Möglicher Notfall: Seit 20 Minuten hat niemand reagiert',
}

/** Calls people because of a call for help. */
export function emergencyCallWords(number: number, round: Round): string {
  return `${callBegins[round]}. Bitte sofort Erwähnung ${number} ansehen; ist ein Ort genannt, bitte selbst 112 anrufen. Wer sich kümmert, drückt „Übernehmen“ oder reagiert mit 👀 auf die Karte; dann ruft Amtsfunk niemanden mehr.`
}

/** The alert, once the conversation is closed. */
export function alertDone(number: number, further: number): string {
  return `Bei ${withFurther(number, further, 'weiteren')} ist nichts mehr offen.`
}
/** Below the newest links of an alert. */
export function earlierToo(earlier: number): string {
  return ` (${count(earlier)} frühere im Thread der Erwähnung)`
}

function withFurther(number: number, further: number, more = 'weitere'): string {
  const others = `${count(further)} ${more} desselben Kontos`
  return further === 0 ? `Erwähnung ${number}` : `Erwähnung ${number} und ${others}`
}

/** The morning's message: what waits, in numbers. */
export function digestSentence(counts: {
  fresh: number
  claimed: number
  resubmitted: number
  overdue: number
}): string {
  const parts = [
    counts.fresh > 0 ? `${count(counts.fresh)} neu` : '',
    counts.claimed > 0 ? `${count(counts.claimed)} in Bearbeitung` : '',
    counts.resubmitted > 0 ? `${count(counts.resubmitted)} zur Wiedervorlage` : '',
    counts.overdue > 0 ? `${count(counts.overdue)} überfällig` : '',
  ].filter((part) => part !== '')
  return parts.length === 0
    ? 'Guten Morgen! Bei den Erwähnungen steht heute nichts an. Die Liste zeigt /erwaehnungen.'
    : `Guten Morgen! Erwähnungen: ${parts.join(' · ')}. Die Liste zeigt /erwaehnungen.`
}

/** Above what a proposal answers. */
export function answeredLabel(number: number): string {
  return `Antwort auf Erwähnung ${number}:`
}
