// The lives of proposals, and what is looked up in them.
import type { Instant } from '../src/core/content.ts'
import type { ProposalEvent } from '../src/core/proposal/proposal.ts'
import type { Db } from './database.ts'
import { lives } from './lives.ts'

export type ProposalLives = ReturnType<typeof proposalLives>

/** The lives of the proposals of one database. */
export function proposalLives(db: Db) {
  const proposals = lives<ProposalEvent>(db, 'proposal')
  const byForm = db
    .prepare<[string], number>(
      `SELECT matter FROM event
       WHERE type IN ('proposed', 'revised', 'mended') AND json_extract(body, '$.form') = ?`,
    )
    .pluck()
  const byPost = db
    .prepare<[string], number>(
      `SELECT matter FROM event WHERE type = 'posted' AND json_extract(body, '$.id') = ?`,
    )
    .pluck()
  const lastPosts = db.prepare<[number], { id: string; matter: number }>(
    `SELECT json_extract(body, '$.id') AS id, matter FROM event NOT INDEXED
     WHERE type = 'posted' ORDER BY number DESC LIMIT ?`,
  )
  const postsSince = db
    .prepare<[string], string>(
      `SELECT json_extract(body, '$.id') FROM event INDEXED BY event_posted
       WHERE type = 'posted' AND at >= ?`,
    )
    .pluck()
  // Answers and later parts of a thread have no reach of their own to tell of.
  const ownPosts = db.prepare<[string], { id: string; at: string }>(
    `SELECT json_extract(posted.body, '$.id') AS id, posted.at AS at
     FROM event AS posted INDEXED BY event_at
     JOIN event AS proposed
       ON proposed.about = 'proposal' AND proposed.matter = posted.matter AND proposed.position = 1
     WHERE posted.at >= ? AND posted.type = 'posted' AND json_extract(posted.body, '$.part') = 0
       AND json_extract(proposed.body, '$.content.kind') <> 'reply'
     ORDER BY posted.number`,
  )
  const postedBetween = db
    .prepare<[string, string], number>(
      `SELECT DISTINCT matter FROM event INDEXED BY event_at
       WHERE at >= ? AND at < ? AND type = 'posted' ORDER BY matter`,
    )
    .pluck()
  const answersTo = db
    .prepare<[string], number>(
      `SELECT DISTINCT matter FROM event
       WHERE about = 'proposal' AND type IN ('proposed', 'revised', 'mended')
         AND json_extract(body, '$.content.replyTo.mention') IN (SELECT value FROM json_each(?))
       ORDER BY matter`,
    )
    .pluck()

  return {
    ...proposals,

    /** The proposal a form was already read into; null for a form not seen before. */
    ofForm(form: string): number | null {
      return byForm.get(form) ?? null
    },

    /** The proposal a public post belongs to; null for a post that is not ours. */
    ofPost(id: string): number | null {
      return byPost.get(id) ?? null
    },

    /** The ids of posts recorded at or after an instant (UTC milliseconds). */
    postsSince(at: Instant): Set<string> {
      return new Set(postsSince.all(new Date(at).toISOString()))
    },

    /** The first parts of our own posts recorded at or after an instant (UTC milliseconds), oldest first. */
    ownPosts(since: Instant): { id: string; at: Instant }[] {
      return ownPosts
        .all(new Date(since).toISOString())
        .map(({ id, at }) => ({ id, at: Date.parse(at) }))
    },

    /** The proposals of which something was recorded as public between two instants, without the second. */
    postedBetween: (from: Instant, to: Instant): number[] =>
      postedBetween.all(new Date(from).toISOString(), new Date(to).toISOString()),

    /** The last published posts, newest first. */
    lastPosts(limit: number): { id: string; matter: number }[] {
      return lastPosts.all(limit)
    },

    /** The proposals that answer one of these mentions, whatever became of them. */
    answersTo: (mentions: readonly number[]): number[] => answersTo.all(JSON.stringify(mentions)),
  }
}
