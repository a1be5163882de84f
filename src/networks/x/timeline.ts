// Is it online after all? Looks for a writing on the own timeline.
import twitterText from 'twitter-text'
import { z } from 'zod'
import { addressOf } from '../../core/address.ts'
import { tidied } from '../../core/content.ts'
import type { Sought } from '../../desk/ports/network.ts'
import { asRead, written } from './as-read.ts'
import type { Call } from './call.ts'
import { id } from './ids.ts'

/** What a look can tell: the id, null for "not there", or that nobody could look. */
export type Look = { id: string | null } | 'unreadable'

/** Clock difference between X and us that a look allows, in milliseconds. */
const clockDifference = 60_000
/** X shows the newest 3,200 posts. */
const mostPages = 32

const post = written.extend({
  id,
  created_at: z.iso.datetime(),
  in_reply_to_user_id: z.string().optional(),
  referenced_tweets: z.array(z.object({ type: z.string(), id: z.string() })).default([]),
})
type Post = z.infer<typeof post>
const page = z.object({
  data: z.array(post).default([]),
  // Present on every true page, an empty one included.
  meta: z.object({ result_count: z.number(), next_token: z.string().optional() }),
  errors: z.array(z.unknown()).default([]),
})

/** Looks among the posts of `account` made at `since` (UTC milliseconds, less a minute) or later, passing
 * over the ids in `known`. "Not there" only after every page was read in full. Never throws. */
export async function lookFor(
  sought: Sought,
  given: {
    call: Call
    account: string
    since: number
    known: ReadonlySet<string>
    /** Hears the ids X gave, which are what it charges. */
    read: (ids: readonly string[]) => void
  },
): Promise<Look> {
  const { call, account, known } = given
  // X counts whole seconds.
  const from = Math.floor((given.since - clockDifference) / 1000) * 1000
  let token: string | undefined
  for (let read = 0; read < mostPages; read++) {
    const parsed = await call((client) =>
      client.v2.get<unknown>(`users/${account}/tweets`, query(from, token)),
    )
      .then((body) => page.safeParse(body))
      .catch(() => null)
    if (!parsed?.success) return 'unreadable'
    const { data, meta, errors } = parsed.data
    given.read(data.map((each) => each.id))
    const found = data.find(
      (each) =>
        !known.has(each.id) && Date.parse(each.created_at) >= from && isThis(each, sought, account),
    )
    if (found) return { id: found.id }
    if (errors.length > 0 || meta.result_count !== data.length) return 'unreadable'
    if (meta.next_token === undefined) return { id: null }
    token = meta.next_token
  }
  return 'unreadable'
}

function query(from: number, token: string | undefined): Record<string, string> {
  return {
    start_time: new Date(from).toISOString().replace('.000Z', 'Z'),
    max_results: '100',
    'tweet.fields': 'created_at,entities,in_reply_to_user_id,note_tweet,referenced_tweets',
    ...(token !== undefined && { pagination_token: token }),
  }
}

function isThis(seen: Post, sought: Sought, account: string): boolean {
  const parent = seen.referenced_tweets.find(({ type }) => type === 'replied_to')?.id ?? null
  const isInPlace =
    sought.kind === 'answer-somewhere'
      ? // What hangs on our own post answers nobody.
        parent !== null && seen.in_reply_to_user_id !== account
      : parent === sought.hangsOn
  if (!isInPlace) return false
  const [shown, meant] = [comparable(asRead(seen)), comparable(sought.part.text)]
  // X may put the names of those answered before a reply.
  return shown === meant || (parent !== null && shown.replace(/^(@\w+\s+)+/, '') === meant)
}

/** Tidied, and every link in one spelling: X adds a protocol to "hamburg.de" and may escape its letters. */
function comparable(text: string): string {
  const tidy = tidied(text)
  let end = 0
  let spelled = ''
  for (const { url, indices } of twitterText.extractUrlsWithIndices(tidy)) {
    spelled += tidy.slice(end, indices[0]) + spelling(url)
    end = indices[1]
  }
  return spelled + tidy.slice(end)
}

function spelling(url: string): string {
  const whole = /^https?:\/\//i.test(url) ? url : `http://${url}`
  return addressOf(whole)?.href.replace(/^https?:/, '') ?? url
}
