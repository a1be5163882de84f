// What an act covers: only what was there when it was decided. Whatever a citizen wrote since stays open, with a clock
// of its own.
import {
  lastSaid,
  mentionIn,
  waitingIn,
  type Conversation,
  type Mention,
  type MentionNumber,
  type Reply,
} from './conversation.ts'

/** What waits and was there, in its newest words, at a position of the conversation's life. */
export function coveredBy(conversation: Conversation, seen: number): readonly MentionNumber[] {
  return numbersOf(waitingIn(conversation).filter((mention) => lastSaid(mention) <= seen))
}

/** What an answer settles: the mention it is for, if its words are still the same, and what came before that
 * mention and was there when the answer was written. */
export function answeredBy(conversation: Conversation, reply: Reply): readonly MentionNumber[] {
  const { mention, version, proposedAt } = reply
  return numbersOf(
    waitingIn(conversation).filter((one) =>
      one.number === mention
        ? one.versions.length === version
        : one.number < mention && lastSaid(one) <= proposedAt,
    ),
  )
}

/** What a measure about a version of a mention settles: that mention, if its words are still the same, and what
 * was there before. */
export function settledWith(
  conversation: Conversation,
  about: { mention: MentionNumber; version: number },
): readonly MentionNumber[] {
  const mention = mentionIn(conversation, about.mention)
  const said = mention?.versions[about.version - 1] ?? 0
  return numbersOf(
    waitingIn(conversation).filter((one) => one.number <= about.mention && lastSaid(one) <= said),
  )
}

/** An answer up for approval that a person must look at again, and why. */
export type OutdatedReply = Reply & { because: 'mention-changed' | 'mention-gone' }

/** The answers whose words they were written for have changed or are gone. */
export function outdatedReplies(conversation: Conversation): readonly OutdatedReply[] {
  return conversation.replies.flatMap((reply): readonly OutdatedReply[] => {
    const mention = mentionIn(conversation, reply.mention)
    if (mention?.erased !== null) return [{ ...reply, because: 'mention-gone' }]
    const isChanged = mention.versions.length > reply.version
    return isChanged ? [{ ...reply, because: 'mention-changed' }] : []
  })
}

/** The mention whose wait is the oldest that runs: put off is none of them. Null while nobody is owed an answer. */
export function oldestWait(
  conversation: Conversation,
): { mention: MentionNumber; since: number; reminded: 'half' | 'full' | null } | null {
  let oldest: ReturnType<typeof oldestWait> = null
  for (const { number: mention, wait } of conversation.mentions) {
    if (wait === null || wait.putOff || (oldest !== null && oldest.since <= wait.since)) continue
    oldest = { mention, since: wait.since, reminded: wait.reminded }
  }
  return oldest
}

function numbersOf(mentions: readonly Mention[]): readonly MentionNumber[] {
  return mentions.map(({ number }) => number)
}
