// May the office write this? The checks of X before it takes a post, as for self-serve apps.
import { z } from 'zod'
import type { Clock } from '../contract.ts'
import {
  actionNotAllowed,
  duplicate,
  invalid,
  invalidMedia,
  quoteNotAllowed,
  replyForbidden,
  replyNotAllowed,
  replyToNothing,
  tooLong,
  type Problem,
} from './problems.ts'
import { office, type Post, type Store } from './store.ts'
import { hasRefusedCharacters, named, weightOf } from './wire.ts'

const longest = 280
/** How long media wait for their post, and how far back X looks for the same text; the second is a guess. */
const day = 24 * 60 * 60_000

const written = z.object({
  text: z.string().default(''),
  reply: z.object({ in_reply_to_tweet_id: z.string() }).optional(),
  quote_tweet_id: z.string().optional(),
  made_with_ai: z.boolean().optional(),
  media: z.object({ media_ids: z.array(z.string()).min(1).max(4) }).optional(),
})

/** What the office asked to publish. */
export type Wish = {
  text: string
  inReplyTo: string | null
  media: string[]
  madeWithAi: boolean
}

/** The wish in the body of POST /2/tweets, or why X refuses it. */
export function admitted(
  body: unknown,
  { store, clock, forgets }: { store: Store; clock: Clock; forgets: () => boolean },
): Wish | Problem {
  const parsed = written.safeParse(body)
  if (!parsed.success) return invalid({ body: [] }, 'The body of the request is not a post.')
  const { reply, quote_tweet_id, media } = parsed.data
  const text = parsed.data.text.normalize('NFC').trim()
  const wish = {
    text,
    inReplyTo: reply?.in_reply_to_tweet_id ?? null,
    media: media?.media_ids ?? [],
    madeWithAi: parsed.data.made_with_ai === true,
  }
  if (text === '' && media === undefined) {
    return invalid({ text: [''] }, 'text is missing or empty')
  }
  if (hasRefusedCharacters(text)) return actionNotAllowed
  if (weightOf(text) > longest) return tooLong
  if (quote_tweet_id !== undefined) return quoteNotAllowed
  const broken = wish.media.filter((id) => !isUsable(id, store, clock))
  if (broken.length > 0) return invalidMedia(broken)
  const parent = wish.inReplyTo === null ? null : store.post(wish.inReplyTo)
  const isThere = parent?.gone === null && !store.isProtected(parent)
  if (parent === undefined || (parent !== null && !isThere)) return replyToNothing
  if (parent?.closed === true) return replyForbidden
  if (parent !== null && !mayAnswer(parent, store)) return replyNotAllowed
  return isDuplicate(wish, store, clock) && !forgets() ? duplicate : wish
}

/** A reply needs the author's summons: the author named, answered or quoted us. Own threads may go on. */
function mayAnswer(parent: Post, store: Store): boolean {
  const quoted = parent.quotes === undefined ? undefined : store.post(parent.quotes)
  const isOurs = parent.author === office.id || quoted?.author === office.id
  return isOurs || isMention(parent, store)
}

/** Whether a post speaks to the office: it names the account, as the office may itself, or answers it. */
export function isMention(post: Post, store: Store): boolean {
  if (post.author === office.id) return named(post.text).includes(office.handle.toLowerCase())
  const parent = post.inReplyTo === null ? undefined : store.post(post.inReplyTo)
  return named(post.text).includes(office.handle.toLowerCase()) || parent?.author === office.id
}

/** The same words at the same place within a day, deleted posts included. */
function isDuplicate(wish: Wish, store: Store, clock: Clock): boolean {
  return store
    .posts()
    .some(
      (post) =>
        post.author === office.id &&
        post.text === wish.text &&
        post.inReplyTo === wish.inReplyTo &&
        post.media.join() === wish.media.join() &&
        post.createdAt > clock.now() - day,
    )
}

function isUsable(id: string, store: Store, clock: Clock): boolean {
  const media = store.media(id)
  return media?.state === 'succeeded' && clock.now() < media.createdAt + day
}
