// The lives of all matters, one line an event, readable without the program.
import type { AccessEvent } from '../../core/access/access.ts'
import type { ConversationEvent } from '../../core/conversation/conversation.ts'
import type { DeclarationEvent } from '../../core/declaration/declaration.ts'
import type { ErasureEvent } from '../../core/erasure/erasure.ts'
import type { FloodEvent } from '../../core/flood/flood.ts'
import type { KindOfMatter, Recorded } from '../../core/matter.ts'
import type { MeasureEvent } from '../../core/measure/measure.ts'
import type { ProposalEvent } from '../../core/proposal/proposal.ts'
import type { ReportOrderEvent } from '../../core/report-order/report-order.ts'
import { momentToTheSecondOrDay } from '../time.ts'
import { conversationHappened } from './conversation.ts'
import { floodHappened } from './flood.ts'
import { measureHappened } from './measure.ts'
import { proposalHappened } from './proposal.ts'
import {
  accessHappened,
  declarationHappened,
  erasureHappened,
  reportOrderHappened,
} from './requests.ts'
import { actorName, type Telling } from './telling.ts'

/** What happens to each kind of matter. */
export type EventOf = {
  proposal: ProposalEvent
  conversation: ConversationEvent
  measure: MeasureEvent
  erasure: ErasureEvent
  flood: FloodEvent
  'report-order': ReportOrderEvent
  access: AccessEvent
  declaration: DeclarationEvent
}

/** How a matter is called: a conversation by one of its mentions. */
export const matterNames: Record<KindOfMatter, string> = {
  proposal: 'Vorschlag',
  conversation: 'Erwähnung',
  measure: 'Maßnahme',
  erasure: 'Löschersuchen',
  flood: 'Sammelkarte',
  'report-order': 'Bericht',
  access: 'Auskunft',
  declaration: 'Regelung',
}

const happened: {
  [Kind in KindOfMatter]: (event: Recorded<EventOf[Kind]>, telling: Telling) => string
} = {
  proposal: proposalHappened,
  conversation: conversationHappened,
  measure: measureHappened,
  erasure: erasureHappened,
  flood: floodHappened,
  'report-order': reportOrderHappened,
  access: accessHappened,
  declaration: declarationHappened,
}

/** One line for each event of a life. `number` is the one it is asked for by. */
export function lifeLines<Kind extends KindOfMatter>(
  { about, number }: { about: Kind; number: number },
  life: readonly Recorded<EventOf[Kind]>[],
  telling: Telling,
): string[] {
  return [
    `${matterNames[about]} ${number}:`,
    ...life.map((event) => {
      const at = momentToTheSecondOrDay(event.at, telling.zone)
      const who = actorName(event.actor, telling)
      return onOneLine(`${event.position}. ${at}, ${who}: ${happened[about](event, telling)}`)
    }),
  ]
}

/** The kind of matter somebody named at a shell, with or without umlauts; null for any other word. */
export function matterNamed(word: string): KindOfMatter | null {
  const plain = spelledOut(word)
  const found = Object.entries(matterNames).find(([, name]) => spelledOut(name) === plain)
  return found === undefined ? null : (found[0] as KindOfMatter)
}

function spelledOut(word: string): string {
  const spelled: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => spelled[letter] ?? letter)
}

/** There is no such matter. */
export function noMatterSentence({
  about,
  number,
}: {
  about: KindOfMatter
  number: number
}): string {
  return `${matterNames[about]} ${number} gibt es nicht.`
}

// What somebody typed must neither break the line nor steer the terminal.
function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' / ').replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ')
}
