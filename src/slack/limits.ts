// What Slack takes, and how longer texts are cut so that everybody sees it.
import { escape } from './escape.ts'

/** Characters, unless named otherwise. Slack refuses the whole message or view beyond them. */
export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** All texts of a message together; undocumented. */
  message: 13_000,
  section: 3_000,
  header: 150,
  button: 75,
  accessibilityLabel: 75,
  value: 2_000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  viewTitle: 24,
  label: 2_000,
  placeholder: 150,
  option: 75,
  /** Options of a list to tick. */
  ticks: 10,
  input: 3_000,
  altText: 2_000,
  privateMetadata: 3_000,
} as const

/** Our shares of a message. The post comes first: it is what is decided about. */
export const shares = {
  /** Parts of a thread, and characters of all of them together. */
  parts: 25,
  post: 8_500,
  /** What a person or the network wrote about it. */
  quote: 1_200,
  reason: 400,
  /** What a version changed. */
  changes: 1_200,
  excerpt: 140,
  /** What a citizen wrote. */
  mention: 4_000,
  mentionLines: 40,
  listed: 60,
  name: 80,
  accidentalLinks: 5,
  accidentalLink: 60,
  formError: 500,
} as const

const mark = '…'

/** The text, or its beginning with a mark, in at most `limit` characters (UTF-16 units, as Slack counts).
 * Never cuts a character in two. */
export function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${beginning(text, limit - mark.length, length)}${mark}`
}

/** The text, or its first lines with a mark on a line of its own. */
export function cutLines(text: string, most: number): string {
  const lines = text.split('\n', most + 1)
  return lines.length <= most ? text : [...lines.slice(0, most), mark].join('\n')
}

/** Escaped, and cut so that the escaped text has at most `limit` characters and no escape is broken. */
export function escapeWithin(text: string, limit: number): string {
  const whole = escape(text)
  if (whole.length <= limit) return whole
  return `${escape(beginning(text, limit - mark.length, (piece) => escape(piece).length))}${mark}`
}

function beginning(text: string, room: number, measure: (piece: string) => number): string {
  let used = 0
  let kept = ''
  for (const character of text) {
    used += measure(character)
    if (used > room) break
    kept += character
  }
  return kept
}

function length(piece: string): number {
  return piece.length
}
