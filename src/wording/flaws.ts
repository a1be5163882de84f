import type { Flaw } from '../core/proposal/draft.ts'
import { count } from './numbers.ts'

/** What is wrong with one field and how to mend it. */
export function flawSentence(flaw: Flaw): string {
  switch (flaw.flaw) {
    case 'empty':
      return 'Bitte geben Sie einen Text ein.'
    case 'unfilled':
      return 'Im Textbaustein stehen noch Punkte (…). Bitte füllen Sie sie aus oder löschen Sie den Satz.'
    case 'empty-part':
      return `Teil ${flaw.part} ist leer. Bitte ergänzen Sie Text oder löschen Sie die Trennlinie (---).`
    case 'too-long': {
      const { part, of, surplus, limit } = flaw
      const what = of > 1 ? `Teil ${part}` : 'Der Text'
      return `${what} ist ${count(surplus)} Zeichen zu lang (${count(limit + surplus)} von ${count(limit)}).`
    }
    case 'forbidden-character':
      return `${flaw.of > 1 ? `Teil ${flaw.part}` : 'Der Text'} enthält ein unsichtbares Zeichen, das X nicht annimmt. Bitte tippen Sie ihn neu, statt ihn einzufügen.`
    case 'too-many-parts':
      return `Der Thread hat ${flaw.parts} Teile, höchstens ${flaw.limit} sind möglich. Bitte kürzen Sie ihn.`
    case 'too-much':
      return `Text und Links sind zusammen ${count(flaw.surplus)} Zeichen zu lang, um ganz auf einer Karte zu stehen (höchstens ${count(flaw.limit)}). Bitte kürzen Sie.`
    case 'no-topic':
      return 'Bitte wählen Sie ein Thema.'
    case 'not-a-link':
      return 'Diese Adresse ist nicht vollständig oder enthält Zeichen, die nicht hineingehören. Bitte tippen Sie sie mit https:// ein, zum Beispiel https://www.hamburg.de/bergedorf'
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
    case 'too-far':
      return 'Das ist mehr als ein Jahr voraus. Bitte prüfen Sie die Jahreszahl.'
    case 'past':
      return 'Dieser Zeitpunkt ist schon vorbei. Bitte wählen Sie einen späteren oder lassen Sie Tag und Uhrzeit leer.'
  }
}
