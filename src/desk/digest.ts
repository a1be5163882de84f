// One message in the morning of a service day instead of a ping per case.
import { chainOf } from '../../db/chain.ts'
import type { Db } from '../../db/database.ts'
import type { Instant } from '../core/content.ts'
import type { Conversation } from '../core/conversation/conversation.ts'
import { deadlineOf } from '../core/conversation/due.ts'
import type { ServiceHours } from '../core/time/service-hours.ts'
import type { Conversations } from './conversations.ts'
import type { Mailroom } from './mailroom.ts'

/** Opens the digest of what waits. The answer writes that of a date; it says whether nothing of it is owed any more. */
export function digestOf(given: {
  db: Db
  conversations: Conversations
  mail: Mailroom
  now: () => Instant
  settings: { moderationChannel: string; hours: ServiceHours }
}): (date: string) => Promise<boolean> {
  const { conversations, mail, now, settings } = given
  const chain = chainOf(given.db)

  function countsOf(open: readonly Conversation[]) {
    const endOfDay = now() + 12 * 60 * 60_000
    return {
      fresh: open.filter(({ stage }) => stage.is === 'new').length,
      claimed: open.filter(({ stage }) => stage.is === 'claimed').length,
      resubmitted: open.filter(({ stage }) => stage.is === 'waiting' && stage.until <= endOfDay)
        .length,
      overdue: open.filter((one) => (deadlineOf(one, settings.hours)?.full ?? Infinity) <= now())
        .length,
    }
  }

  return (date) => {
    const open = conversations.open().map(({ conversation }) => conversation)
    if (open.length === 0) return Promise.resolve(true)
    const drawing = () => ({ draw: 'digest', ...countsOf(open), anchor: chain.end() }) as const
    return mail.tellOnce(`digest/${date}`, settings.moderationChannel, drawing)
  }
}
