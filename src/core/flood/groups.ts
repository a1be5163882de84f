// What many ask in the same words. A rule anybody can check: the same letters and digits, whatever the case, the
// punctuation, the accounts named and the links; what only sounds alike a person reads.
import type { ConversationNumber } from '../conversation/conversation.ts'

/** Conversations in which the same is asked, in the order they came; `text` as the first of them wrote it. */
export type Group = { conversations: readonly ConversationNumber[]; text: string }

/** The words by which two texts are the same; empty where nothing is left that could be compared. */
export function bareWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/https?:\/\/\S+|@\w+/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What at least two conversations ask in the same words, the largest group first, of equal ones the one that came
 * first. */
export function groupsOf(
  asked: readonly { conversation: ConversationNumber; text: string }[],
): readonly Group[] {
  const groups = new Map<string, { conversations: ConversationNumber[]; text: string }>()
  for (const { conversation, text } of asked) {
    const words = bareWords(text)
    const group = groups.get(words)
    if (group !== undefined) group.conversations.push(conversation)
    else if (words !== '') groups.set(words, { conversations: [conversation], text })
  }
  return [...groups.values()]
    .filter(({ conversations }) => conversations.length > 1)
    .sort((one, other) => other.conversations.length - one.conversations.length)
}
