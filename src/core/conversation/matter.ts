import type { Matter } from '../matter.ts'
import type { Conversation, ConversationEvent } from './conversation.ts'
import {
  conversationDue,
  conversationRests,
  type ConversationOwed,
  type ConversationRules,
} from './due.ts'
import { evolveConversation } from './evolve.ts'
import { conversationLetters, type ConversationLetter } from './letters.ts'

/** What a conversation is to the desk's engine, under the rules of one office. */
export function conversationMatter(
  rules: ConversationRules,
): Matter<Conversation, ConversationEvent, ConversationOwed, ConversationLetter> {
  return {
    about: 'conversation',
    evolve: evolveConversation,
    due: (conversation, now) => conversationDue(conversation, now, rules),
    letters: conversationLetters,
    rests: conversationRests,
  }
}
