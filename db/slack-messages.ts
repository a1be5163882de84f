// What the bot wrote in Slack, so that it writes each message once and keeps it true.
import type { Instant } from '../src/core/content.ts'
import type { Actor } from '../src/core/people.ts'
import type { Db } from './database.ts'

/** A message written or about to be. `ts` is null while only the intent is known; `shows` is how much of
 * the matter's life it tells, 0 where that is outdated, -1 where it shows what was erased; `triedAt` is when it was last sent, `readAt` when its reactions were last read, null
 * before (UTC milliseconds). */
export type SlackMessage = {
  key: string
  channel: string
  thread: string | null
  ts: string | null
  shows: number
  triedAt: Instant
  readAt: Instant | null
}

/** A reaction on a card that counts as a decision. */
export type GivenReaction = { actor: Actor; name: string }

type Row = Omit<SlackMessage, 'triedAt' | 'readAt'> & { tried_at: string; read_at: string | null }

export type SlackMessages = ReturnType<typeof slackMessages>

/** The messages of one database. */
export function slackMessages(db: Db) {
  const columns = 'key, channel, thread, ts, shows, tried_at, read_at'
  const one = db.prepare<[string], Row>(`SELECT ${columns} FROM slack_message WHERE key = ?`)
  const at = db.prepare<[string, string], Row>(
    `SELECT ${columns} FROM slack_message WHERE channel = ? AND ts = ?`,
  )
  const intent = db.prepare<[string, string, string | null, string]>(
    `INSERT INTO slack_message (key, channel, thread, tried_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET channel = excluded.channel, thread = excluded.thread,
       ts = NULL, shows = 0, tried_at = excluded.tried_at, read_at = NULL`,
  )
  const written = db.prepare<[string, string, number, string]>(
    'UPDATE slack_message SET channel = ?, ts = ?, shows = ? WHERE key = ?',
  )
  const shown = db.prepare<[number, string]>('UPDATE slack_message SET shows = ? WHERE key = ?')
  const forget = db.prepare<[string]>('DELETE FROM slack_message WHERE key = ?')
  const reactions = db.prepare<[string], GivenReaction>(
    'SELECT actor, name FROM reaction WHERE message = ? ORDER BY actor, name',
  )
  const addReaction = db.prepare<[string, number, string]>(
    'INSERT INTO reaction (message, actor, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const dropReaction = db.prepare<[string, number, string]>(
    'DELETE FROM reaction WHERE message = ? AND actor = ? AND name = ?',
  )
  const outdate = db.prepare<[string, string, string]>(
    'UPDATE slack_message SET shows = 0 WHERE key >= ? AND key < ? AND key <> ? AND shows > 0',
  )
  const redact = db.prepare<[string, string]>(
    'UPDATE slack_message SET shows = -1 WHERE key >= ? AND key < ?',
  )
  const listen = db.prepare<[number, string, number]>(
    'UPDATE slack_message SET listens = ? WHERE key = ? AND listens <> ?',
  )
  const wasRead = db.prepare<[string, string]>('UPDATE slack_message SET read_at = ? WHERE key = ?')
  const unreadAfter = db.prepare<[string]>(
    'UPDATE slack_message SET read_at = NULL WHERE read_at > ?',
  )
  // Null, never read, comes first.
  const unread = db.prepare<[number], Row>(
    `SELECT ${columns} FROM slack_message INDEXED BY slack_message_unread
     WHERE listens = 1 AND ts IS NOT NULL ORDER BY read_at LIMIT ?`,
  )
  const read = (row: Row | undefined): SlackMessage | null =>
    row === undefined ? null : messageOf(row)
  return {
    /** The message of a key, null if it was never begun. */
    get: (key: string): SlackMessage | null => read(one.get(key)),
    /** The message at a place in Slack, null if it is not one of ours. */
    at: (channel: string, ts: string): SlackMessage | null => read(at.get(channel, ts)),
    /** Notes that a message is about to be written. */
    begin(key: string, channel: string, thread: string | null, now: Instant): void {
      intent.run(key, channel, thread, new Date(now).toISOString())
    },
    /** Notes where it was written (Slack names the channel of a direct message itself). */
    written(key: string, place: { channel: string; ts: string }, shows: number): void {
      written.run(place.channel, place.ts, shows, key)
    },
    /** What was read after an instant, by a clock that was wrong, counts as never read. */
    forgetReadsAfter(at: Instant): void {
      unreadAfter.run(new Date(at).toISOString())
    },
    /** Notes how much it shows after an update. */
    shown(key: string, shows: number): void {
      shown.run(shows, key)
    },
    /** What every message whose key begins so shows is not true any more, but for one. */
    outdate(prefix: string, but = ''): void {
      outdate.run(prefix, `${prefix}\uffff`, but)
    },
    /** What messages whose key begins so show was erased: also those that are written once are to be drawn again. */
    redact(prefix: string): void {
      redact.run(prefix, `${prefix}\uffff`)
    },
    /** Forgets a message that is certainly not there. */
    forget(key: string): void {
      forget.run(key)
    },
    /** Whether reactions on a message count from now on. */
    listen(key: string, listens: boolean): void {
      listen.run(listens ? 1 : 0, key, listens ? 1 : 0)
    },
    /** At most `limit` messages on which reactions count, the least recently read first. */
    leastRecentlyRead: (limit: number): SlackMessage[] => unread.all(limit).map(messageOf),
    /** Notes that the reactions on a message were read. */
    wasRead(key: string, now: Instant): void {
      wasRead.run(new Date(now).toISOString(), key)
    },
    /** The reactions as last read. */
    reactions: (key: string): GivenReaction[] => reactions.all(key),
    /** Remembers a reaction as given and counted. */
    remember(key: string, { actor, name }: GivenReaction): void {
      addReaction.run(key, actor, name)
    },
    /** Remembers that a reaction is gone, so that giving it again counts again. */
    dropped(key: string, { actor, name }: GivenReaction): void {
      dropReaction.run(key, actor, name)
    },
  }
}

function messageOf({ tried_at, read_at, ...row }: Row): SlackMessage {
  const readAt = read_at === null ? null : Date.parse(read_at)
  return { ...row, triedAt: Date.parse(tried_at), readAt }
}
