// The few kinds of block our messages are made of. Rich text is literal: nothing typed into it pings,
// links, formats or turns into an emoji.
import type { types } from '@slack/bolt'
import { addressOf } from '../core/address.ts'
import type { ConfirmWords } from '../wording/card.ts'
import { cut, escapeWithin, limits } from './limits.ts'

/** What Slack is sent for a message. `text` sums it up for notifications and screen readers. */
export type Drawn = { text: string; blocks: types.KnownBlock[] }

/** Plain text in at most `limit` characters. */
export function plain(text: string, limit: number): types.PlainTextElement {
  return { type: 'plain_text', text: cut(text, limit), emoji: false }
}

export function header(text: string): types.HeaderBlock {
  return { type: 'header', text: plain(text, limits.header) }
}

export function rich(
  elements: (types.RichTextSection | types.RichTextQuote)[],
): types.RichTextBlock {
  return { type: 'rich_text', elements }
}

/** One paragraph. */
export function line(...elements: types.RichTextElement[]): types.RichTextSection {
  return { type: 'rich_text_section', elements }
}

/** Words set apart as somebody else's, exactly as they are. */
export function quote(text: string): types.RichTextQuote {
  return { type: 'rich_text_quote', elements: [words(text)] }
}

export function words(text: string): types.RichTextElement {
  return { type: 'text', text }
}

export function strong(text: string): types.RichTextElement {
  return { type: 'text', text, style: { bold: true } }
}

/** A link; words only where the address is none that a browser opens. */
export function link(url: string, text: string): types.RichTextElement {
  return /^https?:\/\/\S+$/.test(url) && addressOf(url) !== null
    ? { type: 'link', url, text }
    : words(text)
}

export function actions(elements: types.ActionsBlockElement[]): types.ActionsBlock {
  return { type: 'actions', elements }
}

/** A sentence for people and groups, who are mentioned before it: the only markup we write. */
export function calling(
  people: readonly (string | null)[],
  says: string,
): { text: string; section: types.SectionBlock } {
  const whom = people.map(mention).filter((one) => one !== '')
  const text = [...whom, escapeWithin(says, limits.section - 500)].join(' ')
  return { text, section: { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } } }
}

/** A user or group as Slack mentions them; nothing for what is none. */
function mention(id: string | null): string {
  if (id !== null && /^S[A-Z0-9]+$/.test(id)) return `<!subteam^${id}>`
  return id !== null && /^[UW][A-Z0-9]+$/.test(id) ? `<@${id}>` : ''
}

/** Small print below a message. */
export function context(...texts: string[]): types.ContextBlock {
  return {
    type: 'context',
    elements: texts.map((text) => plain(text, limits.section)),
  }
}

/** A question before something that cannot be undone. */
export function confirmation({
  title,
  text,
  confirm,
  deny,
}: ConfirmWords): types.ConfirmationDialog {
  return {
    title: plain(title, limits.confirmTitle),
    text: plain(text, limits.confirmText),
    confirm: plain(confirm, limits.confirmButton),
    deny: plain(deny, limits.confirmButton),
  }
}
