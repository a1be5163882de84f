// Copies of mentions kept as evidence until a decision. Outside the purge, and for press officers only.
import { createHash } from 'node:crypto'
import type { Instant } from '../src/core/content.ts'
import type { Db } from './database.ts'
import { newSalt } from './erasable.ts'
import { register } from './register.ts'

/** What is kept of a mention: words, addresses, times and its place on the network. */
export type EvidenceContent = {
  text: string
  handle: string
  name: string
  address: string
  thread: string
  inReplyTo: string | null
  postedAt: string
  receivedAt: string
  media: number
}

export type KeptEvidence = {
  number: number
  mention: number
  heldAt: Instant
  content: EvidenceContent
  /** SHA-256 (hex) of the content as kept. */
  sha256: string
}

type Row = { number: number; mention: number; held_at: string; content: string; sha256: string }

/** The evidence of one database. */
export function evidence(db: Db) {
  const insert = db.prepare<[number, string, string, string, string]>(
    'INSERT INTO evidence (mention, held_at, content, sha256, salt) VALUES (?, ?, ?, ?, ?)',
  )
  const registered = register(db)
  const one = db.prepare<[number], Row>('SELECT * FROM evidence WHERE number = ?')
  const ofHandle = db.prepare<[string], Row>(
    `SELECT * FROM evidence WHERE lower(json_extract(content, '$.handle')) = lower(?) ORDER BY number`,
  )
  const remove = db.prepare<[number]>('DELETE FROM evidence WHERE number = ?')
  return {
    /** Keeps a copy; the answer is its number. Call it within a transaction. */
    hold(mention: number, content: EvidenceContent, at: Instant): number {
      const kept = JSON.stringify(content)
      const sha256 = createHash('sha256').update(kept).digest('hex')
      const salt = newSalt()
      const heldAt = new Date(at).toISOString()
      const number = Number(insert.run(mention, heldAt, kept, sha256, salt).lastInsertRowid)
      registered.keep(
        'evidence',
        number,
        { salt, said: evidenceSaid({ mention, content: kept }) },
        at,
      )
      return number
    },
    get(number: number): KeptEvidence | null {
      const row = one.get(number)
      return row === undefined ? null : keptEvidence(row)
    },
    /** Everything kept about a handle, without regard to capital letters. */
    ofHandle: (handle: string): KeptEvidence[] => ofHandle.all(handle).map(keptEvidence),
    /** Removes a copy for good. */
    end(number: number): void {
      remove.run(number)
    },
  }
}

/** What history has a hash of. */
export function evidenceSaid({ mention, content }: { mention: number; content: string }): string {
  return `${mention} ${content}`
}

function keptEvidence({ number, mention, held_at, content, sha256 }: Row): KeptEvidence {
  const parsed = JSON.parse(content) as EvidenceContent
  return { number, mention, heldAt: Date.parse(held_at), content: parsed, sha256 }
}
