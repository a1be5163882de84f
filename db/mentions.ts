// What citizens wrote, as long as it may be kept. Everything here can be erased; history stays whole.
import type { Instant } from '../src/core/content.ts'
import type { ConversationNumber, MentionNumber } from '../src/core/conversation/conversation.ts'
import { isBusyOrFull, type Db } from './database.ts'

/** A mention's newest words, and where they stand on the network. */
export type Words = {
  /** Which version of the words this is, from 1. */
  version: number
  /** The network's id of this version. */
  latest: string
  thread: string
  inReplyTo: string | null
  text: string
  handle: string
  name: string
}

/** A mention as remembered; `words` is null once they were erased. */
export type RememberedMention = {
  number: MentionNumber
  conversation: ConversationNumber
  media: number
  /** Whether the network would take our answer. */
  summons: boolean
  postedAt: Instant
  receivedAt: Instant
  /** For a call for help: the mention whose alert tells of it, itself or an earlier one of the same account. Null for
   * anything else, and once it is erased. */
  alert: MentionNumber | null
  words: Words | null
}

/** A mention to be remembered, in its first words; `first` is the id the network gave its first version, which the
 * office may have missed. */
export type NewMention = Omit<Words, 'version'> &
  Omit<RememberedMention, 'number' | 'words' | 'alert'> & {
    first: string
    /** When it is to be looked up on the network. */
    lookAt: Instant
  }

/** A mention that is to be looked up on the network. */
export type ToLookUp = { number: MentionNumber; conversation: ConversationNumber; latest: string }

/** One version of a mention's words. */
export type MentionVersion = { version: number; post: string; text: string }

type Row = {
  number: number
  conversation: number
  version: number | null
  latest: string | null
  thread: string | null
  in_reply_to: string | null
  text: string | null
  handle: string | null
  name: string | null
  media: number
  summons: number
  posted_at: string
  received_at: string
  alert: number | null
}

export type Mentions = ReturnType<typeof mentions>

/** The mentions of one database. */
export function mentions(db: Db) {
  const select = `SELECT number, conversation, version, said.post AS latest, thread, in_reply_to, text, handle,
      name, media, summons, posted_at, received_at, alert
    FROM mention LEFT JOIN mention_version AS said ON said.mention = number
      AND version = (SELECT max(version) FROM mention_version WHERE mention = number)`
  const one = db.prepare<[number], Row>(`${select} WHERE number = ?`)
  const known = db.prepare<[string], Row>(`${select} WHERE mention.post = ?`)
  const byHandle = db.prepare<[string], Row>(`${select} WHERE handle = ? ORDER BY number`)
  const add = db.prepare(
    `INSERT INTO mention (conversation, post, thread, in_reply_to, handle, name, media, summons,
       posted_at, received_at, look_at)
     VALUES (@conversation, @first, @thread, @inReplyTo, @handle, @name, @media, @summons,
       @postedAt, @receivedAt, @lookAt)`,
  )
  const newest = db.prepare<[], { number: number; text: string }>(
    `SELECT mention AS number, text FROM mention_version AS said
     WHERE version = (SELECT max(version) FROM mention_version WHERE mention = said.mention) ORDER BY mention`,
  )
  const addVersion = db.prepare<[number, number, string, string]>(
    'INSERT INTO mention_version (mention, version, post, text) VALUES (?, ?, ?, ?)',
  )
  const versions = db.prepare<[number], MentionVersion>(
    'SELECT version, post, text FROM mention_version WHERE mention = ? ORDER BY version',
  )
  const postOf = db
    .prepare<[number, number], string>(
      'SELECT post FROM mention_version WHERE mention = ? AND version = ?',
    )
    .pluck()
  const erase = db.prepare<[number]>(
    `UPDATE mention SET post = NULL, thread = NULL, in_reply_to = NULL, handle = NULL, name = NULL,
       missed_since = NULL, alert = NULL, posted_at = ${dayOf('posted_at')}, received_at = ${dayOf('received_at')},
       look_at = ${dayOf('received_at')} WHERE number = ?`,
  )
  const eraseVersions = db.prepare<[number]>('DELETE FROM mention_version WHERE mention = ?')
  // Readings go back for an hour, and to what could not be had before.
  const reach = `(SELECT strftime('%Y-%m-%dT%H:%M:%fZ',
    min(min(read_up_to, coalesce(missing_since, read_up_to))), '-1 hour') FROM mention_cursor)`
  const keepAway = db.prepare<[number]>(
    `INSERT INTO erased_post (post, posted_at)
       SELECT post, posted_at FROM mention WHERE number = ? AND post IS NOT NULL AND posted_at >= ${reach}
     ON CONFLICT DO NOTHING`,
  )
  const isKeptAway = db
    .prepare<[string], number>('SELECT 1 FROM erased_post WHERE post = ?')
    .pluck()
  const outOfReach = db.prepare<[]>(`DELETE FROM erased_post WHERE posted_at < ${reach}`)
  const byParent = db
    .prepare<[string, string], number>(
      `SELECT conversation FROM mention WHERE number IN
         (SELECT mention FROM mention_version WHERE post = ?
          UNION SELECT number FROM mention WHERE post = ?)
       ORDER BY number DESC LIMIT 1`,
    )
    .pluck()
  const byThread = db
    .prepare<[string, string], number>(
      `SELECT conversation FROM mention WHERE thread = ? AND handle = ?
       ORDER BY number DESC LIMIT 1`,
    )
    .pluck()
  const missed = db.prepare<[], { number: number; missed_since: string }>(
    'SELECT number, missed_since FROM mention WHERE missed_since IS NOT NULL',
  )
  const toLookUp = db.prepare<[string, number], ToLookUp>(
    `SELECT number, conversation, said.post AS latest FROM mention JOIN mention_version AS said ON said.mention = number
       AND version = (SELECT max(version) FROM mention_version WHERE mention = number)
     WHERE look_at <= ? ORDER BY missed_since IS NULL, look_at LIMIT ?`,
  )
  const lookAgain = db.prepare<[string, string | null, number]>(
    'UPDATE mention SET look_at = ?, missed_since = ? WHERE number = ?',
  )
  const lookBy = db.prepare<[string, number]>(
    'UPDATE mention SET look_at = min(look_at, ?) WHERE conversation = ?',
  )
  const postedWithin = db
    .prepare<[string, string], number>(
      'SELECT count(*) FROM mention WHERE posted_at > ? AND posted_at <= ?',
    )
    .pluck()
  const postedThere = db
    .prepare<[number, string, string], number>(
      'SELECT count(*) FROM mention WHERE conversation = ? AND posted_at > ? AND posted_at <= ?',
    )
    .pluck()
  const setAlert = db.prepare<[number, number]>('UPDATE mention SET alert = ? WHERE number = ?')
  const alertsOf = db
    .prepare<[string, string], number>(
      'SELECT DISTINCT alert FROM mention WHERE handle = ? AND alert IS NOT NULL AND received_at > ? ORDER BY alert',
    )
    .pluck()
  const alertsElsewhere = db
    .prepare<[number], number>(
      `SELECT DISTINCT told.conversation FROM mention JOIN mention AS told ON told.number = mention.alert
       WHERE mention.conversation = ? AND told.conversation <> mention.conversation`,
    )
    .pluck()
  const toldWith = db.prepare<[number, number], Row>(
    `${select} WHERE alert = ? AND number <> ? ORDER BY number`,
  )
  const emptyLog = db.prepare<[], { busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)')
  // Opening the database empties the log, too: a crash only means that it is done then.
  let toForget = false

  function forgetOwed(): boolean {
    try {
      if (toForget) toForget = emptyLog.get()?.busy !== 0
    } catch (error) {
      if (!isBusyOrFull(error)) throw error
    }
    return !toForget
  }

  return {
    /** A mention by its number; null if there is none. */
    get(number: MentionNumber): RememberedMention | null {
      const row = one.get(number)
      return row === undefined ? null : remembered(row)
    },
    /** The mention a post of the network became; "erased" for one that must not be taken in again, null for a post
     * not seen before. `first` is the id of the post's first version. */
    ofPost(first: string): RememberedMention | 'erased' | null {
      const row = known.get(first)
      if (row !== undefined) return remembered(row)
      return isKeptAway.get(first) === undefined ? null : 'erased'
    },
    /** Everything kept of a handle, without regard to capital letters. */
    ofHandle: (handle: string): RememberedMention[] => byHandle.all(handle).map(remembered),
    /** The newest words of every mention whose words are kept, in the order of their numbers. */
    newestWords: (): { number: MentionNumber; text: string }[] => newest.all(),
    /** The conversation a new post belongs to, if it answers a mention, or its author goes on in a thread;
     * null where it begins one. */
    conversationOf(post: {
      inReplyTo: string | null
      thread: string
      handle: string
    }): ConversationNumber | null {
      const { inReplyTo: id } = post
      const parent = id === null ? undefined : byParent.get(id, id)
      return parent ?? byThread.get(post.thread, post.handle) ?? null
    },
    /** Remembers a mention with version 1 of its words; the answer is its number. Throws for a post that is known
     * already. */
    add({
      summons,
      postedAt,
      receivedAt,
      lookAt,
      latest,
      text,
      ...mention
    }: NewMention): MentionNumber {
      const row = {
        ...mention,
        summons: summons ? 1 : 0,
        postedAt: new Date(postedAt).toISOString(),
        receivedAt: new Date(receivedAt).toISOString(),
        lookAt: new Date(lookAt).toISOString(),
      }
      const number = Number(add.run(row).lastInsertRowid)
      addVersion.run(number, 1, latest, text)
      return number
    },
    /** Keeps the next version of a mention's words beside the earlier ones. Throws if this version is there. */
    addVersion(number: MentionNumber, { version, post, text }: MentionVersion): void {
      addVersion.run(number, version, post, text)
    },
    /** Every version of a mention's words, oldest first; none once they were erased. */
    versions: (number: MentionNumber): MentionVersion[] => versions.all(number),
    /** The network's id of exactly this version of a mention; null once it is erased. */
    postOf: ({ mention, version }: { mention: MentionNumber; version: number }): string | null =>
      postOf.get(mention, version) ?? null,
    /** Erases words, names, ids and times of a mention for good; that it came, and on which day, stays. The id alone
     * is kept until no reading comes across the post any more: about an hour from when it was posted, longer only
     * while something could not be read. */
    erase(number: MentionNumber): void {
      keepAway.run(number)
      eraseVersions.run(number)
      erase.run(number)
    },
    /** Forgets the ids of erased posts that no reading reaches any more. Call it when it was noted how far was read. */
    forgetOutOfReach(): void {
      if (outOfReach.run().changes > 0) toForget = true
    },
    /** Mentions whose words are kept and that are to be looked up on the network by now: first those it did not find,
     * then those that wait longest. */
    toLookUp: (now: Instant, limit: number): ToLookUp[] =>
      toLookUp.all(new Date(now).toISOString(), limit),
    /** The mentions the network did not find, and since when, until a second look decides. */
    missed: (): Map<MentionNumber, Instant> =>
      new Map(missed.all().map(({ number, missed_since }) => [number, Date.parse(missed_since)])),
    /** Notes when a mention is looked up on the network again, and since when it is missed there, null if it is
     * not. */
    lookAgain(number: MentionNumber, at: Instant, missedSince: Instant | null): void {
      lookAgain.run(new Date(at).toISOString(), textOf(missedSince), number)
    },
    /** The mentions of a conversation are looked up by then, or earlier where that was meant already. */
    lookBy(conversation: ConversationNumber, at: Instant): void {
      lookBy.run(new Date(at).toISOString(), conversation)
    },
    /** How many mentions were posted within so many milliseconds up to an instant: in all, or in one
     * conversation. */
    postedWithin(within: number, at: Instant, there: ConversationNumber | null = null): number {
      const span = [new Date(at - within).toISOString(), new Date(at).toISOString()] as const
      return (there === null ? postedWithin.get(...span) : postedThere.get(there, ...span)) ?? 0
    },
    /** Notes whose alert tells of a call for help. */
    setAlert(number: MentionNumber, alert: MentionNumber): void {
      setAlert.run(alert, number)
    },
    /** The mentions whose alerts told of the calls for help of one account that came after an instant, in the order of
     * their numbers. */
    alertsOf: (handle: string, since: Instant): MentionNumber[] =>
      alertsOf.all(handle, new Date(since).toISOString()),
    /** The other conversations with which alerts stand that tell of mentions of this one. */
    alertsElsewhere: (number: ConversationNumber): ConversationNumber[] =>
      alertsElsewhere.all(number),
    /** The later calls for help that the alert of a mention tells of, too. */
    toldWith: (number: MentionNumber): RememberedMention[] =>
      toldWith.all(number, number).map(remembered),
    /** Nothing erased may be left in the file or in its write-ahead log: empties the log, now or, while somebody
     * reads the file, with a later `forgetOwed`. Never waits. */
    forgetForGood(): void {
      toForget = true
      forgetOwed()
    },
    /** Tries again what is still to be forgotten for good; whether nothing is any more. */
    forgetOwed,
  }
}

function textOf(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

/** In SQL: the beginning of the UTC day of a column. */
function dayOf(column: string): string {
  return `substr(${column}, 1, 10) || 'T00:00:00.000Z'`
}

function remembered(row: Row): RememberedMention {
  const { number, conversation, media, version, latest, thread, text, handle, name, alert } = row
  const isKept =
    version !== null &&
    latest !== null &&
    thread !== null &&
    text !== null &&
    handle !== null &&
    name !== null
  return {
    number,
    conversation,
    media,
    summons: row.summons === 1,
    postedAt: Date.parse(row.posted_at),
    receivedAt: Date.parse(row.received_at),
    alert,
    words: isKept
      ? { version, latest, thread, inReplyTo: row.in_reply_to, text, handle, name }
      : null,
  }
}
