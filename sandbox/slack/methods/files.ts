// files.*: the three steps of an upload (get an address, send bytes, complete).

import { joinedChannel } from '../access.ts'
import { apiFile, mimetypeOf } from '../api-file.ts'
import { isObject, items } from '../blocks/shape.ts'
import { messageBlocks } from '../content.ts'
import { findMessage, postMessage } from '../messages.ts'
import { Refused, refusedBecause } from '../refused.ts'
import type { Slack } from '../slack.ts'
import type { StoredFile } from '../workspace.ts'
import { bot } from '../world.ts'
import type { Methods } from './method.ts'

function uploaded(slack: Slack, id: unknown): StoredFile {
  const file = typeof id === 'string' ? slack.files.get(id) : undefined
  if (file?.content == null) throw new Refused('file_not_found')
  return file
}

/** How long Slack takes to look at a file that was uploaded, in milliseconds; a guess. */
const looksAfter = 200

export const fileMethods: Methods = {
  'files.getUploadURLExternal': {
    scope: 'files:write',
    run(slack, args) {
      const name = args.text('filename')
      const size = Number(args.text('length'))
      if (!Number.isInteger(size) || size < 1) {
        throw refusedBecause('invalid_arguments', ['[ERROR] length must be a positive number'])
      }
      const altText = args.optional('alt_txt') ?? ''
      if (altText.length > 1_000) throw new Refused('alt_txt_too_large')
      const file: StoredFile = {
        id: slack.newId('F'),
        name,
        title: name,
        altText,
        mimetype: mimetypeOf(name),
        size,
        user: bot.id,
        created: Math.floor(slack.now() / 1000),
        secret: slack.newId('', 24),
        content: null,
        shared: false,
      }
      slack.files.put(file.id, file)
      const address = `${slack.options.address()}/files/upload/${file.id}/${file.secret}`
      return { upload_url: address, file_id: file.id }
    },
  },

  'files.completeUploadExternal': {
    scope: 'files:write',
    run(slack, args) {
      const given = items(args.json('files', 'invalid_arguments')).filter(isObject)
      if (given.length === 0) {
        throw refusedBecause('invalid_arguments', ['[ERROR] missing required field: files'])
      }
      const files = given.map((one) => {
        const file = uploaded(slack, one.id)
        const title = typeof one.title === 'string' ? one.title : file.title
        return { ...file, title }
      })
      const channels = args.optional('channels')?.split(',') ?? []
      const single = args.optional('channel_id')
      const targets = [...channels, ...(single === undefined ? [] : [single])].map((id) =>
        joinedChannel(slack, id),
      )
      const threadTs = args.optional('thread_ts') ?? null
      const blocks = args.json('blocks', 'invalid_blocks_format')
      const checked = blocks === undefined ? [] : messageBlocks(slack, blocks)
      for (const channel of targets) {
        if (threadTs !== null && findMessage(slack, channel.id, threadTs) === undefined) {
          throw new Refused('thread_not_found')
        }
      }
      const shownFrom = slack.now() + looksAfter
      for (const file of files) {
        slack.files.put(file.id, { ...file, shared: targets.length > 0, shownFrom })
      }
      for (const channel of targets) {
        const text = args.optional('initial_comment') ?? ''
        const shown = files.map((file) => file.id)
        postMessage(slack, { channel, user: bot.id, text, blocks: checked, files: shown, threadTs })
      }
      return { files: files.map(({ id, title }) => ({ id, title })) }
    },
  },

  'files.delete': {
    scope: 'files:write',
    run(slack, args) {
      const file = slack.files.get(args.text('file'))
      if (file === undefined) throw new Refused('file_not_found')
      if (file.user !== bot.id) throw new Refused('cant_delete_file')
      slack.files.remove(file.id)
      return {}
    },
  },

  'files.info': {
    scope: 'files:read',
    run(slack, args) {
      return { file: apiFile(slack, uploaded(slack, args.text('file'))) }
    },
  },
}
