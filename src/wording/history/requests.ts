// The lives of erasures, accesses, ordered reports and declarations in sentences.
import type { AccessEvent } from '../../core/access/access.ts'
import type { RecordedInDeclaration } from '../../core/declaration/declaration.ts'
import type { RecordedInErasure } from '../../core/erasure/erasure.ts'
import type { Recorded } from '../../core/matter.ts'
import type { OrderEvent } from '../../core/order.ts'
import type { ReportOrderEvent } from '../../core/report-order/report-order.ts'
import { erasedCount } from '../moderation/erasure.ts'
import { declaredTitle } from '../declarations.ts'
import { periodName } from '../report/period.ts'
import { momentOrDay } from '../time.ts'
import { actorName, type Telling } from './telling.ts'

/** What happened to an erasure. */
export function erasureHappened(event: RecordedInErasure): string {
  switch (event.type) {
    case 'requested':
      return 'Löschung beantragt.'
    case 'rejected':
      return 'Abgelehnt: Es bleibt alles gespeichert.'
    case 'granted':
      return `Gelöscht. ${erasedCount(event)}`
  }
}

/** What happened to an access. */
export function accessHappened(event: Recorded<AccessEvent>): string {
  return orderHappened(event, 'Auskunft angefordert.')
}

/** What happened to an ordered report. */
export function reportOrderHappened(event: Recorded<ReportOrderEvent>): string {
  if (event.type !== 'ordered') return orderHappened(event, '')
  const whose = event.to === 'channel' ? 'für den Freigabekanal' : 'als Direktnachricht'
  return `Bericht (${periodName(event.wish.period)}) angefordert, ${whose}.`
}

function orderHappened(event: OrderEvent<unknown>, ordered: string): string {
  switch (event.type) {
    case 'ordered':
      return ordered
    case 'begun':
      return `Wird zusammengestellt (Versuch ${event.attempt}).`
    case 'failed':
      return `Nicht gelungen (Kennung ${event.id}).`
    case 'shared':
      return 'Übergeben.'
    case 'taken-back':
      return 'Die Datei ist in Slack wieder gelöscht.'
  }
}

/** What happened to a declaration. */
export function declarationHappened(event: RecordedInDeclaration, telling: Telling): string {
  switch (event.type) {
    case 'declared': {
      const { declared, from, until, reason } = event
      const who = declared.is === 'deputy' ? ` durch ${actorName(declared.person, telling)}` : ''
      const end = until === null ? '' : ` bis ${momentOrDay(until, telling.zone)}`
      const why = reason === '' ? '' : ` Grund: „${reason}“`
      return `${declaredTitle(declared)}${who}, ab ${momentOrDay(from, telling.zone)}${end}.${why}`
    }
    case 'began':
      return 'Gilt ab jetzt.'
    case 'ended':
      return 'Beendet.'
    case 'replaced':
      return 'Durch eine neue Regelung abgelöst.'
    case 'expired':
      return 'Ausgelaufen.'
  }
}
