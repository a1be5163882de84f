// The forms of the moderation desk. Block and action ids are the names of the fields.
import type { types } from '@slack/bolt'
import type { Hint } from '../../core/hints.ts'
import {
  awaited,
  fachaemter,
  isClosed,
  referrals,
  type Conversation,
  type Fachamt,
} from '../../core/conversation/conversation.ts'
import { cancelLabel } from '../../wording/forms.ts'
import { mentionTitle } from '../../wording/moderation/conversation.ts'
import {
  answerFormWords,
  evidenceDecisions,
  moreSteps,
  quotedLabel,
  stepFormWords as said,
  useContribution,
  type MoreStep,
} from '../../wording/moderation/forms.ts'
import { awaitedLabels, fachamtLabels, referralLabels } from '../../wording/moderation/lists.ts'
import { cut, limits, shares } from '../limits.ts'
import { wordsOf } from './card.ts'
import { actions, context, line, plain, quote, rich, strong } from '../pieces.ts'
import { field, notice, options, select } from '../fields.ts'
import { hintLines } from '../shown.ts'
import { writeTarget } from '../target.ts'
import type { MentionView } from '../../desk/ports/views.ts'

/** Words somebody may put into an answer, and where they are from. */
export type Offered = { label: string; text: string }

/** A text the office has agreed on. */
export type Template = { title: string; text: string }

/** Whether a Textbaustein tells where damage is reported. */
export function isDamageText({ title, text }: Template): boolean {
  return /melde-?michel/i.test(`${title} ${text}`)
}

/** The form for an answer: the mention above, what Fachämter said about it and what is agreed,, templates to choose from, the text. `chosen` changes with each
 * template: Slack shows a new initial value only in a new block. */
export function answerForm(given: {
  /** The conversation as the form shows it. */
  seal: string
  mention: MentionView
  offered: readonly Offered[]
  templates: readonly Template[]
  text: string
  chosen: number
  hints: readonly Hint[]
  zone: string
}): types.ModalView {
  const { seal, mention, offered, templates, text, chosen, hints, zone } = given
  const { text: field, template } = answerFormWords
  return {
    type: 'modal',
    callback_id: 'answer',
    private_metadata: writeTarget(seal, String(mention.number)),
    title: plain(answerFormWords.title, limits.viewTitle),
    submit: plain(answerFormWords.submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      rich([line(strong(quotedLabel(mention.number))), ...wordsOf(mention, zone)]),
      ...offered.flatMap((one, index) => offer(one, index + 1)),
      ...(templates.length === 0
        ? []
        : [
            {
              type: 'section' as const,
              block_id: 'template',
              text: plain(template.label, limits.section),
              accessory: {
                type: 'static_select' as const,
                action_id: 'template',
                placeholder: plain(template.placeholder, limits.placeholder),
                options: templates.slice(0, 100).map(({ title }, index) => ({
                  text: plain(title, limits.option),
                  value: String(index + 1),
                })),
              },
            },
          ]),
      {
        type: 'input',
        block_id: `text-${chosen}`,
        label: plain(field.label, limits.label),
        hint: plain(field.hint, limits.label),
        element: {
          type: 'plain_text_input',
          action_id: 'text',
          multiline: true,
          max_length: limits.input,
          focus_on_load: true,
          ...(text !== '' && { initial_value: cut(text, limits.input) }),
        },
      },
      ...hintLines(hints).map((hint) => context(hint)),
    ],
  }
}

/** Words with a button that puts them into the answer. */
function offer({ label, text }: Offered, number: number): types.KnownBlock[] {
  return [
    rich([line(strong(label)), quote(cut(text, shares.quote))]),
    actions([
      {
        type: 'button',
        action_id: 'use-contribution',
        text: plain(useContribution, limits.button),
        value: String(number),
      },
    ]),
  ]
}

/** The form behind a step that needs more than a click. Offers only what can happen to the conversation, and decides
 * about what its card showed (`seal`). */
export function stepForm(
  step: 'wait' | 'pass-on' | 'forward' | 'refer' | 'more' | 'end-evidence',
  about: {
    seal: string
    conversation: Conversation
    mention: number
    contacts: ReadonlyMap<Fachamt, string>
  },
): types.ModalView {
  const { seal, mention } = about
  return {
    type: 'modal',
    callback_id: step,
    private_metadata: writeTarget(seal, String(mention)),
    title: plain(said[step].title, limits.viewTitle),
    submit: plain(said[step].submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [notice(mentionTitle(mention)), ...fields(step, about)],
  }
}

function fields(
  step: Parameters<typeof stepForm>[0],
  { conversation, mention, contacts }: Parameters<typeof stepForm>[1],
): types.InputBlock[] {
  switch (step) {
    case 'pass-on':
      return [
        field(
          'fachamt',
          said['pass-on'].fachamt,
          select('fachamt', [...contacts.keys()], fachamtLabels),
        ),
        field('until', said['pass-on'].until, { type: 'datepicker', action_id: 'until' }),
        {
          ...field('question', said['pass-on'].question, {
            type: 'plain_text_input',
            action_id: 'question',
            multiline: true,
            max_length: shares.quote,
          }),
          optional: true,
        },
      ]
    case 'wait':
      return [
        field('for', said.wait.for, select('for', awaited, awaitedLabels)),
        {
          ...field('fachamt', said.wait.fachamt, select('fachamt', fachaemter, fachamtLabels)),
          optional: true,
        },
        field('until', said.wait.until, { type: 'datepicker', action_id: 'until' }),
      ]
    case 'forward':
      return [field('fachamt', said.forward.fachamt, select('fachamt', fachaemter, fachamtLabels))]
    case 'refer':
      return [field('target', said.refer.target, select('target', referrals, referralLabels))]
    case 'more':
      return [
        field('step', said.more.step, {
          type: 'radio_buttons',
          action_id: 'step',
          options: options(moreFor(conversation, mention, contacts.size > 0), moreSteps),
        }),
      ]
    case 'end-evidence':
      return [
        field('decision', said['end-evidence'].decision, {
          type: 'radio_buttons',
          action_id: 'decision',
          options: options(Object.keys(evidenceDecisions), evidenceDecisions),
        }),
      ]
  }
}

function moreFor(conversation: Conversation, mention: number, canPassOn: boolean): MoreStep[] {
  const isHeld = conversation.evidence.some((held) => held.mention === mention)
  const isErased = conversation.mentions.some(
    (one) => one.number === mention && one.erased !== null,
  )
  return [
    ...(isClosed(conversation) ? [] : (['tell-answered', 'mark-spam'] as const)),
    // Where nothing can be passed on the card itself offers it.
    ...(isClosed(conversation) || !canPassOn ? [] : (['forward'] as const)),
    'measure',
    ...(isHeld || isErased ? [] : (['hold-evidence'] as const)),
    ...(isHeld ? (['end-evidence'] as const) : []),
  ]
}
