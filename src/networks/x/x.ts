// X, as one of the desk's networks.
import { z } from 'zod'
import type { HideOutcome, Outcome, Sighting } from '../../core/outcome.ts'
import type { Account, Charge, Network, ReadFailed, Writing } from '../../desk/ports/network.ts'
import { caller, type Keys } from './call.ts'
import { readAudience, readCounters } from './counters.ts'
import { answerByHand, idFrom, linkFor, linkToMention } from './links.ts'
import { readGone } from './gone.ts'
import { readMentions } from './mentions.ts'
import { outcomeOfAnswer, outcomeOfError, outcomeOfHiding, wordFor } from './outcome.ts'
import { chargeFor, price } from './charges.ts'
import { readFailed } from './read-failed.ts'
import { oncePerDay } from './reads.ts'
import { lookFor } from './timeline.ts'
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

/** X did not say who we are. */
class NoAccount extends Error {
  readonly why: ReadFailed
  constructor(message: string, why: ReadFailed) {
    super(message)
    this.why = why
  }
}

/** Whether `account()` failed because X does not accept the keys (401, 403), rather than for lack of an
 * answer. */
export function isRefused(error: unknown): boolean {
  return error instanceof NoAccount && error.why.failed === 'unauthorized'
}

const me = z.object({
  data: z.object({ id: z.string().regex(/^\d+$/), username: z.string(), name: z.string() }),
})

/** X behind the port. Nothing is asked before the first call; its faults name no key and no address. */
export function x({
  keys,
  apiUrl,
  now,
  deadlineMs = 20_000,
  spent = () => undefined,
}: XOptions): Network {
  const call = caller(keys, apiUrl, deadlineMs)
  let known: Account | null = null
  let asked: Promise<Account> | null = null
  const linkTo = (id: string) => linkFor(id, known, apiUrl)
  // X charges a resource once per UTC day.
  const newToday = oncePerDay(now)
  // What we follow up ourselves summoned nobody.
  const ours = new Set<string>()
  const readOwn = (ids: readonly string[]) => {
    charged('readOwnPost', newToday(ids))
  }

  function charged(charge: Charge, count: number): void {
    if (count > 0) spent(charge, count)
  }

  /** Once known, the account stays; a question in flight is shared. */
  function account(): Promise<Account> {
    if (known !== null) return Promise.resolve(known)
    asked ??= askWhoWeAre().finally(() => (asked = null))
    return asked
  }

  async function askWhoWeAre(): Promise<Account> {
    // Without the client's error as cause: it carries headers.
    const body = await call((client) => client.v2.get<unknown>('users/me')).catch(
      (error: unknown) => {
        throw fault(error, now())
      },
    )
    const parsed = me.safeParse(body)
    if (!parsed.success) {
      throw new NoAccount('X did not say who we are: unreadable answer', unreadable)
    }
    charged('readUser', 1)
    const { id, username, name } = parsed.data.data
    known = { id, handle: username, name }
    return known
  }

  async function publish({ part, replyTo }: Writing): Promise<Outcome> {
    if (part.media.length > 0) {
      // Sent without it, the public would see something else than was approved.
      const detail = 'Media cannot be sent yet.'
      return { outcome: 'refused', because: 'bad-media', status: 0, detail }
    }
    const body = {
      text: part.text,
      ...(replyTo !== null && { reply: { in_reply_to_tweet_id: replyTo } }),
    }
    const outcome = await call((client) => client.v2.post<unknown>('tweets', body)).then(
      (answer) => outcomeOfAnswer(answer, linkTo),
      (error: unknown) => outcomeOfError(error, now()),
    )
    if (outcome.outcome === 'posted') isOnline(outcome.id, { part, replyTo })
    return outcome
  }

  function isOnline(id: string, { part, replyTo }: Writing): void {
    if (ours.has(id)) return
    ours.add(id)
    charged(chargeFor(part, replyTo !== null && !ours.has(replyTo)), 1)
  }

  async function setHidden(id: string, hidden: boolean): Promise<HideOutcome> {
    const outcome = await call((client) =>
      client.v2.put<unknown>('tweets/:id/hidden', { hidden }, { params: { id } }),
    ).then(
      (answer) => outcomeOfHiding(answer, hidden),
      (error: unknown) => outcomeOfError(error, now()),
    )
    if (outcome.outcome === 'done') charged('hideReply', 1)
    return outcome
  }

  async function mentions(since: number) {
    const own = await account().catch((error: unknown) => whyNot(error))
    return 'failed' in own ? own : readMentions(own, since, { call, now, read: readOwn })
  }

  async function gone(ids: readonly string[]) {
    const read = (there: readonly string[]) => {
      charged('readPost', there.length)
    }
    return readGone(ids, { call, now, read })
  }

  async function counters(ids: readonly string[]) {
    const own = await account().catch((error: unknown) => whyNot(error))
    return 'failed' in own ? own : readCounters(own.id, ids, { call, now, read: readOwn })
  }

  function audience() {
    const read = () => {
      charged('readUser', 1)
    }
    return readAudience({ call, now, read })
  }

  async function find(
    writing: Writing,
    since: number,
    passOver: ReadonlySet<string>,
  ): Promise<Sighting> {
    const own = await account().catch(() => null)
    if (own === null) return { sighting: 'unreadable' }
    const look = await lookFor(writing, {
      call,
      account: own.id,
      since,
      known: passOver,
      read: readOwn,
    })
    if (look === 'unreadable') return { sighting: 'unreadable' }
    if (look.id === null) return { sighting: 'absent' }
    // Its price was not told when its answer was lost.
    isOnline(look.id, writing)
    return { sighting: 'found', id: look.id, url: linkTo(look.id) }
  }

  return {
    name: 'x',
    weigh,
    price,
    linkTo,
    idFromLink: (link) => idFrom(link, known, apiUrl),
    account,
    publish,
    find,
    mentions,
    gone,
    counters,
    audience,
    setHidden,
    linkToMention: (id, handle) => linkToMention(id, handle, apiUrl),
    answerByHand: (id, text) => answerByHand(id, text, apiUrl),
  }
}

const unreadable: ReadFailed = { failed: 'unreadable', until: null }

function whyNot(error: unknown): ReadFailed {
  return error instanceof NoAccount ? error.why : unreadable
}

function fault(error: unknown, now: number): NoAccount {
  const why = readFailed(error, now)
  const whole =
    why.failed === 'unauthorized' ? 'does not accept the keys' : 'did not say who we are'
  return new NoAccount(`X ${whole}: ${wordFor(error)}`, why)
}
