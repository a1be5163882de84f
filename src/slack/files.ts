// Files that people give us, and pictures we show them.
import { setTimeout as pause } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { addressOf } from '../core/address.ts'
import { fileLimit } from '../core/picture.ts'
import type { FileRefusal } from '../desk/ports/newsroom.ts'
import { upload } from './upload.ts'

/** How long fetching a file may take, and how long Slack may need until it shows one, in milliseconds. */
const patience = { fetch: 60_000, shown: 15_000, look: 500 }

const told = z.object({
  file: z.object({
    size: z.number().catch(0),
    mimetype: z.string().catch(''),
    url_private_download: z.string().optional(),
    url_private: z.string().optional(),
  }),
})

/** The files of a workspace. `token` is the bot's, `apiUrl` where Slack is, null for Slack itself. */
export function slackFiles(given: { client: WebClient; token: string; apiUrl: string | null }) {
  const { client, token, apiUrl } = given

  /** Files stand with Slack alone, and only Slack gets our token. */
  function isSlacks(url: string): boolean {
    const address = addressOf(url)
    if (address === null) return false
    if (apiUrl !== null) return address.origin === addressOf(apiUrl)?.origin
    return address.protocol === 'https:' && /(^|\.)slack\.com$/.test(address.hostname)
  }

  async function about(file: string) {
    return told.parse(await client.files.info({ file })).file
  }

  return {
    /** The bytes of a file. Refuses what is larger than a picture may be, and what Slack does not hand out. Throws a fault
     * where Slack does not answer. */
    async fetch(file: string): Promise<{ bytes: Uint8Array } | FileRefusal> {
      const { size, url_private_download, url_private } = await about(file)
      const tooLarge = { refused: 'too-large', limit: fileLimit } as const
      if (size > fileLimit) return { ...tooLarge, bytes: size }
      const url = url_private_download ?? url_private
      if (url === undefined || !isSlacks(url)) return { refused: 'unavailable' }
      const answer = await fetch(url, {
        headers: { authorization: `Bearer ${token}` },
        redirect: 'manual',
        signal: AbortSignal.timeout(patience.fetch),
      })
      // To whom the token does not open it, Slack shows a page to log in.
      const isPage = answer.headers.get('content-type')?.startsWith('text/html')
      if (answer.status !== 200 || answer.body === null || isPage === true) {
        await answer.body?.cancel()
        return { refused: 'unavailable' }
      }
      const pieces: Uint8Array[] = []
      let read = 0
      for await (const piece of answer.body as AsyncIterable<Uint8Array>) {
        read += piece.byteLength
        if (read > fileLimit) return { ...tooLarge, bytes: read }
        pieces.push(piece)
      }
      return { bytes: Buffer.concat(pieces) }
    },

    /** Hands Slack a picture that nobody sees until a message or form shows it; its id, null where Slack does not get to
     * showing it. Throws a fault where Slack does not take it. */
    async preview({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<string | null> {
      const { id } = await upload(client, { name, bytes, title: name, altText: null })
      await client.files.completeUploadExternal({ files: [{ id, title: name }] })
      // A message that shows it before Slack has looked at it would be refused.
      for (let waited = 0; waited < patience.shown; waited += patience.look) {
        if ((await about(id)).mimetype !== '') return id
        await pause(patience.look)
      }
      return null
    },
  }
}
