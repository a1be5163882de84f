// What the elements of a form or message hold, in the shape of Slack's view.state.values.

import type { Block, Element, Option } from './block.ts'
import { elementsOf } from './block.ts'

/** What one element holds, as Slack sends it: { type, value } or { type, selected_option } … */
export type Value = { type: string } & Record<string, unknown>

/** By block_id, then by action_id; only what was touched. */
export type Values = Record<string, Record<string, Value>>

/** What an element holds before it is touched; null for elements without a state, like buttons. */
function initialValue(element: Element): Value | null {
  const { type } = element
  switch (type) {
    case 'plain_text_input':
    case 'url_text_input':
    case 'email_text_input':
    case 'number_input':
      return { type, value: element.initial_value ?? null }
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null }
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] }
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null }
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null }
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null }
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null }
    case 'file_input':
      return { type, files: [] }
    default:
      return null
  }
}

/** The value of one element: what was typed, else what it began with. */
export function valueOf(values: Values, block: Block, element: Element): Value | null {
  return values[block.block_id ?? '']?.[element.action_id ?? ''] ?? initialValue(element)
}

/** All values of a view, as view_submission carries them. */
export function stateValues(blocks: Block[], values: Values): Values {
  const state: Values = {}
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const value = valueOf(values, block, element)
      if (value === null) continue
      const held = (state[block.block_id ?? ''] ??= {})
      held[element.action_id ?? ''] = value
    }
  }
  return state
}

/** All choices of an element, without their groups. */
export function optionsOf(element: Element): Option[] {
  return element.options ?? (element.option_groups ?? []).flatMap((group) => group.options)
}

/** True where an element holds nothing that could be sent. */
export function isEmpty(value: Value | null): boolean {
  if (value === null) return true
  return Object.entries(value).every(
    ([key, held]) =>
      key === 'type' || held === null || held === '' || (Array.isArray(held) && held.length === 0),
  )
}
