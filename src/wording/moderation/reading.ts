// What is said when mentions cannot be read, or not all of them.
import type { Instant } from '../../core/content.ts'
import type { ReadFailed } from '../../core/outcome.ts'
import { count, money } from '../numbers.ts'
import { moment } from '../time.ts'

/** Mentions cannot be read: why, and what to do. */
export const troubleSentences: Record<ReadFailed['failed'], string> = {
  'no-credit':
    'Amtsfunk kann gerade keine Erwähnungen lesen: Das Guthaben bei X ist aufgebraucht. Bitte laden Sie es auf; danach wird alles nachgelesen.',
  unauthorized:
    'Amtsfunk kann gerade keine Erwähnungen lesen: X lässt das Konto nicht zu. Bitte lassen Sie die Zugangsdaten prüfen; danach wird alles nachgelesen.',
  unreadable:
    'Amtsfunk kann gerade keine Erwähnungen lesen: X antwortet anders als erwartet. Bitte sagen Sie der technischen Betreuung Bescheid.',
  'rate-limit':
    'Amtsfunk kann seit einer halben Stunde keine Erwähnungen lesen: X lässt zurzeit nicht mehr Abfragen zu. Bitte sehen Sie in dringenden Fällen selbst auf X nach; danach wird alles nachgelesen.',
  unreachable:
    'Amtsfunk kann seit einer Viertelstunde keine Erwähnungen lesen: X ist nicht zu erreichen. Bitte sehen Sie in dringenden Fällen selbst auf X nach; danach wird alles nachgelesen.',
}

export const readableAgainSentence =
  'Amtsfunk liest die Erwähnungen auf X wieder. Was inzwischen kam, wird nachgelesen.'

/** The network finds suspiciously many no more. */
export function vanishedSentence(missed: number): string {
  return `X findet auf einmal ${count(missed)} Erwähnungen nicht mehr. Amtsfunk löscht noch nichts, sondern sieht in zwei Stunden noch einmal nach. Was dann noch fehlt, wird gelöscht.`
}

const spans = {
  day: { spent: 'heute', until: 'Bis morgen früh', setting: 'READING_USD_PER_DAY' },
  month: {
    spent: 'in diesem Monat',
    until: 'Bis zum Monatsende',
    setting: 'READING_USD_PER_MONTH',
  },
} as const

/** The budget for reading is nearly used up, or used up. In USD. */
export function readingCostsSentence(news: {
  of: 'day' | 'month'
  is: 'near' | 'over'
  spent: number
  budget: number
}): string {
  const { spent, until, setting } = spans[news.of]
  const cost = `Das Lesen auf X hat ${spent} ${money(news.spent)} gekostet; vorgesehen sind ${money(news.budget)}.`
  return news.is === 'near'
    ? `${cost} Ist das aufgebraucht, liest Amtsfunk seltener.`
    : `${cost} ${until} liest Amtsfunk seltener: neue Erwähnungen alle 15 Minuten. Bitte sehen Sie in dringenden Fällen selbst auf X nach. Mehr erlaubt die Einstellung ${setting}.`
}

/** Not everything of a span could be read. */
export function missingSentence(
  { since, until, askAgain }: { since: Instant; until: Instant; askAgain: boolean },
  zone: string,
): string {
  const span = `zwischen ${moment(since, zone)} und ${moment(until, zone)}`
  return askAgain
    ? `Es kamen so viele Erwähnungen, dass Amtsfunk noch nicht alle lesen konnte, die ${span} geschrieben wurden. Sie werden nachgelesen. Bitte sehen Sie in dringenden Fällen selbst auf X nach.`
    : `Amtsfunk konnte nicht alle Erwähnungen lesen, die ${span} geschrieben wurden, und X gibt sie nicht mehr her. Bitte sehen Sie selbst auf X nach.`
}
