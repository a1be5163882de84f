// The life of a proposal in sentences.
import { isBlank, parts, type Content } from '../../core/content.ts'
import type { NotSentBecause } from '../../core/outcome.ts'
import type { HeldBecause, Recorded, Reminder, Via } from '../../core/proposal/proposal.ts'
import { erasedText, rescheduledWords, topicLine } from '../card.ts'
import { failedReason } from '../failed.ts'
import { doubtReasons } from '../sending.ts'
import { selfApproval } from '../house-rules.ts'
import { kindLabels, kindLine } from '../kinds.ts'
import { momentInZone, momentToTheSecond } from '../time.ts'
import type { Telling } from './telling.ts'

/** What happened to a proposal. */
export function proposalHappened(event: Recorded, { zone }: Telling): string {
  switch (event.type) {
    case 'proposed':
      return `Vorschlag eingereicht. ${contentWords(event.content, zone)}`
    case 'revised':
      return `Neue Fassung eingereicht. ${contentWords(event.content, zone)}`
    case 'mended':
      return `Von der Pressestelle geändert und freigegeben; eine zweite Person bestätigt die Fassung. ${contentWords(event.content, zone)}`
    case 'rescheduled':
      return `${rescheduledWords(event.content, zone)}.`
    case 'confirmed':
      return `Fassung ${event.version} ${by(event.via)} bestätigt, Veröffentlichung ab ${momentToTheSecond(event.sendAt, zone)}.`
    case 'rebound':
      return 'Die Erwähnung wurde auf X geändert: Über die Antwort ist neu zu entscheiden.'
    case 'approved-once':
      return `Fassung ${event.version} ${by(event.via)} zum ersten Mal freigegeben; vor der Wahl sind zwei Freigaben nötig.`
    case 'approved':
      return `Fassung ${event.version} ${by(event.via)} freigegeben${event.isOwn === true ? ` (${selfApproval})` : ''}, Veröffentlichung ab ${momentToTheSecond(event.sendAt, zone)}.`
    case 'stopped':
      return `Fassung ${event.version} ${by(event.via)} gestoppt, die Freigabe gilt nicht mehr.`
    case 'rejected':
      return `Fassung ${event.version} ${by(event.via)} abgelehnt${event.reason === null ? ', ohne Grund.' : `. Grund: „${event.reason}“`}`
    case 'reason-given':
      return `Grund der Ablehnung genannt: „${event.reason}“`
    case 'question-asked':
      return `Rückfrage zu Fassung ${event.version} ${by(event.via)}${event.question === null ? '.' : `: „${event.question}“`}`
    case 'question-answered':
      return `Rückfrage zu Fassung ${event.version} beantwortet: „${event.answer}“`
    case 'cosigned':
      return `Fassung ${event.version} ${by(event.via)} mitgezeichnet für ${event.department}.`
    case 'cosignature-withdrawn':
      return `Mitzeichnung von Fassung ${event.version} für ${event.department} zurückgenommen.`
    case 'called':
      return `Ruf ${event.round} an ${event.people.length === 0 ? 'niemanden' : `${event.people.length} ${event.people.length === 1 ? 'Person' : 'Personen'}`}.`
    case 'reminded':
      return reminders[event.of]
    case 'heeded':
      return `Kümmert sich ${by(event.via)}.`
    case 'uploaded':
      return `${pictureOf(event)} ist zu X hochgeladen.`
    case 'not-uploaded':
      return `${pictureOf(event)} nicht hochgeladen: ${notSent[event.because]}`
    case 'upload-refused':
      return `${pictureOf(event)} von X nicht angenommen (HTTP ${event.status}). X schreibt: „${event.detail}“`
    case 'followed':
      return `${kindLabels[event.kind]} mit Vorschlag ${event.by}${event.url === null ? '.' : `: ${event.url}`}`
    case 'lapsed':
      return 'Die Warnung gilt nicht mehr; die Pressestelle ist gefragt, was daraus wird.'
    case 'closed':
      return 'Die Warnung ist ohne Entwarnung abgeschlossen.'
    case 'consent-ended':
      return 'Eine Einwilligung ist abgelaufen; die Pressestelle ist gefragt, was daraus wird.'
    case 'consent-renewed':
      return 'Eine neue Einwilligung liegt vor.'
    case 'withdrawn':
      return 'Zurückgezogen.'
    case 'expired':
      return 'Abgelaufen: Der geplante Zeitpunkt ist ohne Freigabe verstrichen.'
    case 'held':
      return `Prüfung nötig: ${held[event.because]}`
    case 'begun':
      if (event.errand === 'delete')
        return `Teil ${event.part + 1} wird auf X gelöscht (Versuch ${event.attempt}).`
      return `Teil ${event.part + 1} wird gesendet (Versuch ${event.attempt}).`
    case 'posted':
      return `Teil ${event.part + 1} ist veröffentlicht (${posted[event.how]}): ${event.url}`
    case 'refused':
      return `Teil ${event.part + 1} von X nicht angenommen (HTTP ${event.status}). ${failedReason(event.because)} X schreibt: „${event.detail}“`
    case 'not-sent':
      return `Teil ${event.part + 1} nicht gesendet: ${notSent[event.because]}${event.until === null ? '' : ` Neuer Versuch frühestens ${momentToTheSecond(event.until, zone)}.`}`
    case 'in-doubt':
      return `Unklar, ob Teil ${event.part + 1} veröffentlicht ist: ${doubtReasons[event.because]}`
    case 'looked':
      return event.sighting === 'absent'
        ? `Auf dem X-Konto nachgesehen: Teil ${event.part + 1} ist nicht zu finden.`
        : 'Auf dem X-Konto nachgesehen: Das Konto war nicht lesbar.'
    case 'done':
      return `Teil ${event.part + 1} ist auf X gelöscht${event.how === 'told' ? ' (von einer Person bestätigt)' : ''}.`
    case 'released':
      return `Teil ${event.part + 1} zum Senden freigegeben, nachdem eine Person geprüft hat.`
    case 'resumed':
      return 'Eine Person möchte, dass jetzt gesendet wird.'
  }
}

function pictureOf({ part, picture }: { part: number; picture: number }): string {
  return `Bild ${picture + 1} von Teil ${part + 1}`
}

function contentWords(content: Content, zone: string): string {
  const { plannedAt, link, kind, reason, urgent, pictures = [] } = content
  const { embargo, stock, occasion } = content
  const planned =
    stock === true
      ? 'noch ohne Termin'
      : plannedAt === null
        ? 'sofort nach der Freigabe'
        : momentInZone(plannedAt, zone)
  const noLink = link === null || 'url' in link ? '' : ` Ohne Link, weil: „${link.noLinkBecause}“`
  const texts = isBlank(content) ? [erasedText] : parts(content).map(({ text }) => `„${text}“`)
  const said = [
    ...(kind === 'post' || kind === 'reply' ? [] : [`${kindLine(content) ?? ''}.`]),
    `${topicLine(content)}. Geplant: ${planned}.${noLink}`,
    ...(embargo === undefined ? [] : [`Sperrfrist bis ${momentInZone(embargo, zone)}.`]),
    ...(reason === undefined ? [] : [`Grund: „${reason}“`]),
    ...(urgent === undefined ? [] : [`Eilt: „${urgent}“`]),
    ...(occasion === undefined ? [] : [`Anlass in der Vorwahlzeit: „${occasion}“`]),
    ...(texts.length === 0 ? [] : [`Text: ${texts.join(' + ')}`]),
    ...pictures.map(
      ({ altText, part }, index) => `Bild ${index + 1} (Teil ${part + 1}): „${altText}“`,
    ),
  ]
  return said.join(' ')
}

function by(via: Via): string {
  return via === 'reaction' ? 'per Reaktion' : 'per Schaltfläche'
}

const reminders: Record<Reminder, string> = {
  planned: 'An den geplanten Zeitpunkt erinnert.',
  question: 'An die offene Rückfrage erinnert.',
  signature: 'An die fehlende Mitzeichnung erinnert.',
  confirmation: 'An die fehlende Bestätigung erinnert.',
}

const held: Record<HeldBecause, string> = {
  late: 'Die Veröffentlichung war mehr als eine Stunde verspätet.',
  stopped: 'Es soll nichts Weiteres gesendet werden.',
  changed: 'Die Freigabe galt nicht für den Beitrag, wie er jetzt ist.',
  'approver-gone': 'Wer freigegeben hat, gehört nicht mehr zur Pressestelle.',
  'consent-withdrawn': 'Die Einwilligung zu einem Bild ist widerrufen.',
  'consent-over': 'Die Einwilligung zu einem Bild ist abgelaufen.',
  'office-stopped': 'Ein Stopp galt.',
  'approval-missing': 'Die Freigabe reicht nach den Regeln des Amtes nicht aus.',
  'by-hand': 'X nimmt die Antwort nur von Hand an.',
  'mention-gone': 'Die Erwähnung, die beantwortet werden sollte, ist gelöscht.',
}

const posted = {
  sent: 'gesendet',
  found: 'auf dem Konto gefunden',
  told: 'von einer Person bestätigt',
} as const

const notSent: Record<NotSentBecause, string> = {
  'rate-limit': 'X nahm gerade keine weiteren Beiträge an.',
  'no-credit': 'Das Guthaben bei X war aufgebraucht.',
  unreachable: 'X war nicht erreichbar.',
  'not-visible': 'X zeigte den Teil davor noch nicht.',
  'picture-gone': 'X kannte ein Bild nicht mehr, es wird neu hochgeladen.',
  'held-back': 'Es wurde vor dem Senden angehalten.',
}
