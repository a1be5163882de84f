// Forgetting: citizens' words leave the database, and whoever shows or keeps them forgets them, too.
import { setImmediate } from 'node:timers/promises'
import type { Db } from '../../db/database.ts'
import type { Mentions } from '../../db/mentions.ts'
import type {
  Conversation,
  ConversationEvent,
  ErasedBecause,
} from '../core/conversation/conversation.ts'
import { decideInConversationForDesk } from '../core/conversation/decide-for-desk.ts'
import { theDesk } from '../core/people.ts'
import type { Docket } from './desk.ts'
import type { Proposals } from './proposals.ts'

/** Opens the forgetting of mentions. */
export function forgetting(given: {
  db: Db
  mentions: Mentions
  proposals: Proposals
  docket: Docket<Conversation, ConversationEvent>
  erased: (mentions: readonly number[]) => void
}) {
  const { db, mentions, proposals, docket } = given
  let turn: Promise<void> = Promise.resolve()

  /** Erases the words of mentions in the database at once; cards lose them with the next settling. */
  function erase(numbers: readonly number[], because: ErasedBecause): void {
    if (numbers.length === 0) return
    db.transaction(() => {
      const kept = numbers.flatMap((number) => mentions.get(number) ?? [])
      for (const { number } of kept) mentions.erase(number)
      for (const conversation of new Set(kept.map((mention) => mention.conversation))) {
        const command = { do: 'record-erased', mentions: numbers, because } as const
        docket.apply(conversation, (state) => decideInConversationForDesk(state, command), theDesk)
        proposals.mentionGone(answersTo(conversation, numbers))
      }
      given.erased(numbers)
    }).immediate()
    mentions.forgetForGood()
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

  return {
    erase,
    /** The same where many may be owed at once: one after the other, and others have their turn in between. */
    inTurn(numbers: readonly number[], because: ErasedBecause): Promise<void> {
      turn = turn
        .then(() => setImmediate())
        .then(() => {
          erase(numbers, because)
        })
      return turn
    },
    /** Sees to it that nothing erased is left in any file of the database, as soon as that is possible. */
    wipe(): void {
      mentions.forgetOwed()
    },
  }
}
