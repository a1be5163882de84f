// What the quarter's work was: counts by agreed guide values.
import { guideMinutes } from '../../core/guide-minutes.ts'
import type { DialogueFigures } from './dialogue.ts'
import type { ModerationFigures } from './moderation.ts'
import type { PostFigures } from './posts.ts'

export type Work = keyof typeof guideMinutes

export type EffortFigures = Record<Work, { count: number; minutes: number }>

/** The effort of a span: count times guide value. */
export function effortOf(
  { posts }: PostFigures,
  dialogue: DialogueFigures,
  { all: measures }: ModerationFigures,
): EffortFigures {
  const counts: Record<Work, number> = {
    post: posts.filter(({ parts }) => parts === 1).length,
    thread: posts.filter(({ parts }) => parts > 1).length,
    answer: dialogue.answered,
    referral: Object.values(dialogue.byReferral).reduce((total, count) => total + count, 0),
    measure: measures,
  }
  const of = (work: Work) => ({ count: counts[work], minutes: counts[work] * guideMinutes[work] })
  return {
    post: of('post'),
    thread: of('thread'),
    answer: of('answer'),
    referral: of('referral'),
    measure: of('measure'),
  }
}
