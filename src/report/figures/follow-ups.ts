// What became public of warnings and of errors in a span: warned, cleared, corrected, taken back.
import type { Instant } from '../../core/content.ts'
import { kinds, type Kind } from '../../core/kinds.ts'
import { replay } from '../../core/proposal/evolve.ts'
import { current } from '../../core/proposal/proposal.ts'
import type { Span } from '../../core/time/period.ts'
import type { Source } from '../source.ts'

/** An error that was put right: when, how, why, and what the public can read of it, null where nothing. */
export type Correction = { at: Instant; kind: Kind; reason: string; url: string | null }

export type FollowUpFigures = {
  warnings: number
  allClears: number
  corrections: number
  retractions: number
  /** Corrections and retractions in their order. */
  list: readonly Correction[]
}

/** What was finished in the span, counted once each. */
export function followUpsOf(source: Source, span: Span): FollowUpFigures {
  const all = source.proposals.flatMap(({ number, events }) => {
    const then = replay(
      number,
      events.filter(({ at }) => at < span.to),
    )
    if (then?.stage.is !== 'published' || then.stage.at < span.from) return []
    const { kind, reason = '' } = current(then).content
    const url = then.published[0]?.url ?? null
    return [{ at: then.stage.at, kind, reason, url }]
  })
  const of = (wanted: Kind) => all.filter(({ kind }) => kind === wanted).length
  return {
    warnings: of('warning'),
    allClears: of('all-clear'),
    corrections: of('correction'),
    retractions: of('retraction'),
    list: all.filter(({ kind }) => kinds[kind].needsReason).sort((one, other) => one.at - other.at),
  }
}
