// Looking for a post in doubt on the own timeline (x.md section 3).
import type { TwitterApi } from 'twitter-api-v2'
import { z } from 'zod'
import type { Sighting } from '../../core/outcome.ts'
import type { Writing } from '../network.ts'

const page = z.object({
  data: z
    .array(
      z.object({
        id: z.string(),
        text: z.string(),
        created_at: z.string(),
        note_tweet: z.object({ text: z.string() }).optional(),
        referenced_tweets: z.array(z.object({ type: z.string(), id: z.string() })).optional(),
        attachments: z.object({ media_keys: z.array(z.string()).optional() }).optional(),
        entities: z
          .object({
            urls: z.array(z.object({ url: z.string(), expanded_url: z.string() })).optional(),
          })
          .optional(),
      }),
    )
    .default([]),
  meta: z.object({ next_token: z.string().optional() }),
})
type Post = z.infer<typeof page>['data'][number]

/** Clocks differ; a post up to this much earlier than we began counts (milliseconds). */
const clockDifference = 60_000
const pagesAtMost = 8

/** Reads the account's posts since an instant (UTC milliseconds) and looks for the writing among those not
 * known already. Throws what the client throws. */
export async function findOnTimeline(
  client: TwitterApi,
  account: string,
  writing: Writing,
  since: number,
  known: ReadonlySet<string>,
): Promise<Exclude<Sighting, { sighting: 'found' }> | { found: string }> {
  const earliest = since - clockDifference
  let next: string | undefined
  for (let read = 0; read < pagesAtMost; read += 1) {
    const answer = page.parse(
      await client.v2.get(`users/${account}/tweets`, {
        max_results: 100,
        // X wants whole seconds.
        start_time: new Date(Math.floor(earliest / 1000) * 1000).toISOString(),
        'tweet.fields': 'created_at,entities,note_tweet,referenced_tweets,attachments',
        ...(next !== undefined && { pagination_token: next }),
      }),
    )
    const found = answer.data.find((post) => !known.has(post.id) && is(post, writing, earliest))
    if (found !== undefined) return { found: found.id }
    next = answer.meta.next_token
    if (next === undefined) return { sighting: 'absent' }
  }
  // Never guess from half a timeline.
  return { sighting: 'unreadable' }
}

function is(post: Post, { part, replyTo }: Writing, earliest: number): boolean {
  const repliedTo = post.referenced_tweets?.find(({ type }) => type === 'replied_to')?.id ?? null
  const media = post.attachments?.media_keys?.length ?? 0
  return (
    repliedTo === replyTo &&
    media === part.media.length &&
    Date.parse(post.created_at) >= Math.floor(earliest / 1000) * 1000 &&
    textOf(post) === comparable(part.text)
  )
}

// X escapes three characters, shortens links and composes accents.
function textOf(post: Post): string {
  const links = post.entities?.urls ?? []
  const shortened = post.note_tweet?.text ?? post.text
  const whole = links.reduce(
    (text, { url, expanded_url }) => text.replaceAll(url, expanded_url),
    shortened,
  )
  return comparable(whole.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
}

// X writes "http://hamburg.de" for a bare "hamburg.de", and a slash behind a bare host.
function comparable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/https?:\/\//gi, '')
    .replace(/\/(?=\s|$)/g, '')
    .trim()
}
