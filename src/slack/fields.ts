// The fields our forms are made of. Block and action ids are the names of the fields.
import type { types } from '@slack/bolt'
import { topics } from '../core/content.ts'
import { proposalFormWords, type FieldWords } from '../wording/forms.ts'
import { topicLabels } from '../wording/topics.ts'
import { cut, limits, shares } from './limits.ts'
import { plain } from './pieces.ts'

/** A sentence above the fields. */
export function notice(text: string): types.KnownBlock {
  return { type: 'section', text: plain(text, limits.section) }
}

/** A field of a form: block and action have its name, so that what was typed survives an error. */
export function field(
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

/** A field to type into. */
export function typed(
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

/** The menu of topics. */
export function topicSelect(chosen: string | null): types.InputBlock['element'] {
  const options = topics.map((topic): types.PlainTextOption => ({
    text: plain(topicLabels[topic], limits.option),
    value: topic,
  }))
  const initial = options.find(({ value }) => value === chosen)
  return {
    type: 'static_select',
    action_id: 'topic',
    placeholder: plain(proposalFormWords.topic.placeholder, limits.placeholder),
    options,
    ...(initial !== undefined && { initial_option: initial }),
  }
}

/** A day to choose. */
export function datepicker(
  id: string,
  { placeholder }: FieldWords,
  chosen: string | null | undefined,
): types.InputBlock['element'] {
  return {
    type: 'datepicker',
    action_id: id,
    ...(placeholder !== undefined && { placeholder: plain(placeholder, limits.placeholder) }),
    ...(chosen != null && { initial_date: chosen }),
  }
}

/** A time of day to choose. */
export function timepicker(
  id: string,
  { placeholder }: FieldWords,
  chosen: string | null | undefined,
): types.InputBlock['element'] {
  return {
    type: 'timepicker',
    action_id: id,
    ...(placeholder !== undefined && { placeholder: plain(placeholder, limits.placeholder) }),
    ...(chosen != null && { initial_time: chosen }),
  }
}

/** One thing to tick. */
export function tick(id: string, choice: string, isChosen: boolean): types.InputBlock['element'] {
  return ticks(id, [{ value: 'yes', label: choice }], isChosen ? ['yes'] : [])
}

/** Things to tick. */
export function ticks(
  id: string,
  choices: readonly { value: string; label: string }[],
  chosen: readonly string[],
): types.InputBlock['element'] {
  const all = choices.map(({ value, label }) => ({ text: plain(label, limits.option), value }))
  const initial = all.filter(({ value }) => chosen.includes(value))
  return {
    type: 'checkboxes',
    action_id: id,
    options: all,
    ...(initial.length > 0 && { initial_options: initial }),
  }
}

/** A menu of values with their labels. */
export function select<Value extends string>(
  id: string,
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): types.StaticSelect {
  return { type: 'static_select', action_id: id, options: options(values, labels) }
}

/** Values with their labels, to choose from. */
export function options<Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): types.PlainTextOption[] {
  return values.map((value) => ({ text: plain(labels[value], limits.option), value }))
}

/** What is wrong in a form as Slack wants it: one text for each block, several sentences about one block together. */
export function formErrors(
  said: readonly { block: string; sentence: string }[],
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { block, sentence } of said) {
    const before = errors[block]
    errors[block] = cut(before === undefined ? sentence : `${before} ${sentence}`, shares.formError)
  }
  return errors
}
