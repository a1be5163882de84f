// API v2, as far as an office needs it, with the self-serve limits X set in 2026.
import twitter from 'twitter-text'
import type { Clock } from '../contract.ts'
import { problems, type Problem } from './problems.ts'
import { mentionsOffice, office, told, type Post, type Posts } from './posts.ts'
import type { MediaShelf } from './media.ts'

export type Call = {
  method: string
  path: string
  query: URLSearchParams
  body: Record<string, unknown>
}
export type Reply = { status: number; body: unknown }

/** Another post with these words is a duplicate for so long (milliseconds); the real window is not documented. */
const duplicateWindow = 24 * 3_600_000

/** Answers a signed call; null for a route X does not have. `indexedIn` delays reads (milliseconds). */
export function reply(
  call: Call,
  given: { posts: Posts; media: MediaShelf; clock: Clock; indexedIn: number },
): Reply | null {
  const { method, path, query, body } = call
  const { posts, media } = given
  const [, , first = '', second = '', third = ''] = path.split('/')
  const route = `${method} ${first}`
  if (route === 'POST tweets' && second === '') return create(call, given)
  if (route === 'DELETE tweets') return remove(posts, second)
  if (route === 'PUT tweets' && third === 'hidden') return hide(posts, second, body.hidden)
  if (route === 'GET tweets' && second !== '') return lookUp(posts, [second], true)
  if (route === 'GET tweets') return lookUp(posts, (query.get('ids') ?? '').split(','), false)
  if (method === 'GET' && path === '/2/users/me') {
    return { status: 200, body: { data: { ...office, username: office.handle } } }
  }
  if (route === 'GET users' && second !== office.id) return problems.notPermitted
  if (route === 'GET users' && third === 'tweets') {
    return timeline(
      posts.indexed().filter(({ author }) => author.id === office.id),
      query,
    )
  }
  if (route === 'GET users' && third === 'mentions') {
    return timeline(
      posts.indexed().filter((post) => isMention(post, posts)),
      query,
    )
  }
  if (first === 'media') return media.reply(call)
  // Likes, follows and quotes left the self-serve plans.
  if (route === 'POST users') return problems.notPermitted
  return null
}

function create(
  { body }: Call,
  { posts, media, clock, indexedIn }: Parameters<typeof reply>[1],
): Reply {
  const text = typeof body.text === 'string' ? body.text.normalize('NFC').trim() : ''
  const mediaIds = (body.media as { media_ids?: string[] } | undefined)?.media_ids ?? []
  if (text === '' && mediaIds.length === 0) return problems.invalid('text', '')
  if (body.quote_tweet_id !== undefined) return problems.quoteGate
  if (twitter.parseTweet(text).weightedLength > 280) return problems.tooLong
  const files = media.usable(mediaIds)
  if (files === null) return problems.badMedia(mediaIds)
  const inReplyTo =
    (body.reply as { in_reply_to_tweet_id?: string } | undefined)?.in_reply_to_tweet_id ?? null
  const gate = inReplyTo === null ? null : replyGate(posts, inReplyTo)
  if (gate !== null) return gate
  const isDuplicate = posts
    .all()
    .some(
      (post) =>
        post.author.id === office.id &&
        post.text === text &&
        post.inReplyTo === inReplyTo &&
        clock.now() - post.createdAt < duplicateWindow,
    )
  if (isDuplicate) return problems.duplicate
  const post = posts.write({ author: office, text, inReplyTo, media: files, indexedIn })
  const { id, edits } = post
  return {
    status: 201,
    body: { data: { id, text: told(post).text, edit_history_tweet_ids: edits } },
  }
}

// Self-serve plans may answer who mentioned us or answered us, and go on with own threads.
function replyGate(posts: Posts, id: string): Problem | null {
  const parent = posts.get(id)
  if (parent === undefined || parent.deleted) return problems.invalid('reply', id)
  const answersUs =
    parent.inReplyTo !== null && posts.get(parent.inReplyTo)?.author.id === office.id
  const isOpen = parent.author.id === office.id || mentionsOffice(parent.text) || answersUs
  return isOpen ? null : problems.replyGate
}

function remove(posts: Posts, id: string): Reply {
  const post = posts.get(id)
  if (post?.author.id !== office.id || post.deleted) {
    return { status: 200, body: { errors: [problems.notFound(id)] } }
  }
  posts.keep({ ...post, deleted: true })
  return { status: 200, body: { data: { deleted: true } } }
}

function hide(posts: Posts, id: string, hidden: unknown): Reply {
  const post = posts.get(id)
  const root = post === undefined ? undefined : posts.get(post.conversation)
  if (post === undefined || typeof hidden !== 'boolean') return problems.invalid('hidden', hidden)
  if (root?.author.id !== office.id) return problems.notPermitted
  posts.keep({ ...post, hidden })
  return { status: 200, body: { data: { hidden } } }
}

function lookUp(posts: Posts, ids: readonly string[], single: boolean): Reply {
  if (ids.length > 100 || ids.some((id) => !/^\d{1,19}$/.test(id))) {
    return problems.invalid('ids', ids.join(','))
  }
  const visible = posts.indexed()
  const found = ids.flatMap((id) => visible.find((post) => post.id === id) ?? [])
  const errors = ids
    .filter((id) => !found.some((post) => post.id === id))
    .map((id) => problems.notFound(id))
  const data = single ? found.map(told)[0] : found.map(told)
  return {
    status: 200,
    body: {
      ...(found.length > 0 && { data }),
      ...(errors.length > 0 && { errors }),
    },
  }
}

/** Own posts are no mentions; an answer to the office is one even without its name. */
function isMention(post: Post, posts: Posts): boolean {
  if (post.author.id === office.id) return false
  const parent = post.inReplyTo === null ? undefined : posts.get(post.inReplyTo)
  return mentionsOffice(post.text) || parent?.author.id === office.id
}

function timeline(all: readonly Post[], query: URLSearchParams): Reply {
  const most = Number(query.get('max_results') ?? 10)
  if (!Number.isInteger(most) || most < 5 || most > 100) {
    return problems.invalid('max_results', query.get('max_results'))
  }
  const start = query.get('start_time')
  if (start !== null && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(start)) {
    return problems.invalid('start_time', start)
  }
  const since = query.get('since_id')
  const until = query.get('until_id')
  const from = Number(query.get('pagination_token') ?? 0)
  const within = all.filter(
    ({ id, createdAt }) =>
      (start === null || createdAt >= Date.parse(start)) &&
      (since === null || BigInt(id) > BigInt(since)) &&
      (until === null || BigInt(id) < BigInt(until)),
  )
  const shown = within.slice(from, from + most)
  const [newest] = shown
  if (newest === undefined) return { status: 200, body: { meta: { result_count: 0 } } }
  const authors = new Map(shown.map(({ author }) => [author.id, author]))
  const wantsAuthors = (query.get('expansions') ?? '').split(',').includes('author_id')
  return {
    status: 200,
    body: {
      data: shown.map(told),
      ...(wantsAuthors && {
        includes: {
          users: [...authors.values()].map(({ id, handle, name }) => ({
            id,
            username: handle,
            name,
          })),
        },
      }),
      meta: {
        result_count: shown.length,
        newest_id: newest.id,
        oldest_id: shown.at(-1)?.id,
        ...(from + most < within.length && { next_token: String(from + most) }),
      },
    },
  }
}
