// Uploading pictures and videos: initialize, append, finalize, wait, describe.
import express, { Router, type Request } from 'express'
import { answer, asked, inPath, refuse } from './answer.ts'
import { invalid, notFound, tooLarge, type Problem } from './problems.ts'
import type { Media } from './store.ts'
import type { World } from './writing.ts'

const mebibyte = 1024 * 1024
/** Largest size by type, in bytes. */
const largest: Readonly<Record<string, number>> = {
  'image/jpeg': 5 * mebibyte,
  'image/png': 5 * mebibyte,
  'image/webp': 5 * mebibyte,
  'image/gif': 15 * mebibyte,
  'video/mp4': 512 * mebibyte,
}
const longestAlt = 1000
const lifetime = 24 * 60 * 60

/** /2/media/…; a picture is ready at once, a GIF or video after two looks. */
export function mediaRoutes({ store, clock }: World): Router {
  const router = Router()

  router.post('/2/media/upload/initialize', (req, res) => {
    const given = (req.body ?? {}) as Record<string, unknown>
    const { media_type: type, total_bytes: totalBytes, media_category: category } = given
    const most = typeof type === 'string' ? largest[type] : undefined
    if (typeof type !== 'string' || most === undefined) {
      refuse(res, invalid({ media_type: [] }, 'media_type is not supported'))
    } else if (typeof totalBytes !== 'number' || totalBytes < 1 || totalBytes > most) {
      refuse(res, invalid({ total_bytes: [] }, 'total_bytes is out of range'))
    } else {
      const id = store.nextId()
      const kind = typeof category === 'string' ? category : 'tweet_image'
      const start = { segments: {}, createdAt: clock.now(), state: 'uploading', alt: '' } as const
      store.keepMedia({ ...start, id, type, category: kind, totalBytes })
      answer(res, 200, { data: described(id) })
    }
  })

  const multipart = express.raw({ type: 'multipart/form-data', limit: 6 * mebibyte })
  // A still picture in one call.
  router.post('/2/media/upload', multipart, (req, res) => {
    const fields = fieldsOf(req)
    const said = (name: string) => fields.get(name)?.toString() ?? ''
    const bytes = fields.get('media')
    const type = said('media_type')
    const most = largest[type]
    if (said('media_category') !== 'tweet_image' || !isStill(type) || most === undefined) {
      refuse(res, invalid({ media_type: [type] }, 'media_type or media_category is not supported'))
    } else if (bytes === undefined || bytes.length === 0) {
      refuse(res, invalid({ media: [] }, 'media is missing'))
    } else if (bytes.length > most) {
      refuse(res, tooLarge)
    } else {
      const id = store.nextId()
      store.keepMedia({
        ...{ id, type, category: 'tweet_image', totalBytes: bytes.length, alt: '' },
        ...{ segments: { '0': bytes.toString('base64') }, createdAt: clock.now() },
        state: 'succeeded',
      })
      answer(res, 200, { data: { ...described(id), size: bytes.length } })
    }
  })

  router.post('/2/media/upload/:id/append', multipart, (req, res) => {
    const media = store.media(inPath(req, 'id'))
    const fields = fieldsOf(req)
    const index = fields.get('segment_index')?.toString() ?? ''
    const bytes = fields.get('media')
    if (media?.state !== 'uploading') refuse(res, notFound)
    else if (!/^\d{1,3}$/.test(index) || bytes === undefined) {
      refuse(res, invalid({ segment_index: [index] }, 'segment_index or media is not valid'))
    } else {
      const segments = { ...media.segments, [index]: bytes.toString('base64') }
      store.keepMedia({ ...media, segments })
      answer(res, 200, { data: { expires_at: Math.floor(media.createdAt / 1000) + lifetime } })
    }
  })

  router.post('/2/media/upload/:id/finalize', (req, res) => {
    const media = store.media(inPath(req, 'id'))
    const problem = unfinished(media)
    if (problem !== null || media === undefined) {
      refuse(res, problem ?? notFound)
      return
    }
    const isReady = !/gif|video/.test(media.type)
    const state = isReady ? 'succeeded' : 'pending'
    store.keepMedia({ ...media, state })
    const progress = isReady ? {} : { processing_info: { state, check_after_secs: 1 } }
    answer(res, 200, { data: { ...described(media.id), size: media.totalBytes, ...progress } })
  })

  router.get('/2/media/upload', (req, res) => {
    const media = store.media(asked(req, 'media_id') ?? '')
    if (asked(req, 'command') !== 'STATUS' || media === undefined || media.state === 'uploading') {
      refuse(res, notFound)
      return
    }
    const state = media.state === 'pending' ? 'in_progress' : done(media)
    store.keepMedia({ ...media, state })
    const wait = state === 'in_progress' ? { check_after_secs: 1 } : {}
    answer(res, 200, { data: { ...described(media.id), processing_info: { state, ...wait } } })
  })

  router.post('/2/media/metadata', (req, res) => {
    const { id, metadata } = (req.body ?? {}) as {
      id?: string
      metadata?: { alt_text?: { text?: unknown } }
    }
    const media = store.media(id ?? '')
    const alt = metadata?.alt_text?.text
    if (media === undefined) refuse(res, notFound)
    else if (typeof alt !== 'string' || alt.length > longestAlt) {
      refuse(res, invalid({ 'metadata.alt_text.text': [] }, 'alt_text is missing or too long'))
    } else {
      store.keepMedia({ ...media, alt })
      answer(res, 200, { data: { id, associated_metadata: { alt_text: { text: alt } } } })
    }
  })
  return router
}

function described(id: string) {
  return { id, media_key: `3_${id}`, expires_after_secs: lifetime }
}

function unfinished(media: Media | undefined): Problem | null {
  if (media?.state !== 'uploading') return notFound
  return bytesOf(media).length === media.totalBytes
    ? null
    : invalid({ total_bytes: [String(media.totalBytes)] }, 'Segments do not add up to total_bytes')
}

/** A file that is no MP4 or GIF inside fails, as late as on X. */
function done(media: Media): Media['state'] {
  const head = bytesOf(media).subarray(0, 12).toString('latin1')
  if (isStill(media.type)) return 'succeeded'
  return /^GIF8|^.{4}ftyp/s.test(head) ? 'succeeded' : 'failed'
}

function isStill(type: string): boolean {
  return /^image\/(jpeg|png|webp)$/.test(type)
}

/** The bytes uploaded so far, in order. */
export function bytesOf({ segments }: Media): Buffer {
  const inOrder = Object.entries(segments).sort(([a], [b]) => Number(a) - Number(b))
  return Buffer.concat(inOrder.map(([, base64]) => Buffer.from(base64, 'base64')))
}

/** The fields of a multipart body, by name. */
function fieldsOf(req: Request): Map<string, Buffer> {
  const boundary = /boundary="?([^";]+)/.exec(req.headers['content-type'] ?? '')?.[1]
  if (boundary === undefined || !Buffer.isBuffer(req.body)) return new Map()
  // Latin-1 keeps one character per byte.
  const pieces = req.body.toString('latin1').split(`--${boundary}`).slice(1, -1)
  return new Map(
    pieces.map((piece) => {
      const end = piece.indexOf('\r\n\r\n')
      const name = /name="([^"]*)"/.exec(piece.slice(0, end))?.[1] ?? ''
      return [name, Buffer.from(piece.slice(end + 4, -2), 'latin1')]
    }),
  )
}
