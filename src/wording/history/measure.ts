// The life of a measure in sentences.
import type { ErrandEvent, ErrandKind } from '../../core/errand.ts'
import { addressGone, type RecordedInMeasure } from '../../core/measure/measure.ts'
import { measureLabels, milderLabels, ruleLabels } from '../moderation/lists.ts'
import { waitingReasons } from '../moderation/measures.ts'
import { momentToTheSecond } from '../time.ts'
import type { Telling } from './telling.ts'

/** What happened to a measure. */
export function measureHappened(event: RecordedInMeasure, telling: Telling): string {
  if ('errand' in event) return actHappened(event, telling)
  const { zone } = telling
  switch (event.type) {
    case 'proposed': {
      const { kind, rule, mention, version, milder, informed, reviewOn } = event
      const means = milder.map((one) => milderLabels[one]).join(', ')
      return [
        `Vorgeschlagen: ${measureLabels[kind]} zu Erwähnung ${mention}, Fassung ${version}.`,
        `Regel ${rule} (${ruleLabels[rule]}).`,
        `Milderes Mittel geprüft: ${means === '' ? 'nicht nötig' : means}.`,
        `Person informiert: ${informed ? 'ja' : 'nein'}.`,
        reviewOn === null ? '' : `Erneut prüfen am ${momentToTheSecond(reviewOn, zone)}.`,
      ]
        .join(' ')
        .trim()
    }
    case 'approved':
      return 'Freigegeben.'
    case 'rejected':
      return 'Abgelehnt.'
    case 'withdrawn':
      return 'Zurückgezogen.'
    case 'taken':
      return 'In Kraft.'
    case 'informed':
      return 'Die Person ist informiert.'
    case 'review-due':
      return 'An die erneute Prüfung erinnert.'
    case 'reviewed':
      return event.next === null
        ? 'Geprüft, bleibt bestehen.'
        : `Geprüft, bleibt bestehen; erneut prüfen am ${momentToTheSecond(event.next, zone)}.`
    case 'lift-wanted':
      return 'Soll aufgehoben werden.'
    case 'lifted':
      return 'Aufgehoben.'
    case 'lapsed':
      return 'Erledigt: Den Beitrag gibt es auf X nicht mehr.'
  }
}

const acts: Record<ErrandKind, string> = {
  hide: 'Verbergen',
  show: 'Wieder anzeigen',
  mute: 'Stummschalten',
  unmute: 'Stummschalten beenden',
  post: 'Veröffentlichen',
  delete: 'Löschen',
}

function actHappened(event: ErrandEvent, { zone }: Telling): string {
  const act = acts[event.errand]
  switch (event.type) {
    case 'begun':
      return `${act}: Amtsfunk fragt bei X an (Versuch ${event.attempt}).`
    case 'done':
    case 'posted':
      return event.how === 'told'
        ? `${act}: erledigt, von einer Person bestätigt.`
        : `${act}: X hat es getan.`
    case 'refused':
      return event.status === addressGone.status
        ? `${act}: Die Adresse des Beitrags ist nicht mehr gespeichert; X wurde nicht gefragt.`
        : `${act}: X hat es nicht angenommen (HTTP ${event.status}). X schreibt: „${event.detail}“`
    case 'not-sent': {
      const { because, until } = event
      const next =
        until === null ? '' : ` Neuer Versuch frühestens ${momentToTheSecond(until, zone)}.`
      return `${act}: ${waitingReasons[because]}${next}`
    }
    case 'in-doubt':
      return `${act}: Unklar, ob es geschehen ist. ${waitingReasons[event.because]}`
    case 'looked':
      return `${act}: auf X nachgesehen.`
    case 'released':
      return `${act}: Eine Person möchte, dass Amtsfunk es erneut versucht.`
  }
}
