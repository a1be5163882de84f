import { createHash } from 'node:crypto'
import { parts, type Content } from '../content.ts'

/** The SHA-256 (hex) an approval binds to: text and links of every part, media with alternative
 * texts, kind, planned time, target networks, reply target and the official link, even where the text
 * has it already. Any edit of one changes it; the topic and the reason for no link are not public. */
export function fingerprint(content: Content): string {
  const bound = [
    content.kind,
    content.networks,
    content.plannedAt,
    content.replyTo,
    content.link !== null && 'url' in content.link ? content.link.url : null,
    parts(content).map((part) => [
      part.text,
      part.media.map((media) => [media.sha256, media.altText]),
    ]),
  ]
  return createHash('sha256').update(JSON.stringify(bound)).digest('hex')
}
