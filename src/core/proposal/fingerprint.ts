import { createHash } from 'node:crypto'
import { parts, type Content } from '../content.ts'

/** The way of reckoning used for new fingerprints. What older approvals are bound to is reckoned their way. */
const today = 1

/** What an approval binds to, as "1:" and the SHA-256 in hex: text and links of every part, media with alternative
 * texts, kind, planned time, target networks, the version of the mention it answers or the post it is about, who has to
 * sign it, and the official link, even where the text has it already. Any edit of one changes it; the topic and the
 * reason for no link are not public.
 * The number in front says how it was reckoned. */
export function fingerprint(content: Content): string {
  return `${today}:${reckoned(content)}`
}

/** Whether a fingerprint, however old, is that of a content. */
export function isFingerprintOf(hash: string, content: Content): boolean {
  return hash === fingerprint(content)
}

function reckoned(content: Content): string {
  const { replyTo, link, original, cosigners, warning, madeWithAi, answers } = content
  const bound = [
    content.kind,
    content.networks,
    content.plannedAt,
    replyTo === null ? null : [replyTo.mention, replyTo.version],
    link !== null && 'url' in link ? link.url : null,
    parts(content).map((part) => [
      part.text,
      part.media.map((media) => [media.sha256, media.altText]),
    ]),
    ...(original === undefined ? [] : [['original', original.proposal, ...original.posts]]),
    ...(cosigners === undefined ? [] : [['cosigners', ...cosigners]]),
    ...(warning === undefined ? [] : [['valid until', warning.validUntil]]),
    ...(madeWithAi === undefined ? [] : [['made with AI']]),
    ...(answers === undefined
      ? []
      : [['answers', ...answers.map(({ mention, version }) => [mention, version])]]),
  ]
  return createHash('sha256').update(JSON.stringify(bound)).digest('hex')
}
