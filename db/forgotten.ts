// What was erased, noted in a file beside the database: whoever puts an older copy of the database back must not bring
// erased words back with it. The file holds no words and no ids, only hashes of events, and stays where it is when a
// backup is put back.
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs'
import type {
  ConversationEvent,
  ConversationNumber,
  ErasedBecause,
  MentionNumber,
} from '../src/core/conversation/conversation.ts'
import type { Db } from './database.ts'
import { guardFile } from './guarded.ts'

type Ended = Extract<ConversationEvent, { type: 'evidence-ended' }>
type Erased = Extract<ConversationEvent, { type: 'erased' }>

/** What a copy of the database brought back. */
export type BroughtBack = {
  mentions: readonly { mention: MentionNumber; because: ErasedBecause }[]
  evidence: readonly (Pick<Ended, 'evidence' | 'decision'> & { conversation: ConversationNumber })[]
}

/** The list beside the database at a path; ":memory:" has none. */
export function forgotten(db: Db, path: string) {
  const file = path === ':memory:' ? null : `${path}.erased`
  const happened = db.prepare<
    [number],
    { number: number; matter: number; body: string; type: string }
  >(
    `SELECT number, matter, type, body FROM event
     WHERE number > ? AND about = 'conversation' AND type IN ('erased', 'evidence-ended')
     ORDER BY number`,
  )
  const received = db
    .prepare<[number, number], string>(
      `SELECT hash FROM event WHERE about = 'conversation' AND matter = ? AND type = 'received'
         AND json_extract(body, '$.mention') = ?`,
    )
    .pluck()
  const kept = db
    .prepare<[number], string>(
      `SELECT hash FROM event WHERE about = 'register' AND type = 'row-kept'
         AND json_extract(body, '$.table') = 'evidence' AND json_extract(body, '$.row') = ?`,
    )
    .pluck()
  const mentionsWithWords = db.prepare<[], { number: number; conversation: number }>(
    'SELECT DISTINCT number, conversation FROM mention JOIN mention_version ON mention = number',
  )
  const copies = db.prepare<[], { number: number; conversation: number }>(
    `SELECT evidence.number, conversation FROM evidence JOIN mention ON mention.number = evidence.mention`,
  )
  const listed = new Map<string, string>()
  for (const line of file !== null && existsSync(file)
    ? readFileSync(file, 'utf8').split('\n')
    : []) {
    const [, key, how] = /^((?:mention|evidence) [0-9a-f]{64}) ([a-z-]+)$/.exec(line) ?? []
    if (key !== undefined && how !== undefined) listed.set(key, how)
  }
  let notedUpTo = 0

  function linesOf(row: { matter: number; type: string; body: string }): [string, string][] {
    if (row.type === 'erased') {
      const { mentions, because } = JSON.parse(row.body) as Omit<Erased, 'type'>
      return mentions.map((mention) => [
        `mention ${received.get(row.matter, mention) ?? ''}`,
        because,
      ])
    }
    const { evidence, decision } = JSON.parse(row.body) as Omit<Ended, 'type'>
    return [[`evidence ${kept.get(evidence) ?? ''}`, decision]]
  }

  return {
    /** Notes what was erased since the last time. Throws where the file cannot be written: nothing is lost by trying
     * again. */
    note(): void {
      if (file === null) return
      const rows = happened.all(notedUpTo)
      const fresh = rows.flatMap(linesOf).filter(([key]) => !listed.has(key))
      if (fresh.length > 0) {
        guardFile(file)
        appendFileSync(file, fresh.map(([key, how]) => `${key} ${how}\n`).join(''))
        const handle = openSync(file, 'r')
        fsyncSync(handle)
        closeSync(handle)
        for (const [key, how] of fresh) listed.set(key, how)
      }
      notedUpTo = rows.at(-1)?.number ?? notedUpTo
    },

    /** What is on the list and yet in the database: to be erased again. */
    broughtBack(): BroughtBack {
      if (listed.size === 0) return { mentions: [], evidence: [] }
      return {
        mentions: mentionsWithWords.all().flatMap(({ number, conversation }) => {
          const because = listed.get(`mention ${received.get(conversation, number) ?? ''}`)
          return because === undefined
            ? []
            : [{ mention: number, because: because as ErasedBecause }]
        }),
        evidence: copies.all().flatMap(({ number, conversation }) => {
          const decision = listed.get(`evidence ${kept.get(number) ?? ''}`)
          return decision === undefined
            ? []
            : [{ evidence: number, conversation, decision: decision as Ended['decision'] }]
        }),
      }
    },
  }
}
