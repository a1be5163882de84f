// Text on its way into and out of Slack. Only what stands in `mrkdwn` or in a message's `text` is escaped;
// rich_text and plain_text are literal.

/** Makes a text unable to ping, link or break out, and sendable. */
export function escape(text: string): string {
  return sendable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The text without halves of surrogate pairs, which cannot be written into a request. */
export function sendable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** What somebody typed, from what Slack made of it. */
export function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
