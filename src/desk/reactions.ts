// Reading reactions: paced, because Slack answers only about fifty such questions a minute, and the message that
// was not read for longest comes first.
import type { Db } from '../../db/database.ts'
import type { People } from '../../db/people.ts'
import type { GivenReaction, SlackMessage, SlackMessages } from '../../db/slack-messages.ts'
import type { Instant } from '../core/content.ts'
import { lasted } from '../core/matter.ts'
import type { Newsroom, Place, Reactions } from './ports/newsroom.ts'
import type { Hears, Visitor } from './works.ts'

/** A reaction an event told of, and when it was given. */
export type Given = { user: string; name: string; at: Instant }

type Parts = {
  written: SlackMessages
  newsroom: Pick<Newsroom, 'reactions'>
  now: () => Instant
  elapsed: () => number
  fault: (what: string, error: unknown) => void
  /** Hears what stands on a message; `since` is the first instant at which a reaction can have been given. */
  heard: (
    key: string,
    where: Place,
    reactions: Reactions | 'gone',
    since: (user: string, name: string) => Instant,
  ) => Promise<void>
}

/** How often a message is read at most by the round, and how far two reads of the round are apart: forty a minute
 * leave room for what is urgent. In milliseconds. */
const rhythm = { message: 3 * 60_000, reads: 1_500 }

/** Opens the reading of reactions. */
export function reactionRound({ written, newsroom, now, elapsed, fault, heard }: Parts) {
  const reading = new Map<string, Promise<boolean>>()
  /** What events told of while Slack did not answer, by message: asked for first as soon as it does. */
  const unheard = new Map<string, { where: Place; events: readonly Given[] }>()
  /** Messages Slack did not tell of, and when it was asked. */
  const askedAt = new Map<string, number>()
  let pausedUntil = -Infinity
  let nextRead = -Infinity

  /** Reads one message now, unless Slack wants to be left alone; whether it told. One that is being read is read
   * once more. */
  async function read(where: Place, event: Given | null): Promise<boolean> {
    const key = keyOf(where)
    const before = reading.get(key) ?? Promise.resolve(true)
    const after = before.then(
      () => readNow(where, event),
      () => readNow(where, event),
    )
    reading.set(key, after)
    try {
      return await after
    } finally {
      if (reading.get(key) === after) reading.delete(key)
    }
  }

  async function readNow(where: Place, event: Given | null): Promise<boolean> {
    const key = keyOf(where)
    const events = [...(unheard.get(key)?.events ?? []), ...(event === null ? [] : [event])]
    if (events.length > 0) unheard.set(key, { where, events })
    if (!(await ask(where, events))) return false
    if (unheard.get(key)?.events.length === events.length) unheard.delete(key)
    return true
  }

  async function ask(where: Place, events: readonly Given[]): Promise<boolean> {
    if (elapsed() < pausedUntil) return false
    const message = written.at(where.channel, where.ts)
    if (message === null) return true
    const since = message.readAt ?? message.triedAt
    const begun = now()
    const told = await newsroom.reactions(where)
    if (told === null) return false
    if (typeof told === 'object' && 'busy' in told) {
      pausedUntil = elapsed() + told.busy
      return false
    }
    // It may stand at another place by now.
    if (written.at(where.channel, where.ts)?.key !== message.key) return true
    const given = (user: string, name: string) =>
      events.findLast((event) => event.user === user && event.name === name)
    await heard(message.key, where, told, (user, name) => given(user, name)?.at ?? since)
    written.wasRead(message.key, begun)
    return true
  }

  return {
    read,
    /** Whether an event told of a reaction on a message that could not be read since. */
    isUnheard: (where: Place): boolean => unheard.has(keyOf(where)),
    /** Reads the one message that waits for longest, if any has waited for its time and Slack may be asked. */
    async next(): Promise<void> {
      if (elapsed() < Math.max(pausedUntil, nextRead)) return
      const [first] = unheard.values()
      if (first !== undefined) {
        nextRead = elapsed() + rhythm.reads
        // To the end of the line, so that one Slack never tells of does not keep the others waiting.
        unheard.delete(keyOf(first.where))
        unheard.set(keyOf(first.where), first)
        await read(first.where, null)
        return
      }
      // However many messages stand there: only those Slack did not tell of can be before the one.
      const waiting = written.leastRecentlyRead(askedAt.size + 1).find(({ key, readAt }) => {
        const asked = (askedAt.get(key) ?? -Infinity) + rhythm.message
        return asked <= elapsed() && lasted(readAt ?? 0, rhythm.message, now()) <= now()
      })
      if (waiting === undefined) return
      nextRead = elapsed() + rhythm.reads
      // Where Slack does not tell, the others come before it is asked again.
      askedAt.set(waiting.key, elapsed())
      if (await read(placeOf(waiting), null)) askedAt.delete(waiting.key)
    },
    /** The wall clock was set: what seems to be read in the future would be read last. */
    stepped(): void {
      written.forgetReadsAfter(now())
    },
    /** Reads every message people still decide on, one after the other, as fast as Slack answers. */
    async all(): Promise<void> {
      for (const waiting of written.leastRecentlyRead(1_000)) {
        if (elapsed() < pausedUntil) return
        try {
          await read(placeOf(waiting), null)
        } catch (error) {
          // The others are read all the same; this one is read again in its turn.
          fault('the reactions of a message could not be read', error)
        }
      }
    },
  }
}

function keyOf({ channel, ts }: Place): string {
  return `${channel} ${ts}`
}

/** Decides what the reactions on a message say that were given or taken back since it was last read, all in one
 * transaction. Who was refused is told in the channel. */
export function decidingByReactions(given: {
  db: Db
  who: People
  written: SlackMessages
  newsroom: Newsroom
  now: () => Instant
}) {
  const { db, who, written, newsroom, now } = given

  async function decide(
    hears: Hears,
    number: number,
    at: {
      key: string
      where: Place
      reactions: Reactions
      since: (user: string, name: string) => Instant
    },
  ): Promise<void> {
    const { key, where, reactions, since } = at
    const before = written.reactions(key)
    const isKnown = (user: string, name: string) =>
      before.some((one) => one.name === name && who.slackUser(one.actor) === user)
    const fresh = hears.names.flatMap((name) =>
      reactions.filter((one) => one.name === name && !isKnown(one.user, name)),
    )
    const visitors = new Map<string, Visitor>()
    for (const { user } of fresh) {
      if (!visitors.has(user)) visitors.set(user, { user, standing: await newsroom.standing(user) })
    }
    const refusals: ((channel: string) => void)[] = []
    db.transaction(() => {
      for (const { user, name } of fresh) {
        const visitor = visitors.get(user)
        if (visitor === undefined) continue
        written.remember(key, { actor: who.actor(user, now()), name })
        const refuses = hears.given(number, key, name, visitor, since(user, name))
        if (refuses !== null) refusals.push(refuses)
      }
      for (const gone of before) takeBack(hears, number, key, gone, reactions)
    }).immediate()
    for (const refuse of refusals) refuse(where.channel)
  }

  function takeBack(
    hears: Hears,
    number: number,
    key: string,
    gone: GivenReaction,
    reactions: Reactions,
  ): void {
    const user = who.slackUser(gone.actor)
    if (reactions.some((one) => one.user === user && one.name === gone.name)) return
    written.dropped(key, gone)
    // It was theirs to give, so it is theirs to take back, whatever they are by now.
    if (user !== null) hears.takenBack?.(number, key, gone.name, { user, standing: 'staff' })
  }

  return decide
}

function placeOf({ channel, ts }: SlackMessage): Place {
  return { channel, ts: ts ?? '' }
}
