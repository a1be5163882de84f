// What hangs below a message: messages that were forwarded, cards of apps and feeds, previews of links.
import { z } from 'zod'
import { blockWords } from './blocks.ts'
import { isPlaceholder } from './placeholder.ts'
import { mrkdwn } from './mrkdwn.ts'
import type { Reading } from './note.ts'

const said = z.union([z.string(), z.number().transform(String)]).catch('')

const attachment = z.object({
  pretext: said,
  title: said,
  title_link: said,
  text: said,
  fallback: said,
  fields: z.array(z.object({ title: said, value: said })).catch([]),
  from_url: said,
  original_url: said,
  image_url: said,
  is_share: z.boolean().catch(false),
  is_msg_unfurl: z.boolean().catch(false),
  blocks: z.array(z.unknown()).catch([]),
  message_blocks: z
    .array(z.object({ message: z.object({ blocks: z.array(z.unknown()).catch([]) }) }))
    .catch([]),
  files: z.array(z.unknown()).catch([]),
})
export type Attachment = z.infer<typeof attachment>

/** Reads what hangs below a message; what is no attachment is left out. */
export function readAttachments(given: readonly unknown[]): Attachment[] {
  return given.flatMap((one) => {
    const read = attachment.safeParse(one)
    return read.success ? [read.data] : []
  })
}

/** Whether it is a message that somebody forwarded, or whose address they wrote. */
export function isForwarded(one: Attachment): boolean {
  return one.is_share || one.is_msg_unfurl || one.message_blocks.length > 0
}

/** Whether Slack shows it for a link in the message. */
export function isPreview(one: Attachment): boolean {
  return !isForwarded(one) && (one.from_url !== '' || one.original_url !== '')
}

/** The words of an attachment, without those the message has already. Of a forwarded message only what it says, not who
 * said it. */
export function attachmentWords(one: Attachment, before: string, reading: Reading): string {
  if (isForwarded(one)) {
    const inside = one.message_blocks.flatMap(({ message }) => message.blocks)
    const words = blockWords(inside, reading)
    return words === '' ? marked(one.text, reading) : words
  }
  const { title_link: link } = one
  const lines = [
    marked(one.pretext, reading),
    marked(one.title, reading),
    ...(/^https?:\/\//i.test(link) ? [link] : []),
    marked(one.text, reading),
    ...one.fields.map(({ title, value }) =>
      [title, marked(value, reading)].filter((words) => words !== '').join(': '),
    ),
    blockWords(one.blocks, reading),
  ]
  const own = lines.filter((words) => words !== '' && !before.includes(words))
  if (one.image_url !== '') reading.note({ is: 'picture' })
  if (own.length > 0 || lines.some((words) => words !== '')) return own.join('\n')
  return marked(one.fallback, reading)
}

function marked(words: string, reading: Reading): string {
  return isPlaceholder(words) ? '' : mrkdwn(words, reading).trim()
}
