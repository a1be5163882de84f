// The form for an answer to a mention: templates, hints, and up for approval like any other post.
import type { Conversation } from '../../core/conversation/conversation.ts'
import { hintsFor } from '../../core/hints.ts'
import type { ConversationRefusal } from '../../core/conversation/refusal.ts'
import type { Refusal } from '../../core/proposal/refusal.ts'
import { agreedLabel, contributionLabel } from '../../wording/moderation/forms.ts'
import { unknownButton } from '../../wording/faults.ts'
import { moderationRefusal } from '../../wording/moderation/refusals.ts'
import { refusalSentence } from '../../wording/refusals.ts'
import type { Entrance, Press, Said } from '../entrance.ts'
import { readText } from '../form-values.ts'
import { leftIn } from '../leftovers.ts'
import type { ModeratingParts } from '../parts.ts'
import { confirming, type DrawsHome } from '../proposal/confirming.ts'
import { flawErrors } from '../proposal/forms.ts'
import { typedNothing } from '../proposal/submitting.ts'
import { readTarget, type Target } from '../target.ts'
import { answerForm, isDamageText, type Offered, type Template } from './forms.ts'
import { mentionChosen, seenIn } from './seen.ts'

/** Registers the form for an answer. */
export function answerListeners(door: Entrance, parts: ModeratingParts & DrawsHome): void {
  const confirm = confirming(parts)
  const { conversations, templates, zone, newsroom, proposals } = parts

  // The form shows the words as they are now, and its answer is for these.
  const form = (target: Target, filled: { text: string; chosen: number }) => {
    const about = seenIn(parts, target)
    const number = about === null ? null : mentionChosen(about.conversation, target.choice)
    const known = number === null ? null : conversations.mention(number)
    if (known === null) return null
    const hints = filled.text === '' ? [] : hintsFor({ kind: 'reply', text: filled.text })
    const seal = conversations.seal(known.conversation)
    const offered = offeredFor(known.conversation, known.view.number)
    const shown = { seal, mention: known.view, offered, templates, hints, zone }
    return answerForm({ ...shown, ...filled })
  }
  /** What Fachämter said about a mention, and how the same words were answered before, as far as it is still there. */
  function offeredFor({ requests }: Conversation, mention: number): Offered[] {
    const said = requests
      .filter(({ mentions }) => mentions.includes(mention))
      .flatMap(({ fachamt, contributions }) =>
        contributions.map(({ text }) => ({ label: contributionLabel(fachamt), text })),
      )
    const agreed = conversations
      .agreedFor(mention)
      .map(({ proposal, text }) => ({ label: agreedLabel(proposal), text }))
    return [...said, ...agreed].filter(({ text }) => text !== '')
  }
  const refusal = (said: Exclude<Refusal, { refused: 'flawed' }> | ConversationRefusal) =>
    newsroom.draw((setting) =>
      isOfModeration(said) ? moderationRefusal(said, setting) : refusalSentence(said, setting),
    )

  const begins: Readonly<Record<string, (template: Template) => boolean>> = {
    answer: () => false,
    'answer-emergency': ({ title }) => /notfall/i.test(title),
    'answer-damage': isDamageText,
  }
  for (const [name, isWanted] of Object.entries(begins)) {
    door.button(name, readTarget, async (press, target) => {
      const text = templates.find(isWanted)?.text ?? ''
      const view = form(target, { text, chosen: 0 })
      if (view === null) return refusal({ refused: 'unknown-mention' })
      // In a list the form takes the place of the list.
      if (press.form === null) await press.opens(view)
      else await newsroom.redraw(press.form, view)
      return null
    })
  }

  /** Puts words into the answer: what was typed already stays in front of them. */
  async function putIn({ form: open }: Press, wordsFor: (about: Target) => string): Promise<Said> {
    const about = open === null ? null : readTarget(open.private_metadata)
    if (open === null || about === null) return unknownButton
    const typed = readText(open.state.values)
    const text = [typed.text.trim(), wordsFor(about)].filter((part) => part !== '').join('\n\n')
    // Slack shows a new text only in a new block.
    const [, before = '0'] = typed.block.split('-')
    const view = form(about, { text, chosen: Number(before) + 1 })
    if (view !== null) await newsroom.redraw(open, view)
    return null
  }

  const readTemplate = (written: string) => templates[Number(written) - 1] ?? null
  door.button('template', readTemplate, (press, template) => putIn(press, () => template.text))
  door.button('use-contribution', Number, (press, number) =>
    putIn(press, (target) => {
      const about = seenIn(parts, target)
      const mention = about && mentionChosen(about.conversation, target.choice)
      const all = about && mention !== null ? offeredFor(about.conversation, mention) : []
      return all[number - 1]?.text ?? ''
    }),
  )

  door.form('answer', readTarget, async (sent, target) => {
    const { block, text } = readText(sent.values)
    const about = seenIn(parts, target)
    const mention = about === null ? null : mentionChosen(about.conversation, target.choice)
    if (about === null || mention === null) {
      return { errors: { [block]: await refusal({ refused: 'unknown-mention' }) } }
    }
    const left = leftIn(text)
    if (left.length > 0) {
      const flaws = proposals.flawsOf({ ...typedNothing, text }, { mention, version: 1 })
      const more = left.map((sentence) => ({ block, sentence }))
      return { errors: flawErrors(flaws, block, more) }
    }
    const said = conversations.reply(mention, about.seen, text, sent.id, await sent.visitor())
    if ('refused' in said) {
      if (said.refused === 'flawed') return { errors: flawErrors(said.flaws, block) }
      return { errors: { [block]: await refusal(said) } }
    }
    const channel = conversations.cardOf(about.conversation.number)?.channel ?? null
    confirm(sent, { channel, answer: null }, said.proposal.number)
    void conversations.settle(about.conversation.number)
    return null
  })
}

const moderationWords = new Set(['unknown-mention', 'erased'])

function isOfModeration(said: { refused: string }): said is ConversationRefusal {
  return moderationWords.has(said.refused)
}
