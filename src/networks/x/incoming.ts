// What a citizen wrote, made of what the API gives.
import { z } from 'zod'
import type { Account, Incoming } from '../../desk/ports/network.ts'
import { asRead, beginningOf, marksOf, written } from './as-read.ts'
import { id } from './ids.ts'

/** X shows names of at most fifty characters; what is longer is cut. */
const longestName = 100
/** A post of a paying account has 25,000 characters, before its links are written out. */
const longestText = 30_000

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
const user = z.object({
  id,
  username: z.string().regex(/^\w{1,50}$/),
  name: z.string().transform((name) => beginningOf(name, longestName)),
})
type User = z.infer<typeof user>
// X may add `errors` about authors that are gone; what they wrote is there all the same.
export const page = z
  .object({
    data: z.array(mention).default([]),
    includes: z.object({ users: z.array(user).default([]) }).default({ users: [] }),
    meta: z.object({ result_count: z.number(), next_token: z.string().optional() }),
  })
  .refine(({ data, meta }) => meta.result_count === data.length)
export type Page = z.infer<typeof page>

/** What `page` is read from. */
export const fields = {
  'tweet.fields':
    'created_at,author_id,conversation_id,referenced_tweets,in_reply_to_user_id,attachments,entities,note_tweet,edit_history_tweet_ids',
  expansions: 'author_id',
  'user.fields': 'username,name',
} as const

/** The same without what somebody can make long: texts end after 280 characters then, and links are short. */
export const shortFields = {
  ...fields,
  'tweet.fields': fields['tweet.fields'].replace(',entities,note_tweet', ''),
} as const

/** What of a page is for the office: without its own posts and pure reposts. Pure. */
export function incoming({ data, includes }: Page, account: Account): Incoming[] {
  const authors = new Map(includes.users.map((each) => [each.id, each]))
  return data
    .filter((seen) => seen.author_id !== account.id && referred(seen, 'retweeted') === null)
    .map((seen) => described(seen, authors.get(seen.author_id), account))
}

function described(seen: Mention, author: User | undefined, account: Account): Incoming {
  const text = asRead(seen, longestText).trim()
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
    answerable: summonsUs(seen, text, account),
  }
}

/** Whether X would take our answer: the author named us or quotes us (documented). Answers to us are said to
 * pass, too; X may still refuse. */
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
