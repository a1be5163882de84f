// view.state.values: what every input of a view holds, filled in where nothing was typed.

import { elementsOf, type Block } from './blocks/blocks.ts'
import { isObject } from './blocks/shape.ts'

export type Values = Record<string, Record<string, unknown>>

/** Which field of an element's state holds its value, and which of the element its first one. */
const fields: Record<string, [state: string, initial: string, empty: unknown]> = {
  plain_text_input: ['value', 'initial_value', null],
  email_text_input: ['value', 'initial_value', null],
  url_text_input: ['value', 'initial_value', null],
  number_input: ['value', 'initial_value', null],
  rich_text_input: ['rich_text_value', 'initial_value', null],
  static_select: ['selected_option', 'initial_option', null],
  radio_buttons: ['selected_option', 'initial_option', null],
  checkboxes: ['selected_options', 'initial_options', []],
  multi_static_select: ['selected_options', 'initial_options', []],
  users_select: ['selected_user', 'initial_user', null],
  multi_users_select: ['selected_users', 'initial_users', []],
  channels_select: ['selected_channel', 'initial_channel', null],
  multi_channels_select: ['selected_channels', 'initial_channels', []],
  conversations_select: ['selected_conversation', 'initial_conversation', null],
  multi_conversations_select: ['selected_conversations', 'initial_conversations', []],
  datepicker: ['selected_date', 'initial_date', null],
  timepicker: ['selected_time', 'initial_time', null],
  datetimepicker: ['selected_date_time', 'initial_date_time', null],
  file_input: ['files', 'initial_files', []],
}

/** The state of all inputs; given values win over initial ones, unknown ones are dropped. */
export function stateOf(blocks: readonly Block[], given: Values): Values {
  const values: Values = {}
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const type = String(element.type)
      const field = fields[type]
      if (field === undefined) continue
      const [name, initial, empty] = field
      const actionId = String(element.action_id)
      const typed = given[block.block_id]?.[actionId]
      const value = isObject(typed) ? (typed[name] ?? empty) : (element[initial] ?? empty)
      const kept = value === '' ? null : value
      values[block.block_id] = { ...values[block.block_id], [actionId]: { type, [name]: kept } }
    }
  }
  return values
}

/** What Slack's own client says before it sends a form, by block_id. */
export function unfilled(blocks: readonly Block[], values: Values): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const block of blocks.filter((one) => one.type === 'input')) {
    const [element] = elementsOf(block)
    const name = fields[String(element?.type)]?.[0] ?? 'value'
    const state = values[block.block_id]?.[String(element?.action_id)]
    const value = isObject(state) ? state[name] : null
    const empty = value === null || (Array.isArray(value) && value.length === 0)
    const sentence = empty
      ? block.optional === true
        ? undefined
        : 'Bitte füllen Sie dieses Pflichtfeld aus.'
      : lengthError(element ?? {}, value)
    if (sentence !== undefined) errors[block.block_id] = sentence
  }
  return errors
}

function lengthError(element: Record<string, unknown>, value: unknown): string | undefined {
  if (element.type !== 'plain_text_input' || typeof value !== 'string') return undefined
  const { min_length: min = 0, max_length: max = 3_000 } = element
  if (value.length < Number(min)) return `Bitte geben Sie mindestens ${Number(min)} Zeichen ein.`
  if (value.length > Number(max)) return `Bitte geben Sie höchstens ${Number(max)} Zeichen ein.`
  return undefined
}
