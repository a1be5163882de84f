// Posting, deleting and hiding through the API.
import { Router, type Response } from 'express'
import type { Clock } from '../contract.ts'
import { answer, inPath, refuse } from './answer.ts'
import { admitted } from './gates.ts'
import { actionNotAllowed, featureNotAllowed, invalid, notFound } from './problems.ts'
import { office, type Post, type Store } from './store.ts'
import { cut, onTheWire } from './wire.ts'

export type World = {
  store: Store
  clock: Clock
  /** What a reader of the sandbox's page sees may differ now. */
  changed: () => void
  /** How late the post being written is found by reads, in milliseconds. */
  lateness: (route: string | null) => number
  /** Whether the same words at the same place are taken again. */
  forgets: () => boolean
}

/** A new post, kept. Its conversation is that of the post it answers. */
export function write(
  { store, clock, lateness }: World,
  given: Pick<
    Post,
    'author' | 'text' | 'inReplyTo' | 'media' | 'madeWithAi' | 'quotes' | 'closed'
  > & {
    route: string | null
  },
): Post {
  const { route, ...said } = given
  const id = store.nextId()
  const parent = said.inReplyTo === null ? undefined : store.post(said.inReplyTo)
  const late = lateness(route)
  const post: Post = {
    ...said,
    id,
    createdAt: clock.now(),
    conversation: parent?.conversation ?? id,
    hidden: false,
    versions: [id],
    gone: null,
    readableFrom: late === 0 ? 0 : clock.now() + late,
    sample: false,
  }
  store.keep(post)
  return post
}

/** POST and DELETE /2/tweets, hiding, and what self-serve apps may no longer do. */
export function writingRoutes(world: World): Router {
  const { store, changed } = world
  const router = Router()

  router.post('/2/tweets', (req, res) => {
    const wish = admitted(req.body, world)
    if ('status' in wish) {
      refuse(res, wish)
      return
    }
    const post = write(world, { ...wish, author: office.id, route: 'POST /2/tweets' })
    changed()
    const { text } = onTheWire(cut(post.text) ?? post.text, post.id, () => undefined)
    answer(res, 201, { data: { id: post.id, text, edit_history_tweet_ids: post.versions } })
  })

  router.delete('/2/tweets/:id', (req, res) => {
    const post = store.post(inPath(req, 'id'))
    if (post !== undefined && post.author !== office.id) {
      refuse(res, actionNotAllowed)
      return
    }
    if (post !== undefined) store.keep({ ...post, gone: 'deleted' })
    changed()
    answer(res, 200, { data: { deleted: true } })
  })

  router.put('/2/tweets/:id/hidden', (req, res) => {
    const post = store.post(inPath(req, 'id'))
    const { hidden } = (req.body ?? {}) as { hidden?: unknown }
    if (post?.gone !== null) refuse(res, notFound)
    else if (typeof hidden !== 'boolean') refuse(res, invalid({ hidden: [] }, 'hidden is missing'))
    else if (post.inReplyTo === null || store.post(post.conversation)?.author !== office.id) {
      refuse(res, actionNotAllowed)
    } else {
      store.keep({ ...post, hidden })
      changed()
      answer(res, 200, { data: { hidden } })
    }
  })

  const muting = (target: string | undefined, muted: boolean, res: Response) => {
    const user = target === undefined ? undefined : store.user(target)
    if (user === undefined || user.left === true) refuse(res, notFound)
    else if (user.id === office.id) refuse(res, actionNotAllowed)
    else {
      store.keepUser({ ...user, muted })
      changed()
      answer(res, 200, { data: { muting: muted } })
    }
  }
  router.post('/2/users/:id/muting', (req, res) => {
    const { target_user_id: target } = (req.body ?? {}) as { target_user_id?: unknown }
    if (inPath(req, 'id') !== office.id) refuse(res, actionNotAllowed)
    else if (typeof target !== 'string') {
      refuse(res, invalid({ target_user_id: [] }, 'target_user_id is missing'))
    } else muting(target, true, res)
  })
  router.delete('/2/users/:id/muting/:target', (req, res) => {
    if (inPath(req, 'id') !== office.id) refuse(res, actionNotAllowed)
    else muting(inPath(req, 'target'), false, res)
  })

  for (const gone of ['likes', 'following']) {
    router.post(`/2/users/:id/${gone}`, (_req, res) => {
      refuse(res, featureNotAllowed)
    })
  }
  return router
}
