// What Slack would refuse about a drawing, as a list of complaints; and every text in it by its kind.
import { limits } from '../../src/slack/limits.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export type Found = { kind: 'mrkdwn' | 'plain_text' | 'text' | 'link'; text: string }

/** Every text object and rich text element in blocks or a view, in order. */
export function textsIn(drawn: unknown): Found[] {
  const found: Found[] = []
  visit(drawn as Json, (node) => {
    const { type, text } = node
    if (typeof text !== 'string') return
    if (type === 'mrkdwn' || type === 'plain_text' || type === 'text' || type === 'link') {
      found.push({ kind: type, text })
    }
  })
  return found
}

/** Complaints about limits and about texts that Slack does not take; empty where all is well. */
export function complaints(drawn: { blocks: unknown[] }, most: number): string[] {
  const said: string[] = []
  const check = (what: string, actual: number, limit: number) => {
    if (actual > limit) said.push(`${what}: ${actual} > ${limit}`)
  }
  check('blocks', drawn.blocks.length, most)
  for (const { kind, text } of textsIn(drawn)) {
    if (text === '') said.push(`empty ${kind}`)
    if (kind === 'mrkdwn' || kind === 'plain_text') check(kind, text.length, limits.section)
  }
  visit(drawn as unknown as Json, (node) => {
    const most = mostOf(node)
    if (most !== null) {
      check(`${most.name} of ${JSON.stringify(node.type)}`, most.count, most.limit)
      if (most.count === 0) said.push(`no ${most.name}`)
    }
    const size = (name: string) => sizeOf(node[name])
    for (const [name, limit] of Object.entries(limitsOf(node))) {
      check(`${name} of ${JSON.stringify(node.type)}`, size(name), limit)
    }
  })
  return said
}

/** How many parts a block or element may have. */
const counted: Record<string, { name: string; limit: number }> = {
  actions: { name: 'elements', limit: 25 },
  context: { name: 'elements', limit: 10 },
  static_select: { name: 'options', limit: 100 },
  overflow: { name: 'options', limit: 5 },
  radio_buttons: { name: 'options', limit: 10 },
  checkboxes: { name: 'options', limit: 10 },
}

function mostOf({ type, ...node }: Record<string, Json>) {
  const found = typeof type === 'string' ? counted[type] : undefined
  const parts = found === undefined ? null : node[found.name]
  return found !== undefined && Array.isArray(parts) ? { ...found, count: parts.length } : null
}

function limitsOf(node: Record<string, Json>): Record<string, number> {
  if (node.type === 'header') return { text: limits.header }
  if (node.type === 'button') {
    const { button: text, value, accessibilityLabel: accessibility_label } = limits
    return { text, value, accessibility_label }
  }
  if (node.type === 'input') return { label: limits.label, hint: limits.label }
  if (node.type === 'plain_text_input') {
    return { initial_value: limits.input, placeholder: limits.placeholder }
  }
  if (node.type === 'modal') {
    const title = limits.viewTitle
    return { title, submit: title, close: title, private_metadata: limits.privateMetadata }
  }
  if ('deny' in node) {
    const confirm = limits.confirmButton
    return { title: limits.confirmTitle, text: limits.confirmText, confirm, deny: confirm }
  }
  return 'value' in node && 'text' in node ? { text: limits.option, value: limits.option } : {}
}

function sizeOf(value: Json | undefined): number {
  if (typeof value === 'string') return value.length
  const isText = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isText && typeof value.text === 'string' ? value.text.length : 0
}

/** Characters of all texts together. */
export function allCharacters(drawn: unknown): number {
  return textsIn(drawn).reduce((sum, { text }) => sum + text.length, 0)
}

function visit(node: Json, see: (node: Record<string, Json>) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) visit(one, see)
  } else if (typeof node === 'object' && node !== null) {
    see(node)
    for (const one of Object.values(node)) visit(one, see)
  }
}
