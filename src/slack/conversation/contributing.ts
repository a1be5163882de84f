// The way back from a Fachamt that was asked: a button and a form for its Zuarbeit.
import type { types } from '@slack/bolt'
import { cancelLabel } from '../../wording/forms.ts'
import { contributeFormWords as said } from '../../wording/moderation/passing-on.ts'
import type { Entrance } from '../entrance.ts'
import { field } from '../fields.ts'
import { readValues } from '../form-values.ts'
import { limits } from '../limits.ts'
import type { ModeratingParts } from '../parts.ts'
import { plain } from '../pieces.ts'
import { readTarget, writeTarget } from '../target.ts'
import { refusal, seenIn } from './seen.ts'
import { complaint } from './steps.ts'

/** Registers the way back. Who comes in here reads no more than what was sent to the Fachamt. */
export function contributingListeners(door: Entrance, parts: ModeratingParts): void {
  const { conversations, newsroom } = parts

  door.button('contribute', readTarget, async (press, target) => {
    if (seenIn(parts, target) === null) return refusal(parts, { refused: 'unknown-mention' })
    await press.opens(contributeForm(target.seal))
    return null
  })

  door.form('contribute', readTarget, async (sent, target) => {
    const about = seenIn(parts, target)
    if (about === null) return complaint(newsroom, { refused: 'unknown-mention' })
    const { conversation, seen: request } = about
    const text = readValues(sent.values).text('contribution')
    const command = { do: 'contribute', request, text } as const
    const visitor = await sent.visitor()
    const answer = conversations.answer(conversation.number, command, visitor, sent.id)
    if ('refused' in answer) return complaint(newsroom, answer)
    void conversations.settle(conversation.number)
    return null
  })
}

function contributeForm(seal: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'contribute',
    private_metadata: writeTarget(seal),
    title: plain(said.title, limits.viewTitle),
    submit: plain(said.submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      field('contribution', said.text, {
        type: 'plain_text_input',
        action_id: 'contribution',
        multiline: true,
        focus_on_load: true,
        max_length: limits.input,
      }),
    ],
  }
}
