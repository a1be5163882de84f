// What the office did about violations of the Netiquette, as councils ask for it (Drs. 21/12047).
import { replay } from '../../core/matter.ts'
import { evolveMeasure } from '../../core/measure/evolve.ts'
import {
  measureKinds,
  rules,
  type MeasureKind,
  type RecordedInMeasure,
} from '../../core/measure/measure.ts'
import type { Span } from '../../core/time/period.ts'
import type { Source } from '../source.ts'
import { tally, within } from './within.ts'

export type RuleName = `${(typeof rules)[number]}`

export type ModerationFigures = {
  /** Carried out in the span. */
  byKind: Record<MeasureKind, number>
  byRule: Record<RuleName, number>
  all: number
  /** Of these, of which the person was told by the end of the span. */
  informed: number
  lifted: Record<MeasureKind, number>
  /** Proposed, but not approved by the second person. */
  rejected: number
  evidence: { held: number; handedOver: number; released: number }
}

/** The measures of a span. */
export function moderationOf(source: Source, span: Span): ModerationFigures {
  const measures = source.measures.flatMap(({ number, events }) => {
    const known = events.filter(({ at }) => at < span.to)
    const then = replay(evolveMeasure, number, known)
    return then === null ? [] : [{ then, happened: within(events, span) }]
  })
  const having = (type: RecordedInMeasure['type']) =>
    measures.filter(({ happened }) => happened.some((event) => event.type === type))
  const kinds = (some: typeof measures) => some.map(({ then }) => then.kind)
  const taken = having('taken')
  const held = source.conversations.flatMap(({ events }) => within(events, span))
  const ended = (decision: string) =>
    held.filter((event) => event.type === 'evidence-ended' && event.decision === decision).length
  return {
    byKind: tally(measureKinds, kinds(taken)),
    byRule: tally(
      rules.map((rule): RuleName => `${rule}`),
      taken.map(({ then }): RuleName => `${then.rule}`),
    ),
    all: taken.length,
    informed: taken.filter(({ then }) => then.informed).length,
    lifted: tally(
      measureKinds,
      kinds(having('lifted').filter(({ then }) => then.takenAt !== null)),
    ),
    rejected: having('rejected').length,
    evidence: {
      held: held.filter(({ type }) => type === 'evidence-held').length,
      handedOver: ended('handed-over'),
      released: ended('released'),
    },
  }
}
