/** Whether a text is only what Slack writes where it has none: nobody wrote it, and nobody wants to publish it. */
export function isPlaceholder(text: string): boolean {
  return placeholders.has(
    text
      .trim()
      .toLowerCase()
      .replace(/[.…]+$/, ''),
  )
}

const placeholders = new Set([
  "this content can't be displayed",
  'this content can’t be displayed',
  'this message contains interactive elements',
  'this message was deleted',
  'this message was hidden',
  '[no preview available]',
  'no preview available',
])
