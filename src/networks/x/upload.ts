// A picture for X: uploaded, described, and the description read back.
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { UploadOutcome } from '../../core/outcome.ts'
import type { Upload } from '../../desk/ports/network.ts'
import type { Call } from './call.ts'
import { id } from './ids.ts'
import { outcomeOfError } from './outcome.ts'

/** For how long X keeps what no post names, in milliseconds, where it does not say. */
const keptFor = 24 * 60 * 60_000
/** How often X is asked whether it is done with a moving picture, and how long one look is apart from the next, in
 * milliseconds, where X does not say. */
const looks = { most: 30, apart: 1_000 }

const taken = z.object({
  data: z.object({
    id,
    expires_after_secs: z.number().optional(),
    processing_info: z
      .object({ state: z.string(), check_after_secs: z.number().optional() })
      .optional(),
  }),
})
const described = z.object({
  data: z.object({
    associated_metadata: z.object({ alt_text: z.object({ text: z.string() }) }),
  }),
})

/** Uploads a picture in as few calls as X needs: one for the bytes, one for the alternative text, whose answer has to say the
 * same again. A GIF goes in pieces and is waited for. Never throws. */
export async function uploadPicture(
  { bytes, type, altText }: Upload,
  { call, now }: { call: Call; now: () => number },
): Promise<UploadOutcome> {
  try {
    const begun = now()
    const data =
      type === 'image/gif' ? await inPieces(bytes, call) : await atOnce({ bytes, type }, call)
    if (data === null) return { outcome: 'unknown', because: 'unreadable-answer' }
    if (data.processing_info?.state === 'failed') {
      const detail = 'X could not make a picture of it.'
      return { outcome: 'refused', because: 'bad-media', status: 200, detail }
    }
    const answer = await call((client) =>
      client.v2.post<unknown>('media/metadata', {
        id: data.id,
        metadata: { alt_text: { text: altText } },
      }),
    )
    const read = described.safeParse(answer)
    if (!read.success || read.data.data.associated_metadata.alt_text.text !== altText) {
      return { outcome: 'unknown', because: 'unreadable-answer' }
    }
    const until = begun + (data.expires_after_secs ?? keptFor / 1000) * 1000
    return { outcome: 'uploaded', id: data.id, until }
  } catch (error) {
    const outcome = outcomeOfError(error, now())
    // Too large for X, or nothing X knows as a picture.
    return outcome.outcome === 'refused' && outcome.because === 'other'
      ? { ...outcome, because: 'bad-media' }
      : outcome
  }
}

type Taken = z.infer<typeof taken>['data']

async function atOnce(
  { bytes, type }: Pick<Upload, 'bytes' | 'type'>,
  call: Call,
): Promise<Taken | null> {
  const body = { media: Buffer.from(bytes), media_category: 'tweet_image', media_type: type }
  const answer = await call((client) =>
    client.v2.post<unknown>('media/upload', body, { forceBodyMode: 'form-data' }),
  )
  return takenOf(answer)
}

async function inPieces(bytes: Uint8Array, call: Call): Promise<Taken | null> {
  const start = {
    media_type: 'image/gif',
    media_category: 'tweet_gif',
    total_bytes: bytes.byteLength,
  }
  const begun = takenOf(
    await call((client) => client.v2.post<unknown>('media/upload/initialize', start)),
  )
  if (begun === null) return null
  const params = { id: begun.id }
  for (let at = 0; at < bytes.byteLength; at += pieceSize) {
    const media = Buffer.from(bytes.subarray(at, at + pieceSize))
    const piece = { media, segment_index: at / pieceSize }
    await call((client) =>
      client.v2.post<unknown>('media/upload/:id/append', piece, {
        params,
        forceBodyMode: 'form-data',
      }),
    )
  }
  let data = takenOf(
    await call((client) => client.v2.post<unknown>('media/upload/:id/finalize', {}, { params })),
  )
  for (let look = 0; look < looks.most; look += 1) {
    const info = data?.processing_info
    if (info === undefined || info.state === 'succeeded' || info.state === 'failed') return data
    await pause((info.check_after_secs ?? 0) * 1000 || looks.apart)
    const asked = { command: 'STATUS', media_id: begun.id }
    data = takenOf(await call((client) => client.v2.get<unknown>('media/upload', asked)))
  }
  return null
}

/** Bytes of one piece; X takes up to 5 MB. */
const pieceSize = 1024 * 1024

function takenOf(answer: unknown): Taken | null {
  const read = taken.safeParse(answer)
  return read.success ? read.data.data : null
}
