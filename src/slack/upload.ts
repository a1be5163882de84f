// Slack's three steps to share files. Not the client's own uploadV2: it sends the description of a picture under a
// name Slack does not know.
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { SharedFile } from '../desk/ports/newsroom.ts'

const address = z.object({ upload_url: z.url(), file_id: z.string() })

/** How long sending the bytes may take, in milliseconds. */
const patience = 30_000
/** How long Slack lets the description of a picture be, in characters. */
const altTextAtMost = 1_000

/** Shares files in one message with a comment in mrkdwn; their ids. Throws a fault if Slack does not take all of them. */
export async function shareFiles(
  client: WebClient,
  channel: string,
  files: readonly [SharedFile, ...SharedFile[]],
  comment: string,
): Promise<string[]> {
  const [first, ...rest] = files
  const others = await Promise.all(rest.map((file) => upload(client, file)))
  const uploaded = [await upload(client, first), ...others] as const
  await client.files.completeUploadExternal({
    channel_id: channel,
    initial_comment: comment,
    files: [...uploaded],
  })
  return uploaded.map(({ id }) => id)
}

/** Hands the bytes of a file to Slack; nobody sees it yet. Throws a fault if Slack does not take them. */
export async function upload(
  client: WebClient,
  { name, bytes, title, altText }: SharedFile,
): Promise<{ id: string; title: string }> {
  const { upload_url, file_id } = address.parse(
    await client.apiCall('files.getUploadURLExternal', {
      filename: name,
      length: bytes.byteLength,
      ...(altText !== null && { alt_txt: altText.slice(0, altTextAtMost) }),
    }),
  )
  const answer = await fetch(upload_url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
    signal: AbortSignal.timeout(patience),
  })
  if (!answer.ok) throw new Error(`Slack did not take the file ${name}: HTTP ${answer.status}`)
  return { id: file_id, title }
}
