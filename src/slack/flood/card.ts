// When more comes in than one card each could bear: the collecting card, the alarm, and the morning's digest.
import {
  digestSentence,
  floodAlarm,
  floodMore,
  floodSentence,
  floodTitle,
  erasedSentences,
  holdPlanned,
  holdPlannedConfirm,
  mentionLabels,
  mentionTitle,
  toFloodCard,
} from '../../wording/moderation/conversation.ts'
import { moment } from '../../wording/time.ts'
import type { Drawn } from '../pieces.ts'
import { cut, escapeWithin, limits, shares } from '../limits.ts'
import { sealOf, writeTarget } from '../target.ts'
import { actions, confirmation, header, line, link, plain, rich, words } from '../pieces.ts'
import { withinLine } from '../shown.ts'
import type { MentionView } from '../../desk/ports/views.ts'

/** How many mentions the collecting card lists; all stand in the list of open ones. */
const listed = 20

/** Draws the collecting card of a flood: how many there are, the newest first, and a way to a card. */
export function floodCard(view: {
  isOver: boolean
  mentions: readonly MentionView[]
  zone: string
}): Drawn {
  const { isOver, mentions, zone } = view
  const title = floodTitle(mentions.length, isOver)
  const shown = mentions.slice(-listed).reverse()
  const more = mentions.length - shown.length
  const options = shown
    .filter((mention) => mention.words !== null)
    .map(({ number, words: said }) => ({
      text: plain(`${mentionTitle(number)}: ${withinLine(said?.text ?? '')}`, limits.option),
      value: writeTarget(sealOf('mention', number)),
    }))
  return {
    text: escapeWithin(title, limits.header),
    blocks: [
      header(title),
      rich([
        line(words(floodSentence)),
        ...shown.map((mention) => line(words(entry(mention, zone)))),
        ...(more > 0 ? [line(words(floodMore(more)))] : []),
      ]),
      ...(options.length === 0
        ? []
        : [
            actions([
              {
                type: 'static_select',
                action_id: 'want-card',
                placeholder: plain(mentionLabels['want-card'], limits.placeholder),
                options,
              },
            ]),
          ]),
    ],
  }
}

function entry({ number, words: said, erased, postedAt }: MentionView, zone: string): string {
  const text =
    said === null
      ? erasedSentences[erased ?? 'retention']
      : `„${cut(withinLine(said.text), shares.listed)}“`
  return `${mentionTitle(number)}, ${moment(postedAt, zone)}: ${text}`
}

/** Draws the alarm in the approval channel: what is planned may not fit any more. */
export function floodAlarmMessage(view: { mentions: number; card: string | null }): Drawn {
  const says = floodAlarm(view.mentions)
  return {
    text: escapeWithin(says, limits.section),
    blocks: [
      rich([
        line(words(says)),
        ...(view.card === null ? [] : [line(link(view.card, toFloodCard))]),
      ]),
      actions([
        {
          type: 'button',
          action_id: 'hold-planned',
          style: 'danger',
          text: plain(holdPlanned, limits.button),
          confirm: confirmation(holdPlannedConfirm),
        },
      ]),
    ],
  }
}

/** Draws the morning's one message. */
export function digest(counts: Parameters<typeof digestSentence>[0]): Drawn {
  const says = digestSentence(counts)
  return {
    text: escapeWithin(says, limits.section),
    blocks: [rich([line(words(says))])],
  }
}
