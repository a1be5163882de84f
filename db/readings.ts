// What the counters of the office's account and posts said, and when.
import type { NetworkName } from '../src/core/content.ts'
import type { AudienceReading, Moment, PostReading } from '../src/core/readings.ts'
import type { Db } from './database.ts'

type PostRow = Omit<PostReading, 'at'> & { read_at: string }

/** The readings of one database. */
export function readings(db: Db) {
  const addPost = db.prepare<[string, Moment, string, number, number, number, number, number]>(
    `INSERT INTO post_reading (post, moment, read_at, views, likes, reposts, quotes, replies)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  const ofPost = db.prepare<[string], PostRow>('SELECT * FROM post_reading WHERE post = ?')
  const addAudience = db.prepare<[NetworkName, string, string, number]>(
    `INSERT INTO audience_reading (network, day, read_at, count) VALUES (?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  )
  const audience = db.prepare<
    [NetworkName, string, string],
    { day: string; read_at: string; count: number }
  >(
    `SELECT day, read_at, count FROM audience_reading
     WHERE network = ? AND day >= ? AND day <= ? ORDER BY day`,
  )
  return {
    /** Keeps what a post's counters said at a moment; the first reading of a moment stays. */
    addPost({ post, moment, at, views, likes, reposts, quotes, replies }: PostReading): void {
      const readAt = new Date(at).toISOString()
      addPost.run(post, moment, readAt, views, likes, reposts, quotes, replies)
    },
    /** Every reading of a post. */
    ofPost(post: string): PostReading[] {
      return ofPost
        .all(post)
        .map(({ read_at, ...reading }) => ({ ...reading, at: Date.parse(read_at) }))
    },
    /** Keeps how many followed the office on a day; the first reading of a day stays. */
    addAudience(network: NetworkName, { day, at, count }: AudienceReading): void {
      addAudience.run(network, day, new Date(at).toISOString(), count)
    },
    /** The readings from a day to another, both included ("2026-07-01"). */
    audience(network: NetworkName, from: string, to: string): AudienceReading[] {
      return audience
        .all(network, from, to)
        .map(({ day, read_at, count }) => ({ day, at: Date.parse(read_at), count }))
    },
  }
}
