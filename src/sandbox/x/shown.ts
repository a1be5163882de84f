// A post and a user as the API shows them: few fields by default, more on request.
import type { Clock } from '../contract.ts'
import { office, type Post, type Store, type User } from './store.ts'
import { cut, onTheWire } from './wire.ts'

type Shown = Record<string, unknown>

const thirtyDays = 30 * 24 * 60 * 60_000

/** The post with the fields asked for in `tweet.fields`; where something does not apply it is left out. */
export function shownPost(
  post: Post,
  fields: readonly string[],
  { store, clock }: { store: Store; clock: Clock },
): Shown {
  const idOf = (handle: string) => store.userByHandle(handle)?.id
  const begun = cut(post.text)
  const whole = onTheWire(post.text, post.id, idOf)
  const seen = begun === null ? whole : onTheWire(begun, post.id, idOf)
  const answered = post.inReplyTo === null ? undefined : store.post(post.inReplyTo)
  const values: Shown = {
    created_at: new Date(post.createdAt).toISOString(),
    author_id: post.author,
    conversation_id: post.conversation,
    in_reply_to_user_id: answered?.author,
    referenced_tweets:
      post.inReplyTo === null ? undefined : [{ type: 'replied_to', id: post.inReplyTo }],
    attachments:
      post.media.length > 0 ? { media_keys: post.media.map((id) => `3_${id}`) } : undefined,
    entities: Object.keys(seen.entities).length > 0 ? seen.entities : undefined,
    note_tweet: begun === null ? undefined : whole,
    lang: 'de',
    ...metrics(post, clock),
  }
  const asked = Object.fromEntries(
    fields.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])),
  )
  return { id: post.id, text: seen.text, edit_history_tweet_ids: post.versions, ...asked }
}

/** Numbers that grow with age and are the same for the same age: readings can be compared. The private
 * ones end after 30 days and are the office's own. */
function metrics(post: Post, clock: Clock): Shown {
  const age = Math.max(0, clock.now() - post.createdAt)
  const seen = Math.round(900 * (1 - Math.exp(-age / (24 * 60 * 60_000))))
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

/** The user with the fields asked for in `user.fields`. */
export function shownUser({ id, handle, name }: User, fields: readonly string[]): Shown {
  const values: Shown = {
    verified: id === office.id,
    verified_type: 'none',
    subscription_type: 'None',
    protected: false,
  }
  const asked = fields.flatMap((field) => (field in values ? [[field, values[field]]] : []))
  return { id, name, username: handle, ...(Object.fromEntries(asked) as Shown) }
}

/** `includes` for the expansions asked for, undefined where nothing is to be included. */
export function included(
  posts: readonly Post[],
  expansions: readonly string[],
  userFields: readonly string[],
  store: Store,
): { includes: Shown } | undefined {
  if (!expansions.includes('author_id') || posts.length === 0) return undefined
  const authors = [...new Set(posts.map(({ author }) => author))].flatMap(
    (id) => store.user(id) ?? [],
  )
  return { includes: { users: authors.map((user) => shownUser(user, userFields)) } }
}
