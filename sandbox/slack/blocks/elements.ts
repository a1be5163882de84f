// Block Kit's composition objects and interactive elements: which fields, how long.

import { limits } from './limits.ts'
import {
  anything,
  byType,
  flag,
  integer,
  list,
  object,
  oneOf,
  pattern,
  string,
  type Check,
  type Fields,
} from './shape.ts'

export const id = string(limits.id)
const date = pattern(/^\d{4}-\d\d-\d\d$/, 'date')
const time = pattern(/^\d\d:\d\d$/, 'time')

export function plainText(max: number): Check {
  return object({ type: oneOf('plain_text'), text: string(max) }, { emoji: flag })
}

export function anyText(max: number): Check {
  const mrkdwn = object({ type: oneOf('mrkdwn'), text: string(max) }, { verbatim: flag })
  return byType(() => ({ plain_text: plainText(max), mrkdwn }))
}

const confirm = object(
  {
    title: plainText(limits.confirm.title),
    text: anyText(limits.confirm.text),
    confirm: plainText(limits.confirm.button),
    deny: plainText(limits.confirm.button),
  },
  { style: oneOf('primary', 'danger') },
)

const { option: o } = limits
const option = object(
  { text: plainText(o.text), value: string(o.value) },
  { description: plainText(o.description), url: string(limits.url) },
)
/** Checkboxes and radio buttons may also use mrkdwn. */
const choice = object(
  { text: anyText(o.text), value: string(o.value) },
  { description: anyText(o.description) },
)
const group = object({
  label: plainText(limits.optionGroup.label),
  options: list(option, limits.options.select),
})

const placeholder = { placeholder: plainText(limits.placeholder), focus_on_load: flag }

/** Exactly one of options and option_groups. */
function withOptions(shape: Check): Check {
  return (value, at, problems) => {
    shape(value, at, problems)
    const { options, option_groups: groups } = value as Record<string, unknown>
    if ((options === undefined) === (groups === undefined)) {
      problems.push(`[ERROR] must provide options or option_groups [json-pointer:${at}]`)
    }
  }
}

function element(type: string, required: Fields = {}, optional: Fields = {}): Check {
  return object({ type: oneOf(type), ...required }, { action_id: id, confirm, ...optional })
}

function select(type: string, optional: Fields): Check {
  return element(type, {}, { ...placeholder, ...optional })
}

const options = {
  options: list(option, limits.options.select),
  option_groups: list(group, limits.options.groups),
}
const many = { max_selected_items: integer(1, 100) }
const someIds = list(id, 100)

function textInput(type: string, optional: Fields = {}): Check {
  return element(
    type,
    {},
    { ...placeholder, dispatch_action_config: anything, initial_value: string(3_000), ...optional },
  )
}

const length = integer(0, limits.textInput.value)

/** Elements of section accessories, actions and input blocks. */
export const elements: Record<string, Check> = {
  button: element(
    'button',
    { text: plainText(limits.button.text) },
    {
      url: string(limits.url),
      value: string(limits.button.value),
      style: oneOf('primary', 'danger'),
      accessibility_label: string(limits.button.accessibilityLabel),
    },
  ),
  overflow: element('overflow', { options: list(option, limits.options.overflow) }),
  checkboxes: element(
    'checkboxes',
    { options: list(choice, limits.options.choice) },
    { initial_options: list(choice, limits.options.choice), focus_on_load: flag },
  ),
  radio_buttons: element(
    'radio_buttons',
    { options: list(choice, limits.options.choice) },
    { initial_option: choice, focus_on_load: flag },
  ),
  static_select: withOptions(select('static_select', { ...options, initial_option: option })),
  multi_static_select: withOptions(
    select('multi_static_select', {
      ...options,
      ...many,
      initial_options: list(option, limits.options.select),
    }),
  ),
  users_select: select('users_select', { initial_user: id }),
  multi_users_select: select('multi_users_select', { ...many, initial_users: someIds }),
  channels_select: select('channels_select', { initial_channel: id, response_url_enabled: flag }),
  multi_channels_select: select('multi_channels_select', { ...many, initial_channels: someIds }),
  conversations_select: select('conversations_select', {
    initial_conversation: id,
    default_to_current_conversation: flag,
    response_url_enabled: flag,
    filter: anything,
  }),
  multi_conversations_select: select('multi_conversations_select', {
    ...many,
    initial_conversations: someIds,
    default_to_current_conversation: flag,
    filter: anything,
  }),
  datepicker: select('datepicker', { initial_date: date }),
  timepicker: select('timepicker', { initial_time: time, timezone: string(100) }),
  datetimepicker: element(
    'datetimepicker',
    {},
    { initial_date_time: integer(1_000_000_000, 9_999_999_999), focus_on_load: flag },
  ),
  plain_text_input: textInput('plain_text_input', {
    multiline: flag,
    min_length: length,
    max_length: integer(1, limits.textInput.value),
  }),
  email_text_input: textInput('email_text_input'),
  url_text_input: textInput('url_text_input'),
  number_input: element(
    'number_input',
    { is_decimal_allowed: flag },
    {
      ...placeholder,
      dispatch_action_config: anything,
      initial_value: string(100),
      min_value: string(100),
      max_value: string(100),
    },
  ),
  rich_text_input: element(
    'rich_text_input',
    {},
    { ...placeholder, initial_value: anything, dispatch_action_config: anything },
  ),
  file_input: element(
    'file_input',
    {},
    { filetypes: list(string(20), 100), max_files: integer(1, limits.fileInput.files) },
  ),
}

export const image = object(
  { type: oneOf('image'), alt_text: string(limits.image.alt) },
  { image_url: string(limits.image.url), slack_file: anything },
)
