// What citizens write to the office: reads the own mentions, and looks whether posts are still there.
import { ApiResponseError } from 'twitter-api-v2'
import { z } from 'zod'
import type { Account, Incoming, ReadFailed } from '../network.ts'
import { asRead, written } from './as-read.ts'
import type { Call } from './call.ts'
import { complaint } from './refusal.ts'

/** X gives the newest 800 mentions. */
const mostPages = 8
/** How many posts one look-up names. */
const batch = 100

const id = z.string().regex(/^\d+$/)
const mention = written.extend({
  id,
  author_id: id,
  created_at: z.iso.datetime(),
  conversation_id: id,
  in_reply_to_user_id: id.optional(),
  referenced_tweets: z.array(z.object({ type: z.string(), id })).default([]),
  attachments: z.object({ media_keys: z.array(z.string()).default([]) }).optional(),
  edit_history_tweet_ids: z.array(id).min(1).optional(),
})
type Mention = z.infer<typeof mention>
const page = z.object({
  data: z.array(mention).default([]),
  includes: z
    .object({
      users: z.array(z.object({ id, username: z.string(), name: z.string() })).default([]),
    })
    .default({ users: [] }),
  meta: z.object({ result_count: z.number(), next_token: z.string().optional() }),
})

/** Reads every mention posted at or after `since` (UTC milliseconds), oldest first, without our own posts
 * and pure reposts; all pages or none. `read` hears the ids X gave, which are what it charges. Never throws. */
export async function readMentions(
  account: Account,
  since: number,
  { call, read }: { call: Call; read: (ids: readonly string[]) => void },
): Promise<{ mentions: readonly Incoming[] } | ReadFailed> {
  const all: Incoming[] = []
  let token: string | undefined
  for (let pages = 0; pages < mostPages; pages += 1) {
    const query = queryFor(since, token)
    const body = await call((client) =>
      client.v2.get<unknown>(`users/${account.id}/mentions`, query),
    ).catch(readFailed)
    if (isFailed(body)) return body
    const parsed = page.safeParse(body)
    if (!parsed.success) return { failed: 'unreadable', until: null }
    const { data, includes, meta } = parsed.data
    read(data.map((each) => each.id))
    const authors = new Map(includes.users.map((user) => [user.id, user]))
    for (const each of data) {
      const isRepost = each.referenced_tweets.some(({ type }) => type === 'retweeted')
      if (each.author_id === account.id || isRepost) continue
      all.push(incoming(each, authors.get(each.author_id), account))
    }
    token = meta.next_token
    if (token === undefined) break
  }
  return { mentions: all.sort((a, b) => a.postedAt - b.postedAt) }
}

function incoming(
  seen: Mention,
  author: { username: string; name: string } | undefined,
  account: Account,
): Incoming {
  const text = asRead(seen).trim()
  const answered = seen.referenced_tweets.find(({ type }) => type === 'replied_to')?.id ?? null
  const names = new RegExp(`@${account.handle}\\b`, 'i').test(text)
  return {
    first: seen.edit_history_tweet_ids?.[0] ?? seen.id,
    id: seen.id,
    thread: seen.conversation_id,
    inReplyTo: answered,
    text,
    // The account may be gone by the time its post is read.
    handle: author?.username ?? '',
    name: author?.name ?? '',
    postedAt: Date.parse(seen.created_at),
    media: seen.attachments?.media_keys.length ?? 0,
    summons: names || seen.in_reply_to_user_id === account.id,
  }
}

const lookedUp = z.object({
  data: z.array(z.object({ id })).default([]),
  errors: z
    .array(z.object({ resource_id: z.string().optional(), value: z.string().optional() }))
    .default([]),
})

/** Which of these posts the public cannot read any more. What X names neither as there nor as missing counts
 * as there. `read` hears the ids X gave. Never throws. */
export async function readGone(
  ids: readonly string[],
  { call, read }: { call: Call; read: (ids: readonly string[]) => void },
): Promise<{ gone: ReadonlySet<string> } | ReadFailed> {
  const gone = new Set<string>()
  for (let from = 0; from < ids.length; from += batch) {
    const some = ids.slice(from, from + batch)
    const body = await call((client) =>
      client.v2.get<unknown>('tweets', { ids: some.join(',') }),
    ).catch(readFailed)
    if (isFailed(body)) return body
    const parsed = lookedUp.safeParse(body)
    if (!parsed.success) return { failed: 'unreadable', until: null }
    read(parsed.data.data.map((each) => each.id))
    for (const { resource_id, value } of parsed.data.errors) {
      const missing = some.find((each) => each === resource_id || each === value)
      if (missing !== undefined) gone.add(missing)
    }
    // There after all, whatever else X says of it.
    for (const each of parsed.data.data) gone.delete(each.id)
  }
  return { gone }
}

function queryFor(since: number, token: string | undefined): Record<string, string> {
  return {
    // X counts whole seconds.
    start_time: new Date(Math.floor(since / 1000) * 1000).toISOString().replace('.000Z', 'Z'),
    max_results: '100',
    'tweet.fields':
      'created_at,author_id,conversation_id,referenced_tweets,in_reply_to_user_id,attachments,entities,note_tweet,edit_history_tweet_ids',
    expansions: 'author_id',
    'user.fields': 'username,name',
    ...(token !== undefined && { pagination_token: token }),
  }
}

function isFailed(body: unknown): body is ReadFailed {
  return typeof body === 'object' && body !== null && 'failed' in body
}

/** Why a read told nothing, by what the client threw. */
export function readFailed(error: unknown): ReadFailed {
  if (!(error instanceof ApiResponseError)) return { failed: 'unreachable', until: null }
  const { code, rateLimit, data } = error
  if (code === 402) return { failed: 'no-credit', until: null }
  if (code === 429) {
    const isCap = complaint(data).problem === 'usage-capped'
    const reset = rateLimit?.reset
    return {
      failed: 'rate-limit',
      until: isCap || reset === undefined ? null : reset * 1000,
    }
  }
  if (code === 401 || code === 403) return { failed: 'unauthorized', until: null }
  return { failed: code >= 500 ? 'unreachable' : 'unreadable', until: null }
}
