// The forms. Block and action ids are the names of the fields, so that what was typed survives an error.
import type { types } from '@slack/bolt'
import { topics } from '../../core/content.ts'
import type { Draft, Field, Flaw } from '../../core/proposal/draft.ts'
import { flawSentence } from '../../wording/flaws.ts'
import {
  cancelLabel,
  proposalFormWords as said,
  revisingNotice,
  sentenceFormWords,
  type FieldWords,
  type SentenceAction,
} from '../../wording/forms.ts'
import { experienceFormWords } from '../../wording/report/asking.ts'
import { cardTitle } from '../../wording/card.ts'
import { topicLabels } from '../../wording/topics.ts'
import { cut, limits, shares } from '../limits.ts'
import { plain } from '../pieces.ts'
import { writeTarget, type Target } from '../target.ts'

export type SentenceForm = SentenceAction

/** The form for a proposal, filled with a draft. `revising` is the version it is to replace. */
export function proposalForm(given: {
  draft: Draft | null
  revising: Target | null
}): types.ModalView {
  const { draft, revising } = given
  return {
    type: 'modal',
    callback_id: 'proposal',
    private_metadata: revising === null ? '' : writeTarget(revising),
    title: plain(revising === null ? said.title.propose : said.title.revise, limits.viewTitle),
    submit: plain(said.submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      ...(revising === null ? [] : [notice(revisingNotice(revising.number, revising.version))]),
      field('text', said.text, typed('text', said.text, draft?.text, true)),
      field('topic', said.topic, topicSelect(draft?.topic ?? null)),
      { ...field('link', said.link, typed('link', said.link, draft?.link, false)), optional: true },
      {
        ...field(
          'noLinkBecause',
          said.noLinkBecause,
          typed('noLinkBecause', said.noLinkBecause, draft?.noLinkBecause, false),
        ),
        optional: true,
      },
      {
        ...field('date', said.date, {
          type: 'datepicker',
          action_id: 'date',
          placeholder: plain(said.date.placeholder, limits.placeholder),
          ...(draft?.date != null && { initial_date: draft.date }),
        }),
        optional: true,
      },
      {
        ...field('time', said.time, {
          type: 'timepicker',
          action_id: 'time',
          placeholder: plain(said.time.placeholder, limits.placeholder),
          ...(draft?.time != null && { initial_time: draft.time }),
        }),
        optional: true,
      },
    ],
  }
}

/** A form that asks for one sentence: a reason, a question or a link. */
export function sentenceForm(form: SentenceForm, target: Target): types.ModalView {
  const words = sentenceFormWords[form]
  return {
    type: 'modal',
    callback_id: form,
    private_metadata: writeTarget(target),
    title: plain(words.title, limits.viewTitle),
    submit: plain(words.submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      notice(cardTitle(target.number, target.version)),
      field(
        'sentence',
        words.field,
        typed('sentence', words.field, undefined, words.multiline, true),
      ),
    ],
  }
}

/** The form for a note, with what was typed already. `channel` is where the answer goes. */
export function experienceForm(text: string, channel: string): types.ModalView {
  const words = experienceFormWords
  return {
    type: 'modal',
    callback_id: 'experience',
    private_metadata: channel,
    title: plain(words.title, limits.viewTitle),
    submit: plain(words.submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      field('text', words.text, typed('text', words.text, text, true)),
      { ...field('topic', words.topic, topicSelect(null)), optional: true },
    ],
  }
}

/** Every flaw beside its field, as Slack wants it: one text for each block id. */
export function flawErrors(flaws: readonly Flaw[]): Record<string, string> {
  const errors: Partial<Record<Field, string>> = {}
  for (const flaw of flaws) {
    const before = errors[flaw.field]
    const sentence = flawSentence(flaw)
    errors[flaw.field] = cut(
      before === undefined ? sentence : `${before} ${sentence}`,
      shares.formError,
    )
  }
  return errors
}

function notice(text: string): types.KnownBlock {
  return { type: 'section', text: plain(text, limits.section) }
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

function typed(
  id: string,
  { placeholder }: FieldWords,
  value: string | undefined,
  multiline: boolean,
  focus = id === 'text',
): types.InputBlock['element'] {
  return {
    type: 'plain_text_input',
    action_id: id,
    multiline,
    max_length: limits.input,
    focus_on_load: focus,
    ...(placeholder !== undefined && { placeholder: plain(placeholder, limits.placeholder) }),
    ...(value !== undefined && value !== '' && { initial_value: cut(value, limits.input) }),
  }
}

function topicSelect(chosen: string | null): types.InputBlock['element'] {
  const options = topics.map((topic): types.PlainTextOption => ({
    text: plain(topicLabels[topic], limits.option),
    value: topic,
  }))
  const initial = options.find(({ value }) => value === chosen)
  return {
    type: 'static_select',
    action_id: 'topic',
    placeholder: plain(said.topic.placeholder, limits.placeholder),
    options,
    ...(initial !== undefined && { initial_option: initial }),
  }
}
