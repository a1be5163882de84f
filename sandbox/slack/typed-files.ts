// Files chosen in a form: kept, and shown to the bot as Slack's file objects.

import { apiFile } from './api-file.ts'
import { isObject, items } from './blocks/shape.ts'
import type { Slack } from './slack.ts'
import type { Values } from './view-state.ts'
import type { StoredFile } from './workspace.ts'

/** The values with { name, mimetype, data } of every file_input replaced by file objects. Slack uploads a file when it is
 * chosen: who sends the form again sends the same file. `before` is what the form held when it was sent last. */
export function keptFiles(slack: Slack, user: string, values: Values, before: Values): Values {
  const keptIn = (state: unknown, earlier: unknown) =>
    isObject(state) && state.type === 'file_input'
      ? { ...state, files: items(state.files).map((file) => asKept(slack, user, file, earlier)) }
      : state
  return Object.fromEntries(
    Object.entries(values).map(([blockId, block]) => [
      blockId,
      Object.fromEntries(
        Object.entries(block).map(([id, state]) => [id, keptIn(state, before[blockId]?.[id])]),
      ),
    ]),
  )
}

function asKept(slack: Slack, user: string, given: unknown, earlier: unknown): unknown {
  const files = isObject(earlier) ? items(earlier.files) : []
  const same = files.find(
    (file) =>
      isObject(file) &&
      isObject(given) &&
      file.name === given.name &&
      slack.files.get(String(file.id))?.content === given.data,
  )
  if (same !== undefined) return same
  const file = keptFile(slack, user, given)
  return file === null ? given : apiFile(slack, file)
}

/** Keeps what somebody uploads, given as { name, mimetype, data }; null for anything else. */
export function keptFile(slack: Slack, user: string, given: unknown): StoredFile | null {
  if (!isObject(given) || typeof given.data !== 'string') return null
  const name = typeof given.name === 'string' ? given.name : 'Datei'
  const bytes = Buffer.from(given.data, 'base64')
  const file: StoredFile = {
    id: slack.newId('F'),
    name,
    altText: '',
    title: name,
    mimetype: typeof given.mimetype === 'string' ? given.mimetype : 'application/octet-stream',
    size: bytes.length,
    user,
    created: Math.floor(slack.now() / 1000),
    secret: slack.newId('', 24),
    content: bytes.toString('base64'),
    shared: false,
  }
  slack.files.put(file.id, file)
  return file
}
