// When more comes in than one card each could bear: the collecting card and the alarm.
import type { types } from '@slack/bolt'
import type { FloodView, ListedView } from '../../desk/ports/views.ts'
import {
  erasedSentences,
  mentionLabels,
  mentionTitle,
} from '../../wording/moderation/conversation.ts'
import {
  floodAlarm,
  floodMore,
  floodSentence,
  floodTitle,
  furtherListed,
  holdPlanned,
  holdPlannedConfirm,
  openListLabel,
  toFloodCard,
} from '../../wording/moderation/flood.ts'
import { momentOrDay } from '../../wording/time.ts'
import { cut, escapeWithin, limits, shares } from '../limits.ts'
import {
  actions,
  confirmation,
  header,
  line,
  link,
  plain,
  rich,
  words,
  type Drawn,
} from '../pieces.ts'
import { withinLine } from '../shown.ts'
import { writeTarget } from '../target.ts'

/** Draws the collecting card of a flood: how many there are, the newest first, a way to a card, and the list. */
export function floodCard(view: FloodView & { zone: string }): Drawn {
  const { seal, isOver, collected, waiting, newest, zone } = view
  const title = floodTitle(collected, isOver)
  const shown = newest.toReversed()
  const more = waiting - shown.length
  const options = shown
    .filter(({ mention }) => mention.words !== null)
    .map(({ seal: own, mention: { number, words: said } }) => ({
      text: plain(`${mentionTitle(number)}: ${withinLine(said?.text ?? '')}`, limits.option),
      value: writeTarget(own),
    }))
  return {
    text: escapeWithin(title, limits.header),
    blocks: [
      header(title),
      rich([
        line(words(floodSentence(waiting))),
        ...shown.map((one) => line(words(listedLine(one, zone)))),
        ...(more > 0 ? [line(words(floodMore(more)))] : []),
      ]),
      // What waits can be reached though its words are gone.
      ...(waiting === 0
        ? []
        : [
            actions([
              {
                type: 'button',
                action_id: 'flood-list',
                style: 'primary',
                text: plain(openListLabel, limits.button),
                value: writeTarget(seal),
              },
              ...(options.length === 0 ? [] : [wanted(options)]),
            ]),
          ]),
    ],
  }
}

function wanted(options: types.PlainTextOption[]): types.StaticSelect {
  return {
    type: 'static_select',
    action_id: 'want-card',
    placeholder: plain(mentionLabels['want-card'], limits.placeholder),
    options,
  }
}

/** A listed mention in one line, with the newest of those that followed. */
export function listedLine({ mention, further, last }: ListedView, zone: string): string {
  const first = `${mentionTitle(mention.number)}, ${momentOrDay(mention.postedAt, zone)}: ${saidIn(mention)}`
  if (last === null) return first
  return `${first}${furtherListed(further, `${mentionTitle(last.number)}: ${saidIn(last)}`)}`
}

function saidIn({ words: said, erased }: ListedView['mention']): string {
  return said === null
    ? erasedSentences[erased ?? 'retention']
    : `„${cut(withinLine(said.text), shares.listed)}“`
}

/** Draws the alarm in the approval channel: what is planned may not fit any more. */
export function floodAlarmMessage(view: {
  seal: string
  mentions: number
  card: string | null
}): Drawn {
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
          value: writeTarget(view.seal),
          confirm: confirmation(holdPlannedConfirm),
        },
      ]),
    ],
  }
}
