// A file as the Web API shows it to the bot.

import { extname } from 'node:path'
import type { Slack } from './slack.ts'
import type { StoredFile } from './workspace.ts'

export function apiFile(slack: Slack, file: StoredFile) {
  const base = `${slack.options.address()}/files`
  const name = encodeURIComponent(file.name)
  const isSeen = (file.shownFrom ?? 0) <= slack.now()
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    // Empty until Slack has looked at it.
    mimetype: isSeen ? file.mimetype : '',
    filetype: isSeen ? extname(file.name).slice(1).toLowerCase() : '',
    pretty_type: extname(file.name).slice(1).toUpperCase(),
    user: file.user,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    url_private: `${base}/${file.id}/${name}`,
    url_private_download: `${base}/${file.id}/download/${name}`,
    permalink: `${slack.options.address()}/#/files/${file.id}`,
  }
}

const types: Record<string, string> = {
  '.csv': 'text/csv',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
}

/** By the name's ending, as Slack guesses. */
export function mimetypeOf(name: string): string {
  return types[extname(name).toLowerCase()] ?? 'application/octet-stream'
}
