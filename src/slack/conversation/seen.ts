// What a button or form of a conversation is about: what of it was in front of the person.
import type { Conversation } from '../../core/conversation/conversation.ts'
import type { Closing, ConversationCommand } from '../../core/conversation/decide.ts'
import type { ConversationRefusal } from '../../core/conversation/refusal.ts'
import { moderationRefusal } from '../../wording/moderation/refusals.ts'
import type { Said } from '../entrance.ts'
import type { ModeratingParts } from '../parts.ts'
import type { Target } from '../target.ts'
import type { Visit } from '../visit.ts'

/** A conversation as it is now, and up to which position of its life somebody saw it. */
export type SeenConversation = { conversation: Conversation; seen: number }

/** What a seal is about; null for what history does not have. */
export function seenIn(
  { conversations }: ModeratingParts,
  { seal }: Pick<Target, 'seal'>,
): SeenConversation | null {
  const known = conversations.seen(seal)
  const conversation = known === null ? null : conversations.load(known.number)
  return known === null || conversation === null ? null : { conversation, seen: known.seen }
}

/** A mention that was chosen in a conversation: its first one where none is named. Null for one that is none of
 * its. */
export function mentionChosen({ mentions }: Conversation, choice: string | null): number | null {
  const chosen = choice === null ? mentions[0].number : Number(choice)
  return mentions.some(({ number }) => number === chosen) ? chosen : null
}

/** Does what was asked of a conversation; what there is to say of it. */
export async function triage(
  parts: ModeratingParts,
  visit: Visit,
  target: Pick<Target, 'seal'>,
  asked: Exclude<ConversationCommand, { seen: number }> | Closing,
): Promise<Said> {
  const visitor = await visit.visitor()
  const about = seenIn(parts, target)
  if (about === null) return refusal(parts, { refused: 'unknown-mention' })
  const { conversation, seen } = about
  const command = { ...asked, seen } as ConversationCommand
  const said = parts.conversations.answer(conversation.number, command, visitor)
  if ('refused' in said) return refusal(parts, said)
  void parts.conversations.settle(conversation.number)
  return null
}

/** A refusal as a sentence. */
export function refusal(
  { newsroom }: ModeratingParts,
  refused: ConversationRefusal,
): Promise<string> {
  return newsroom.draw((setting) => moderationRefusal(refused, setting))
}
