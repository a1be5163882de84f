// A post and a user as the API shows them: few fields by default, more on request.
import type { Clock } from '../contract.ts'
import { profileAt } from './profile.ts'
import { office, type Post, type Store, type User } from './store.ts'
import { cut, onTheWire, withPictures, type Wire } from './wire.ts'

type Shown = Record<string, unknown>

const thirtyDays = 30 * 24 * 60 * 60_000

/** The post with the fields asked for in `tweet.fields`; where something does not apply it is left out. */
export function shownPost(
  post: Post,
  fields: readonly string[],
  { store, clock }: { store: Store; clock: Clock },
): Shown {
  const { seen, whole } = worded(post, store)
  const answered = post.inReplyTo === null ? undefined : store.post(post.inReplyTo)
  const values: Shown = {
    created_at: new Date(post.createdAt).toISOString(),
    author_id: post.author,
    conversation_id: post.conversation,
    in_reply_to_user_id: answered?.author,
    referenced_tweets: references(post),
    attachments: post.media.length > 0 ? { media_keys: post.media.map(keyOf) } : undefined,
    entities: Object.keys(seen.entities).length > 0 ? seen.entities : undefined,
    note_tweet: whole ?? undefined,
    lang: 'de',
    ...metrics(post, clock),
  }
  const asked = Object.fromEntries(
    fields.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])),
  )
  return { id: post.id, text: seen.text, edit_history_tweet_ids: post.versions, ...asked }
}

/** The words as X gives them: `whole` only where `seen` is cut. X puts a link to what is quoted after the text,
 * and one to the pictures, but not in the whole text of a long post. */
function worded(post: Post, store: Store): { seen: Wire; whole: Wire | null } {
  const idOf = (handle: string) => store.userByHandle(handle)?.id
  const quoted = post.quotes === undefined ? undefined : store.post(post.quotes)
  const text = quoted === undefined ? post.text : `${post.text} ${addressOf(quoted, store)}`
  const begun = cut(text)
  const seen = onTheWire(begun ?? text, post.id, idOf)
  const keys = post.media.map(keyOf)
  return {
    seen: keys.length > 0 ? withPictures(seen, addressOf(post, store), keys) : seen,
    whole: begun === null ? null : onTheWire(text, post.id, idOf),
  }
}

function addressOf({ id, author }: Post, store: Store): string {
  return `https://x.com/${store.user(author)?.handle ?? 'i/web'}/status/${id}`
}

function keyOf(media: string): string {
  return `3_${media}`
}

function references({ inReplyTo, quotes }: Post): Shown[] | undefined {
  const all = [
    ...(inReplyTo === null ? [] : [{ type: 'replied_to', id: inReplyTo }]),
    ...(quotes === undefined ? [] : [{ type: 'quoted', id: quotes }]),
  ]
  return all.length > 0 ? all : undefined
}

/** Numbers that grow with age and are the same for the same age: readings can be compared. The private
 * ones end after 30 days and are the office's own. */
function metrics(post: Post, clock: Clock): Shown {
  const age = Math.max(0, clock.now() - post.createdAt)
  // Some are read more than others, the same ones each time.
  const interest = 300 + Number(BigInt(post.id) % 1_200n)
  const seen = Math.round(interest * (1 - Math.exp(-age / (24 * 60 * 60_000))))
  const isPrivate = post.author === office.id && age <= thirtyDays
  return {
    public_metrics: {
      retweet_count: Math.floor(seen / 90),
      reply_count: Math.floor(seen / 120),
      like_count: Math.floor(seen / 30),
      quote_count: Math.floor(seen / 300),
      bookmark_count: Math.floor(seen / 200),
      impression_count: seen,
    },
    non_public_metrics: isPrivate
      ? {
          impression_count: seen,
          url_link_clicks: Math.floor(seen / 40),
          user_profile_clicks: Math.floor(seen / 150),
        }
      : undefined,
  }
}

/** The user with the fields asked for in `user.fields`, as of an instant (UTC milliseconds). */
export function shownUser(user: User, fields: readonly string[], now: number): Shown {
  const { id, handle, name } = user
  const profile = id === office.id ? profileAt(now) : null
  const values: Shown = {
    description: profile?.description ?? '',
    location: profile?.location,
    verified: id === office.id,
    verified_type: 'none',
    subscription_type: 'None',
    protected: user.protected === true,
    public_metrics: {
      followers_count: profile?.followers ?? 12,
      following_count: 3,
      tweet_count: 0,
      listed_count: 0,
    },
  }
  const asked = fields.flatMap((field) =>
    values[field] === undefined ? [] : [[field, values[field]]],
  )
  return { id, name, username: handle, ...(Object.fromEntries(asked) as Shown) }
}

/** `includes` for the expansions asked for, undefined where nothing is to be included. */
export function included(
  posts: readonly Post[],
  expansions: readonly string[],
  fields: { user: readonly string[]; media: readonly string[] },
  { store, clock }: { store: Store; clock: Clock },
): { includes: Shown } | undefined {
  const authors = expansions.includes('author_id') ? posts.map(({ author }) => author) : []
  const pictures = expansions.includes('attachments.media_keys')
    ? posts.flatMap(({ media }) => media)
    : []
  const users = [...new Set(authors)].flatMap((id) => store.user(id) ?? [])
  const includes = {
    ...(users.length > 0 && {
      users: users.map((user) => shownUser(user, fields.user, clock.now())),
    }),
    ...(pictures.length > 0 && {
      media: pictures.map((id) => shownPicture(id, fields.media, store)),
    }),
  }
  return Object.keys(includes).length > 0 ? { includes } : undefined
}

/** X leaves out an alternative text that nobody wrote. */
function shownPicture(id: string, fields: readonly string[], store: Store): Shown {
  const alt = store.media(id)?.alt ?? ''
  const isTold = alt !== '' && fields.includes('alt_text')
  return { media_key: keyOf(id), type: 'photo', ...(isTold && { alt_text: alt }) }
}
