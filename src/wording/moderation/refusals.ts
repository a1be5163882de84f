// A friendly sentence for everything the moderation desk refuses: what is so, and what to do.
import type { MeasureStage } from '../../core/measure/measure.ts'
import type { MeasureRefusal } from '../../core/measure/refusal.ts'
import type { ConversationRefusal } from '../../core/conversation/refusal.ts'
import { nameOf, type Setting } from '../people.ts'
import { moment } from '../time.ts'

/** To whoever is not in the channel in which citizens' words may be read. */
export const notInModerationSentence =
  'Das zeigt, was Bürgerinnen und Bürger geschrieben haben, und ist deshalb nur für Mitglieder des Moderationskanals. Bitte lassen Sie sich dort einladen.'

/** Why something at the moderation desk may not happen. */
export function moderationRefusal(
  refusal: ConversationRefusal | MeasureRefusal,
  setting: Setting,
): string {
  switch (refusal.refused) {
    case 'outsider':
      return 'Hier wirken nur Beschäftigte des Amtes mit. Gastkonten und Konten anderer Organisationen können leider nichts bearbeiten oder entscheiden.'
    case 'not-an-officer':
      return 'Das entscheidet die Pressestelle. Bitte wenden Sie sich im Thread an sie.'
    case 'not-yours':
      return 'Das dürfen nur die Pressestelle und die Person, von der es stammt.'
    case 'own':
      return 'Vier-Augen-Prinzip: Sie haben diese Maßnahme selbst vorgeschlagen. Bitte lassen Sie eine zweite Person der Pressestelle entscheiden.'
    case 'unknown-mention':
      return 'Diese Erwähnung kennt Amtsfunk nicht. Bitte öffnen Sie die Liste mit /erwaehnungen und versuchen Sie es dort noch einmal.'
    case 'unknown-measure':
      return 'Diese Maßnahme kennt Amtsfunk nicht. Bitte öffnen Sie ihre Karte im Freigabekanal und versuchen Sie es dort noch einmal.'
    case 'already-claimed':
      return `${nameOf(setting, refusal.by)} hat diese Erwähnung schon in Bearbeitung (seit ${moment(refusal.at, setting.zone)}). Wenn Sie sie übernehmen möchten, nutzen Sie bitte die Schaltfläche auf der Karte.`
    case 'already-closed':
      return 'Diese Erwähnung ist schon abgeschlossen. Schreibt die Person wieder, öffnet sie sich von selbst.'
    case 'not-seen':
      return 'Inzwischen hat die Person noch etwas geschrieben oder geändert. Bitte lesen Sie es auf der Karte und entscheiden Sie dann noch einmal.'
    case 'not-reopenable':
      return 'Das lässt sich nicht wieder öffnen. Den Stand sehen Sie auf der Karte.'
    case 'already-so':
      return 'Das ist schon so. Den aktuellen Stand sehen Sie auf der Karte.'
    case 'date-past':
      return 'Dieser Tag ist schon vorbei. Bitte wählen Sie einen Tag in der Zukunft.'
    case 'fachamt-missing':
      return 'Bitte wählen Sie, auf welches Fachamt gewartet wird.'
    case 'nothing-said':
      return 'Bitte schreiben Sie Ihre Zuarbeit in das Feld.'
    case 'erased':
      return 'Der Text dieser Erwähnung ist gelöscht. Darauf lässt sich nicht mehr antworten.'
    case 'evidence-held':
      return 'Für diese Erwähnung besteht schon eine Beweissicherung.'
    case 'no-evidence':
      return 'Für diese Erwähnung besteht keine Beweissicherung.'
    case 'rule-only-hint':
      return 'Regel 8 (ohne Bezug zum Thema) reicht dafür nicht. Bitte wählen Sie „Hinweis geben“ oder eine andere Regel.'
    case 'milder-missing':
      return 'Bitte wählen Sie, welche milderen Mittel geprüft wurden.'
    case 'reason-missing':
      return 'Bitte begründen Sie die Maßnahme in ein, zwei Sätzen.'
    case 'review-missing':
      return 'Bitte wählen Sie einen Tag, an dem die Maßnahme erneut geprüft wird. Üblich ist ein halbes Jahr.'
    case 'review-past':
      return 'Dieser Tag ist schon vorbei. Bitte wählen Sie einen Tag in der Zukunft.'
    case 'address-gone':
      return 'Die Erwähnung ist gelöscht, Amtsfunk findet das Konto nicht mehr. Bitte schalten Sie es auf X selbst stumm.'
    case 'not-hideable':
      return 'Auf X lassen sich nur Antworten unter unseren eigenen Beiträgen verbergen. Für diesen Beitrag kommen Stummschalten, Blockieren oder Melden in Frage.'
    case 'words-changed':
      return 'Inzwischen hat die Person ihren Beitrag geändert. Ihre Eingaben bleiben hier stehen. Bitte lesen Sie die neue Fassung auf der Karte und öffnen Sie das Formular dort neu, wenn die Maßnahme noch passt.'
    case 'measure-moved-on':
      return `Das geht nicht mehr: Die Maßnahme ${whatIsTheCase[refusal.now]}. Was jetzt ansteht, sehen Sie auf ihrer Karte.`
  }
}

const whatIsTheCase: Record<MeasureStage['is'], string> = {
  proposed: 'wartet auf die Freigabe',
  rejected: 'ist abgelehnt',
  withdrawn: 'ist zurückgezogen',
  approved: 'ist freigegeben und soll jetzt ausgeführt werden',
  'in-force': 'ist schon ausgeführt',
  lifting: 'soll jetzt aufgehoben werden',
  lifted: 'ist aufgehoben',
  lapsed: 'ist erledigt, weil es den Beitrag nicht mehr gibt',
}
