// What the counters of our posts and of our account say now: numbers only, and through the own timeline, which costs
// a fifth of a look-up.
import { z } from 'zod'
import type { Counters } from '../../core/readings.ts'
import type { ReadFailed } from '../../core/outcome.ts'
import type { Call } from './call.ts'
import { id } from './ids.ts'
import { readFailed } from './read-failed.ts'

const counter = z.number().int().nonnegative()
const page = z.object({
  data: z
    .array(
      z.object({
        id,
        public_metrics: z
          .object({
            impression_count: counter,
            like_count: counter,
            // X's older and newer word for the same.
            retweet_count: counter.optional(),
            repost_count: counter.optional(),
            quote_count: counter,
            reply_count: counter,
          })
          .transform(({ retweet_count, repost_count, ...rest }) => ({
            ...rest,
            reposts: repost_count ?? retweet_count,
          }))
          .refine(({ reposts }) => reposts !== undefined),
      }),
    )
    .default([]),
  // Present on every true page, an empty one included.
  meta: z.object({ result_count: z.number(), next_token: z.string().optional() }),
  errors: z.array(z.unknown()).default([]),
})

const me = z.object({ data: z.object({ public_metrics: z.object({ followers_count: counter }) }) })

/** X gives at most so many posts a page, and at least five. */
const pageSize = { least: 5, most: 100 }

/** X shows the newest 3,200 posts. */
const mostPages = 32

type Given = { call: Call; now: () => number; read: (ids: readonly string[]) => void }

/** The counters of neighbouring posts of an account. `read` hears the ids X gave. Never throws. */
export async function readCounters(
  account: string,
  ids: readonly string[],
  given: Given,
): Promise<{ counters: ReadonlyMap<string, Counters> } | ReadFailed> {
  const counters = new Map<string, Counters>()
  const [first, last] = [ids[0], ids.at(-1)]
  if (first === undefined || last === undefined) return { counters }
  let token: string | undefined
  for (let pages = 0; pages < mostPages; pages += 1) {
    const seen = await readPage(account, { first, last, count: ids.length, token }, given)
    if ('failed' in seen) return seen
    for (const { id, public_metrics: said } of seen.data) {
      if (!ids.includes(id)) continue
      counters.set(id, {
        views: said.impression_count,
        likes: said.like_count,
        reposts: said.reposts ?? 0,
        quotes: said.quote_count,
        replies: said.reply_count,
      })
    }
    token = seen.meta.next_token
    if (token === undefined) return { counters }
  }
  return { failed: 'unreadable', until: null }
}

async function readPage(
  account: string,
  asked: { first: string; last: string; count: number; token: string | undefined },
  { call, now, read }: Given,
): Promise<z.infer<typeof page> | ReadFailed> {
  const { first, last, count, token } = asked
  const query = {
    // Both ends are left out by X.
    since_id: String(BigInt(first) - 1n),
    until_id: String(BigInt(last) + 1n),
    exclude: 'replies,retweets',
    max_results: String(Math.min(Math.max(count, pageSize.least), pageSize.most)),
    'tweet.fields': 'public_metrics',
    ...(token !== undefined && { pagination_token: token }),
  }
  let body: unknown
  try {
    body = await call((client) => client.v2.get<unknown>(`users/${account}/tweets`, query))
  } catch (error) {
    return readFailed(error, now())
  }
  const parsed = page.safeParse(body)
  if (!parsed.success) return { failed: 'unreadable', until: null }
  const { data, meta, errors } = parsed.data
  read(data.map(({ id }) => id))
  // What is not on an incomplete page is not gone.
  const isWhole = errors.length === 0 && meta.result_count === data.length
  return isWhole ? parsed.data : { failed: 'unreadable', until: null }
}

/** How many follow the account of these credentials. `read` hears when X has answered. Never throws. */
export async function readAudience(given: {
  call: Call
  now: () => number
  read: () => void
}): Promise<{ followers: number } | ReadFailed> {
  let body: unknown
  try {
    const query = { 'user.fields': 'public_metrics' }
    body = await given.call((client) => client.v2.get<unknown>('users/me', query))
  } catch (error) {
    return readFailed(error, given.now())
  }
  const parsed = me.safeParse(body)
  if (!parsed.success) return { failed: 'unreadable', until: null }
  given.read()
  return { followers: parsed.data.data.public_metrics.followers_count }
}
