// The list of open mentions, for who asks by command.
import type { types } from '@slack/bolt'
import type { Conversation } from '../../core/conversation/conversation.ts'
import type { MentionView } from '../../desk/ports/views.ts'
import {
  conversationState,
  deadlineLine,
  mentionTitle,
} from '../../wording/moderation/conversation.ts'
import { close, listEmpty, listMore, listTitle } from '../../wording/moderation/forms.ts'
import { cut, limits, shares } from '../limits.ts'
import { line, link, plain, rich, strong, words } from '../pieces.ts'
import { withinLine } from '../shown.ts'

/** One entry of the list of open mentions; `card` is the permalink of its card. */
export type ListedMention = {
  conversation: Conversation
  view: MentionView
  due: number | null
  card: string | null
}

/** The list of what is open, the most urgent first. */
export function mentionList(
  entries: readonly ListedMention[],
  { now, zone }: { now: number; zone: string },
): types.ModalView {
  const shown = entries.slice(0, 40)
  const more = entries.length - shown.length
  return {
    type: 'modal',
    title: plain(listTitle, limits.viewTitle),
    close: plain(close, limits.viewTitle),
    blocks: [
      ...(shown.length === 0 ? [rich([line(words(listEmpty))])] : []),
      ...shown.map(({ conversation, view, due, card }): types.KnownBlock => {
        const label = mentionTitle(view.number)
        const text = withinLine(view.words?.text ?? '')
        const isWaiting = conversation.stage.is === 'waiting'
        return rich([
          line(
            card === null ? strong(label) : link(card, label),
            words(`: ${conversationState(conversation)}`),
          ),
          ...(text === '' ? [] : [line(words(`„${cut(text, shares.excerpt)}“`))]),
          ...(due === null || isWaiting ? [] : [line(words(deadlineLine(due, now, zone)))]),
        ])
      }),
      ...(more > 0 ? [rich([line(words(listMore(more)))])] : []),
    ],
  }
}
