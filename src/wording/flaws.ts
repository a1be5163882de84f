import type { Flaw } from '../core/proposal/draft.ts'
import { lastDay } from './house-rules.ts'
import { count } from './numbers.ts'

/** How much of what was typed is repeated, in characters. */
const repeated = 60

function shortly(typed: string): string {
  const characters = Array.from(typed.replace(/\s+/g, ' '))
  return characters.length <= repeated
    ? characters.join('')
    : `${characters.slice(0, repeated - 1).join('')}…`
}

/** What is wrong with one field and how to mend it. */
export function flawSentence(flaw: Flaw): string {
  switch (flaw.flaw) {
    case 'empty':
      return 'Bitte geben Sie einen Text ein.'
    case 'unfilled':
      return 'Im Text stehen noch Punkte (…). Bitte füllen Sie sie aus oder löschen Sie den Satz.'
    case 'empty-part':
      return `Teil ${flaw.part} ist leer. Bitte ergänzen Sie Text oder löschen Sie die Trennlinie (---).`
    case 'too-long': {
      const { part, of, surplus, withLink = false } = flaw
      const what = of > 1 ? `Teil ${part}` : 'Der Text'
      return `${what} ist ${withLink ? 'mit Link ' : ''}${count(surplus)} Zeichen zu lang.`
    }
    case 'warning-too-long':
      return `Die Warnung ist zusammen ${count(flaw.surplus)} Zeichen zu lang. Bitte kürzen Sie hier, beim Gebiet, beim Rat oder bei der Quelle.`
    case 'forbidden-character':
      return `${flaw.of > 1 ? `In Teil ${flaw.part}` : 'Im Text'} steht ein unsichtbares Zeichen, das X nicht annimmt. Bitte löschen Sie die Stelle und tippen Sie sie neu.`
    case 'too-many-parts':
      return `Der Thread hat ${flaw.parts} Teile, höchstens ${flaw.limit} sind möglich. Bitte kürzen Sie ihn.`
    case 'too-much':
      return `Text und Links sind zusammen ${count(flaw.surplus)} Zeichen zu lang, um ganz auf einer Karte zu stehen (höchstens ${count(flaw.limit)}). Bitte kürzen Sie.`
    case 'no-topic':
      return 'Bitte wählen Sie ein Thema.'
    case 'not-a-link':
      return `„${shortly(flaw.typed)}“ ist keine Adresse im Netz. So sieht eine aus: https://www.hamburg.de/bergedorf`
    case 'link-cut':
      return flaw.linked === null
        ? `X macht aus „${flaw.link}“ keinen Link. Bitte prüfen Sie die Adresse.`
        : `X würde von „${flaw.link}“ nur „${flaw.linked}“ verlinken. Bitte prüfen Sie die Adresse.`
    case 'link-or-reason':
      return 'Bitte geben Sie einen Link an oder im nächsten Feld einen Grund, warum es keinen gibt.'
    case 'date-missing':
      return 'Bitte wählen Sie zur Uhrzeit auch einen Tag oder löschen Sie die Uhrzeit.'
    case 'not-a-date':
      return 'Diesen Zeitpunkt gibt es nicht. Bitte wählen Sie Tag und Uhrzeit neu.'
    case 'time-missing':
      return 'Bitte wählen Sie zum Tag auch eine Uhrzeit oder löschen Sie den Tag.'
    case 'skipped':
      return 'Diese Uhrzeit gibt es an diesem Tag nicht, weil die Sommerzeit beginnt. Bitte wählen Sie eine andere.'
    case 'twice':
      return 'Diese Uhrzeit gibt es an diesem Tag zweimal, weil die Sommerzeit endet. Bitte wählen Sie eine andere.'
    case 'stock-with-date':
      return 'Im Vorrat hat ein Beitrag noch keinen Termin. Bitte löschen Sie Tag und Uhrzeit oder nehmen Sie das Häkchen weg.'
    case 'embargo-without-date':
      return 'Zu einer Sperrfrist gehören Tag und Uhrzeit. Bitte wählen Sie beides.'
    case 'too-far':
      return 'Das ist mehr als ein Jahr voraus. Bitte prüfen Sie die Jahreszahl.'
    case 'no-reason':
      return 'Bitte schreiben Sie kurz, warum. Der Grund steht in der Historie und im Bericht, nicht auf X.'
    case 'no-occasion':
      return `In der Vorwahlzeit (bis ${lastDay(flaw)}) braucht dieser Beitrag einen Anlass. Bitte schreiben Sie kurz, warum er gerade jetzt nötig ist.`
    case 'no-cosigner':
      return 'Bitte wählen Sie das Fachamt, das mitzeichnet.'
    case 'missing':
      return 'Bitte füllen Sie dieses Feld aus.'
    case 'no-moment':
      return 'Bitte wählen Sie Tag und Uhrzeit. Eine Uhrzeit, die es wegen der Zeitumstellung nicht oder zweimal gibt, geht hier nicht.'
    case 'in-future':
      return 'Der Stand der Quelle liegt in der Zukunft. Bitte prüfen Sie Tag und Uhrzeit.'
    case 'no-alt-text':
      return 'Bitte beschreiben Sie, was auf dem Bild zu sehen ist, für alle, die es nicht sehen.'
    case 'file-name':
      return 'Das ist ein Dateiname. Bitte beschreiben Sie in einem Satz, was auf dem Bild zu sehen ist.'
    case 'alt-text-too-long':
      return `Der Alternativtext ist ${count(flaw.surplus)} Zeichen zu lang (höchstens 1.000).`
    case 'no-credit':
      return 'Bitte nennen Sie, von wem das Bild ist, zum Beispiel „Foto: Bezirksamt Bergedorf“.'
    case 'people-unsaid':
      return 'Bitte wählen Sie, ob Personen zu erkennen sind.'
    case 'people-unfounded':
      return 'Ohne Einwilligung oder § 23 KUG darf das Bild nicht veröffentlicht werden. Bitte nehmen Sie ein anderes.'
    case 'no-reference':
      return 'Bitte geben Sie an, wo die Einwilligung abgelegt ist, zum Beispiel das Aktenzeichen.'
    case 'consent-over':
      return 'Diese Einwilligung gilt nicht mehr. Bitte nehmen Sie ein anderes Bild oder holen Sie eine neue ein.'
    case 'no-such-part':
      return flaw.parts === 1
        ? 'Der Text hat nur einen Teil. Bitte wählen Sie Teil 1.'
        : `Der Text hat nur ${flaw.parts} Teile. Bitte wählen Sie einen davon.`
    case 'gif-not-alone':
      return 'Ein bewegtes GIF steht auf X allein. Bitte lassen Sie die anderen Bilder dieses Beitrags weg.'
    case 'too-many-in-part':
      return `Ein Beitrag kann höchstens ${flaw.limit} Bilder haben. Bitte lassen Sie welche weg.`
    case 'past':
      return flaw.field === 'validDate'
        ? 'Dieser Zeitpunkt ist schon vorbei. Bitte wählen Sie einen späteren.'
        : 'Dieser Zeitpunkt ist schon vorbei. Bitte wählen Sie einen späteren oder lassen Sie Tag und Uhrzeit leer.'
  }
}
