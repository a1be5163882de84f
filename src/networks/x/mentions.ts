// What citizens write to the office. X gives the newest 800 mentions, whatever span is asked for; what is older and
// not older than a week its search gives, at a higher price. What neither gives is told as missing.
import type { ReadFailed } from '../../core/outcome.ts'
import type { Account, Incoming, Mentions, Missing, Span } from '../../desk/ports/network.ts'
import type { Call } from './call.ts'
import { isNewer } from './ids.ts'
import { fields, incoming, page, shortFields, type Page } from './incoming.ts'
import { TooLong } from './outcome.ts'
import { prices } from './prices.ts'
import { readFailed } from './read-failed.ts'

/** X refuses to look further back. */
const earliest = Date.parse('2010-11-06T00:00:00Z')
/** A page holds at most so many, and so does a slice of what is handed over. */
const pageSize = 100
/** How many posts are asked for where a page of them is too long: ten of the longest fit. */
const smallPage = '10'
/** So many pages can hold the 800 that X gives at all, so that whoever read fewer read everything. */
const pagesOfAll = 8
/** How pages are turned. One may hold fewer than asked for: rather many short ones than an end without a reason. */
type Pages = { most: number; nextPage: 'pagination_token' | 'next_token' }
const timelinePages: Pages = { most: 100, nextPage: 'pagination_token' }
const searchPages: Pages = { most: 300, nextPage: 'next_token' }
/** How far back X searches, less a minute of clock difference, and what it does not search yet; in milliseconds. */
const searched = { back: 7 * 24 * 60 * 60_000 - 60_000, notYet: 15_000 }

export type Given = {
  call: Call
  now: () => number
  /** Hears the ids X gave for the price of own posts. */
  read: (ids: readonly string[]) => void
  /** Hears those that cost as anybody's posts. */
  found: (ids: readonly string[]) => void
}

/** Reads every mention posted at or after `since`, or in a span that was missing, the oldest first, without our own
 * posts and pure reposts. Never throws. */
export async function readMentions(
  account: Account,
  asked: { since: number; until?: number; budget?: number },
  given: Given,
): Promise<Mentions | ReadFailed> {
  const { since, until, budget = Infinity } = asked
  const all = collection()
  const failed =
    until === undefined
      ? await readTimeline(account, { since, budget }, given, all)
      : await searchFor(account, { since, until, budget }, given, all)
  return failed !== null && 'failed' in failed
    ? failed
    : { pages: sliced(all.inOrder()), missing: failed?.missing ?? null }
}

type Left = ReadFailed | { missing: Missing } | null

async function readTimeline(
  account: Account,
  { since, budget }: { since: number; budget: number },
  given: Given,
  all: Collection,
): Promise<Left> {
  const path = `users/${account.id}/mentions`
  const query = { start_time: inSeconds(since), max_results: String(pageSize), ...fields }
  const take = (page: Page) => {
    given.read(idsOn(page))
    all.take(incoming(page, account))
  }
  const { failed, pages, oldest } = await readPages(path, query, { ...timelinePages, given, take })
  if (failed !== null) return failed
  if (pages < pagesOfAll || (await reachesBack(path, since, given))) return null
  if (oldest === null) return null
  const rest = await searchFor(
    account,
    { since, until: Date.parse(oldest.created_at), before: oldest.id, budget },
    given,
    all,
  )
  // What was read is not lost because the rest could not be had.
  return rest !== null && 'failed' in rest
    ? missing(since, Date.parse(oldest.created_at), passes(rest))
    : rest
}

function missing(since: number, until: number, askAgain: boolean): Left {
  return { missing: { since, until, askAgain } }
}

/** Whether it may be had later: what X refuses to these keys it will refuse again. */
function passes({ failed }: ReadFailed): boolean {
  return failed !== 'unauthorized' && failed !== 'unreadable'
}

/** Whether X still gives a mention from before: then nothing between is out of its reach. */
async function reachesBack(path: string, since: number, given: Given): Promise<boolean> {
  const query = { end_time: inSeconds(since), max_results: '5', ...fields }
  const seen = await readPage(path, query, given)
  if ('failed' in seen) return false
  given.read(idsOn(seen))
  return seen.data.length > 0
}

/** Searches a span, the newest first, as far as the budget (USD) bears it. Answers with what is left: a failure where
 * nothing was found, a span where something was. */
async function searchFor(
  account: Account,
  span: Span & { before?: string; budget: number },
  given: Given,
  all: Collection,
): Promise<Left> {
  const { since, until, before, budget } = span
  const now = given.now()
  const from = Math.max(since, now - searched.back)
  if (from > since && from >= until) return missing(since, until, false)
  const affordable = Math.floor(budget / (pageSize * prices.readPost))
  if (affordable === 0) return missing(since, until, true)
  const query = {
    query: `(@${account.handle} OR to:${account.handle}) -from:${account.handle} -is:retweet`,
    start_time: inSeconds(from),
    ...(before === undefined
      ? { end_time: inSeconds(Math.min(until + 1000, now - searched.notYet)) }
      : { until_id: before }),
    max_results: String(pageSize),
    ...fields,
  }
  const most = Math.min(searchPages.most, affordable)
  const { failed, pages, oldest } = await readPages('tweets/search/recent', query, {
    ...searchPages,
    most,
    given,
    take(page) {
      given.found(idsOn(page))
      all.take(incoming(page, account))
    },
  })
  if (failed !== null) {
    if (oldest === null) return failed
    const isCut = most < searchPages.most && pages === most
    return missing(since, Date.parse(oldest.created_at), isCut || passes(failed))
  }
  const isEarly = before === undefined && until > now - searched.notYet
  if (isEarly) return missing(since, until, true)
  return from > since ? missing(since, from, false) : null
}

/** Turns pages until the last one, and hands each over as it comes: nobody keeps them all. */
async function readPages(
  path: string,
  query: Record<string, string>,
  { most, nextPage, given, take }: Pages & { given: Given; take: (page: Page) => void },
): Promise<{ pages: number; oldest: Page['data'][number] | null; failed: ReadFailed | null }> {
  let oldest: Page['data'][number] | null = null
  let token: string | undefined
  for (let pages = 0; pages < most;) {
    const more = token === undefined ? {} : { [nextPage]: token }
    const seen = await readPage(path, { ...query, ...more }, given)
    if ('failed' in seen) return { pages, oldest, failed: seen }
    take(seen)
    pages += 1
    oldest = seen.data.at(-1) ?? oldest
    token = seen.meta.next_token
    if (token === undefined) return { pages, oldest, failed: null }
  }
  return { pages: most, oldest, failed: { failed: 'unreadable', until: null } }
}

/** A page that somebody made too long is asked for in a small one; where that is too long, too, it comes without long
 * texts and links: nobody is to keep others from being read. */
async function readPage(
  path: string,
  query: Record<string, string>,
  { call, now }: Given,
): Promise<Page | ReadFailed> {
  const ask = (asked: Record<string, string>) =>
    call((client) => client.v2.get<unknown>(path, asked))
  try {
    const small = { ...query, max_results: smallPage }
    const body = await ask(query)
      .catch(whereTooLong(() => ask(small)))
      .catch(whereTooLong(() => ask({ ...small, ...shortFields })))
    const parsed = page.safeParse(body)
    return parsed.success ? parsed.data : { failed: 'unreadable', until: null }
  } catch (error) {
    return readFailed(error, now())
  }
}

function whereTooLong(next: () => Promise<unknown>) {
  return (error: unknown): Promise<unknown> => {
    if (error instanceof TooLong) return next()
    throw error
  }
}

function idsOn({ data }: Page): string[] {
  return data.map(({ id }) => id)
}

type Collection = ReturnType<typeof collection>

/** By first version: what comes on two pages, or in two versions, counts once, as it is now. */
function collection() {
  const all = new Map<string, Incoming>()
  return {
    take(mentions: readonly Incoming[]): void {
      for (const each of mentions) {
        const before = all.get(each.first)
        if (before === undefined || isNewer(each, before)) all.set(each.first, each)
      }
    },
    /** Oldest first; within a millisecond the smaller id. */
    inOrder: (): Incoming[] =>
      [...all.values()].sort((a, b) => a.postedAt - b.postedAt || (isNewer(a, b) ? 1 : -1)),
  }
}

function sliced(mentions: readonly Incoming[]): Incoming[][] {
  const slices: Incoming[][] = []
  for (let from = 0; from < mentions.length; from += pageSize) {
    slices.push(mentions.slice(from, from + pageSize))
  }
  return slices
}

/** X counts whole seconds. */
function inSeconds(at: number): string {
  const whole = new Date(Math.floor(Math.max(at, earliest) / 1000) * 1000)
  return whole.toISOString().replace('.000Z', 'Z')
}
