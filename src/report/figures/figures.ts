// Every figure of a span, from the records of that span.
import type { Instant } from '../../core/content.ts'
import type { ServiceHours } from '../../core/time/service-hours.ts'
import type { Period, Span } from '../../core/time/period.ts'
import { spanOf } from '../../core/time/period.ts'
import type { AudienceReading } from '../../core/readings.ts'
import type { Source } from '../source.ts'
import { costsOf, type CostFigures } from '../../core/costs.ts'
import { effortOf, type EffortFigures } from './costs.ts'
import { dialogueOf, type DialogueFigures } from './dialogue.ts'
import { followUpsOf, type FollowUpFigures } from './follow-ups.ts'
import { lateOf, type LateFigures } from './late.ts'
import { moderationOf, type ModerationFigures } from './moderation.ts'
import { officeOf, type OfficeFigures } from './office.ts'
import { postsOf, type PostFigures } from './posts.ts'
import { privacyOf, type PrivacyFigures } from './privacy.ts'
import { proposalsOf, type ProposalFigures } from './proposals.ts'

export type Figures = {
  period: Period
  span: Span
  /** Null where nothing was recorded yet: then nothing below is known, and 0 would be a lie. */
  since: Instant | null
  readsMentions: boolean
  posts: PostFigures
  followUps: FollowUpFigures
  proposals: ProposalFigures
  dialogue: DialogueFigures
  moderation: ModerationFigures
  privacy: PrivacyFigures
  effort: EffortFigures
  costs: CostFigures
  /** Days with a reading, oldest first. */
  audience: readonly AudienceReading[]
  late: LateFigures
  office: OfficeFigures
}

export type FigureSettings = {
  hours: ServiceHours
  /** What so many of a charge cost, in USD. */
  usd: (charge: string, count: number) => number
  /** When the figures are counted: what still holds is counted until then. */
  now: Instant
}

/** The figures of a period. Pure: the same records give the same figures. `since` is when the records of this
 * period begin: its first instant, or later where history began within it. */
export function figuresOf(period: Period, source: Source, settings: FigureSettings): Figures {
  const { hours, usd } = settings
  const span = spanOf(period, hours.zone)
  const { begun } = source
  const posts = postsOf(source, span)
  const dialogue = dialogueOf(source, span, hours)
  const moderation = moderationOf(source, span)
  return {
    period,
    span,
    since: begun === null || begun >= span.to ? null : Math.max(begun, span.from),
    readsMentions: source.readsMentions,
    posts,
    followUps: followUpsOf(source, span),
    proposals: proposalsOf(source, span),
    dialogue,
    moderation,
    privacy: privacyOf(source, span),
    effort: effortOf(posts, dialogue, moderation),
    costs: costsOf(source.spent, usd),
    audience: source.audience,
    late: lateOf(source, span),
    office: officeOf(source, span, { zone: hours.zone, now: settings.now }),
  }
}
