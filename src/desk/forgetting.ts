// Forgetting: citizens' words leave the database, and whoever shows or keeps them forgets them, too.
import type { Db } from '../../db/database.ts'
import type { Mentions } from '../../db/mentions.ts'
import { inTurns } from '../../db/turns.ts'
import type { Instant } from '../core/content.ts'
import type {
  Conversation,
  ConversationEvent,
  ErasedBecause,
} from '../core/conversation/conversation.ts'
import { decideInConversationForDesk } from '../core/conversation/decide-for-desk.ts'
import { theDesk } from '../core/people.ts'
import { serviceTimeBetween, type ServiceHours } from '../core/time/service-hours.ts'
import type { ConversationParts } from './conversation-requests.ts'
import type { Docket } from './works.ts'
import type { Proposals } from './proposals.ts'

/** Opens the forgetting of mentions. */
export function forgetting(given: {
  db: Db
  mentions: Mentions
  proposals: Proposals
  docket: Docket<Conversation, ConversationEvent>
  erased: ConversationParts['erased']
  hours: ServiceHours
}) {
  const { db, mentions, proposals, docket } = given
  let turn: Promise<void> = Promise.resolve()

  /** Erases the words of mentions in the database at once; cards lose them with the next settling. */
  function erase(numbers: readonly number[], because: ErasedBecause): void {
    if (numbers.length === 0) return
    db.transaction(() => {
      const kept = numbers.flatMap((number) => mentions.get(number) ?? [])
      for (const { number } of kept) mentions.erase(number)
      const from = new Set(kept.map((mention) => mention.conversation))
      // An alert may stand with another conversation, and leads to them.
      for (const { alert } of kept) {
        const told = alert === null ? null : mentions.get(alert)
        if (told !== null && !from.has(told.conversation)) docket.redraw(told.conversation)
      }
      for (const conversation of from) {
        const served = (since: Instant, to: Instant) => serviceTimeBetween(since, to, given.hours)
        const command = { do: 'record-erased', mentions: numbers, because, served } as const
        docket.apply(conversation, (state) => decideInConversationForDesk(state, command), theDesk)
        for (const number of numbers) docket.erase(conversation, number)
        proposals.mentionGone(answersTo(conversation, numbers))
      }
      given.erased(numbers, [...from])
    }).immediate()
    // Within a larger transaction whoever began it does this when it is over.
    if (!db.inTransaction) mentions.forgetForGood()
  }

  /** All that ever answered these mentions: their cards show the words. */
  function answersTo(conversation: number, numbers: readonly number[]): readonly number[] {
    const answers = docket
      .life(conversation)
      .flatMap((event) =>
        event.type === 'reply-proposed' && numbers.includes(event.mention) ? [event.proposal] : [],
      )
    return [...new Set(answers)]
  }

  /** Mentions of one conversation at a time, a hundred at most. */
  function slicesOf(numbers: readonly number[]): number[][] {
    const slices = new Map<number, number[]>()
    const full: number[][] = []
    for (const number of numbers) {
      const conversation = mentions.get(number)?.conversation ?? 0
      const slice = [...(slices.get(conversation) ?? []), number]
      if (slice.length < 100) slices.set(conversation, slice)
      else {
        full.push(slice)
        slices.delete(conversation)
      }
    }
    return [...full, ...slices.values()]
  }

  return {
    erase,
    /** The same where it may be many: in turns, one caller after the other, so that nobody is held up. */
    inTurns(numbers: readonly number[], because: ErasedBecause): Promise<void> {
      const after = turn.then(async () => {
        await inTurns(db, slicesOf(numbers), (some) => {
          erase(some, because)
        })
        mentions.forgetForGood()
      })
      // Who comes next does not fail with who came before.
      turn = after.catch(() => undefined)
      return after
    },
  }
}
