// What Slack's own client refuses before the bot hears of a submission.

import type { Block } from './block.ts'
import { words } from './block.ts'
import type { Values } from './values.ts'
import { isEmpty, valueOf } from './values.ts'
import { blocks as say } from '../wording.ts'

const chosen = ['static_select', 'radio_buttons', 'checkboxes', 'multi_static_select']

function complaint(block: Block, values: Values): string | null {
  const element = block.element
  if (element === undefined) return null
  const value = valueOf(values, block, element)
  if (isEmpty(value)) {
    if (block.optional === true) return null
    return chosen.includes(element.type) ? say.chooseRequired : say.required
  }
  const text = typeof value?.value === 'string' ? value.value : ''
  if (element.type === 'url_text_input' && !/^https?:\/\/[^\s.]+\.\S+$/.test(text)) {
    return say.badUrl
  }
  if (element.min_length !== undefined && text.length < element.min_length) {
    return say.tooShort(element.min_length)
  }
  return null
}

/** Complaints by block_id; empty where the form may be sent. */
export function checkForm(blocks: Block[], values: Values): Record<string, string> {
  const found: Record<string, string> = {}
  for (const block of blocks) {
    if (block.type !== 'input') continue
    const said = complaint(block, values)
    if (said !== null) found[block.block_id ?? words(block.label)] = said
  }
  return found
}
