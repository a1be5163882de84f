// How far the mentions of each network have been read, and what could not be had on the way.
import type { Instant } from '../src/core/content.ts'
import type { Gaps, Span } from '../src/core/gap.ts'
import type { Db } from './database.ts'

/** Up to when mentions were read (UTC milliseconds), and what could not be had. */
export type MentionCursor = { upTo: Instant } & Gaps

type Row = {
  read_up_to: string
  missing_since: string | null
  missing_until: string | null
  told_since: string | null
  told_until: string | null
  told_ask_again: number | null
}

/** The cursors of one database. */
export function mentionCursors(db: Db) {
  const one = db.prepare<[string], Row>('SELECT * FROM mention_cursor WHERE network = ?')
  const move = db.prepare<[Row & { network: string }]>(
    `INSERT OR REPLACE INTO mention_cursor
       (network, read_up_to, missing_since, missing_until, told_since, told_until, told_ask_again)
     VALUES (@network, @read_up_to, @missing_since, @missing_until, @told_since, @told_until, @told_ask_again)`,
  )
  return {
    /** How far a network's mentions were read; null before the first time. */
    of(network: string): MentionCursor | null {
      const row = one.get(network)
      if (row === undefined) return null
      const told = spanOf(row.told_since, row.told_until)
      return {
        upTo: Date.parse(row.read_up_to),
        missing: spanOf(row.missing_since, row.missing_until),
        told: told && { ...told, askAgain: row.told_ask_again === 1 },
      }
    },
    /** Notes how far they were read. */
    move(network: string, { upTo, missing, told }: MentionCursor): void {
      move.run({
        network,
        read_up_to: new Date(upTo).toISOString(),
        missing_since: textOf(missing?.since ?? null),
        missing_until: textOf(missing?.until ?? null),
        told_since: textOf(told?.since ?? null),
        told_until: textOf(told?.until ?? null),
        told_ask_again: told && Number(told.askAgain),
      })
    },
  }
}

function textOf(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

function spanOf(since: string | null, until: string | null): Span | null {
  return since === null || until === null
    ? null
    : { since: Date.parse(since), until: Date.parse(until) }
}
