// What a Fachamt reads of a mention that was passed on to it.
import type { types } from '@slack/bolt'
import type { Request } from '../../core/conversation/conversation.ts'
import type { MentionView } from '../../desk/ports/views.ts'
import { viewOnX } from '../../wording/moderation/conversation.ts'
import {
  contributeAloud,
  contributedLine,
  contributeLabel,
  contributeMore,
  questionLabel,
  requestDueSentence,
  requestHint,
  requestOver,
  requestSentence,
  requestTitle,
} from '../../wording/moderation/passing-on.ts'
import { cut, escapeWithin, limits, shares } from '../limits.ts'
import {
  actions,
  context,
  header,
  line,
  link,
  plain,
  quote,
  rich,
  strong,
  words,
  type Drawn,
} from '../pieces.ts'
import { shortNames } from '../shown.ts'
import { writeTarget } from '../target.ts'
import type { Setting } from '../view.ts'
import { passageOf } from './card.ts'

/** Draws what a Fachamt is asked: the words, but not whose they are; that stands behind the link. */
export function requestMessage(
  view: Setting & {
    seal: string
    request: Request
    mentions: readonly MentionView[]
    isOver: boolean
  },
): Drawn {
  const { seal, request, mentions, isOver } = view
  const setting = shortNames(view)
  const { contributions, question } = request
  const title = requestTitle(request)
  const isThere = mentions.every(({ words: kept }) => kept !== null)
  const label = contributions.length === 0 ? contributeLabel : contributeMore
  const room = Math.floor(shares.mention / Math.max(1, mentions.length))
  return {
    text: escapeWithin(title, limits.header),
    blocks: [
      header(title),
      rich([
        line(words(requestSentence(request, setting))),
        ...mentions.flatMap((mention) => [
          ...passageOf(mention, room),
          ...(mention.words === null ? [] : [line(link(mention.words.link, viewOnX))]),
        ]),
        ...(question === '' ? [] : [line(strong(questionLabel)), quote(question)]),
        ...contributions.map((one) => line(words(contributedLine(one, setting)))),
        ...(isOver ? [line(words(requestOver))] : []),
      ]),
      ...(isOver || !isThere
        ? []
        : [actions([button(label, request, seal)]), context(requestHint)]),
    ],
  }
}

function button(label: string, request: Request, seal: string): types.Button {
  return {
    type: 'button',
    action_id: 'contribute',
    style: 'primary',
    text: plain(label, limits.button),
    value: writeTarget(seal),
    accessibility_label: cut(contributeAloud(label, request), limits.accessibilityLabel),
  }
}

/** Draws that the Zuarbeit is due, in the thread of what was asked. */
export function requestDue(request: Request): Drawn {
  const says = requestDueSentence(request)
  return { text: escapeWithin(says, limits.section), blocks: [rich([line(words(says))])] }
}
