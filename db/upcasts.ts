// Events as they were written in an older shape, lifted to the shape the program knows now. History is never
// rewritten: an event keeps the version it was written in, and whoever reads it gets the newest.
import type { About } from '../src/core/matter.ts'

/** What an event says beside its type, time and actor. */
export type Body = Record<string, unknown>

/** Lifts a body from one version to the next. Pure; takes a body of exactly that version. */
export type Upcast = (body: Body) => Body

/** For each type of event of a matter: how its bodies are lifted, from version 1 to 2, from 2 to 3 and so on. A
 * type that is missing has had one shape only. */
export type Upcasts = Partial<Record<`${About}/${string}`, readonly Upcast[]>>

/** All that is known. Entries are added at the end of a list and never changed; the sample database of every
 * release must open (test/db/samples). What SQL reads out of a body is not lifted: such a query has to know every
 * version of what it reads. */
export const upcasts: Upcasts = {}

/** The version in which an event is written now, from 1. */
export function versionNow(about: About, type: string, known: Upcasts = upcasts): number {
  return (known[`${about}/${type}`]?.length ?? 0) + 1
}

/** A body in the newest shape. Throws for a version this program does not know: a newer one wrote it. */
export function lifted(
  { about, type, version }: { about: About; type: string; version: number },
  body: Body,
  known: Upcasts = upcasts,
): Body {
  const newest = versionNow(about, type, known)
  if (version > newest) {
    throw new Error(`"${type}" of a ${about} has version ${version}, known up to ${newest}`)
  }
  const steps = known[`${about}/${type}`]?.slice(version - 1) ?? []
  return steps.reduce((before, step) => step(before), body)
}
