// A call for help: people are called until somebody sees to it (docs/regeln.md, "Notfälle").
import type { Due } from '../matter.ts'
import { theDesk } from '../people.ts'
import { callAgainAfter } from '../proposal/urgency.ts'
import type { Round } from '../proposal/proposal.ts'
import type { Alarm, Conversation, MentionNumber, RecordedInConversation } from './conversation.ts'

/** The call that is owed next, and from when: at once, and twice more while nobody sees to it. Null where somebody
 * does, where the office owes nothing for a call for help any more, and after the last one. Pure. */
export function callDue({
  alarm,
  mentions,
}: Conversation): Due<{ do: 'call'; mention: MentionNumber; round: Round }> {
  const isOwed = mentions.some(({ emergency, wait }) => emergency && wait?.putOff === false)
  if (alarm === null || !isOwed) return null
  const { mention, since, call } = alarm
  if (call === null) return { owed: { do: 'call', mention, round: 1 }, from: since }
  if (call.round === 3) return null
  const round = call.round === 1 ? 2 : 3
  return { owed: { do: 'call', mention, round }, from: call.at + callAgainAfter }
}

/** Whether a call for help waits that nobody sees to, after an event: whatever a person does, they have read it. What
 * is given back or was a slip calls anew. */
export function alarmAfter(
  before: Alarm | null,
  after: Pick<Conversation, 'mentions'>,
  event: RecordedInConversation,
): Alarm | null {
  switch (event.type) {
    case 'received':
    case 'edited': {
      if (!event.emergency) return before
      // Who is being called already reads of this, too.
      return before === null || before.call?.round === 3 ? anew(after, event) : before
    }
    case 'returned':
    case 'reopened':
      return anew(after, event)
    case 'called':
      return before && { ...before, call: { round: event.round, at: event.at } }
    default:
      return event.actor === theDesk ? before : null
  }
}

function anew(
  { mentions }: Pick<Conversation, 'mentions'>,
  { at: since }: RecordedInConversation,
): Alarm | null {
  const helpless = mentions.findLast(({ emergency, wait }) => emergency && wait !== null)
  return helpless === undefined ? null : { mention: helpless.number, since, call: null }
}
