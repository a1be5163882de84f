// The forms of the moderation desk. Block and action ids are the names of the fields.
import type { types } from '@slack/bolt'
import type { Hint } from '../../core/conversation/hints.ts'
import {
  awaited,
  fachaemter,
  isClosed,
  referrals,
  type Conversation,
} from '../../core/conversation/conversation.ts'
import { measureKinds, milderMeans, rules } from '../../core/measure/measure.ts'
import type { FieldWords } from '../../wording/forms.ts'
import { cancelLabel } from '../../wording/forms.ts'
import {
  conversationState,
  deadlineLine,
  mentionTitle,
} from '../../wording/moderation/conversation.ts'
import {
  answerFormWords,
  close,
  evidenceDecisions,
  hintsLabel,
  listEmpty,
  listMore,
  listTitle,
  moreSteps,
  no,
  quotedLabel,
  stepFormWords as said,
  yes,
  type MoreStep,
} from '../../wording/moderation/forms.ts'
import {
  awaitedLabels,
  fachamtLabels,
  measureLabels,
  milderLabels,
  referralLabels,
  ruleOption,
} from '../../wording/moderation/lists.ts'
import { cut, limits, shares } from '../limits.ts'
import { wordsOf } from './card.ts'
import { writeNumber } from '../mention-target.ts'
import { context, line, link, plain, rich, strong, words } from '../pieces.ts'
import { hintSentences, withinLine } from '../shown.ts'
import type { MentionView } from '../../desk/ports/views.ts'

/** A text the office has agreed on. */
export type Template = { title: string; text: string }

/** The form for an answer: the mention above, templates to choose from, the text. `version` changes with each
 * template chosen: Slack shows a new initial value only in a new block. */
export function answerForm(given: {
  mention: MentionView
  templates: readonly Template[]
  text: string
  chosen: number
  hints: readonly Hint[]
  zone: string
}): types.ModalView {
  const { mention, templates, text, chosen, hints, zone } = given
  const { text: field, template } = answerFormWords
  return {
    type: 'modal',
    callback_id: 'answer',
    private_metadata: writeNumber(mention.number),
    title: plain(answerFormWords.title, limits.viewTitle),
    submit: plain(answerFormWords.submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      rich([line(strong(quotedLabel(mention.number))), ...wordsOf(mention, zone)]),
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
      ...(hints.length === 0 ? [] : [context(hintsLabel, ...hintSentences(hints))]),
    ],
  }
}

/** The form behind a step that needs more than a click. Offers only what can happen to the conversation. */
export function stepForm(
  step: 'wait' | 'forward' | 'refer' | 'more' | 'measure' | 'end-evidence',
  conversation: Conversation,
  mention: number,
): types.ModalView {
  return {
    type: 'modal',
    callback_id: step,
    private_metadata: writeNumber(mention),
    title: plain(said[step].title, limits.viewTitle),
    submit: plain(said[step].submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      { type: 'section', text: plain(mentionTitle(mention), limits.section) },
      ...fields(step, conversation, mention),
    ],
  }
}

function fields(...[step, conversation, mention]: Parameters<typeof stepForm>): types.InputBlock[] {
  switch (step) {
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
          options: options(moreFor(conversation, mention), moreSteps),
        }),
      ]
    case 'measure':
      return [
        field('kind', said.measure.kind, select('kind', measureKinds, measureLabels)),
        field(
          'rule',
          said.measure.rule,
          select(
            'rule',
            rules.map(String),
            Object.fromEntries(rules.map((rule) => [rule, ruleOption(rule)])),
          ),
        ),
        field('reason', said.measure.reason, {
          type: 'plain_text_input',
          action_id: 'reason',
          multiline: true,
          max_length: 600,
        }),
        {
          ...field('milder', said.measure.milder, {
            type: 'checkboxes',
            action_id: 'milder',
            options: options(milderMeans, milderLabels),
          }),
          optional: true,
        },
        field('informed', said.measure.informed, {
          type: 'radio_buttons',
          action_id: 'informed',
          options: options(['no', 'yes'], { no, yes }),
        }),
        {
          ...field('reviewOn', said.measure.reviewOn, {
            type: 'datepicker',
            action_id: 'reviewOn',
          }),
          optional: true,
        },
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

function moreFor(conversation: Conversation, mention: number): MoreStep[] {
  const isHeld = conversation.evidence.some((held) => held.mention === mention)
  const isErased = conversation.mentions.some(
    (one) => one.number === mention && one.erased !== null,
  )
  return [
    ...(isClosed(conversation) ? [] : (['tell-answered', 'mark-spam'] as const)),
    'measure',
    ...(isHeld || isErased ? [] : (['hold-evidence'] as const)),
    ...(isHeld ? (['end-evidence'] as const) : []),
  ]
}

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

function field(
  id: string,
  { label, hint }: FieldWords,
  element: types.InputBlock['element'],
): types.InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plain(label, limits.label),
    ...(hint !== undefined && { hint: plain(hint, limits.label) }),
    element,
  }
}

function select<Value extends string>(
  id: string,
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): types.StaticSelect {
  return { type: 'static_select', action_id: id, options: options(values, labels) }
}

function options<Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): types.PlainTextOption[] {
  return values.map((value) => ({ text: plain(labels[value], limits.option), value }))
}
