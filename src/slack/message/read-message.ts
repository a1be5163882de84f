// A message of Slack as somebody would copy it for the public: its words, its pictures, and what of it became neither.
import { z } from 'zod'
import type { Aside } from '../../wording/from-slack.ts'
import { attachmentWords, isForwarded, isPreview, readAttachments } from './attachments.ts'
import { blockWords } from './blocks.ts'
import { mrkdwn } from './mrkdwn.ts'
import { isPlaceholder } from './placeholder.ts'
import { type Reading } from './note.ts'

const sent = z
  .object({
    text: z.string().catch(''),
    subtype: z.string().catch(''),
    bot_id: z.string().catch(''),
    blocks: z.array(z.unknown()).catch([]),
    attachments: z.array(z.unknown()).catch([]),
    files: z.array(z.unknown()).catch([]),
  })
  .catch({ text: '', subtype: '', bot_id: '', blocks: [], attachments: [], files: [] })

const file = z.object({
  id: z.string(),
  name: z.string().catch(''),
  title: z.string().catch(''),
  mimetype: z.string().catch(''),
  mode: z.string().catch(''),
})

/** A picture that hangs on a message. */
export type MessagePicture = { id: string; name: string }

export type MessageRead = {
  text: string
  pictures: readonly MessagePicture[]
  asides: readonly Aside[]
}

/** Reads a message as Slack sends it, whatever it is: of people, apps or feeds, forwarded or edited. No formatting marks;
 * nobody of the office is named; what did not become words is told as an aside. Takes anything and never throws. Pure. */
export function readMessage(message: unknown, zone: string): MessageRead {
  const { text, subtype, bot_id, blocks, attachments, files } = sent.parse(message)
  const asides: Aside[] = []
  const reading: Reading = { note: (aside) => void asides.push(aside), zone }
  const isOfApp = bot_id !== '' || subtype === 'bot_message'
  const below = readAttachments(attachments)

  const inBlocks = blockWords(blocks, reading)
  let own = inBlocks !== '' || isPlaceholder(text) ? inBlocks : mrkdwn(text, reading)
  // The address of a message that is shown below leads nowhere outside of Slack.
  for (const one of below) if (isForwarded(one)) own = own.replaceAll(one.from_url || '\0', '')
  const all = [own]
  for (const one of below) {
    const isOnlyLinks = own.replace(/https?:\/\/\S+/g, '').trim() === ''
    // What Slack shows of a page somebody links to is not what they wrote.
    if (isPreview(one) && !isOfApp && !isOnlyLinks) continue
    all.push(attachmentWords(one, all.join('\n'), reading))
  }
  const pictures = [...files, ...below.flatMap((one) => one.files)].flatMap((one) =>
    pictureIn(one, reading),
  )
  const words = tidy(all)
  if (words === '' && pictures.length === 0) asides.push({ is: 'nothing' })
  return { text: words, pictures, asides }
}

function tidy(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
}

/** Pictures come along; whatever else hangs on a message does not. */
function pictureIn(given: unknown, { note }: Reading): MessagePicture[] {
  const read = file.safeParse(given)
  if (!read.success) return []
  const { id, name, title, mimetype, mode } = read.data
  // Slack tells what a file is once it has looked at it.
  const isPicture = mimetype === '' || mimetype.startsWith('image/')
  const isThere = mode !== 'tombstone' && mode !== 'hidden_by_limit'
  if (isPicture && isThere) return [{ id, name }]
  note({ is: 'file', name: name === '' ? title || 'Datei' : name })
  return []
}
