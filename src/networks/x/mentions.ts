// What citizens write to the office. X gives the newest 800 mentions, whatever span is asked for; what is older and
// not older than a week its search gives, at a higher price. What neither gives is told as missing.
import type { ReadFailed } from '../../core/outcome.ts'
import type { Account, Incoming, Mentions, Missing, Span } from '../../desk/ports/network.ts'
import type { Call } from './call.ts'
import { fields, incoming, isNewer, page, type Page } from './incoming.ts'
import { prices } from './prices.ts'
import { readFailed } from './read-failed.ts'

/** X refuses to look further back. */
const earliest = Date.parse('2010-11-06T00:00:00Z')
/** A page holds at most so many, and so does a slice of what is handed over. */
const pageSize = 100
/** So many pages can hold the 800 that X gives at all, so that whoever read fewer read everything. */
const pagesOfAll = 8
/** How pages are turned. One may hold fewer than asked for: rather many short ones than an end without a reason. */
type Pages = { most: number; nextPage: 'pagination_token' | 'next_token' }
const timelinePages: Pages = { most: 40, nextPage: 'pagination_token' }
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
  const read = await readPages(path, query, { ...timelinePages, given, paid: given.read })
  if (read.failed !== null) return read.failed
  for (const each of read.pages) all.take(incoming(each, account))
  if (read.pages.length < pagesOfAll || (await reachesBack(path, since, given))) return null
  const oldest = read.pages.at(-1)?.data.at(-1)
  if (oldest === undefined) return null
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
  given.read(seen.data.map((each) => each.id))
  return seen.data.length > 0
}

/** Searches a span, the newest first, as far as the budget (USD) bears it. Answers with what is left: a failure where nothing was found, a span where
 * something was. */
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
  const pages = Math.floor(budget / (pageSize * prices.readPost))
  if (pages === 0) return missing(since, until, true)
  const query = {
    query: `(@${account.handle} OR to:${account.handle}) -from:${account.handle} -is:retweet`,
    start_time: inSeconds(from),
    ...(before === undefined
      ? { end_time: inSeconds(Math.min(until + 1000, now - searched.notYet)) }
      : { until_id: before }),
    max_results: String(pageSize),
    ...fields,
  }
  const read = await readPages('tweets/search/recent', query, {
    ...searchPages,
    most: Math.min(searchPages.most, pages),
    given,
    paid: given.found,
  })
  for (const each of read.pages) all.take(incoming(each, account))
  if (read.failed !== null) {
    const oldest = read.pages.at(-1)?.data.at(-1)
    if (oldest === undefined) return read.failed
    const isCut = pages < searchPages.most && read.pages.length === pages
    return missing(since, Date.parse(oldest.created_at), isCut || passes(read.failed))
  }
  const isEarly = before === undefined && until > now - searched.notYet
  if (isEarly) return missing(since, until, true)
  return from > since ? missing(since, from, false) : null
}

async function readPages(
  path: string,
  query: Record<string, string>,
  { most, nextPage, given, paid }: Pages & { given: Given; paid: Given['read'] },
): Promise<{ pages: Page[]; failed: ReadFailed | null }> {
  const pages: Page[] = []
  let token: string | undefined
  while (pages.length < most) {
    const more = token === undefined ? {} : { [nextPage]: token }
    const seen = await readPage(path, { ...query, ...more }, given)
    if ('failed' in seen) return { pages, failed: seen }
    paid(seen.data.map((each) => each.id))
    pages.push(seen)
    token = seen.meta.next_token
    if (token === undefined) return { pages, failed: null }
  }
  return { pages, failed: { failed: 'unreadable', until: null } }
}

async function readPage(
  path: string,
  query: Record<string, string>,
  { call, now }: Given,
): Promise<Page | ReadFailed> {
  let body: unknown
  try {
    body = await call((client) => client.v2.get<unknown>(path, query))
  } catch (error) {
    return readFailed(error, now())
  }
  const parsed = page.safeParse(body)
  return parsed.success ? parsed.data : { failed: 'unreadable', until: null }
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
