// A friendly sentence for everything the moderation desk refuses: what is so, and what to do.
import type { MeasureRefusal } from '../../core/moderation/decide-measure.ts'
import type { ConversationRefusal } from '../../core/moderation/refusal.ts'
import { nameOf, type Setting } from '../people.ts'
import { moment } from '../time.ts'

/** Why something at the moderation desk may not happen. */
export function moderationRefusal(
  refusal: ConversationRefusal | MeasureRefusal,
  setting: Setting,
): string {
  switch (refusal.refused) {
    case 'outsider':
      return 'Das können nur Mitarbeiterinnen und Mitarbeiter des Bezirksamts. Gäste und andere Organisationen können hier mitlesen.'
    case 'not-an-officer':
      return 'Das entscheidet die Pressestelle. Bitte wenden Sie sich im Thread an sie.'
    case 'own-measure':
      return 'Vier-Augen-Prinzip: Sie haben diese Maßnahme selbst vorgeschlagen. Bitte lassen Sie eine zweite Person der Pressestelle entscheiden.'
    case 'unknown-mention':
      return 'Diese Erwähnung gibt es nicht (mehr).'
    case 'unknown-measure':
      return 'Diese Maßnahme gibt es nicht.'
    case 'already-claimed':
      return `Diese Erwähnung hat schon ${nameOf(setting, refusal.by)} in Bearbeitung, seit ${moment(refusal.at, setting.zone)}. Mit „Selbst übernehmen“ geht sie an Sie.`
    case 'already-closed':
      return 'Diese Erwähnung ist schon abgeschlossen. Schreibt die Person wieder, öffnet sie sich von selbst.'
    case 'already-so':
      return 'Das ist schon so. Den aktuellen Stand sehen Sie auf der Karte.'
    case 'date-past':
      return 'Dieser Tag ist schon vorbei. Bitte wählen Sie einen Tag in der Zukunft.'
    case 'fachamt-missing':
      return 'Bitte wählen Sie, auf welches Fachamt gewartet wird.'
    case 'erased':
      return 'Der Text dieser Erwähnung ist gelöscht. Darauf lässt sich nicht mehr antworten.'
    case 'evidence-held':
      return 'Für diese Erwähnung besteht schon eine Beweissicherung.'
    case 'no-evidence':
      return 'Für diese Erwähnung besteht keine Beweissicherung.'
    case 'rule-only-hint':
      return 'Regel 8 (ohne Bezug zum Thema) erlaubt nur einen Hinweis. Bitte wählen Sie „Hinweis geben“ oder eine andere Regel.'
    case 'milder-missing':
      return 'Bitte wählen Sie, welche milderen Mittel geprüft wurden.'
    case 'reason-missing':
      return 'Bitte begründen Sie die Maßnahme in ein, zwei Sätzen.'
    case 'review-missing':
      return 'Bitte wählen Sie einen Tag, an dem die Maßnahme erneut geprüft wird. Üblich ist ein halbes Jahr.'
    case 'review-past':
      return 'Dieser Tag ist schon vorbei. Bitte wählen Sie einen Tag in der Zukunft.'
    case 'not-hideable':
      return 'X blendet nur Antworten unter unseren eigenen Beiträgen aus. Für diesen Beitrag kommen Stummschalten, Blockieren oder Melden in Frage.'
    case 'measure-moved-on':
      return 'Das geht nicht mehr. Den aktuellen Stand der Maßnahme sehen Sie auf der Karte.'
  }
}
