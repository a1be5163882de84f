// The inbox: takes in what citizens write on a network, and follows what they change and delete there.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db } from '../../db/database.ts'
import { proposalLives } from '../../db/proposal-lives.ts'
import { lives } from '../../db/lives.ts'
import type { Mentions, RememberedMention } from '../../db/mentions.ts'
import { mentionCursors } from '../../db/mention-cursors.ts'
import { outages } from '../../db/outages.ts'
import { patiently } from '../../db/turns.ts'
import type { Instant } from '../core/content.ts'
import type { MentionNumber } from '../core/conversation/conversation.ts'
import { soundsLikeEmergency, suggestConcern } from '../core/conversation/concerns.ts'
import { lookAgainAfter } from '../core/conversation/vanished.ts'
import { alertsWithin, arrival, collectingAlert, type FloodLimit } from '../core/flood/collect.ts'
import type { Post } from '../core/flood/flood.ts'
import { afterAskingAgain, afterNewest, type Gaps, type Missing, type Span } from '../core/gap.ts'
import { afterReading, type Outage } from '../core/outage.ts'
import type { ReadFailed } from '../core/outcome.ts'
import { theDesk } from '../core/people.ts'
import { isOpen, type ServiceHours } from '../core/time/service-hours.ts'
import { current } from '../core/proposal/proposal.ts'
import type { ReadingBudget } from '../core/reading-budget.ts'
import type { Conversations } from './conversations.ts'
import type { Floods } from './floods.ts'
import type { Mailroom } from './mailroom.ts'
import { notices, type Notice } from './notices.ts'
import { readingCosts } from './reading-costs.ts'
import type { Incoming, Network } from './ports/network.ts'
import type { Proposals } from './proposals.ts'
import { rechecks } from './recheck.ts'

export type InboxParts = {
  db: Db
  network: Network
  conversations: Conversations
  floods: Floods
  proposals: Proposals
  mentions: Mentions
  mail: Mailroom
  now: () => Instant
  elapsed: () => number
  settings: {
    approvalChannel: string
    flood: FloodLimit
    reading: ReadingBudget
    hours: ServiceHours
  }
}

const hour = 60 * 60_000
/** Networks index late: each reading goes back this far before the last one, in milliseconds. */
const overlap = hour
/** How far back the very first reading goes, in milliseconds. */
const firstReading = 24 * hour
/** How long reading is left alone after it broke off, in milliseconds. */
const soon = 60_000
/** How often it is read at most once the budget is used up, in milliseconds. */
const sparing = 15 * 60_000
/** Before the first reading. */
const noGaps: Gaps = { missing: null, told: null }

export type Inbox = ReturnType<typeof inbox>

/** Opens the inbox of one network. */
export function inbox(given: InboxParts) {
  const { db, network, conversations, floods, proposals, mentions, mail, now, elapsed } = given
  const { settings } = given
  const past = proposalLives(db)
  const numbers = lives(db, 'conversation')
  let stopping = false
  let nextReading = -Infinity
  const cursors = mentionCursors(db)
  const onRecord = outages(db)
  let outage: Outage | null = onRecord.of(network.name)
  const told = notices({ db, mail, network: network.name, channel: settings.approvalChannel })
  const left = readingCosts({
    ...{ db, network, notices: told, now, budget: settings.reading },
    zone: settings.hours.zone,
  })

  /** Reads what citizens wrote, unless that was done within `rhythm` milliseconds, longer once the budget is used up, or
   * is pointless for now; whether it was read. What lasts is told once, and once when it is over. */
  async function readIfDue(rhythm: number): Promise<boolean> {
    if (stopping) return false
    await told.tell()
    if (elapsed() < nextReading) return false
    const begun = elapsed()
    nextReading = begun + Math.min(rhythm, soon)
    const failed = await read()
    nextReading = begun + (left() > 0 ? rhythm : Math.max(rhythm, sparing))
    const before = outage
    const after = afterReading(before, failed, now())
    if (after.askAgainAt !== null) nextReading = elapsed() + Math.max(0, after.askAgainAt - now())
    if (before !== null || after.outage !== null) await keep(after.outage, newsOf(before, after))
    return true
  }

  type News = { name: string; notice: Notice }

  function newsOf(before: Outage | null, after: ReturnType<typeof afterReading>): News | null {
    if (after.say === null) return null
    const { outage: lasts } = after
    return lasts === null
      ? { name: `${before?.since ?? 0}/over`, notice: { draw: 'readable-again' } }
      : {
          name: `${lasts.since}/${lasts.because}`,
          notice: { draw: 'trouble', because: lasts.because },
        }
  }

  /** Keeps what is known of an outage, and in the same breath what the team is to hear of it. */
  async function keep(after: Outage | null, news: News | null): Promise<void> {
    const write = db.transaction(() => {
      onRecord.keep(network.name, after)
      if (news !== null) told.add(news.name, news.notice)
    })
    await patiently(() => {
      write.immediate()
    })
    outage = after
    await told.tell()
  }

  /** Reads what citizens wrote since the last time, and what could not be read then, and takes it in. Answers with
   * why the network told nothing, null if it did. */
  async function read(): Promise<ReadFailed | null> {
    const begun = now()
    const before = cursors.of(network.name)
    // Read up to an instant that has not come: the clock was wrong then, and says nothing.
    const isKnown = before !== null && before.upTo <= begun
    const since = isKnown ? before.upTo - overlap : begun - firstReading
    const read = await network.mentions({ since, budget: left() })
    if ('failed' in read) return read
    if (!(await takeIn(read.pages))) return null
    const { missing } = await note(begun, afterNewest, read.missing)
    return missing === null || stopping ? null : readMissing(begun, missing)
  }

  /** Asks again for a span of which not everything could be read. */
  async function readMissing(upTo: Instant, span: Span): Promise<ReadFailed | null> {
    const read = await network.mentions({ ...span, budget: left() })
    if ('failed' in read) return read
    if (!(await takeIn(read.pages))) return null
    await note(upTo, afterAskingAgain, read.missing)
    return null
  }

  /** Notes how far it was read, and in the same breath what a person must hear of what could not be had. */
  async function note(
    upTo: Instant,
    after: typeof afterNewest,
    found: Missing | null,
  ): Promise<Gaps> {
    const write = db.transaction(() => {
      const { isNews, ...gaps } = after(cursors.of(network.name) ?? noGaps, found)
      cursors.move(network.name, { upTo, ...gaps })
      mentions.forgetOutOfReach()
      if (isNews && found !== null) {
        const { since, askAgain } = found
        told.add(`missing/${since}/${askAgain}`, { draw: 'mentions-missing', ...found })
      }
      return gaps
    })
    const gaps = await patiently(() => write.immediate())
    mentions.forgetOwed()
    await told.tell()
    return gaps
  }

  /** Takes in one slice after the other, each whole; others have their turn in between. How far it was read is noted
   * at the end: what breaks off is read again, and nothing comes twice. False where it was broken off. */
  async function takeIn(pages: readonly (readonly Incoming[])[]): Promise<boolean> {
    for (const page of pages) {
      await nextTurn()
      if (stopping) return false
      const takeAll = db.transaction(() => {
        floods.collect(page.flatMap((post) => take(post) ?? []))
      })
      await patiently(() => {
        takeAll.immediate()
      })
    }
    return true
  }

  /** Answers with what a flood brought, null for what stands alone. */
  function take(post: Incoming): Post | null {
    const known = mentions.ofPost(post.first)
    if (known === 'erased') return null
    if (known !== null) {
      renew(known, post)
      return null
    }
    const { id: latest, thread, inReplyTo, text, handle, name, media, answerable, postedAt } = post
    const emergency = soundsLikeEmergency(text)
    const collecting = emergency ? collectingFor(handle) : null
    const meant =
      mentions.conversationOf(post) ?? answered(post) ?? collecting?.conversation ?? null
    const joins = meant === null ? null : conversations.load(meant)
    const { within } = settings.flood
    const posted = {
      all: mentions.postedWithin(within, postedAt) + 1,
      there: joins === null ? 1 : mentions.postedWithin(within, postedAt, joins.number) + 1,
    }
    const how = arrival({ emergency, joins, posted }, settings.flood)
    const joined = how === 'collected-apart' ? null : joins
    const conversation = joined?.number ?? numbers.next()
    const words = { latest, thread, inReplyTo, text, handle, name, media, summons: answerable }
    const receivedAt = now()
    const lookAt = receivedAt + lookAgainAfter({ isOpen: true })
    const row = { ...words, first: post.first, conversation, postedAt, receivedAt, lookAt }
    const mention = mentions.add(row)
    if (emergency) raiseAlert(mention, collecting)
    const received = {
      type: 'received',
      mention,
      postedAt,
      concern: suggestConcern(text),
      emergency,
      about: inReplyTo === null ? null : past.ofPost(inReplyTo),
      collected: how !== 'shown',
    } as const
    if (joined === null) conversations.docket.begin([received], theDesk)
    else {
      conversations.order(conversation, { do: 'receive', received })
      mentions.lookBy(conversation, lookAt)
    }
    return received.collected ? { mention, conversation } : null
  }

  /** The mention whose alert tells of one more call for help of this account, too; null where that has its own. */
  function collectingFor(handle: string): RememberedMention | null {
    // Whose account is gone has no name: these are not one.
    if (handle === '') return null
    // Whoever is on call heard of those alone that came while the office was closed.
    const { hours } = settings
    const openNow = isOpen(now(), hours)
    const alerts = mentions.alertsOf(handle, now() - alertsWithin).flatMap((mention) => {
      const known = mentions.get(mention)
      return known === null || isOpen(known.receivedAt, hours) !== openNow
        ? []
        : [{ mention, conversation: conversations.load(known.conversation) }]
    })
    const collecting = collectingAlert(alerts)
    return collecting === null ? null : mentions.get(collecting)
  }

  function raiseAlert(mention: MentionNumber, collecting: RememberedMention | null): void {
    mentions.setAlert(mention, collecting?.number ?? mention)
    if (collecting !== null) conversations.docket.redraw(collecting.conversation)
  }

  /** The conversation in which the office wrote what this post answers. */
  function answered({ inReplyTo }: Incoming): number | null {
    const number = inReplyTo === null ? null : past.ofPost(inReplyTo)
    const proposal = number === null ? null : proposals.load(number)
    const to = proposal === null ? null : current(proposal).content.replyTo
    return to === null ? null : (mentions.get(to.mention)?.conversation ?? null)
  }

  function renew({ number, conversation, words, alert }: RememberedMention, post: Incoming): void {
    if (words === null || words.latest === post.id) return
    const { id, text } = post
    const emergency = soundsLikeEmergency(text)
    if (emergency && alert === null) raiseAlert(number, collectingFor(words.handle))
    mentions.addVersion(number, { version: words.version + 1, post: id, text })
    conversations.edited(conversation, number, emergency)
    mentions.lookBy(conversation, now() + lookAgainAfter({ isOpen: true }))
    floods.relist(conversation)
  }

  return {
    readIfDue,
    read,
    recheck: rechecks({ ...given, notices: told, left, isStopping: () => stopping }),
    /** Reads nothing more. */
    stop(): void {
      stopping = true
    },
  }
}
