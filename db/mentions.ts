// What citizens wrote, as long as it may be kept. Everything here can be erased; history stays whole.
import { createHash } from 'node:crypto'
import type { Instant } from '../src/core/content.ts'
import { isBusyOrFull, type Db } from './database.ts'

/** A mention's words and where they stand on the network. */
export type Words = {
  /** Id of the version read last. */
  latest: string
  thread: string
  inReplyTo: string | null
  text: string
  handle: string
  name: string
}

/** A mention as remembered; `words` is null once they were erased. */
export type RememberedMention = {
  number: number
  conversation: number
  media: number
  /** Whether the network would take our answer. */
  summons: boolean
  postedAt: Instant
  receivedAt: Instant
  words: Words | null
}

/** A mention to be remembered; `first` is the id of its first version. */
export type NewMention = Words & {
  first: string
  conversation: number
  media: number
  summons: boolean
  postedAt: Instant
  receivedAt: Instant
}

type Row = {
  number: number
  conversation: number
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
}

export type Mentions = ReturnType<typeof mentions>

/** The mentions of one database. */
export function mentions(db: Db) {
  const columns = `number, conversation, latest, thread, in_reply_to, text, handle, name, media, summons,
    posted_at, received_at`
  const one = db.prepare<[number], Row>(`SELECT ${columns} FROM mention WHERE number = ?`)
  const known = db.prepare<[string, string], Row>(
    `SELECT ${columns} FROM mention WHERE post IN (?, ?)`,
  )
  const inConversation = db.prepare<[number], Row>(
    `SELECT ${columns} FROM mention WHERE conversation = ? ORDER BY number`,
  )
  const byHandle = db.prepare<[string], Row>(
    `SELECT ${columns} FROM mention WHERE handle = ? ORDER BY number`,
  )
  const add = db.prepare(
    `INSERT INTO mention (conversation, post, latest, thread, in_reply_to, text, handle, name, media,
       summons, posted_at, received_at, checked_at)
     VALUES (@conversation, @first, @latest, @thread, @inReplyTo, @text, @handle, @name, @media,
       @summons, @postedAt, @receivedAt, @receivedAt)`,
  )
  const renew = db.prepare<[string, string, number]>(
    'UPDATE mention SET latest = ?, text = ? WHERE number = ?',
  )
  const erase = db.prepare<[string, number]>(
    `UPDATE mention SET post = ?, latest = NULL, thread = NULL, in_reply_to = NULL, text = NULL,
       handle = NULL, name = NULL WHERE number = ?`,
  )
  const postOf = db.prepare<[number], string>('SELECT post FROM mention WHERE number = ?').pluck()
  const byParent = db
    .prepare<[string], number>(
      'SELECT conversation FROM mention WHERE ? IN (post, latest) ORDER BY number DESC LIMIT 1',
    )
    .pluck()
  const byThread = db
    .prepare<[string, string], number>(
      `SELECT conversation FROM mention WHERE thread = ? AND handle = ?
       ORDER BY number DESC LIMIT 1`,
    )
    .pluck()
  const unchecked = db.prepare<[string, number], { number: number; latest: string }>(
    `SELECT number, latest FROM mention WHERE latest IS NOT NULL AND checked_at < ?
     ORDER BY checked_at LIMIT ?`,
  )
  const checked = db.prepare<[string, number]>('UPDATE mention SET checked_at = ? WHERE number = ?')
  const readUpTo = db
    .prepare<[string], string>('SELECT read_up_to FROM reading WHERE network = ?')
    .pluck()
  const setReadUpTo = db.prepare<[string, string]>(
    `INSERT INTO reading (network, read_up_to) VALUES (?, ?)
     ON CONFLICT (network) DO UPDATE SET read_up_to = excluded.read_up_to`,
  )
  const conversations = db
    .prepare<[], number>(
      'SELECT DISTINCT conversation FROM mention WHERE text IS NOT NULL ORDER BY conversation',
    )
    .pluck()
  const many = (rows: Row[]) => rows.map(remembered)
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
    get(number: number): RememberedMention | null {
      const row = one.get(number)
      return row === undefined ? null : remembered(row)
    },
    /** The mention a post of the network became, erased or not; null for a post not seen before. `first` is
     * the id of the post's first version. */
    ofPost(first: string): RememberedMention | null {
      const row = known.get(first, digest(first))
      return row === undefined ? null : remembered(row)
    },
    /** All mentions of a conversation in the order they came. */
    ofConversation: (conversation: number): RememberedMention[] =>
      many(inConversation.all(conversation)),
    /** Everything kept of a handle, without regard to capital letters. */
    ofHandle: (handle: string): RememberedMention[] => many(byHandle.all(handle)),
    /** The conversation a new post belongs to, if it answers a mention, or its author goes on in a thread;
     * null where it begins one. */
    conversationOf(post: {
      inReplyTo: string | null
      thread: string
      handle: string
    }): number | null {
      const parent = post.inReplyTo === null ? undefined : byParent.get(post.inReplyTo)
      return parent ?? byThread.get(post.thread, post.handle) ?? null
    },
    /** Remembers a mention; the answer is its number. Throws for a post that is known already. */
    add({ summons, postedAt, receivedAt, ...mention }: NewMention): number {
      const row = {
        ...mention,
        summons: summons ? 1 : 0,
        postedAt: new Date(postedAt).toISOString(),
        receivedAt: new Date(receivedAt).toISOString(),
      }
      return Number(add.run(row).lastInsertRowid)
    },
    /** Keeps a newer version instead of the older one. */
    renew(number: number, { latest, text }: { latest: string; text: string }): void {
      renew.run(latest, text, number)
    },
    /** Erases words, names and ids of a mention for good; that it came stays. */
    erase(number: number): void {
      const post = postOf.get(number)
      if (post !== undefined) erase.run(isDigest(post) ? post : digest(post), number)
    },
    /** Mentions whose words are kept and that were not looked up on the network since an instant. */
    unchecked: (since: Instant, limit: number): { number: number; latest: string }[] =>
      unchecked.all(new Date(since).toISOString(), limit),
    /** Notes that the network still shows a mention. */
    checked(number: number, at: Instant): void {
      checked.run(new Date(at).toISOString(), number)
    },
    /** Up to when a network's mentions were read (UTC milliseconds); null before the first time. */
    readUpTo(network: string): Instant | null {
      const at = readUpTo.get(network)
      return at === undefined ? null : Date.parse(at)
    },
    setReadUpTo(network: string, at: Instant): void {
      setReadUpTo.run(network, new Date(at).toISOString())
    },
    /** The conversations of which words are still kept. */
    conversations: (): number[] => conversations.all(),
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

function digest(post: string): string {
  return createHash('sha256').update(post).digest('hex')
}

function isDigest(post: string): boolean {
  return post.length === 64
}

function remembered(row: Row): RememberedMention {
  const { number, conversation, media, latest, thread, text, handle, name } = row
  const isKept =
    latest !== null && thread !== null && text !== null && handle !== null && name !== null
  return {
    number,
    conversation,
    media,
    summons: row.summons === 1,
    postedAt: Date.parse(row.posted_at),
    receivedAt: Date.parse(row.received_at),
    words: isKept ? { latest, thread, inReplyTo: row.in_reply_to, text, handle, name } : null,
  }
}
