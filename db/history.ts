// History: the append-only event table and the chain of hashes over it.
import { createHash } from 'node:crypto'
import type { Instant } from '../src/core/content.ts'
import type { Actor, ProposalEvent, Recorded } from '../src/core/proposal.ts'
import type { Db } from './database.ts'

/** Whether the chain holds. `events` counts all; `seal` is the hash of the last one. */
export type Verdict =
  | { whole: true; events: number; seal: string }
  | { whole: false; brokenAt: number; because: 'missing' | 'changed' }

type Row = {
  number: number
  about: string
  matter: number
  position: number
  type: string
  at: string
  actor: number
  body: string
  hash: string
}

const beginning = '0'.repeat(64)

export type History = ReturnType<typeof history>

/** The history of one database. */
export function history(db: Db) {
  const last = db.prepare<[], { number: number; hash: string }>(
    'SELECT number, hash FROM event ORDER BY number DESC LIMIT 1',
  )
  const insert = db.prepare<
    [number, string, number, number, string, string, number, string, string]
  >(
    `INSERT INTO event (number, about, matter, position, type, at, actor, body, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const lifeOf = db.prepare<[number], Row>(
    `SELECT * FROM event WHERE about = 'proposal' AND matter = ? ORDER BY position`,
  )
  const newest = db.prepare<[], { matter: number | null }>(
    `SELECT max(matter) AS matter FROM event WHERE about = 'proposal'`,
  )
  const reopen = db.prepare<[number]>(
    `INSERT INTO open_matter (about, matter) VALUES ('proposal', ?) ON CONFLICT DO NOTHING`,
  )
  const closeOne = db.prepare<[number]>(
    `DELETE FROM open_matter WHERE about = 'proposal' AND matter = ?`,
  )
  const openOnes = db
    .prepare<[], number>(`SELECT matter FROM open_matter WHERE about = 'proposal' ORDER BY matter`)
    .pluck()
  const byForm = db
    .prepare<[string], number>(
      `SELECT matter FROM event
       WHERE type IN ('proposed', 'revised') AND json_extract(body, '$.form') = ?`,
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
  const everything = db.prepare<[], Row>('SELECT * FROM event ORDER BY number')

  return {
    /** The life of a proposal in order; empty for a number nobody proposed. */
    life(proposal: number): Recorded[] {
      return lifeOf.all(proposal).map(recorded)
    },

    /** Appends events to a life that has `position` events so far. Throws if somebody was faster: inside
     * one immediate transaction that cannot happen. `at` in UTC milliseconds. */
    append(
      proposal: number,
      position: number,
      events: readonly ProposalEvent[],
      by: { actor: Actor; at: Instant },
    ): Recorded[] {
      let { number, hash } = last.get() ?? { number: 0, hash: beginning }
      reopen.run(proposal)
      return events.map((event, index) => {
        const { type, ...body } = event
        const row = {
          number: number + 1,
          about: 'proposal',
          matter: proposal,
          position: position + index + 1,
          type,
          at: new Date(by.at).toISOString(),
          actor: by.actor,
          body: JSON.stringify(body),
        }
        number = row.number
        hash = chained(hash, row)
        insert.run(
          row.number,
          row.about,
          row.matter,
          row.position,
          row.type,
          row.at,
          row.actor,
          row.body,
          hash,
        )
        return recorded({ ...row, hash })
      })
    },

    /** The number the next proposal gets, from 1. */
    nextProposal(): number {
      return (newest.get()?.matter ?? 0) + 1
    },

    /** Proposals the desk may still owe something for, oldest first. */
    open(): number[] {
      return openOnes.all()
    },

    /** Nothing is owed for this proposal any more. */
    close(proposal: number): void {
      closeOne.run(proposal)
    },

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

    /** The last published posts, newest first. */
    lastPosts(limit: number): { id: string; matter: number }[] {
      return lastPosts.all(limit)
    },

    /** Reads everything and says whether any event was changed, moved or taken out. Events cut off at the
     * very end cannot be seen by a chain: compare the count and the seal with those noted before. */
    verify(): Verdict {
      let events = 0
      let seal = beginning
      for (const row of everything.iterate()) {
        events += 1
        if (row.number !== events) return { whole: false, brokenAt: events, because: 'missing' }
        seal = chained(seal, row)
        if (seal !== row.hash) return { whole: false, brokenAt: events, because: 'changed' }
      }
      return { whole: true, events, seal }
    },
  }
}

function chained(before: string, row: Omit<Row, 'hash'>): string {
  const { number, about, matter, position, type, at, actor, body } = row
  const link = JSON.stringify([before, number, about, matter, position, type, at, actor, body])
  return createHash('sha256').update(link).digest('hex')
}

// The table is written by this file alone, so a row is what it was when it was appended.
function recorded(row: Row): Recorded {
  const event = { ...(JSON.parse(row.body) as object), type: row.type } as ProposalEvent
  return { ...event, position: row.position, at: Date.parse(row.at), actor: row.actor }
}
