// Slack's limits for what an app may send (Block Kit reference). Where Slack shortens silently, the
// sandbox refuses: a bot that is cut off in production should fail here.

type Block = Record<string, unknown>

const lengths = {
  sectionText: 3000,
  sectionField: 2000,
  sectionFields: 10,
  header: 150,
  contextElements: 10,
  actionElements: 25,
  button: 75,
  buttonValue: 2000,
  label: 75,
  id: 255,
  option: 75,
  options: 100,
  altText: 2000,
  inputValue: 3000,
  inputLabel: 2000,
  placeholder: 150,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  viewTitle: 24,
  metadata: 3000,
  viewBytes: 250_000,
  allText: 13_200,
  messageText: 40_000,
} as const

const known = new Set(
  'section header context divider actions rich_text image input table markdown video file'.split(
    ' ',
  ),
)

/** Why a message's blocks would be refused; null if they are fine. */
export function refusedBlocks(blocks: unknown, most: 50 | 100 = 50): string | null {
  if (!Array.isArray(blocks)) return 'invalid_blocks_format'
  if (blocks.length > most) return 'invalid_blocks'
  const list = blocks as Block[]
  const named = list.map(({ block_id }) => block_id).filter((id) => id !== undefined)
  if (new Set(named).size < named.length) return 'invalid_blocks'
  if (list.some((block) => !isFine(block))) return 'invalid_blocks'
  return textIn(list) > lengths.allText ? 'msg_blocks_too_long' : null
}

/** Why a view would be refused; null if it is fine. */
export function refusedView(view: Record<string, unknown>): string | null {
  const isModal = view.type === 'modal'
  if (!isModal && view.type !== 'home') return 'invalid_arguments'
  const blocks = refusedBlocks(view.blocks, 100)
  if (blocks !== null && blocks !== 'msg_blocks_too_long') return 'invalid_arguments'
  const words = [view.title, view.submit, view.close].filter((word) => word !== undefined)
  const areShort = words.every((word) => isText(word, lengths.viewTitle, 'plain_text'))
  if (isModal && (view.title === undefined || !areShort)) return 'invalid_arguments'
  const hasInput = (view.blocks as Block[]).some(({ type }) => type === 'input')
  if (isModal && hasInput && view.submit === undefined) return 'invalid_arguments'
  if (!isShort(view.private_metadata, lengths.metadata) || !isShort(view.callback_id, lengths.id)) {
    return 'invalid_arguments'
  }
  return JSON.stringify(view).length > lengths.viewBytes ? 'view_too_large' : null
}

/** Whether a message's text is short enough. */
export function isTextFine(text: string): boolean {
  return text.length <= lengths.messageText
}

function isFine(block: Block): boolean {
  if (!known.has(String(block.type)) || !isShort(block.block_id, lengths.id)) return false
  switch (block.type) {
    case 'section': {
      const { text, fields, accessory } = block
      const areFields =
        fields === undefined ||
        (Array.isArray(fields) &&
          fields.length > 0 &&
          fields.length <= lengths.sectionFields &&
          fields.every((field) => isText(field, lengths.sectionField)))
      const isThere = text !== undefined || fields !== undefined
      const isShown = text === undefined || isText(text, lengths.sectionText)
      return isThere && isShown && areFields && (accessory === undefined || isElement(accessory))
    }
    case 'header':
      return isText(block.text, lengths.header, 'plain_text')
    case 'context':
      return everyOne(block.elements, lengths.contextElements, (element) =>
        element.type === 'image' ? isImage(element) : isText(element, lengths.sectionText),
      )
    case 'actions':
      return everyOne(block.elements, lengths.actionElements, isElement)
    case 'image':
      return isImage(block)
    case 'input':
      return (
        isText(block.label, lengths.inputLabel, 'plain_text') &&
        (block.hint === undefined || isText(block.hint, lengths.inputLabel, 'plain_text')) &&
        isElement(block.element)
      )
    case 'rich_text':
      return Array.isArray(block.elements) && block.elements.length > 0
    default:
      return true
  }
}

function isElement(element: unknown): boolean {
  if (typeof element !== 'object' || element === null) return false
  const one = element as Block
  if (one.type === 'image') return isImage(one)
  if (!isShort(one.action_id, lengths.id)) return false
  if (one.confirm !== undefined && !isConfirm(one.confirm as Block)) return false
  if (
    one.placeholder !== undefined &&
    !isText(one.placeholder, lengths.placeholder, 'plain_text')
  ) {
    return false
  }
  switch (one.type) {
    case 'button':
      return (
        isText(one.text, lengths.button, 'plain_text') &&
        isShort(one.value, lengths.buttonValue) &&
        isShort(one.accessibility_label, lengths.label) &&
        (one.style === undefined || one.style === 'primary' || one.style === 'danger')
      )
    case 'plain_text_input':
      return (
        isShort(one.initial_value, lengths.inputValue) &&
        Number(one.max_length ?? 1) <= lengths.inputValue &&
        isShort(one.initial_value, Number(one.max_length ?? lengths.inputValue))
      )
    case 'static_select':
    case 'radio_buttons':
    case 'checkboxes':
    case 'overflow': {
      const { options, option_groups } = one
      if (options === undefined && Array.isArray(option_groups)) return true
      return everyOne(options, lengths.options, (option) => isText(option.text, lengths.option))
    }
    case 'datepicker':
      return one.initial_date === undefined || isWritten(one.initial_date, /^\d{4}-\d\d-\d\d$/)
    case 'timepicker':
      return one.initial_time === undefined || isWritten(one.initial_time, /^\d\d:\d\d$/)
    default:
      return typeof one.type === 'string'
  }
}

function isConfirm(confirm: Block): boolean {
  return (
    isText(confirm.title, lengths.confirmTitle, 'plain_text') &&
    isText(confirm.text, lengths.confirmText) &&
    isText(confirm.confirm, lengths.confirmButton, 'plain_text') &&
    isText(confirm.deny, lengths.confirmButton, 'plain_text')
  )
}

function isImage(block: Block): boolean {
  return typeof block.alt_text === 'string' && isShort(block.alt_text, lengths.altText)
}

function isText(text: unknown, most: number, type?: 'plain_text'): boolean {
  if (typeof text !== 'object' || text === null) return false
  const one = text as Block
  const isKind =
    type === undefined ? one.type === 'plain_text' || one.type === 'mrkdwn' : one.type === type
  return isKind && typeof one.text === 'string' && one.text.length > 0 && one.text.length <= most
}

function isWritten(text: unknown, how: RegExp): boolean {
  return typeof text === 'string' && how.test(text)
}

function isShort(text: unknown, most: number): boolean {
  return text === undefined || (typeof text === 'string' && text.length <= most)
}

function everyOne(list: unknown, most: number, isGood: (one: Block) => boolean): boolean {
  return (
    Array.isArray(list) && list.length > 0 && list.length <= most && (list as Block[]).every(isGood)
  )
}

function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textIn(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, one]) =>
      sum + (key === 'text' && typeof one === 'string' ? one.length : textIn(one)),
    0,
  )
}
