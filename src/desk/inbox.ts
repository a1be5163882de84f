// The inbox: takes in what citizens write on a network, and follows what they change and delete there.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db } from '../../db/database.ts'
import { proposalLives } from '../../db/proposal-lives.ts'
import { lives } from '../../db/lives.ts'
import type { Mentions, Reading, RememberedMention } from '../../db/mentions.ts'
import { outages } from '../../db/outages.ts'
import { patiently } from '../../db/turns.ts'
import type { Instant } from '../core/content.ts'
import { soundsLikeEmergency, suggestConcern } from '../core/conversation/concerns.ts'
import { secondLookAfter, vanished } from '../core/conversation/vanished.ts'
import { arrival, type FloodLimit } from '../core/flood/collect.ts'
import type { Post } from '../core/flood/flood.ts'
import { afterReading, type Outage } from '../core/outage.ts'
import type { ReadFailed } from '../core/outcome.ts'
import { theDesk } from '../core/people.ts'
import { current } from '../core/proposal/proposal.ts'
import type { Conversations } from './conversations.ts'
import type { Floods } from './floods.ts'
import type { Mailroom } from './mailroom.ts'
import type { Incoming, Missing, Network } from './ports/network.ts'
import type { Drawing } from './ports/newsroom.ts'
import type { Proposals } from './proposals.ts'

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
  settings: { approvalChannel: string; flood: FloodLimit }
}

const hour = 60 * 60_000
/** Networks index late: each reading goes back this far before the last one, in milliseconds. */
const overlap = hour
/** How far back the very first reading goes, in milliseconds. */
const firstReading = 24 * hour
/** How long reading is left alone after it broke off, in milliseconds. */
const soon = 60_000
/** How often a mention is looked up on the network, in milliseconds: what is gone there is forgotten within 24 hours,
 * also where a second look has to decide. */
const recheckAfter = 20 * hour - secondLookAfter
/** How many are looked up with one call, and in one round. */
const atOnce = 100
const mostInRound = 5_000

export type Inbox = ReturnType<typeof inbox>

/** Opens the inbox of one network. */
export function inbox(given: InboxParts) {
  const { db, network, conversations, floods, proposals, mentions, mail, now, elapsed } = given
  const { settings } = given
  const past = proposalLives(db)
  const numbers = lives(db, 'conversation')
  let stopping = false
  let nextReading = -Infinity
  const onRecord = outages(db)
  let outage: Outage | null = onRecord.of(network.name)
  /** What the team has not heard yet, as far as is known: what is written already is not written again. Lost with a
   * crash: then it is found out again. */
  const untold = new Map<string, Drawing>(
    outage?.told.map((because) => [
      keyOf(`${outage?.since ?? 0}/${because}`),
      { draw: 'trouble', because },
    ]),
  )

  /** Reads what citizens wrote, unless that was done within `rhythm` milliseconds or is pointless for now; whether it
   * was read. What lasts is told once, and once when it is over. */
  async function readIfDue(rhythm: number): Promise<boolean> {
    if (stopping) return false
    await tellAll()
    if (elapsed() < nextReading) return false
    const begun = elapsed()
    nextReading = begun + Math.min(rhythm, soon)
    const failed = await read()
    nextReading = begun + rhythm
    const before = outage
    const after = afterReading(before, failed, now())
    outage = after.outage
    if (after.askAgainAt !== null) nextReading = elapsed() + Math.max(0, after.askAgainAt - now())
    if (outage !== null) onRecord.keep(network.name, outage)
    if (after.say === 'ended') await tell(`${before?.since ?? 0}/over`, { draw: 'readable-again' })
    else if (after.say === 'began' && failed !== null) {
      const because = failed.failed
      await tell(`${outage?.since ?? 0}/${because}`, { draw: 'trouble', because })
    }
    // Until people have heard that it is over, it is told after a restart.
    if (outage === null && untold.size === 0) onRecord.keep(network.name, null)
    return true
  }

  function keyOf(name: string): string {
    return `reading/${network.name}/${name}`
  }

  /** Tells the team, as soon as Slack takes it. */
  async function tell(name: string, drawing: Drawing): Promise<void> {
    untold.set(keyOf(name), drawing)
    await tellAll()
  }

  async function tellAll(): Promise<void> {
    for (const [key, drawing] of untold) {
      if (await tellNow(key, drawing)) untold.delete(key)
    }
  }

  function tellNow(key: string, drawing: Drawing): Promise<boolean> {
    const letter = {
      key,
      mark: key,
      shows: 1,
      once: true,
      needed: false,
      ended: true,
      address: { channel: settings.approvalChannel, thread: null },
      drawing: () => drawing,
    }
    return mail.keepTrue(letter, () => undefined)
  }

  /** Reads what citizens wrote since the last time, and what could not be read then, and takes it in. Answers with
   * why the network told nothing, null if it did. */
  async function read(): Promise<ReadFailed | null> {
    const begun = now()
    const before = mentions.reading(network.name)
    // Read up to an instant that has not come: the clock was wrong then, and says nothing.
    const isKnown = before !== null && before.upTo <= begun
    const since = isKnown ? before.upTo - overlap : begun - firstReading
    const told = await network.mentions({ since })
    if ('failed' in told) return told
    if (!(await takeIn(told.pages))) return null
    const missing = union(before?.missing ?? null, await whatIsMissing(told.missing))
    mentions.setReading(network.name, { upTo: begun, missing })
    return missing === null || stopping ? null : readMissing(begun, missing)
  }

  /** Asks again for a span of which not everything could be read. */
  async function readMissing(upTo: Instant, span: NonNullable<Reading['missing']>) {
    const told = await network.mentions(span)
    if ('failed' in told) return told
    if (!(await takeIn(told.pages))) return null
    mentions.setReading(network.name, { upTo, missing: await whatIsMissing(told.missing) })
    return null
  }

  /** What is to be asked for again. A person hears of every gap. */
  async function whatIsMissing(missing: Missing | null): Promise<Reading['missing']> {
    if (missing === null) return null
    const { since, until, askAgain } = missing
    await tell(`missing/${since}/${askAgain}`, { draw: 'mentions-missing', ...missing })
    return askAgain ? { since, until } : null
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
    if (known !== null) {
      renew(known, post)
      return null
    }
    const { id: latest, thread, inReplyTo, text, handle, name, media, answerable, postedAt } = post
    const emergency = soundsLikeEmergency(text)
    const meant = mentions.conversationOf(post) ?? answered(post)
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
    const row = { ...words, first: post.first, conversation, postedAt, receivedAt: now() }
    const mention = mentions.add(row)
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
    else conversations.order(conversation, { do: 'receive', received })
    return received.collected ? { mention, conversation } : null
  }

  /** The conversation in which the office wrote what this post answers. */
  function answered({ inReplyTo }: Incoming): number | null {
    const number = inReplyTo === null ? null : past.ofPost(inReplyTo)
    const proposal = number === null ? null : proposals.load(number)
    const to = proposal === null ? null : current(proposal).content.replyTo
    return to === null ? null : (mentions.get(to.mention)?.conversation ?? null)
  }

  function renew({ number, conversation, words }: RememberedMention, post: Incoming): void {
    if (words === null || words.latest === post.id) return
    const { id, text } = post
    mentions.addVersion(number, { version: words.version + 1, post: id, text })
    conversations.edited(conversation, number, soundsLikeEmergency(text))
    floods.relist(conversation)
  }

  /** Looks up mentions that were not looked up for most of a day, and erases what the public cannot read any more.
   * Where suspiciously many are gone at once, a second look decides hours later. Answers with why the network told
   * nothing, null if it did. */
  async function recheck(): Promise<ReadFailed | null> {
    const round = mentions.unchecked(now() - recheckAfter, mostInRound)
    const gone = new Set<number>()
    const answered = new Set<number>()
    let failed: ReadFailed | null = null
    for (let done = 0; done < round.length && !stopping; done += atOnce) {
      const some = round.slice(done, done + atOnce)
      const told = await network.gone(some.map(({ latest }) => latest))
      if ('failed' in told) {
        failed = told
        break
      }
      for (const { number, latest } of some) {
        if (told.gone.has(latest)) gone.add(number)
        if (told.answered.has(latest)) answered.add(number)
      }
    }
    const seen = vanished({ gone, answered }, mentions.missed(), now())
    const again = (wait: number) => now() - recheckAfter + wait
    db.transaction(() => {
      for (const number of answered) {
        const missed = seen.doubted.get(number) ?? null
        mentions.checked(number, missed === null ? now() : again(secondLookAfter), missed)
      }
      // What the network says nothing about is asked for again within the hour.
      for (const { number } of failed === null ? round : []) {
        if (!answered.has(number)) mentions.checked(number, again(hour / 2), null)
      }
    }).immediate()
    if (seen.suspicionBegan)
      await tell(`vanished/${now()}`, { draw: 'many-vanished', count: gone.size })
    await conversations.eraseInTurns(seen.erase, 'gone')
    return failed
  }

  return {
    readIfDue,
    read,
    recheck,
    /** Reads nothing more. */
    stop(): void {
      stopping = true
    },
  }
}

function union(one: Reading['missing'], other: Reading['missing']): Reading['missing'] {
  if (one === null || other === null) return one ?? other
  return {
    since: Math.min(one.since, other.since),
    until: Math.max(one.until, other.until),
  }
}
