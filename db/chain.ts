// The chain over all events: whoever changes, moves or takes out one breaks every hash after it.
import { createHash } from 'node:crypto'
import type { About } from '../src/core/matter.ts'

/** A row of the event table. */
export type Row = {
  number: number
  about: About
  matter: number
  position: number
  type: string
  version: number
  at: string
  actor: number
  body: string
  hash: string
}

/** The hash before the first event. */
export const beginning = '0'.repeat(64)

/** The hash of an event: it covers the hash before it and everything it says. */
export function chained(before: string, row: Omit<Row, 'hash'>): string {
  const { number, about, matter, position, type, version, at, actor, body } = row
  const link = JSON.stringify([
    before,
    number,
    about,
    matter,
    position,
    type,
    version,
    at,
    actor,
    body,
  ])
  return createHash('sha256').update(link).digest('hex')
}
