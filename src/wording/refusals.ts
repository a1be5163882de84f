import type { Refusal } from '../core/proposal/refusal.ts'
import { overBudgetSentence } from './budget.ts'
import { flawSentence } from './flaws.ts'
import { lastDay } from './house-rules.ts'
import { kindLabels } from './kinds.ts'
import { departmentNames, nameOf, type Setting } from './people.ts'
import { moment } from './time.ts'

/** To guests, people of other organisations and bots. */
export const outsiderSentence =
  'Hier wirken nur Beschäftigte des Amtes mit. Gastkonten und Konten anderer Organisationen können leider nichts vorschlagen oder entscheiden.'

/** Where nobody could sign a warning. */
export const noDepartments =
  'Eine Warnung oder Entwarnung braucht die Mitzeichnung eines Fachamts, und in den Einstellungen des Amtes steht noch keines. Bitte sagen Sie der technischen Betreuung Bescheid.'

/** Why something may not happen, said to the person who wanted it, and what to do instead. Plain text:
 * names in it are as people call themselves. */
export function refusalSentence(refusal: Refusal, setting: Setting): string {
  switch (refusal.refused) {
    case 'flawed':
      return refusal.flaws.map(flawSentence).join(' ')
    case 'outsider':
      return outsiderSentence
    case 'not-an-officer':
      return 'Das kann nur die Pressestelle entscheiden. Am Vorschlag hat sich nichts geändert.'
    case 'own':
      return 'Sie haben diesen Text selbst verfasst oder zuletzt überarbeitet. Nach dem Vier-Augen-Prinzip entscheidet darüber eine andere Person der Pressestelle.'
    case 'not-yours':
      return 'Das dürfen nur die Pressestelle und die Personen, die den Vorschlag verfasst oder zuletzt überarbeitet haben.'
    case 'unknown-proposal':
      return 'Diesen Vorschlag kennt Amtsfunk nicht. Bitte öffnen Sie die Karte im Freigabekanal und versuchen Sie es dort noch einmal.'
    case 'outdated-version':
      return `Inzwischen gibt es Fassung ${refusal.current}. Bitte arbeiten Sie mit der Karte dieser Fassung weiter.`
    case 'nothing-changed':
      return 'Damit ändert sich nichts: So steht es schon auf der Karte.'
    case 'already-approved':
      return `${nameOf(setting, refusal.by)} hat diesen Vorschlag schon freigegeben (${moment(refusal.at, setting.zone)}). Solange er nicht gesendet ist, können Sie ihn auf der Karte mit „Stopp“ anhalten.`
    case 'stopped':
      return `${nameOf(setting, refusal.by)} hat die Veröffentlichung gestoppt (${moment(refusal.at, setting.zone)}). Reaktionen geben diese Fassung deshalb nicht mehr frei. Bitte nutzen Sie dafür die Schaltfläche „Freigeben“ auf der Karte.`
    case 'already-ended':
      return endedSentences[refusal.stage]
    case 'in-stock':
      return 'Dieser Vorschlag liegt im Vorrat und hat noch keinen Termin. Bitte geben Sie ihm erst einen, mit „Termin ändern“ auf der Karte.'
    case 'not-planned':
      return 'Einen Termin bekommen nur eigene Beiträge. Alles andere geht nach der Freigabe sofort hinaus.'
    case 'in-the-past':
      return 'Dieser Zeitpunkt ist schon vorbei. Bitte wählen Sie einen späteren.'
    case 'embargo':
      return `Bis ${moment(refusal.until, setting.zone)} gilt eine Sperrfrist. Bitte wählen Sie einen späteren Zeitpunkt, oder ändern Sie die Sperrfrist mit „Überarbeiten“.`
    case 'already-publishing':
      return 'Das geht nicht mehr: Der Beitrag wird gerade veröffentlicht oder ist es schon zum Teil.'
    case 'in-doubt':
      return 'Das geht im Moment nicht: Es ist noch unklar, ob der Beitrag auf X steht. Den Stand sehen Sie auf der Karte.'
    case 'not-approved':
      return 'Es gibt nichts zu stoppen: Dieser Vorschlag ist nicht freigegeben.'
    case 'nothing-to-check':
      return 'Hier ist nichts mehr zu klären. Den aktuellen Stand sehen Sie auf der Karte.'
    case 'too-early':
      return 'Dafür ist es noch zu früh: Der geplante Zeitpunkt ist noch nicht erreicht.'
    case 'changed-since-approval':
      return 'Die Freigabe gilt nicht für den Beitrag, wie er jetzt ist. Bitte überarbeiten Sie ihn und lassen Sie die neue Fassung freigeben.'
    case 'reason-missing':
      return 'Dieses Feld ist noch leer. Bitte schreiben Sie ein paar Worte.'
    case 'reason-known':
      return 'Der Grund ist schon genannt. Er steht auf der Karte.'
    case 'not-our-post':
      return 'Das ist kein Link zu einem Beitrag auf unserem X-Konto. Bitte öffnen Sie den Beitrag auf X und kopieren Sie dort seinen Link.'
    case 'cosignature-missing':
      return `Noch nicht freigegeben. Mitzeichnung fehlt: ${departmentNames(setting, refusal.departments)}. Mitzeichnen geht mit ✍️ oder der Schaltfläche auf der Karte.`
    case 'not-your-department':
      return 'Diesen Vorschlag zeichnet ein anderes Fachamt mit. Wer für welches Fachamt mitzeichnet, legt das Amt in seinen Einstellungen fest.'
    case 'over-budget':
      return overBudgetSentence(refusal)
    case 'pictures-not-ready':
      return 'Die Bilder werden noch vorbereitet. Bitte versuchen Sie es in ein paar Sekunden noch einmal.'
    case 'follow-up-waiting':
      return `Das liegt schon zur Freigabe: ${kindLabels[refusal.kind]}, Vorschlag ${refusal.number}.`
    case 'warning-over':
      return 'Diese Warnung ist schon abgeschlossen. Den Stand sehen Sie auf ihrer Karte.'
    case 'office-stopped':
      return 'Zurzeit gilt ein Stopp. Danach können Sie den Beitrag hier bestätigen; aufheben kann ihn die Pressestelle mit „/stopp aus“.'
    case 'occasion-missing':
      return `In der Vorwahlzeit (bis ${lastDay(refusal)}) braucht dieser Beitrag einen Anlass. Bitte nennen Sie ihn mit „Überarbeiten“.`
    case 'approved-once':
      return `Ihre Freigabe ist notiert. In der Vorwahlzeit (bis ${lastDay(refusal)}) gibt eine andere Person der Pressestelle oder die Vertretung die zweite.`
    case 'two-officers':
      return `In der Vorwahlzeit (bis ${lastDay(refusal)}) genügt eine Bestätigung nicht: Zwei Personen der Pressestelle geben diesen Beitrag frei.`
    case 'approval-missing':
      return 'Die Freigabe reicht nach den Regeln des Amtes nicht aus. Bitte überarbeiten Sie den Vorschlag; dann wird neu entschieden.'
    case 'not-public':
      return 'Dieser Beitrag steht nicht oder nicht mehr auf X. Den Stand sehen Sie auf seiner Karte.'
    case 'post-known':
      return `Dieser Beitrag gehört schon zu Vorschlag ${refusal.number}. Bitte prüfen Sie, ob Sie den richtigen Link kopiert haben.`
  }
}

const endedSentences: Record<Extract<Refusal, { stage: unknown }>['stage'], string> = {
  published: 'Das geht nicht mehr: Dieser Beitrag ist schon veröffentlicht.',
  rejected:
    'Das geht nicht mehr: Dieser Vorschlag ist abgelehnt. Sie können einen neuen einreichen.',
  withdrawn:
    'Das geht nicht mehr: Dieser Vorschlag ist zurückgezogen. Sie können einen neuen einreichen.',
  expired:
    'Das geht nicht mehr: Der geplante Zeitpunkt ist ohne Freigabe verstrichen. Sie können einen neuen Vorschlag einreichen.',
  failed:
    'Das geht nicht mehr: X hat diesen Beitrag nicht angenommen. Sie können einen neuen Vorschlag einreichen.',
}
