// Somebody asks that what is kept about them be erased: with a second person, and only the fact is logged.
import type { Instant } from '../content.ts'
import type { Person } from '../people.ts'
import type { Actor } from '../people.ts'

export type ErasureEvent =
  | { type: 'erasure-requested' }
  | { type: 'erasure-rejected' }
  /** How many mentions were erased, and how many copies stay as evidence. */
  | { type: 'erasure-done'; mentions: number; evidence: number }

export type RecordedInErasure = ErasureEvent & { position: number; at: Instant; actor: Actor }

export type ErasureStage =
  | { is: 'requested'; by: Actor; at: Instant }
  | { is: 'rejected'; by: Actor; at: Instant }
  | { is: 'done'; by: Actor; at: Instant; mentions: number; evidence: number }

export type ErasureRefusal =
  | { refused: 'outsider' }
  | { refused: 'not-an-officer' }
  | { refused: 'own-erasure' }
  | { refused: 'unknown-erasure' }
  | { refused: 'erasure-decided' }
  /** Nothing is kept under this name. */
  | { refused: 'nothing-kept' }
  | { refused: 'handle-missing' }

/** What is true after a life; null for an empty one. */
export function erasureStage(life: readonly RecordedInErasure[]): ErasureStage | null {
  const last = life.at(-1)
  if (last === undefined) return null
  const { actor: by, at } = last
  switch (last.type) {
    case 'erasure-requested':
      return { is: 'requested', by, at }
    case 'erasure-rejected':
      return { is: 'rejected', by, at }
    case 'erasure-done':
      return { is: 'done', by, at, mentions: last.mentions, evidence: last.evidence }
  }
}

/** Whether somebody may decide about an erasure: a press officer who did not ask for it. */
export function mayDecideErasure(stage: ErasureStage | null, by: Person): ErasureRefusal | null {
  if (by.standing === 'outsider') return { refused: 'outsider' }
  if (stage === null) return { refused: 'unknown-erasure' }
  if (stage.is !== 'requested') return { refused: 'erasure-decided' }
  if (by.standing !== 'officer') return { refused: 'not-an-officer' }
  return stage.by === by.actor ? { refused: 'own-erasure' } : null
}

/** The account name somebody typed, without "@"; null for what cannot be one. */
export function readHandle(typed: string): string | null {
  const handle = typed.trim().replace(/^@/, '')
  return /^\w{1,15}$/.test(handle) ? handle : null
}
