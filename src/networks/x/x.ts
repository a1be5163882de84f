// X, as one of the desk's networks.
import { z } from 'zod'
import type { Part } from '../../core/content.ts'
import type {
  HideOutcome,
  Outcome,
  ReadFailed,
  Sighting,
  UploadOutcome,
} from '../../core/outcome.ts'
import type { Account, Network, Sought, Upload, Writing } from '../../desk/ports/network.ts'
import { caller, type Keys } from './call.ts'
import { readAudience, readCounters } from './counters.ts'
import { accountLink, answerByHand, idFrom, linkFor, linkToMention } from './links.ts'
import { readAuthor } from './author.ts'
import { readGone } from './gone.ts'
import { id } from './ids.ts'
import { readMentions } from './mentions.ts'
import {
  outcomeOfAnswer,
  outcomeOfError,
  outcomeOfFailedHiding,
  outcomeOfHiding,
  outcomeOfMuting,
  outcomeOfRemoval,
  wordFor,
} from './outcome.ts'
import { prices, readingCost, usdOf, type Charge } from './prices.ts'
import { chargeFor, price } from './charges.ts'
import { readFailed } from './read-failed.ts'
import { oncePerDay } from './reads.ts'
import { lookFor } from './timeline.ts'
import { uploadPicture } from './upload.ts'
import { weigh } from './weigh.ts'

export type XOptions = {
  keys: Keys
  /** Where to find a stand-in for X; null for X itself. */
  apiUrl: string | null
  /** UTC milliseconds. */
  now: () => number
  /** How long one call may take in all, in milliseconds. */
  deadlineMs?: number
  /** Hears of everything X charges for, when it has answered with data. */
  spent?: (charge: Charge, count: number) => void
}

/** X did not say who we are, and why, in a word. */
type NoAccount = ReadFailed & { said: string }

const me = z.object({
  data: z.object({ id, username: z.string(), name: z.string() }),
})

/** X behind the port. Nothing is asked before the first call; what it says names no key and no address. */
export function x({
  keys,
  apiUrl,
  now,
  deadlineMs = 20_000,
  spent = () => undefined,
}: XOptions): Network {
  const call = caller(keys, apiUrl, deadlineMs)
  let known: Account | null = null
  let asked: Promise<Account | NoAccount> | null = null
  const linkTo = (id: string) => linkFor(id, known, apiUrl)
  // X charges a resource once per UTC day.
  const newToday = oncePerDay(now)
  // What was charged already.
  const ours = new Set<string>()
  const readOwn = (ids: readonly string[]) => {
    charged('readOwnPost', newToday(ids))
  }
  const readOthers = (ids: readonly string[]) => {
    charged('readPost', newToday(ids))
  }

  function charged(charge: Charge, count: number): void {
    if (count > 0) spent(charge, count)
  }

  /** Once known, the account stays; a question in flight is shared. */
  function account(): Promise<Account | NoAccount> {
    if (known !== null) return Promise.resolve(known)
    asked ??= askWhoWeAre().finally(() => (asked = null))
    return asked
  }

  async function askWhoWeAre(): Promise<Account | NoAccount> {
    let body: unknown
    try {
      body = await call((client) => client.v2.get<unknown>('users/me'))
    } catch (error) {
      // Without the client's error: it carries headers.
      return { ...readFailed(error, now()), said: wordFor(error) }
    }
    const parsed = me.safeParse(body)
    if (!parsed.success) return { failed: 'unreadable', until: null, said: 'unreadable answer' }
    charged('readUser', 1)
    const { id, username, name } = parsed.data.data
    known = { id, handle: username, name }
    return known
  }

  async function publish(writing: Writing): Promise<Outcome> {
    const { part, hangsOn, uploads, madeWithAi } = writing
    if (part.media.length !== uploads.length) {
      // Sent without one, the public would see something else than was approved.
      return refused('bad-media', 'A picture is not uploaded.')
    }
    if (hangsOn === '') return refused('target-missing', 'Nothing is named to hang it on.')
    const reply = hangsOn === null ? {} : { reply: { in_reply_to_tweet_id: hangsOn } }
    const body = {
      text: part.text,
      ...reply,
      ...(uploads.length > 0 && { media: { media_ids: uploads } }),
      ...(madeWithAi && { made_with_ai: true }),
    }
    const outcome = await call((client) => client.v2.post<unknown>('tweets', body)).then(
      (answer) => outcomeOfAnswer(answer, linkTo),
      (error: unknown) => outcomeOfError(error, now()),
    )
    if (outcome.outcome === 'posted') isOnline(outcome.id, part, writing.kind === 'answer')
    return outcome
  }

  function isOnline(id: string, part: Part, answers: boolean): void {
    if (ours.has(id)) return
    ours.add(id)
    charged(chargeFor(part, answers), 1)
  }

  async function upload(picture: Upload): Promise<UploadOutcome> {
    const outcome = await uploadPicture(picture, { call, now })
    if (outcome.outcome === 'uploaded' && picture.altText !== '') charged('altText', 1)
    return outcome
  }

  async function remove(id: string): Promise<HideOutcome> {
    const outcome = await call((client) =>
      client.v2.delete<unknown>('tweets/:id', {}, { params: { id } }),
    ).then(outcomeOfRemoval, (error: unknown) => outcomeOfFailedHiding(error, now()))
    if (outcome.outcome !== 'done') {
      // What is not there any more was deleted before.
      return outcome.outcome === 'refused' && outcome.because === 'target-missing'
        ? { outcome: 'done' }
        : outcome
    }
    charged('deletePost', 1)
    const seen = await gone([id])
    if ('failed' in seen) return { outcome: 'unknown', because: 'unreadable-answer' }
    return seen.gone.has(id)
      ? { outcome: 'done' }
      : { outcome: 'unknown', because: 'unreadable-answer' }
  }

  async function setHidden(id: string, hidden: boolean): Promise<HideOutcome> {
    const outcome = await call((client) =>
      client.v2.put<unknown>('tweets/:id/hidden', { hidden }, { params: { id } }),
    ).then(
      (answer) => outcomeOfHiding(answer, hidden),
      (error: unknown) => outcomeOfFailedHiding(error, now()),
    )
    if (outcome.outcome === 'done') charged('hideReply', 1)
    return outcome
  }

  async function setMuted(post: string, muted: boolean): Promise<HideOutcome> {
    const own = await account()
    if ('failed' in own) return notAsked(own)
    const found = await readAuthor(post, { call, now, read: readOthers })
    if ('failed' in found) return notAsked(found)
    if (found.author === null) return refused('target-missing', 'X does not show the post.', 404)
    const from = own.id
    const { author } = found
    const outcome = await call((client) =>
      muted
        ? client.v2.post<unknown>(
            'users/:id/muting',
            { target_user_id: author },
            { params: { id: from } },
          )
        : client.v2.delete<unknown>(
            'users/:id/muting/:target',
            {},
            { params: { id: from, target: author } },
          ),
    ).then(
      (answer) => outcomeOfMuting(answer, muted),
      (error: unknown) => outcomeOfFailedHiding(error, now()),
    )
    if (outcome.outcome === 'done') charged(muted ? 'mute' : 'unmute', 1)
    return outcome
  }

  async function mentions(asked: { since: number; until?: number; budget?: number }) {
    const own = await account()
    return 'failed' in own
      ? withoutWord(own)
      : readMentions(own, asked, { call, now, read: readOwn, found: readOthers })
  }

  function gone(ids: readonly string[]) {
    const read = (there: readonly string[]) => {
      charged('readPost', there.length)
    }
    return readGone(ids, { call, now, read })
  }

  async function counters(ids: readonly string[]) {
    const own = await account()
    return 'failed' in own
      ? withoutWord(own)
      : readCounters(own.id, ids, { call, now, read: readOwn })
  }

  function audience() {
    const read = () => {
      charged('readUser', 1)
    }
    return readAudience({ call, now, read })
  }

  async function find(
    sought: Sought,
    since: number,
    passOver: ReadonlySet<string>,
  ): Promise<Sighting> {
    const own = await account()
    if ('failed' in own) return { sighting: 'unreadable' }
    const look = await lookFor(sought, {
      call,
      account: own.id,
      since,
      known: passOver,
      read: readOwn,
    })
    if (look === 'unreadable') return { sighting: 'unreadable' }
    if (look.id === null) return { sighting: 'absent' }
    // Its price was not told when its answer was lost.
    isOnline(look.id, sought.part, sought.kind !== 'post')
    return { sighting: 'found', id: look.id, url: linkTo(look.id) }
  }

  return {
    name: 'x',
    weigh,
    price,
    usd: usdOf,
    readingCost,
    lookUpPrice: prices.readPost,
    linkTo,
    linkToAccount: () => known && accountLink(known, apiUrl),
    idFromLink: (link) => idFrom(link, known, apiUrl),
    account,
    publish,
    upload,
    remove,
    removalPrice: prices.deletePost,
    find,
    mentions,
    gone,
    counters,
    audience,
    setHidden,
    setMuted,
    linkToProfile: (handle) => accountLink({ handle }, apiUrl),
    linkToMention: (id, handle) => linkToMention(id, handle, apiUrl),
    answerByHand: (id, text) => answerByHand(id, text, apiUrl),
  }
}

function refused(
  because: 'bad-media' | 'target-missing' | 'unauthorized',
  detail: string,
  status = 0,
): Exclude<Outcome, { outcome: 'posted' }> {
  return { outcome: 'refused', because, status, detail }
}

/** Nothing was asked for, because what had to be known first was not told. */
function notAsked({ failed, until }: ReadFailed): HideOutcome {
  switch (failed) {
    case 'unauthorized':
      return refused('unauthorized', 'X does not take the keys.', 401)
    case 'rate-limit':
    case 'no-credit':
      return { outcome: 'not-sent', because: failed, until }
    case 'unreachable':
    case 'unreadable':
      return { outcome: 'not-sent', because: 'unreachable', until }
  }
}

function withoutWord({ failed, until }: NoAccount): ReadFailed {
  return { failed, until }
}
