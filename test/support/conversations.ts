// Lives of conversations for tests: each step says only what the test is about. Without a time of its own a
// step happens when the one before it did, and without a person the desk does it.
import type { Instant } from '../../src/core/content.ts'
import type { Person } from '../../src/core/people.ts'
import type {
  Conversation,
  ConversationEvent,
  RecordedInConversation,
} from '../../src/core/conversation/conversation.ts'
import { replayConversation } from '../../src/core/conversation/evolve.ts'
import type { ServiceHours } from '../../src/core/time/service-hours.ts'
import { theDesk } from '../../src/core/people.ts'
import { isHamburgHoliday } from '../../src/core/time/holidays.ts'
import { monday } from './lives.ts'

/** The office's own hours: Monday to Friday, 9 to 16. */
export const officeHours: ServiceHours = {
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '16:00',
  zone: 'Europe/Berlin',
  isHoliday: isHamburgHoliday,
}

export const theConversation = 12

export type Happening = { event: ConversationEvent; by?: Person; at?: Instant }
type Received = Extract<ConversationEvent, { type: 'received' }>

/** A citizen writes, by default mention 1 at 10:00. */
export function writes(changes: Partial<Received> & { at?: Instant } = {}): Happening {
  const { at = monday('10:00'), ...told } = changes
  const event: Received = {
    type: 'received',
    mention: 1,
    postedAt: at,
    concern: null,
    emergency: false,
    about: null,
    collected: false,
    ...told,
  }
  return { event, at }
}

/** A citizen changes what stands there; a second version unless told otherwise. */
export function edits(
  mention = 1,
  { at, ...told }: { version?: number; emergency?: boolean; at?: Instant } = {},
): Happening {
  const event = { type: 'edited', mention, version: 2, emergency: false, ...told } as const
  return at === undefined ? { event } : { event, at }
}

/** Words are erased. */
export function erased(...mentions: readonly number[]): Happening {
  return { event: { type: 'erased', mentions, because: 'gone' } }
}

/** An answer is put up for approval; to the first words of mention 1 unless told otherwise. */
export function replies(
  proposal: number,
  { by, at, ...told }: { mention?: number; version?: number; by?: Person; at?: Instant } = {},
): Happening {
  const event = { type: 'reply-proposed', proposal, mention: 1, version: 1, ...told } as const
  return { event, ...(by !== undefined && { by }), ...(at !== undefined && { at }) }
}

/** Anything else that happens. */
export function happens(event: ConversationEvent, when: { by?: Person; at?: Instant } = {}) {
  return { event, ...when }
}

/** What happened, as history keeps it. */
export function lifeOf(...steps: readonly Happening[]): RecordedInConversation[] {
  let last = monday('10:00')
  return steps.map(({ event, by, at }, index) => {
    last = at ?? last
    return { ...event, position: index + 1, at: last, actor: by?.actor ?? theDesk }
  })
}

/** The conversation after these steps. */
export function conversationAfter(...steps: readonly Happening[]): Conversation {
  const conversation = replayConversation(theConversation, lifeOf(...steps))
  if (conversation === null) throw new Error('nobody wrote')
  return conversation
}
