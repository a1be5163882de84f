// The form for an answer to a mention: templates, hints, and up for approval like any other post.
import { hintsFor } from '../../core/conversation/hints.ts'
import type { ConversationRefusal } from '../../core/conversation/refusal.ts'
import type { Refusal } from '../../core/proposal/refusal.ts'
import { unknownButton } from '../../wording/faults.ts'
import { moderationRefusal } from '../../wording/moderation/refusals.ts'
import { refusalSentence } from '../../wording/refusals.ts'
import type { Entrance } from '../entrance.ts'
import { readAnswer } from '../form-values.ts'
import type { ModeratingParts } from '../parts.ts'
import { flawErrors } from '../proposal/forms.ts'
import { readerOf } from '../target.ts'
import { answerForm } from './forms.ts'

/** Registers the form for an answer. */
export function answerListeners(door: Entrance, parts: ModeratingParts): void {
  const { moderation, templates, zone, newsroom, proposals } = parts
  const readMention = readerOf('mention')

  const form = (number: number, filled: { text: string; chosen: number }) => {
    const about = moderation.mention(number)
    if (about === null) return null
    const hints = filled.text === '' ? [] : hintsFor(filled.text)
    return answerForm({ mention: about.view, templates, ...filled, hints, zone })
  }
  const refusal = (said: Exclude<Refusal, { refused: 'flawed' }> | ConversationRefusal) =>
    newsroom.draw((setting) =>
      isOfModeration(said) ? moderationRefusal(said, setting) : refusalSentence(said, setting),
    )

  for (const name of ['answer', 'answer-emergency']) {
    door.button(name, readMention, async (press, { number }) => {
      const emergency = templates.find(({ title }) => /notfall/i.test(title))?.text ?? ''
      const view = form(number, { text: name === 'answer' ? '' : emergency, chosen: 0 })
      if (view === null) return refusal({ refused: 'unknown-mention' })
      await press.opens(view)
      return null
    })
  }

  const readTemplate = (written: string) => templates[Number(written) - 1] ?? null
  door.button('template', readTemplate, async ({ form: open }, template) => {
    const about = open === null ? null : readMention(open.private_metadata)
    if (open === null || about === null) return unknownButton
    // What was typed already stays in front of the template.
    const typed = readAnswer(open.state.values)
    const text = [typed.text.trim(), template.text].filter((part) => part !== '').join('\n\n')
    // Slack shows a new text only in a new block.
    const [, before = '0'] = typed.block.split('-')
    const view = form(about.number, { text, chosen: Number(before) + 1 })
    if (view !== null) await newsroom.redraw(open, view)
    return null
  })

  door.form('answer', readMention, async (sent, { number }) => {
    const { block, text } = readAnswer(sent.values)
    const said = moderation.reply(number, text, sent.id, await sent.visitor())
    if ('refused' in said) {
      const sentence =
        said.refused === 'flawed' ? (flawErrors(said.flaws).text ?? '') : await refusal(said)
      return { errors: { [block]: sentence } }
    }
    void proposals.settle(said.proposal.number)
    const about = moderation.mention(number)
    if (about !== null) void moderation.settleOne(about.conversation.number)
    return null
  })
}

const moderationWords = new Set(['unknown-mention', 'erased'])

function isOfModeration(said: { refused: string }): said is ConversationRefusal {
  return moderationWords.has(said.refused)
}
