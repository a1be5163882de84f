// Reading and searching posts, and users, through the API.
import { Router, type Request, type Response } from 'express'
import { answer, asked, askedList, inPath, refuse } from './answer.ts'
import { isMention } from './gates.ts'
import { invalid, missingPost, notFound, protectedPost } from './problems.ts'
import { matching, searchable } from './search.ts'
import { included, shownPost, shownUser } from './shown.ts'
import { newestFirst, office, type Post } from './store.ts'
import type { World } from './writing.ts'

/** X looks no further back. */
const earliest = Date.parse('2010-11-06T00:00:00Z')

/** Newest posts that X gives at all. */
const reach = { tweets: 3200, mentions: 800 }

/** GET of posts, timelines, users/me. */
export function readingRoutes({ store, clock }: World): Router {
  const router = Router()

  const shown = (req: Request, post: Post) =>
    shownPost(post, askedList(req, 'tweet.fields'), { store, clock })
  const includes = (req: Request, posts: readonly Post[]) =>
    included(
      posts,
      askedList(req, 'expansions'),
      { user: askedList(req, 'user.fields'), media: askedList(req, 'media.fields') },
      { store, clock },
    )

  router.get('/2/users/me', (req, res) => {
    answer(res, 200, { data: shownUser(office, askedList(req, 'user.fields'), clock.now()) })
  })

  router.get('/2/users/:id/tweets', (req, res) => {
    const exclude = askedList(req, 'exclude')
    const own = store.readable().filter((post) => {
      const isLeftOut = exclude.includes('replies') && post.inReplyTo !== null
      return post.author === inPath(req, 'id') && !isLeftOut
    })
    timeline(req, res, own, reach.tweets)
  })

  router.get('/2/users/:id/mentions', (req, res) => {
    if (inPath(req, 'id') !== office.id) refuse(res, notFound)
    else {
      const said = store.readable().filter((post) => isMention(post, store))
      timeline(req, res, said, reach.mentions)
    }
  })

  router.get('/2/tweets/search/recent', (req, res) => {
    const query = asked(req, 'query') ?? ''
    const fits = matching(query)
    const [start, end] = ['start_time', 'end_time'].map((name) => instant(asked(req, name)))
    const now = clock.now()
    const isOutside =
      (start !== undefined && start < now - searchable.back) ||
      (end !== undefined && end > now - searchable.youngest)
    if (fits === null) refuse(res, invalid({ query: [query] }, 'The query is not valid.'))
    else if (isOutside) {
      const message = 'Times must lie within the last 7 days and 10 seconds before now.'
      refuse(res, invalid({ start_time: [], end_time: [] }, message))
    } else {
      const found = store
        .readable()
        .filter((post) => post.createdAt >= now - searchable.back && fits(post, store))
      timeline(req, res, found, Infinity, 10)
    }
  })

  function timeline(req: Request, res: Response, posts: Post[], most: number, least = 5): void {
    const frame = frameOf(req, least)
    if ('status' in frame) {
      refuse(res, frame)
      return
    }
    const within = posts.sort(newestFirst).slice(0, most).filter(frame.isWithin)
    const page = within.slice(0, frame.size)
    const [newest, oldest] = [page[0], page.at(-1)]
    if (newest === undefined || oldest === undefined) {
      answer(res, 200, { meta: { result_count: 0 } })
      return
    }
    answer(res, 200, {
      data: page.map((post) => shown(req, post)),
      ...includes(req, page),
      meta: {
        result_count: page.length,
        newest_id: newest.id,
        oldest_id: oldest.id,
        ...(within.length > page.length && { next_token: tokenAfter(oldest.id) }),
      },
    })
  }

  router.get('/2/tweets', (req, res) => {
    const ids = askedList(req, 'ids')
    if (ids.length < 1 || ids.length > 100 || !ids.every(isId)) {
      refuse(
        res,
        invalid({ ids }, 'The number of values in the `ids` query parameter is not valid.'),
      )
      return
    }
    const posts = ids.flatMap((id) => found(id) ?? [])
    const missing = ids.filter((id) => found(id) === undefined)
    answer(res, 200, {
      ...(posts.length > 0 && { data: posts.map((post) => shown(req, post)) }),
      ...includes(req, posts),
      ...(missing.length > 0 && { errors: missing.map((id) => unseen(id, 'ids')) }),
    })
  })

  router.get('/2/tweets/:id', (req, res) => {
    const id = inPath(req, 'id')
    const post = found(id)
    if (!isId(id))
      refuse(res, invalid({ id: [id] }, 'The `id` query parameter value is not valid.'))
    else if (post === undefined) answer(res, 200, { errors: [unseen(id, 'id')] })
    else answer(res, 200, { data: shown(req, post), ...includes(req, [post]) })
  })

  function unseen(id: string, parameter: string) {
    const post = store.newest(id)
    const isHeldBack = post?.gone === null && store.isProtected(post)
    return isHeldBack ? protectedPost(id, parameter) : missingPost(id, parameter)
  }

  /** An earlier version is found by its own id, as long as the post is there. */
  function found(id: string): Post | undefined {
    const [post, now] = [store.post(id), store.newest(id)]
    const isThere = post !== undefined && now !== undefined && store.isReadable(now)
    return isThere ? { ...post, versions: now.versions } : undefined
  }
  return router
}

/** Which posts of a timeline are asked for, and how many at once; X's complaint about anything odd. */
function frameOf(req: Request, least: number) {
  const size = Number(asked(req, 'max_results') ?? '10')
  // Searches know it under its older name.
  const token = asked(req, 'pagination_token') ?? asked(req, 'next_token')
  const before = token === undefined ? undefined : idBefore(token)
  const [since, until] = [asked(req, 'since_id'), asked(req, 'until_id')]
  const [start, end] = ['start_time', 'end_time'].map((name) => instant(asked(req, name)))
  if (!Number.isInteger(size) || size < least || size > 100) {
    const given = asked(req, 'max_results') ?? ''
    const message = `The \`max_results\` query parameter value [${given}] is not between ${least} and 100`
    return invalid({ max_results: [given] }, message)
  }
  if (before === null) return invalid({ pagination_token: [] }, 'pagination_token is not valid')
  if (![since, until].every((id) => id === undefined || isId(id))) {
    return invalid({ since_id: [], until_id: [] }, 'not a valid id')
  }
  if (Number.isNaN(start) || Number.isNaN(end)) {
    return invalid({ start_time: [], end_time: [] }, 'not a valid RFC3339 date-time')
  }
  const isWithin = ({ id, createdAt }: Post): boolean =>
    (before === undefined || BigInt(id) < BigInt(before)) &&
    (since === undefined || BigInt(id) > BigInt(since)) &&
    (until === undefined || BigInt(id) < BigInt(until)) &&
    (start === undefined || createdAt >= start) &&
    (end === undefined || createdAt < end)
  return { size, isWithin }
}

function instant(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) ? Date.parse(text) : NaN
  return at < earliest ? NaN : at
}

function isId(text: string): boolean {
  return /^\d{1,19}$/.test(text)
}

function tokenAfter(id: string): string {
  return Buffer.from(`before ${id}`).toString('base64url')
}

function idBefore(token: string): string | null {
  return /^before (\d{1,19})$/.exec(Buffer.from(token, 'base64url').toString())?.[1] ?? null
}
