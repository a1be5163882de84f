// The life of a conversation in sentences. Words of citizens are not in history, so they are not in these.
import { theDesk } from '../../core/people.ts'
import type { ErasedBecause, RecordedInConversation } from '../../core/conversation/conversation.ts'
import { awaitedLabels, concernLabels, fachamtLabels, referralLabels } from '../moderation/lists.ts'
import { forgottenPerson } from '../people.ts'
import { momentToTheSecond, momentToTheSecondOrDay } from '../time.ts'
import type { Telling } from './telling.ts'

/** What happened to a conversation. */
export function conversationHappened(event: RecordedInConversation, telling: Telling): string {
  const { zone } = telling
  switch (event.type) {
    case 'received': {
      const { mention, postedAt, about, concern, emergency, collected } = event
      return [
        `Erwähnung ${mention} ist eingegangen, geschrieben ${momentToTheSecondOrDay(postedAt, zone)}.`,
        about === null ? '' : `Sie antwortet auf Vorschlag ${about}.`,
        concern === null ? '' : `Anliegen, vermutet: ${concernLabels[concern]}.`,
        emergency ? 'Sie klingt nach einem Notfall.' : '',
        collected ? 'Sie steht auf der Sammelkarte.' : '',
      ]
        .filter((words) => words !== '')
        .join(' ')
    }
    case 'edited': {
      const { mention, version, emergency } = event
      const alarm = emergency ? ' Sie klingt jetzt nach einem Notfall.' : ''
      return `Erwähnung ${mention} wurde auf X geändert (Fassung ${version}).${alarm}`
    }
    case 'card-wanted':
      return 'Soll eine eigene Karte haben.'
    case 'claimed':
      return event.from === null
        ? 'In Bearbeitung genommen.'
        : `In Bearbeitung genommen, vorher: ${nameOf(event.from, telling)}.`
    case 'returned':
      return `Zurückgegeben, vorher: ${nameOf(event.from, telling)}.`
    case 'reopened':
      return `${about(event.mentions)}: wieder geöffnet, Schritt ${event.undoes} war ein Versehen.`
    case 'set-waiting': {
      const { for: awaited, fachamt, until, mentions } = event
      const what = fachamt === null ? awaitedLabels[awaited] : fachamtLabels[fachamt]
      return `${about(mentions)}: wartet auf ${what}, Wiedervorlage ${momentToTheSecond(until, zone)}.`
    }
    case 'passed-on': {
      const { fachamt, until, mentions } = event
      return `${about(mentions)}: weitergeleitet an ${fachamtLabels[fachamt]}, Zuarbeit bis ${momentToTheSecond(until, zone)}.`
    }
    case 'contributed':
      return `${about(event.mentions)}: Zuarbeit zu Schritt ${event.request}.`
    case 'resubmitted':
      return 'Wiedervorlage.'
    case 'sorted':
      return `Anliegen: ${concernLabels[event.concern]}.`
    case 'noted':
      return `${about(event.mentions)}: zur Kenntnis genommen.`
    case 'forwarded':
      return `${about(event.mentions)}: weitergeleitet an ${fachamtLabels[event.to]}.`
    case 'referred':
      return `${about(event.mentions)}: verwiesen auf ${referralLabels[event.to]}.`
    case 'not-responsible':
      return `${about(event.mentions)}: nicht zuständig.`
    case 'marked-spam':
      return `${about(event.mentions)}: als Spam geschlossen.`
    case 'measure-taken':
      return `${about(event.mentions)}: Maßnahme ${event.measure}.`
    case 'reply-proposed':
      return `Antwort auf Erwähnung ${event.mention}, Fassung ${event.version}, liegt zur Freigabe (Vorschlag ${event.proposal}).`
    case 'reply-dropped':
      return `Die Antwort (Vorschlag ${event.proposal}) wird nicht veröffentlicht.`
    case 'answered':
      return event.proposal === null
        ? `${about(event.mentions)}: von Hand beantwortet.`
        : `${about(event.mentions)}: beantwortet (Vorschlag ${event.proposal}).`
    case 'reminded':
      return event.of === 'half'
        ? `Erwähnung ${event.mention}: Die Hälfte der Zeit bis zur Antwort ist um.`
        : `Erwähnung ${event.mention}: Die Zeit bis zur Antwort ist um.`
    case 'called': {
      const names = event.people.map((one) => nameOf(one, telling)).join(', ')
      return `Erwähnung ${event.mention}: ${event.round}. Aufruf wegen eines möglichen Notfalls, an ${names === '' ? 'niemanden' : names}.`
    }
    case 'evidence-held':
      return `Erwähnung ${event.mention}: Beweissicherung ${event.evidence}, zu entscheiden bis ${momentToTheSecond(event.until, zone)}.`
    case 'evidence-reminded':
      return `An die Entscheidung über Beweissicherung ${event.evidence} erinnert: noch höchstens ${event.days} Tage.`
    case 'evidence-ended':
      return event.decision === 'handed-over'
        ? `Beweissicherung ${event.evidence}: abgegeben.`
        : `Beweissicherung ${event.evidence}: nicht mehr nötig, Kopie gelöscht.`
    case 'erased':
      return `${about(event.mentions)}: Text gelöscht, ${erased[event.because]}.`
  }
}

const erased: Record<ErasedBecause, string> = {
  gone: 'auf X nicht mehr öffentlich',
  retention: 'die Aufbewahrungsfrist ist abgelaufen',
  request: 'auf Wunsch der Person',
}

function about(mentions: readonly number[]): string {
  return `Erwähnung ${mentions.join(', ')}`
}

function nameOf(actor: number, { name }: Telling): string {
  return actor === theDesk ? 'Amtsfunk' : (name(actor) ?? forgottenPerson)
}
