// The part of Block Kit this page draws, as loosely as it arrives: the local Slack has judged it already.

export type Text = { type: 'plain_text' | 'mrkdwn'; text: string }

export type Option = { text: Text; value: string; description?: Text; url?: string }

export type ConfirmQuestion = {
  title?: Text
  text?: Text
  confirm?: Text
  deny?: Text
  style?: string
}

export type RichStyle = { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean }

export type RichElement = {
  type: string
  text?: string
  url?: string
  name?: string
  user_id?: string
  channel_id?: string
  range?: string
  timestamp?: number
  format?: string
  fallback?: string
  style?: RichStyle | 'ordered' | 'bullet'
  elements?: RichElement[]
  indent?: number
}

/** An interactive element, a picture or a text inside a block. */
export type Element = {
  type: string
  action_id?: string
  text?: Text | string
  value?: string
  url?: string
  style?: string
  accessibility_label?: string
  confirm?: ConfirmQuestion
  placeholder?: Text
  options?: Option[]
  option_groups?: { label: Text; options: Option[] }[]
  initial_option?: Option
  initial_options?: Option[]
  initial_value?: string
  initial_date?: string
  initial_time?: string
  initial_date_time?: number
  initial_user?: string
  multiline?: boolean
  focus_on_load?: boolean
  min_length?: number
  max_length?: number
  max_files?: number
  filetypes?: string[]
  image_url?: string
  alt_text?: string
}

export type Block = {
  type: string
  block_id?: string
  text?: Text
  fields?: Text[]
  accessory?: Element
  elements?: unknown[]
  element?: Element
  label?: Text
  hint?: Text
  optional?: boolean
  dispatch_action?: boolean
  /** The page's own way to a picture that Slack has. */
  picture?: string
  image_url?: string
  alt_text?: string
  title?: Text
  rows?: { type: string; text?: string; elements?: RichElement[] }[][]
}

/** A view: a form or App Home. */
export type View = {
  title?: Text
  submit?: Text
  close?: Text
  blocks: Block[]
}

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** The blocks of a message or view; every block gets the block_id under which its values are kept. */
export function readBlocks(blocks: unknown): Block[] {
  if (!Array.isArray(blocks)) return []
  return blocks.filter(isBlock).map((block, at) => ({ ...block, block_id: blockId(block, at) }))
}

const blockId = (block: Block, at: number) => block.block_id ?? `block-${at}`

/** A view as the page draws it. */
export function readView(view: Record<string, unknown>): View {
  // Slack gives null for a button that a view does not have.
  const given = Object.entries(view).filter(([, value]) => value !== null)
  return { ...(Object.fromEntries(given) as Partial<View>), blocks: readBlocks(view.blocks) }
}

/** The interactive elements of a block, wherever they sit. */
export function elementsOf(block: Block): Element[] {
  if (block.type === 'input') return block.element === undefined ? [] : [block.element]
  if (block.type === 'section') return block.accessory === undefined ? [] : [block.accessory]
  if (block.type === 'actions') return (block.elements ?? []) as Element[]
  return []
}

/** The words of a text object or of nothing. */
export function words(text: Text | string | undefined): string {
  if (text === undefined) return ''
  return typeof text === 'string' ? text : text.text
}
