// A drawing as a person reads it, line by line: what tests compare and people can check.
import type { types } from '@slack/bolt'

/** "# " headings, "> " quotations, "[ ]" buttons, "( )" menus with what is chosen, "→" links. */
export function readAloud({ blocks }: { blocks: readonly types.AnyBlock[] }): string[] {
  return (blocks as readonly types.KnownBlock[]).flatMap((block) => {
    if (block.type === 'header') return [`# ${block.text.text}`]
    if (block.type === 'section') return [block.text?.text ?? '']
    if (block.type === 'context')
      return block.elements.map((one) => ('text' in one ? one.text : ''))
    if (block.type === 'rich_text') return block.elements.flatMap(aloud)
    if (block.type === 'actions') return [block.elements.map(buttonAloud).join(' ')]
    return [block.type === 'divider' ? '---' : `(${block.type})`]
  })
}

function aloud(element: types.RichTextBlockElement): string[] {
  if (element.type === 'rich_text_list') return []
  const text = element.elements
    .map((one) => {
      if (one.type === 'link') return `${one.text ?? ''} → ${one.url}`
      return one.type === 'text' ? one.text : ''
    })
    .join('')
  return element.type === 'rich_text_quote' ? text.split('\n').map((line) => `> ${line}`) : [text]
}

function buttonAloud(element: types.ActionsBlockElement): string {
  if (element.type === 'button') return `[${element.text.text}]`
  if (element.type === 'static_select') {
    return `(${element.initial_option?.text.text ?? element.placeholder?.text ?? ''})`
  }
  return element.type === 'overflow'
    ? `(${element.options.map(({ text }) => text.text).join(', ')})`
    : `(${element.type})`
}
