// Which blocks there are, where each may stand, and what Slack fills in.

import { elements, anyText, id, image, plainText } from './elements.ts'
import { limits } from './limits.ts'
import {
  byType,
  flag,
  integer,
  isObject,
  items,
  list,
  object,
  oneOf,
  problem,
  string,
} from './shape.ts'
import type { Check, Fields } from './shape.ts'

export type Block = Record<string, unknown> & { type: string; block_id: string }

type Raw = Record<string, unknown>

/** Where blocks stand: not every place takes every block. */
export type Surface = 'message' | 'modal' | 'home'

const inputs = [
  ...['plain_text_input', 'email_text_input', 'url_text_input', 'number_input', 'file_input'],
  'rich_text_input',
]
const only = (keep: (type: string) => boolean) => () =>
  Object.fromEntries(Object.entries(elements).filter(([type]) => keep(type)))

const interactive = byType(only((type) => !inputs.includes(type)))
const accessory = byType(() => ({ ...only((type) => !inputs.includes(type))(), image }))
const answerable = byType(only((type) => type !== 'button' && type !== 'overflow'))

function block(type: string, required: Fields, optional: Fields = {}): Check {
  return object({ type: oneOf(type), ...required }, { block_id: id, ...optional })
}

const section: Check = (value, at, problems) => {
  block(
    'section',
    {},
    {
      text: anyText(limits.section.text),
      fields: list(anyText(limits.section.field), limits.section.fields),
      accessory,
      expand: flag,
    },
  )(value, at, problems)
  if (isObject(value) && value.text === undefined && value.fields === undefined) {
    problem(problems, at, 'missing required field: text or fields')
  }
}

const text = anyText(limits.context.text)
const contextElement = byType(() => ({ image, plain_text: text, mrkdwn: text }))

const richElements = ['section', 'list', 'preformatted', 'quote'].map((one) => `rich_text_${one}`)
const richText = byType(() =>
  Object.fromEntries(
    richElements.map((type) => [
      type,
      object(
        { type: oneOf(type), elements: list(() => undefined, 1_000, 0) },
        {
          style: oneOf('bullet', 'ordered'),
          indent: integer(0, 8),
          border: integer(0, 1),
          offset: integer(0, 10_000),
        },
      ),
    ]),
  ),
)

const everywhere: Record<string, Check> = {
  section,
  divider: block('divider', {}),
  header: block('header', { text: plainText(limits.header.text) }),
  context: block('context', { elements: list(contextElement, limits.context.elements) }),
  actions: block('actions', { elements: list(interactive, limits.actions.elements) }),
  image: block(
    'image',
    { alt_text: string(limits.image.alt) },
    {
      image_url: string(limits.image.url),
      slack_file: () => undefined,
      title: plainText(limits.image.title),
    },
  ),
  input: block(
    'input',
    { label: plainText(limits.input.label), element: answerable },
    { hint: plainText(limits.input.hint), optional: flag, dispatch_action: flag },
  ),
  rich_text: block('rich_text', { elements: list(richText, 1_000) }),
}
const markdown = block('markdown', { text: string(limits.markdown.text) })

const bySurface: Record<Surface, Check> = {
  message: byType(() => ({ ...everywhere, markdown })),
  modal: byType(() => everywhere),
  home: byType(() => everywhere),
}

/** What is wrong with blocks, as Slack words it; empty when nothing is. */
export function blockProblems(blocks: unknown, surface: Surface, at = '/blocks'): string[] {
  const problems: string[] = []
  const max = surface === 'message' ? limits.message.blocks : limits.view.blocks
  list(bySurface[surface], max, 0)(blocks, at, problems)
  if (!Array.isArray(blocks)) return problems
  const seen = new Set<unknown>()
  blocks.filter(isObject).forEach((one, index) => {
    const own = one.block_id
    if (typeof own === 'string' && seen.has(own)) {
      problem(problems, `${at}/${index}/block_id`, `\`block_id\` "${own}" already exists`)
    }
    seen.add(own)
    const actionIds = elementsOf(one).flatMap(({ action_id: name }) => (name ? [name] : []))
    if (new Set(actionIds).size < actionIds.length) {
      problem(problems, `${at}/${index}`, '`action_id` already exists for another element')
    }
    if (surface !== 'modal' && elementsOf(one).some(({ type }) => type === 'file_input')) {
      problem(problems, `${at}/${index}/element/type`, 'unsupported type: file_input')
    }
  })
  return problems
}

/** The interactive elements of a block. */
export function elementsOf(block: Record<string, unknown>): Record<string, unknown>[] {
  const inside = block.type === 'actions' ? items(block.elements) : []
  return [block.accessory, block.element, ...inside].filter(
    (one): one is Record<string, unknown> => isObject(one) && one.type !== 'image',
  )
}

/** Characters of all texts of the blocks together, which is what msg_blocks_too_long counts. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + textLength(one), 0)
  if (!isObject(value)) return 0
  return Object.entries(value).reduce(
    (sum, [name, one]) =>
      sum + (name === 'text' && typeof one === 'string' ? one.length : textLength(one)),
    0,
  )
}

/** Blocks as Slack stores them: missing block and action ids made up, text defaults filled in. */
export function completed(blocks: readonly unknown[], newId: () => string): Block[] {
  return blocks.map((one) => {
    const whole = { block_id: newId(), ...(withTextDefaults(structuredClone(one)) as Raw) } as Block
    for (const element of elementsOf(whole)) element.action_id ??= newId()
    if (whole.type === 'input') {
      whole.optional ??= false
      whole.dispatch_action ??= false
    }
    return whole
  })
}

function withTextDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTextDefaults)
  if (!isObject(value)) return value
  if (value.type === 'plain_text') value.emoji ??= true
  if (value.type === 'mrkdwn') value.verbatim ??= false
  for (const [name, one] of Object.entries(value)) value[name] = withTextDefaults(one)
  return value
}
