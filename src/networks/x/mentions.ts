// What citizens write to the office: reads the own mentions.
import { z } from 'zod'
import type { Account, Incoming, ReadFailed } from '../../desk/ports/network.ts'
import { asRead, marksOf, written } from './as-read.ts'
import type { Call } from './call.ts'
import { readFailed } from './read-failed.ts'

/** X gives the newest 800 mentions; a page may hold fewer than asked for. */
const mostPages = 40
/** X refuses to look further back. */
const earliest = Date.parse('2010-11-06T00:00:00Z')

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
const user = z.object({ id, username: z.string(), name: z.string() })
type User = z.infer<typeof user>
// X may add `errors` about authors that are gone; what they wrote is there all the same.
const page = z
  .object({
    data: z.array(mention).default([]),
    includes: z.object({ users: z.array(user).default([]) }).default({ users: [] }),
    meta: z.object({ result_count: z.number(), next_token: z.string().optional() }),
  })
  .refine(({ data, meta }) => meta.result_count === data.length)
type Page = z.infer<typeof page>

type Given = {
  call: Call
  now: () => number
  /** Hears the ids X gave, which are what it charges. */
  read: (ids: readonly string[]) => void
}

/** Reads every mention posted at or after `since` (UTC milliseconds), oldest first, without our own posts
 * and pure reposts; all pages or none. Never throws. */
export async function readMentions(
  account: Account,
  since: number,
  given: Given,
): Promise<{ mentions: readonly Incoming[] } | ReadFailed> {
  // By first version: what comes on two pages, or in two versions, counts once, as it is now.
  const all = new Map<string, Incoming>()
  let token: string | undefined
  for (let pages = 0; pages < mostPages; pages += 1) {
    const seen = await readPage(account, queryFor(since, token), given)
    if ('failed' in seen) return seen
    for (const each of incoming(seen, account)) {
      const before = all.get(each.first)
      if (before === undefined || isNewer(each, before)) all.set(each.first, each)
    }
    token = seen.meta.next_token
    if (token === undefined) return { mentions: inOrder([...all.values()]) }
  }
  return { failed: 'unreadable', until: null }
}

async function readPage(
  account: Account,
  query: Record<string, string>,
  { call, now, read }: Given,
): Promise<Page | ReadFailed> {
  let body: unknown
  try {
    body = await call((client) => client.v2.get<unknown>(`users/${account.id}/mentions`, query))
  } catch (error) {
    return readFailed(error, now())
  }
  const parsed = page.safeParse(body)
  if (!parsed.success) return { failed: 'unreadable', until: null }
  read(parsed.data.data.map((each) => each.id))
  return parsed.data
}

function incoming({ data, includes }: Page, account: Account): Incoming[] {
  const authors = new Map(includes.users.map((each) => [each.id, each]))
  return data
    .filter((seen) => seen.author_id !== account.id && referred(seen, 'retweeted') === null)
    .map((seen) => described(seen, authors.get(seen.author_id), account))
}

function described(seen: Mention, author: User | undefined, account: Account): Incoming {
  const text = asRead(seen).trim()
  return {
    first: seen.edit_history_tweet_ids?.[0] ?? seen.id,
    id: seen.id,
    thread: seen.conversation_id,
    inReplyTo: referred(seen, 'replied_to'),
    text,
    // The account may be gone by the time its post is read.
    handle: author?.username ?? '',
    name: author?.name ?? '',
    postedAt: Date.parse(seen.created_at),
    media: seen.attachments?.media_keys.length ?? 0,
    summons: summonsUs(seen, text, account),
  }
}

/** Whether X would take our answer: the author named us or quotes us (documented). Answers to us reportedly
 * pass, too (x.md section 1, 2): X may still refuse. */
function summonsUs(seen: Mention, text: string, { id: us, handle }: Account): boolean {
  if (seen.in_reply_to_user_id === us) return true
  const { links, handles } = marksOf(seen)
  const isUs = (name: string) => name.toLowerCase() === handle.toLowerCase()
  if (handles.some(isUs) || isNamedIn(text, handle)) return true
  const quoted = referred(seen, 'quoted')
  const isOurs = new RegExp(`/${handle}/status/${quoted}(\\D|$)`, 'i')
  return quoted !== null && links.some((link) => isOurs.test(link))
}

/** Whether a text names the handle outside of links. Not by twitter-text: it takes seconds over a long text of
 * dots, and anybody may write one. */
function isNamedIn(text: string, handle: string): boolean {
  const name = new RegExp(`(?<![\\w@＠/.#$&+-])[@＠]${handle}(?!\\w)`, 'i')
  return name.test(text.replace(/https?:\/\/\S+/gi, ' '))
}

function referred({ referenced_tweets }: Mention, as: string): string | null {
  return referenced_tweets.find(({ type }) => type === as)?.id ?? null
}

/** Oldest first; within a millisecond the smaller id. */
function inOrder(mentions: Incoming[]): Incoming[] {
  return mentions.sort((a, b) => a.postedAt - b.postedAt || (isNewer(a, b) ? 1 : -1))
}

/** Ids grow, far beyond exact numbers. */
function isNewer(a: Incoming, b: Incoming): boolean {
  return BigInt(a.id) > BigInt(b.id)
}

function queryFor(since: number, token: string | undefined): Record<string, string> {
  // X counts whole seconds.
  const start = new Date(Math.floor(Math.max(since, earliest) / 1000) * 1000)
  return {
    start_time: start.toISOString().replace('.000Z', 'Z'),
    max_results: '100',
    'tweet.fields':
      'created_at,author_id,conversation_id,referenced_tweets,in_reply_to_user_id,attachments,entities,note_tweet,edit_history_tweet_ids',
    expansions: 'author_id',
    'user.fields': 'username,name',
    ...(token !== undefined && { pagination_token: token }),
  }
}
