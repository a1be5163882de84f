// The local X: its API below /2, a public page for every post, and what the sandbox's page needs.
import express, {
  Router,
  type ErrorRequestHandler,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'
import type { CitizenAct, Clock, Fault, XSight } from '../contract.ts'
import type { Memory } from '../memory.ts'
import { answer, asked, inPath, refuse } from './answer.ts'
import { citizens, type CitizenAnswer } from './citizens.ts'
import { openFaults } from './faults.ts'
import { bytesOf, mediaRoutes } from './media.ts'
import { bearer, callers, credentials, type Asking, type Credentials } from './oauth.ts'
import { featureNotAllowed, invalid, notFound, tooManyRequests, unauthorized } from './problems.ts'
import { profileAt } from './profile.ts'
import { accountPage, handPage, missingPage, publicPage } from './public-page.ts'
import { rates } from './rates.ts'
import { readingRoutes } from './reading.ts'
import { asSeen, deletedByOffice, online } from './sight.ts'
import { office, openStore } from './store.ts'
import { write, writingRoutes, type World } from './writing.ts'

/** One call of the API: its route with ":id" for ids, when (the sandbox's clock), and how it ended. */
export type XCall = { route: string; at: number; status: number | 'cut' }

export type LocalX = {
  /** Serves /2/…, /oauth2/token, /:handle/status/:id and /intent/tweet; to be mounted at the root. */
  router: Router
  citizen(act: CitizenAct): CitizenAnswer
  sight(): XSight
  /** Replaces all faults. Once none disturbs a call, the connections that wait in vain are cut. */
  setFaults(faults: Fault[]): void
  /** Marks everything that is there as brought by the sample past. */
  markSample(): void
  /** Forgets every post, fault and call; the keys stay. */
  reset(): void
  credentials: Credentials
  /** The newest calls, the newest last. */
  calls(): readonly XCall[]
  /** Cuts the connections that wait in vain. */
  stop(): void
}

const mostCalls = 1000

/** Opens the local X on what `memory` holds. `address` is where it is served, without a slash at its end;
 * `changed` is told whenever a sight may differ. */
export function localX(options: {
  memory: Memory
  clock: Clock
  address: () => string
  changed: () => void
  /** What callers' signatures are measured by: real time, when absent. */
  signing?: Clock | undefined
}): LocalX {
  const { memory, clock, address, changed, signing = Date } = options
  const store = openStore(memory, clock)
  const faults = openFaults(clock, changed)
  const counts = rates(clock)
  const whoCalls = callers(signing)
  let calls: XCall[] = []
  const { lateness, forgets } = faults
  const world: World = { store, clock, changed, lateness, forgets }

  const admit: RequestHandler = (req, res, next) => {
    const [path = '', query = ''] = req.originalUrl.split('?')
    const route = `${req.method} ${path.replace(/(?<!^)\/\d+(?=\/|$)/g, '/:id')}`
    note(route, res)
    faults.struck(route, `${req.method} ${path}`, res, () => {
      const { authorization = '' } = req.headers
      enter({ method: req.method, path, query, authorization }, route, res, next)
    })
  }

  function enter(asking: Asking, route: string, res: Response, next: NextFunction): void {
    const caller = whoCalls(asking)
    if (caller === null) {
      refuse(res, unauthorized)
      return
    }
    const { headers, exhausted } = counts.count(route)
    res.set(headers)
    // Only the app's numbers are for the app alone.
    if (exhausted) refuse(res, tooManyRequests)
    else if ((caller === 'app') !== (route === 'GET /2/usage/tweets')) {
      refuse(res, featureNotAllowed)
    } else next()
  }

  function note(route: string, res: Response): void {
    const call: XCall = { route, at: clock.now(), status: 'cut' }
    calls = [...calls.slice(1 - mostCalls), call]
    res.on('finish', () => (call.status = res.statusCode))
  }

  function usage(_req: Request, res: Response): void {
    const read = calls.filter(({ route }) => route.startsWith('GET /2/')).length
    const data = { cap_reset_day: 1, project_cap: '3000000', project_usage: String(read) }
    answer(res, 200, { data })
  }

  const router = Router()
  router.get('/:handle/status/:id', (req, res) => {
    const posts = online(store, address())
    const post = posts.find(({ id }) => id === inPath(req, 'id'))
    const before = store.post(post?.inReplyTo ?? '')
    if (post === undefined || post.author.protected)
      res.status(404).type('html').send(missingPage())
    else {
      const isSeen = before?.gone === null && !store.isProtected(before)
      const said = isSeen ? asSeen(before, store, address()) : null
      const answers = posts.filter((each) => each.inReplyTo === post.id && !each.author.protected)
      res.type('html').send(publicPage(post, said, answers.reverse()))
    }
  })
  // What the office has posted, the newest first: where people look whether something is public.
  router.get(`/${office.handle}`, (_req, res) => {
    const own = online(store, address()).filter(({ author }) => author.office)
    res.type('html').send(accountPage(office, own))
  })
  // Without the name of its author.
  router.get('/i/web/status/:id', (req, res) => {
    const post = store.newest(inPath(req, 'id'))
    const handle = post === undefined ? undefined : store.user(post.author)?.handle
    if (post === undefined || handle === undefined) res.status(404).type('html').send(missingPage())
    else res.redirect(302, `/${handle}/status/${post.id}`)
  })
  // Where a person posts an answer by hand, signed in as the office.
  router.get('/intent/tweet', (req, res) => {
    const post = store.post(asked(req, 'in_reply_to') ?? '')
    if (post?.gone !== null) res.status(404).type('html').send(missingPage())
    else {
      const text = asked(req, 'text') ?? ''
      res.type('html').send(handPage(asSeen(post, store, address()), text))
    }
  })
  router.post('/intent/tweet', express.urlencoded({ extended: false }), (req, res) => {
    const { in_reply_to: parent, text } = req.body as Record<string, unknown>
    const isOurs = req.headers.origin === undefined || req.headers.origin === address()
    const post = typeof parent === 'string' ? store.post(parent) : undefined
    if (!isOurs || post?.gone !== null || typeof text !== 'string' || text.trim() === '') {
      res.status(400).type('html').send(missingPage())
      return
    }
    const said = { author: office.id, text: text.normalize('NFC').trim(), inReplyTo: post.id }
    const { id } = write(world, { ...said, media: [], route: null })
    changed()
    res.redirect(303, `/${office.handle}/status/${id}`)
  })
  // As public as the page that shows it.
  router.get('/2/media/shown/:id', (req, res) => {
    const media = store.media(inPath(req, 'id'))
    if (media === undefined) refuse(res, notFound)
    else res.type(media.type).send(bytesOf(media))
  })
  router.post('/oauth2/token', express.urlencoded(), (req, res) => {
    const key = Buffer.from(`${credentials.appKey}:${credentials.appSecret}`).toString('base64')
    if (req.headers.authorization !== `Basic ${key}`) refuse(res, unauthorized)
    else answer(res, 200, { token_type: 'bearer', access_token: bearer })
  })
  router.use('/2', admit, express.json({ limit: '1mb' }))
  router.use(writingRoutes(world), readingRoutes(world), mediaRoutes(world))
  router.get('/2/usage/tweets', usage)
  router.use('/2', (_req, res) => {
    refuse(res, notFound)
  })
  router.use('/2', unreadable)

  return {
    router,
    citizen: citizens(world),
    sight: () => ({
      account: { ...office, ...profileAt(world.clock.now()) },
      posts: online(store, address()),
      deleted: deletedByOffice(store, address()),
      faults: faults.shown(),
    }),
    setFaults: faults.set,
    markSample: () => {
      for (const post of store.posts()) store.keep({ ...post, sample: true })
      changed()
    },
    reset: () => {
      store.forget()
      counts.forget()
      calls = []
      faults.set([])
    },
    credentials,
    calls: () => calls.map((call) => ({ ...call })),
    stop: faults.stop,
  }
}

/** Four parameters make it express's handler of errors: here, of bodies that are no JSON. */
const unreadable: ErrorRequestHandler = (error, _req, res, next) => {
  const isBody = error instanceof Error && 'type' in error && !res.headersSent
  if (isBody) refuse(res, invalid({ body: [] }, 'The body of the request cannot be read.'))
  else next(error)
}
