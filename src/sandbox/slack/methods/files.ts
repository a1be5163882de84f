import { joinedChannel, Refused, text, type Method } from '../method.ts'
import { app } from '../people.ts'
import type { Stored } from '../world.ts'

export type Upload = { name: string; length: number; bytes: Buffer | null; mimetype: string }

/** Files on their way: named, then sent, then shared. */
export function fileMethods(uploads: Map<string, Upload>): Record<string, Method> {
  return {
    'files.getUploadURLExternal': {
      scopes: ['files:write'],
      run({ world, address }, given) {
        const id = world.nextId('F')
        const length = Number(text(given, 'length'))
        if (!(length > 0)) throw new Refused('invalid_arguments')
        uploads.set(id, { name: text(given, 'filename'), length, bytes: null, mimetype: '' })
        return { ok: true, upload_url: `${address()}/files/upload/${id}`, file_id: id }
      },
    },
    'files.completeUploadExternal': {
      scopes: ['files:write'],
      run(place, given) {
        const { world, address } = place
        const listed = given.files
        if (!Array.isArray(listed) || listed.length === 0) throw new Refused('invalid_arguments')
        const files = (listed as { id: string; title?: string }[]).map(({ id, title }) => {
          const upload = uploads.get(id)
          if (upload?.bytes == null) throw new Refused('file_not_found')
          const { name, mimetype, bytes } = upload
          const url = `${address()}/files/private/${id}/${encodeURIComponent(name)}`
          return { id, name: title ?? name, mimetype, size: bytes.length, url }
        })
        if (given.channel_id !== undefined) {
          const message: Stored = {
            channel: joinedChannel(place, text(given, 'channel_id')).id,
            ts: world.nextTs(),
            user: app.userId,
            text: typeof given.initial_comment === 'string' ? given.initial_comment : '',
            blocks: [],
            reactions: [],
            files,
            threadTs: given.thread_ts === undefined ? null : text(given, 'thread_ts'),
            edited: false,
            onlyFor: null,
            metadata: null,
            sample: false,
          }
          world.keep(message)
        }
        return { ok: true, files }
      },
    },
  }
}
