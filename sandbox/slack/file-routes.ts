// /files/…: where the bot sends the bytes of a file and fetches them with its token.

import express, { type Request, type Router } from 'express'
import { html, type Answering, type Reply } from './answering.ts'
import type { Slack } from './slack.ts'
import type { StoredFile } from './workspace.ts'
import { credentials } from './world.ts'

/** Uploads, downloads and, with ?see=…, the page's own way to a file. The faults of uploads and
 * downloads are named "files.upload" and "files.download". */
export function fileRouter(slack: Slack, answering: Answering): Router {
  const router = express.Router()
  const raw = express.raw({ type: () => true, limit: '100mb' })

  router.post('/files/upload/:id/:secret', raw, (request, response) => {
    const bytes = bytesOf(request)
    answering.answer(response, slack.faults.strike('files.upload'), () =>
      take(slack, request.params.id, request.params.secret, bytes),
    )
  })

  router.get(['/files/:id/:name', '/files/:id/download/:name'], (request, response) => {
    const id = request.params.id
    const file = typeof id === 'string' ? slack.files.get(id) : undefined
    if (file && request.query.see === file.secret) {
      answering.answer(response, undefined, () => bytesReply(file))
      return
    }
    answering.answer(response, slack.faults.strike('files.download'), () => {
      const known = request.headers.authorization === `Bearer ${credentials.botToken}`
      const allowed = known && slack.manifest.scopes.has('files:read')
      // Slack shows a login page to whoever comes without the right token, and says 200.
      return file?.content != null && allowed ? bytesReply(file) : html(200, 'Sign in | Slack')
    })
  })
  return router
}

function take(slack: Slack, id: unknown, secret: unknown, bytes: Buffer): Reply {
  const file = typeof id === 'string' ? slack.files.get(id) : undefined
  const text = (status: number, body: string) => ({ status, type: 'text/plain', body })
  if (file?.secret !== secret) return text(404, 'not found')
  // Slack may take other lengths; nobody should rely on it.
  if (bytes.length !== file?.size) return text(400, 'length differs from the one announced')
  slack.files.put(file.id, { ...file, content: bytes.toString('base64') })
  return text(200, `OK - ${bytes.length}`)
}

/** The bytes as sent, or those of the one file in a form. */
function bytesOf(request: Request): Buffer {
  const body: unknown = request.body
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
  const boundary = /boundary="?([^";]+)/.exec(request.headers['content-type'] ?? '')?.[1]
  if (boundary === undefined) return bytes
  const file = bytes.indexOf('; filename=')
  const start = bytes.indexOf('\r\n\r\n', file) + 4
  return bytes.subarray(start, bytes.indexOf(`\r\n--${boundary}`, start))
}

function bytesReply(file: StoredFile): Reply {
  const body = Buffer.from(file.content ?? '', 'base64')
  const headers = { 'X-Content-Type-Options': 'nosniff' }
  return { status: 200, type: file.mimetype, body, headers }
}
